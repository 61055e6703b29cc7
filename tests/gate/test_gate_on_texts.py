"""The gate with the real pipeline, on two small texts."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from alignqa.baseline import Baseline, as_text
from alignqa.errors import GlossaryError
from alignqa.gate import judge_for_baseline, renewed, run_gate
from alignqa.gate.remembered import FILE
from alignqa.render.gate.registry import all_gate_outputs
from alignqa.settings import Configuration
from alignqa.settings.file_rule import rule_of_option

ENGLISH = """\
The harbour office said on Friday that the ferry carried 1,200 passengers in August.

Tickets for the winter season go on sale next month.
"""
JAPANESE = """\
港湾事務所は金曜日、フェリーが8月に2,100人の乗客を運んだと発表した。

冬季の切符は来月発売される。
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALIGNQA_CACHE_DIR", str(tmp_path / "cache"))
    for name, text in (("en", ENGLISH), ("ja", JAPANESE)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "ferry.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_wrong_number_fails_until_it_is_known_or_mended(folder: Path) -> None:
    rule = rule_of_option("en/{path}.txt:ja/{path}.txt", folder)
    configuration = Configuration().with_given({"gate.jobs": 1}, [rule])
    verdict = run_gate(configuration, [])
    assert [(b.place, b.threshold, b.rule) for b in verdict.breaches] == [
        ("ja/ferry.txt:1", "max-critical", "AQ201")
    ]
    assert verdict.breaches[0].rerun == "alignqa check en/ferry.txt ja/ferry.txt --select AQ201"
    assert verdict.files[0].figures is not None
    assert verdict.files[0].figures.coverage == 1.0

    steps: list[tuple[str, int, int]] = []
    judged = judge_for_baseline(configuration, [], lambda *step: steps.append(step))
    assert steps == [("judging", 1, 1)]
    baseline = renewed(Baseline(), judged, folder, "as agreed")
    assert [(e.path, e.reason) for e in baseline.entries] == [("ja/ferry.txt", "as agreed")]
    (folder / "known.json").write_text(as_text(baseline), encoding="utf-8")
    known = Configuration().with_given({"gate.baseline": "known.json"}, [rule])
    verdict = run_gate(known, [Path("ja")])
    assert verdict.passed
    assert not verdict.notes
    assert verdict.files[0].figures is not None
    assert verdict.files[0].figures.known == 1

    mended = JAPANESE.replace("2,100", "1,200")
    (folder / "ja" / "ferry.txt").write_text(mended, encoding="utf-8")
    verdict = run_gate(known, [])
    assert verdict.passed
    assert verdict.notes[0].startswith("fixed: ja/ferry.txt ")


def test_what_cannot_be_judged_leaves_the_others_alone(folder: Path) -> None:
    (folder / "broken.tsv").write_bytes(b"\x00\x01\x02")
    (folder / "good.tsv").write_text("Good morning.\tおはようございます。\n", encoding="utf-8")
    verdict = run_gate(Configuration(), [Path("broken.tsv"), Path("good.tsv"), Path("ja")])
    assert [file.error is None for file in verdict.files] == [False, True, False]
    assert not verdict.passed
    assert not verdict.breaches


def test_a_glossary_that_is_not_there_is_told_once(folder: Path) -> None:
    (folder / "good.tsv").write_text("Good morning.\tおはようございます。\n", encoding="utf-8")
    given = {"glossary": ("none.csv",), "gate.jobs": 1}
    with pytest.raises(
        GlossaryError, match=r"The glossary cannot be read: none\.csv does not exist"
    ):
        run_gate(Configuration().with_given(given), [Path("good.tsv"), Path("good.tsv")])


def test_an_unchanged_document_is_judged_once_and_told_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = rule_of_option("en/{path}.txt:ja/{path}.txt", folder)

    def outputs(**options: object) -> list[str]:
        given = {name.replace("_", "."): value for name, value in options.items()}
        verdict = run_gate(Configuration().with_given(given, [rule]), [])
        return [output.render(verdict) for output in all_gate_outputs().values()]

    without = outputs(cache=False)
    assert not (folder / "cache").exists()
    first = outputs()

    def fail(*_: object) -> None:
        raise AssertionError("judged again")

    with monkeypatch.context() as patched:
        patched.setattr("alignqa.pipeline.run", fail)
        second = outputs()
    assert without == first == second
    assert outputs(select=("AQ1",)) != first
    (folder / "ja" / "ferry.txt").write_text(JAPANESE.replace("2,100", "1,200"), encoding="utf-8")
    assert outputs() != first
    for broken in (b"", b"no database " * 500):
        (folder / "cache" / FILE).write_bytes(broken)
        assert outputs(select=("AQ2",))
    (folder / "ja" / "ferry.txt").write_text(JAPANESE, encoding="utf-8")
    assert outputs() == first


def test_a_file_that_is_named_through_a_link_is_its_document(folder: Path) -> None:
    (folder / "link").symlink_to(folder / "ja", target_is_directory=True)
    rule = rule_of_option("en/{path}.txt:ja/{path}.txt", folder)
    verdict = run_gate(Configuration().with_given({}, [rule]), [Path("link/ferry.txt")])
    assert [(file.source, file.target) for file in verdict.files] == [
        ("en/ferry.txt", "ja/ferry.txt")
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_comes_through_a_pipe_is_read_once(folder: Path) -> None:
    pipe = folder / "pipe.txt"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(f"{ENGLISH}\n{JAPANESE}", "utf-8"))
    writer.start()
    verdict = run_gate(Configuration().with_given({"gate.jobs": 1}, []), [pipe])
    writer.join()
    assert [breach.rule for breach in verdict.breaches] == ["AQ201"]
