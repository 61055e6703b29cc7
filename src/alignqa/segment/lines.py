"""Line ends that end a sentence, and those that only wrap it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from alignqa.text import Span

_ITEM = re.compile(
    r"(?:[-*+–—]|\d{1,3}\.)\s|\(?\d{1,3}[)）]|[•◦‣▪●○◆◇■□・※►▶①-⑳]|\d{1,3}[．、]|#{1,6}\s"
)
_HEADING = re.compile(r"#{1,6}\s")
_FINISHED = re.compile(r"""[.!?…‥。｡！？．]["'”’»)\]}」』）］】｣]*$""")
# A sentence does not end in these, however short the line is.
_LEFT_OPEN = re.compile(r"(?:\b(?:an?|the|of|and|or|but|my|your|its|our|their)|[、，「『（(“])$")
# What comes next has lines of its own.
_ANNOUNCES = re.compile(r"[:：]$")
# A line that begins with these goes on with the one before it.
_CANNOT_BEGIN = re.compile(r"[、。，．,.!?！？」』）)］】ーぁぃぅぇぉっゃゅょァィゥェォッャュョ]")
_FIRST_WORD = re.compile(r"[!-~\u00a1-\u24ff]{1,60}")
_WIDE = "WF"

# Widths in columns that people and programs wrap to.
_NARROWEST, _WIDEST = 40, 120
# Lines of ideographs break between any two but those that may not open or close a line.
_IDEOGRAPHS = 4
# The end of a line decides how it ends; nobody writes more closing marks than this.
_TAIL = 12


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    block: int

    @property
    def is_finished(self) -> bool:
        return bool(_FINISHED.search(self.text[-_TAIL:]))

    @property
    def columns(self) -> int:
        """Columns on a terminal, not counted further than matters."""
        if self.text.isascii() or len(self.text) > _WIDEST:
            return len(self.text)
        wide = sum(unicodedata.east_asian_width(char) in _WIDE for char in self.text)
        return len(self.text) + wide


def runs(text: str) -> Iterator[Span]:
    """The stretches of a text that no sentence goes beyond: whole lines, joined where wrapped."""
    for _, block in groupby(_lines(text), key=lambda line: line.block):
        lines = list(block)
        width = max(line.columns for line in lines) if len(lines) > 1 else 0
        start = lines[0].start
        for line, following in pairwise(lines):
            if not _continues(line, following, width):
                yield Span(start, line.end)
                start = following.start
        yield Span(start, lines[-1].end)


def _lines(text: str) -> Sequence[_Line]:
    """The lines that have something on them; a blank line begins a new block."""
    found = []
    start = block = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            at = start + len(line) - len(line.lstrip())
            found.append(_Line(at, at + len(stripped), stripped, block))
        else:
            block += 1
        start += len(line)
    return found


def _continues(line: _Line, following: _Line, width: int) -> bool:
    """The next line may go on with this line's sentence."""
    if _ITEM.match(following.text) or _HEADING.match(line.text):
        return False
    if _ANNOUNCES.search(line.text) and not following.text[0].islower():
        return False
    if _CANNOT_BEGIN.match(following.text) or _is_full(line, following, width):
        return True
    if line.is_finished:
        return False
    if _LEFT_OPEN.search(line.text[-_TAIL:]):
        return True
    # Short lines in small letters are a list, longer ones a sentence that was wrapped.
    return following.text[0].islower() and len(line.text.split(maxsplit=3)) > 2


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    """What the next line begins with had no room on this one."""
    if not _NARROWEST <= width <= _WIDEST:
        return False
    word = _FIRST_WORD.match(following.text)
    return width - (1 + len(word.group()) if word else _IDEOGRAPHS) < line.columns
