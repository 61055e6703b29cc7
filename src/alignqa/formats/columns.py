"""Which two columns of a table hold the source and its translation."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from alignqa.words.script import JAPANESE_LETTER

# What may stand after a name: "Source text", "English (US)", "原文［英語］", "Target: ja-JP".
_AFTER = (
    r"(?:[ _-]?(?:text|string|segment|language|lang|column|version|文|テキスト))?"
    r"\s*+(?:[（(［\[].{0,24}[）)］\]]|[:：/].{0,24})?\s*"
)
_NAMES = {
    side: re.compile(rf"\s*(?:{names}){_AFTER}", re.IGNORECASE)
    for side, names in (
        ("source", "source|原文|原稿"),
        ("target", "target|translation|translated|訳文|翻訳|対訳"),
        ("en", "en(?:[-_][a-z]{2,4})?|eng|english|英語|英文"),
        ("ja", "ja(?:[-_][a-z]{2,4})?|jpn?|japanese|日本語|和文|和訳|邦訳"),
    )
}
_WORD = re.compile(r"(?<![A-Za-z])[A-Za-z]{2,}(?![A-Za-z])")
# Of a column's cells with words, so many are in its language; of the rows, so many have both.
_MOSTLY, _BOTH = 0.5, 0.5


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the two sides stand, and whether the first row only names the columns."""

    source: int
    target: int
    has_header: bool


def sides_of(rows: Sequence[Mapping[int, str]]) -> Columns | None:
    """The columns of the two sides, by their names or else by their script.

    `rows` give the cells that are not empty by their column. The names say which is the source if
    they are `source` and `target`; otherwise it is the column that stands first.
    """
    if not rows:
        return None
    return named_sides(rows[0]) or _by_script(rows)


def named_sides(row: Mapping[int, str]) -> Columns | None:
    """The columns of the two sides, if this row names them."""
    named: dict[str, int] = {}
    for column, cell in sorted(row.items()):
        for name, pattern in _NAMES.items():
            if pattern.fullmatch(cell):
                named.setdefault(name, column)
    if {"source", "target"} <= named.keys() and named["source"] != named["target"]:
        return Columns(named["source"], named["target"], True)
    if {"en", "ja"} <= named.keys() and named["en"] != named["ja"]:
        first, second = sorted((named["en"], named["ja"]))
        return Columns(first, second, True)
    return None


def _by_script(rows: Sequence[Mapping[int, str]]) -> Columns | None:
    japanese: dict[int, int] = {}
    others: dict[int, int] = {}
    words: dict[int, int] = {}
    for row in rows:
        for column, cell in row.items():
            latin = len(_WORD.findall(cell))
            if len(JAPANESE_LETTER.findall(cell)) > latin:
                japanese[column] = japanese.get(column, 0) + 1
            elif latin:
                others[column] = others.get(column, 0) + 1
                # Identifiers are no prose, however many parts they have.
                words[column] = words.get(column, 0) + cell.strip().count(" ") + 1
    ours = max(japanese, key=lambda column: japanese[column], default=None)
    theirs = max(
        (column for column in words if column != ours),
        key=lambda column: words[column],
        default=None,
    )
    if ours is None or theirs is None:
        return None
    both = sum(ours in row and theirs in row for row in rows)
    either = sum(ours in row or theirs in row for row in rows)
    if (
        japanese[ours] < _MOSTLY * (japanese[ours] + others.get(ours, 0))
        or others[theirs] < _MOSTLY * (others[theirs] + japanese.get(theirs, 0))
        or both < _BOTH * either
    ):
        return None
    return Columns(min(ours, theirs), max(ours, theirs), False)
