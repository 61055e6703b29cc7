"""`alignqa.check`, as Python callers use it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import alignqa
from alignqa.errors import InputError, MissingLanguage, UnreadableFile

ENGLISH = [
    "The museum will reopen on Thursday after two years of repairs.",
    "Visitors from Norway paid for the new roof.",
    "Children may enter free of charge.",
]
JAPANESE = [
    "美術館は2年にわたる改修を終え、木曜日に再び開館する。",
    "新しい屋根の費用はノルウェーの来館者が出した。",
    "子どもは無料で入場できる。",
]
WRONG = ["美術館は2年にわたる改修を終え、火曜日に再び開館する。", *JAPANESE[1:]]


def write(path: Path, paragraphs: list[str]) -> Path:
    path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    return path


def texts(report: alignqa.Report) -> list[tuple[str, str]]:
    return [(pair.source.text, pair.target.text) for pair in report.pairs]


@pytest.mark.parametrize("as_string", [False, True], ids=["path", "string"])
def test_one_file(tmp_path: Path, as_string: bool) -> None:
    path = write(tmp_path / "page.txt", [*ENGLISH, *JAPANESE])
    report = alignqa.check(str(path) if as_string else path)
    assert texts(report) == list(zip(ENGLISH, JAPANESE, strict=True))
    assert report.source_lang is alignqa.Lang.ENGLISH
    assert list(report.findings()) == []
    assert [pair.source.line for pair in report.pairs] == [1, 3, 5]
    assert [pair.target.line for pair in report.pairs] == [7, 9, 11]


def test_two_files(tmp_path: Path) -> None:
    source = write(tmp_path / "a.txt", JAPANESE)
    target = write(tmp_path / "b.txt", ENGLISH)
    report = alignqa.check(source, str(target))
    assert texts(report) == list(zip(JAPANESE, ENGLISH, strict=True))
    assert report.source_lang is alignqa.Lang.JAPANESE
    assert (report.source_path, report.target_path) == (str(source), str(target))


@pytest.mark.parametrize("count", [1, 2])
def test_files_of_one_and_two_paragraphs(tmp_path: Path, count: int) -> None:
    report = alignqa.check(
        write(tmp_path / "a.txt", ENGLISH[:count]), write(tmp_path / "b.txt", JAPANESE[:count])
    )
    assert texts(report) == list(zip(ENGLISH[:count], JAPANESE[:count], strict=True))


@pytest.mark.parametrize("turned", [False, True])
def test_lists(turned: bool) -> None:
    source, target = (JAPANESE, ENGLISH) if turned else (ENGLISH, JAPANESE)
    report = alignqa.check(source=source, target=target)
    assert texts(report) == list(zip(source, target, strict=True))
    assert list(report.findings()) == []
    assert report.source_lang is (alignqa.Lang.JAPANESE if turned else alignqa.Lang.ENGLISH)
    assert report.source_path is None


def test_lists_keep_rows_that_are_blank_on_one_side() -> None:
    report = alignqa.check(ENGLISH, [JAPANESE[0], "", JAPANESE[2]])
    assert [pair.index for pair in report.pairs] == [0, 1, 2]
    assert report.pairs[1].target.text == ""
    assert [pair.index for pair in report.unaligned] == [1]


def test_a_drift_is_found() -> None:
    report = alignqa.check(ENGLISH, WRONG)
    ((pair, finding),) = list(report.findings())
    assert pair.index == 0
    assert finding.severity is alignqa.Severity.CRITICAL
    assert [span.of(pair.source.text) for span in finding.source_spans] == ["Thursday"]
    assert [span.of(pair.target.text) for span in finding.target_spans] == ["火曜日"]
    assert finding.suggestion == "木曜日"
    assert pair.critical_error
    assert pair.score < report.pairs[1].score
    assert report.mqm["absolute_penalty_total"] == 25.0


def test_the_same_input_gives_the_same_report() -> None:
    assert alignqa.check(ENGLISH, WRONG) == alignqa.check(ENGLISH, WRONG)


def test_settings(tmp_path: Path) -> None:
    report = alignqa.check(ENGLISH, WRONG, alignqa.Settings(ignore=frozenset({"AQ101"})))
    assert list(report.findings()) == []
    with pytest.raises(alignqa.AlignqaError, match="name a folder"):
        alignqa.check(ENGLISH, JAPANESE, alignqa.Settings(encoder=str(tmp_path / "none")))


# Arguments that do not go together, and a word of what is said.
MIXED: list[tuple[str, Any, Any, str]] = [
    ("a list and nothing", ENGLISH, None, "target must be one too"),
    ("a list and a path", ENGLISH, "b.txt", "target must be one too"),
    ("a list and a Path", ENGLISH, Path("b.txt"), "target must be one too"),
    ("a path and a list", "a.txt", JAPANESE, "target must be one too"),
    ("lists of unlike length", ENGLISH, JAPANESE[:2], "3"),
]


@pytest.mark.parametrize(
    ("source", "target", "words"), [m[1:] for m in MIXED], ids=[m[0] for m in MIXED]
)
def test_arguments_that_do_not_go_together(source: Any, target: Any, words: str) -> None:
    with pytest.raises(InputError, match=words):
        alignqa.check(source, target)


@pytest.mark.parametrize("paragraphs", [ENGLISH, JAPANESE], ids=["English", "Japanese"])
def test_a_file_of_one_language(tmp_path: Path, paragraphs: list[str]) -> None:
    path = write(tmp_path / "page.txt", paragraphs)
    with pytest.raises(MissingLanguage):
        alignqa.check(path)


def test_two_files_of_one_language(tmp_path: Path) -> None:
    source = write(tmp_path / "a.txt", ENGLISH)
    target = write(tmp_path / "b.txt", ENGLISH[::-1])
    with pytest.raises(MissingLanguage):
        alignqa.check(source, target)


@pytest.mark.parametrize("lists", [(ENGLISH, ENGLISH[::-1]), (JAPANESE, JAPANESE[::-1])])
def test_lists_of_one_language(lists: tuple[list[str], list[str]]) -> None:
    with pytest.raises(MissingLanguage):
        alignqa.check(*lists)


def test_empty_lists() -> None:
    with pytest.raises(InputError):
        alignqa.check([], [])


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"none\.txt"):
        alignqa.check(tmp_path / "none.txt")


def test_every_error_is_of_one_family() -> None:
    assert issubclass(InputError, alignqa.AlignqaError)
    assert issubclass(MissingLanguage, InputError)


def test_hostile_characters_in_lists() -> None:
    report = alignqa.check(
        ["A \x00 ferry \ufeff left.", "👩‍🚀 smiled."], ["船\x00が\ufeff出た。", "👩‍🚀が笑った。"]
    )
    assert len(report.pairs) == 2


def test_half_a_character_in_lists() -> None:
    with pytest.raises(InputError):
        alignqa.check(["A \ud800 ferry left."], ["船\ud800が出た。"])


@pytest.mark.parametrize("name", alignqa.__all__)
def test_public_names(name: str) -> None:
    assert hasattr(alignqa, name)
