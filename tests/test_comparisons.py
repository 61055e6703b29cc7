"""The flow from files to a comparison, with the shipped encoder and one quick check."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignqa.comparisons import compare_revisions, compare_with_reference
from alignqa.errors import InputError, MissingLanguage
from alignqa.revision import Against, Comparison, Fate
from alignqa.settings import Settings

SETTINGS = Settings(select=frozenset({"AQ201"}))
EN = [
    "The museum opens at nine in the morning.",
    "A ticket costs 500 yen for adults.",
    "The garden behind it is free for everybody.",
]
JA = [
    "博物館は午前9時に開く。",
    "入場券は大人50円だ。",
    "裏の庭園は誰でも無料で入れる。",
]
MENDED = [JA[0], "入場券は大人500円である。", JA[2]]


def write(path: Path, *blocks: list[str], between: str = "\n\n") -> Path:
    path.write_text(between.join(line for block in blocks for line in block) + "\n", "utf-8")
    return path


def changed(comparison: Comparison) -> list[tuple[str, str]]:
    return [
        (change.old.target.text, change.new.target.text)
        for change in comparison.changes
        if change.is_rewritten and change.old and change.new
    ]


def test_two_revisions(tmp_path: Path) -> None:
    comparison = compare_revisions(
        write(tmp_path / "en.txt", EN),
        write(tmp_path / "old.txt", JA),
        write(tmp_path / "new.txt", MENDED),
        SETTINGS,
    )
    assert comparison.against is Against.REVISION
    assert changed(comparison) == [(JA[1], MENDED[1])]
    assert comparison.count(Fate.FIXED) == 1
    assert comparison.count(Fate.NEW) == 0


@pytest.mark.parametrize("shape", ["two files", "one file", "the translation alone"])
def test_a_reference_in_any_shape(tmp_path: Path, shape: str) -> None:
    if shape == "two files":
        file, target = write(tmp_path / "en.txt", EN), write(tmp_path / "ja.txt", JA)
        reference = write(tmp_path / "ref.txt", MENDED)
    else:
        file, target = write(tmp_path / "both.txt", EN, JA), None
        texts = [EN, MENDED] if shape == "one file" else [MENDED]
        reference = write(tmp_path / "ref.txt", *texts)
    comparison = compare_with_reference(file, target, reference, SETTINGS)
    assert comparison.against is Against.REFERENCE
    assert changed(comparison) == [(MENDED[1], JA[1])]


@pytest.mark.parametrize("shape", ["pairs", "lines", "lines with a blank one at the end"])
def test_a_reference_for_pairs(tmp_path: Path, shape: str) -> None:
    file = write(tmp_path / "a.tsv", _rows(JA), between="\n")
    if shape == "pairs":
        reference = write(tmp_path / "b.tsv", _rows(MENDED), between="\n")
    else:
        end = [""] if "blank" in shape else []
        reference = write(tmp_path / "b.txt", MENDED + end, between="\n")
    comparison = compare_with_reference(file, None, reference, SETTINGS)
    assert changed(comparison) == [(MENDED[1], JA[1])]


def _rows(target: list[str]) -> list[str]:
    return ["source\ttarget", *("\t".join(row) for row in zip(EN, target, strict=True))]


def test_a_reference_with_too_few_lines(tmp_path: Path) -> None:
    file = write(tmp_path / "a.tsv", _rows(JA), between="\n")
    reference = write(tmp_path / "b.txt", MENDED[:2], between="\n")
    with pytest.raises(InputError, match="has 2 lines of text and the translation 3 pairs"):
        compare_with_reference(file, None, reference, SETTINGS)


def test_a_reference_in_the_source_language(tmp_path: Path) -> None:
    file = write(tmp_path / "both.txt", EN, JA)
    with pytest.raises(MissingLanguage, match="is in English; a reference"):
        compare_with_reference(file, None, write(tmp_path / "b.txt", EN), SETTINGS)


def test_a_reference_of_the_other_direction(tmp_path: Path) -> None:
    file = write(tmp_path / "both.txt", EN, JA)
    turned = write(tmp_path / "b.txt", JA, EN)
    with pytest.raises(InputError, match="give a reference of the same direction"):
        compare_with_reference(file, None, turned, SETTINGS)
