"""Which parts of a long passage to show around the words that a finding marks.

A passage is cut into sentences and those into short pieces. The pieces where a marked span begins
or ends are always shown; around them, pieces of the same sentence, nearest first, while there is
room.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rich.cells import cell_len

from alignqa.text import Span

_SENTENCE_END = re.compile(r"[。！？!?．][」』）)”’\"']*\s*|(?<!\b[A-Z])\.[”’\"')\]]*\s+|\n+")
# An English word; a Japanese phrase, up to a comma or to where hiragana ends; failing both, a
# stretch of characters.
_PIECE = re.compile(
    r".{1,23}?(?:[、，；：。！？]|\s+(?=\S)|(?<=[ぁ-ん])(?![ぁ-ん、，；：。！？」』）]))|.{1,24}",
    re.DOTALL,
)


def excerpt(text: str, spans: Sequence[Span], room: int, fallback: float = 0.0) -> list[Span]:
    """The ranges to show, in order, apart from each other, and at least one unless text is empty.

    `room` is in cells; what the spans' ends need is shown even where it is more. Without spans,
    the excerpt stands around `fallback`, a place given as a fraction of the text, 0–1.
    """
    if not text:
        return []
    if cell_len(text) <= room:
        return [Span(0, len(text))]
    if not spans:
        middle = min(int(fallback * len(text)), len(text) - 1)
        spans = [Span(middle, middle + 1)]
    pieces = [
        (piece, number)
        for number, sentence in enumerate(_split(_SENTENCE_END, text, 0, len(text)))
        for piece in _pieces(text, sentence)
    ]
    edges = {place for span in spans for place in (span.start, span.end - 1)}
    shown = {
        i
        for i, (piece, _) in enumerate(pieces)
        if any(piece.start <= edge < piece.end for edge in edges)
    }
    sentences = {pieces[i][1] for i in shown}
    wanted = [
        i
        for i, (piece, sentence) in enumerate(pieces)
        if i not in shown and (sentence in sentences or any(piece.overlaps(span) for span in spans))
    ]
    anchors = sorted(shown)
    left = room - sum(cell_len(pieces[i][0].of(text)) for i in shown)
    for i in sorted(wanted, key=lambda i: (min(abs(i - anchor) for anchor in anchors), i)):
        left -= cell_len(pieces[i][0].of(text))
        if left < 0:
            break
        shown.add(i)
    return _joined([pieces[i][0] for i in sorted(shown)])


def _split(end: re.Pattern[str], text: str, start: int, stop: int) -> list[Span]:
    """The text's parts, each with the end mark that closes it."""
    ends = [match.end() for match in end.finditer(text, start, stop)]
    bounds = [start, *(place for place in ends if place < stop), stop]
    return [Span(a, b) for a, b in pairwise(bounds)]


def _pieces(text: str, sentence: Span) -> list[Span]:
    return [Span(*match.span()) for match in _PIECE.finditer(text, sentence.start, sentence.end)]


def _joined(pieces: Sequence[Span]) -> list[Span]:
    ranges: list[Span] = []
    for piece in pieces:
        if ranges and ranges[-1].end == piece.start:
            ranges[-1] = Span(ranges[-1].start, piece.end)
        else:
            ranges.append(piece)
    return ranges
