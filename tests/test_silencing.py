"""Comments in the files, heard by every command."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import alignqa
from alignqa.baseline import read_baseline
from alignqa.cli import main
from alignqa.settings import Settings

ENGLISH = """\
The ferry left the harbour on Friday with 12 cars on board.

The harbour office counted 1,200 passengers in August.
"""
JAPANESE = """\
{first}フェリーは金曜日、車20台を乗せて出港した。

{second}港湾事務所が8月に数えた乗客は2,100人だった。
"""
IGNORE = "<!-- alignqa: ignore {} -->\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALIGNQA_CACHE_DIR", str(tmp_path / "cache"))
    write(tmp_path)
    return tmp_path


def write(folder: Path, first: str = "", second: str = "", source: str = "") -> None:
    (folder / "en.md").write_text(source + ENGLISH, encoding="utf-8")
    text = JAPANESE.format(first=first, second=second)
    (folder / "ja.md").write_text(text, encoding="utf-8")


def found(settings: Settings | None = None) -> tuple[list[int | None], list[str]]:
    """The lines that something is found in, and the remarks."""
    report = alignqa.check("en.md", "ja.md", settings)
    return [pair.target.line for pair, _ in report.findings()], list(report.remarks)


def test_in_either_file(folder: Path) -> None:
    assert found() == ([1, 3], [])
    write(folder, first=IGNORE.format("AQ201: the captain's own count"))
    assert found() == ([4], [])
    write(folder, source=IGNORE.format("number-mismatch"))
    assert found() == ([3], [])
    write(folder, first="<!-- alignqa: ignore-start -->\n")
    assert found() == ([], [])


def test_what_is_silenced_weighs_nothing(folder: Path) -> None:
    before = alignqa.check("en.md", "ja.md")
    write(folder, first=IGNORE.format("AQ201"))
    after = alignqa.check("en.md", "ja.md")
    assert after.score.value > before.score.value
    assert (after.silenced, after.pairs[0].silenced, after.pairs[1].silenced) == (1, 1, 0)


def test_rules_that_are_not_known_and_comments_that_are_not_needed(folder: Path) -> None:
    write(folder, first=IGNORE.format("AQ2O1 AQ201 AQ5"), second=IGNORE.format("AQ301"))
    assert found() == (
        [5],
        [
            "ja.md:1: the comment silences “AQ2O1”, but no rule is called so; did you mean AQ201?",
            "ja.md:1: the comment silences AQ5, which finds nothing there",
            "ja.md:4: the comment silences AQ301, which finds nothing there",
        ],
    )
    write(folder, first=IGNORE.format("AQ201 because agreed"))
    assert found()[1] == [
        "ja.md:1: the comment silences “because”, but no rule is called so; a reason goes after a colon",
        "ja.md:1: the comment silences “agreed”, but no rule is called so; a reason goes after a colon",
    ]


def test_of_a_rule_that_is_not_checked_nothing_is_said(folder: Path) -> None:
    write(folder, first=IGNORE.format("AQ301"), second=IGNORE.format(""))
    assert found(Settings(select=frozenset({"AQ201"}))) == ([2], [])
    write(folder, first=IGNORE.format("AQ301"), second=IGNORE.format("AQ2"))
    assert found(Settings(ignore=frozenset({"AQ3", "AQ202"}))) == ([2], [])


@pytest.mark.usefixtures("folder")
def test_every_command_hears_it(capsys: Any, folder: Path) -> None:
    pair = ["--pair", "en.md:ja.md"]
    assert main(["gate", *pair]) == 1
    write(folder, first="<!-- alignqa: ignore-start AQ201 -->\n", second=IGNORE.format("AQ1O1"))
    remark = "ja.md:4: the comment silences “AQ1O1”, but no rule is called so; did you mean AQ101?"
    capsys.readouterr()

    assert main(["check", "en.md", "ja.md", "-f", "json"]) == 0
    page, errors = capsys.readouterr()
    record = json.loads(page)
    assert [pair["findings"] for pair in record["pairs"]] == [[], []]
    assert record["document"]["silenced"] == 2
    assert record["remarks"] == [remark]
    assert errors == f"note: {remark}\n"

    assert main(["diff", "en.md", "ja.md"]) == 0
    page, errors = capsys.readouterr()
    assert "2 silenced" in page
    assert errors == f"note: {remark}\n"

    for _ in range(2):  # judged, then remembered
        assert main(["gate", *pair, "--min-pair-score", "100", "--max-risk", "0"]) == 0
        page = capsys.readouterr().out
        assert page.startswith(f"note: {remark}\n")
        assert page.endswith("passed: 1 file (2 silenced by comments)\n")

    assert main(["check", "en.md", "ja.md", "-f", "html"]) == 0
    assert "<b>2</b> silenced" in capsys.readouterr().out

    assert main(["baseline", *pair]) == 0
    assert f"note: {remark}\n" in capsys.readouterr().err
    assert read_baseline(Path("alignqa-baseline.json")).entries == ()


@pytest.mark.usefixtures("folder")
def test_remarks_are_in_the_language_of_the_report(capsys: Any, folder: Path) -> None:
    write(folder, first=IGNORE.format("AQ301"))
    assert main(["check", "en.md", "ja.md", "--lang", "ja"]) == 0
    assert capsys.readouterr().err == (
        "注記：ja.md:1：このコメントは AQ301 を抑制していますが、該当する指摘がありません\n"
    )
