from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from fake_pipeline import RULES, report_on

import alignqa
from alignqa.cli import main
from alignqa.report import Failure
from alignqa.revision import Against, Change, Comparison
from alignqa.settings import Settings
from alignqa.text import Span


class FakeComparisons(ModuleType):
    """Remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__("alignqa.comparisons")
        self.asked: list[tuple[object, ...]] = []
        self.answer = _comparison(Against.REVISION)

    def compare_revisions(self, *asked: object) -> Comparison:
        self.asked.append(asked[:-1])
        return self.answer

    def compare_with_reference(self, *asked: object) -> Comparison:
        self.asked.append(asked[:-1])
        return replace(self.answer, against=Against.REFERENCE)


def _comparison(against: Against) -> Comparison:
    from alignqa.revision import Edit

    report = report_on()
    pair = report.pairs[0]
    turned = replace(pair, target=replace(pair.target, text="外務省が語った。"), findings=())
    new = replace(report, pairs=(turned,))
    edits = (Edit(Span(0, 3), Span(0, 3)), Edit(Span(3, 8), Span(3, 8), equal=True))
    return Comparison(report, new, against, (Change(0, pair, turned, edits, ()),))


@pytest.fixture
def comparisons(monkeypatch: pytest.MonkeyPatch, pipeline: Any) -> FakeComparisons:
    assert pipeline
    fake = FakeComparisons()
    monkeypatch.setitem(sys.modules, "alignqa.comparisons", fake)
    monkeypatch.setattr(alignqa, "comparisons", fake, raising=False)
    return fake


@pytest.mark.usefixtures("pipeline")
def test_draws_the_translation_beside_its_source(capsys: Any) -> None:
    assert main(["diff", "article.txt"]) == 0
    page, errors = capsys.readouterr()
    assert "The ① ⟦Foreign Ministry⟧ spoke." in page
    assert "① [-財務省-]{+外務省+}が語った。" in page
    assert "\x1b" not in page
    assert errors == ""


def test_hands_on_files_and_settings(pipeline: Any) -> None:
    options = ["--select", "AQ1,number", "--ignore", "AQ102", "--encoder", "e5"]
    options += ["--glossary", "one.csv", "--no-progress"]
    assert main(["diff", "a.txt", "b.txt", *options]) == 0
    assert pipeline.asked == [
        (
            Path("a.txt"),
            Path("b.txt"),
            Settings(
                "e5",
                frozenset({"AQ1", "number"}),
                frozenset({"AQ102"}),
                glossaries=(Path("one.csv"),),
            ),
        )
    ]


@pytest.mark.usefixtures("pipeline")
def test_json_and_output(capsys: Any, tmp_path: Path) -> None:
    assert main(["diff", "a.txt", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["diff"] == "translation"
    assert main(["diff", "a.txt", "-o", str(tmp_path / "page.txt")]) == 0
    assert capsys.readouterr().out == ""
    assert "{+外務省+}" in (tmp_path / "page.txt").read_text(encoding="utf-8")


def test_two_revisions(comparisons: FakeComparisons, capsys: Any) -> None:
    assert main(["diff", "old.txt", "new.txt", "--source", "src.txt"]) == 0
    assert comparisons.asked == [(Path("src.txt"), Path("old.txt"), Path("new.txt"), Settings())]
    page = capsys.readouterr().out
    assert "1 of 1 passage changed" in page
    assert "[-財務省-]が語った。" in page
    assert "{+外務省+}が語った。" in page


def test_a_reference(comparisons: FakeComparisons, capsys: Any) -> None:
    assert main(["diff", "a.tsv", "--reference", "ref.txt"]) == 0
    assert comparisons.asked == [(Path("a.tsv"), None, Path("ref.txt"), Settings())]
    assert "⟦外務省⟧が語った。" in capsys.readouterr().out


@pytest.mark.usefixtures("comparisons")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.txt", "--source", "s.txt"], "give the earlier and the later one"),
        (["a.txt", "b.txt", "--source", "s.txt", "--reference", "r.txt"], "give one of them"),
        (["a.txt", "--format", "jsn"], "did you mean json?"),
        (["a.txt", "--context", "-1"], "--help"),
        ([], "--help"),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(
    arguments: list[str], said: str, capsys: Any
) -> None:
    assert main(["diff", *arguments]) == 2
    page, errors = capsys.readouterr()
    assert page == ""
    assert said in errors
    assert errors.count("\n") == 1


def test_an_incomplete_report_is_written_and_refused(pipeline: Any, capsys: Any) -> None:
    failure = Failure(RULES[0], 0, "ValueError: no")
    pipeline.answer = lambda *_: replace(report_on(), failures=(failure,))
    assert main(["diff", "a.txt"]) == 2
    page, errors = capsys.readouterr()
    assert "incomplete: a check failed" in page
    assert "AQ101 wrong-office failed on pair 0" in errors


def test_an_incomplete_revision_is_refused(comparisons: FakeComparisons, capsys: Any) -> None:
    failure = Failure(RULES[0], 0, "ValueError: no")
    old = replace(comparisons.answer.old, failures=(failure,))
    comparisons.answer = replace(comparisons.answer, old=old)
    assert main(["diff", "a.txt", "b.txt", "--source", "s.txt"]) == 2
    assert "incomplete" in capsys.readouterr().err


@pytest.mark.usefixtures("pipeline")
def test_the_output_may_not_be_an_input(tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "a.txt"
    path.write_text("text", encoding="utf-8")
    assert main(["diff", "b.txt", "--source", str(path), "-o", str(path)]) == 2
    assert path.read_text(encoding="utf-8") == "text"
    assert "is a file to be read" in capsys.readouterr().err
