"""Where a run of content words stands in its text: with the small words that go with it, without the
marks at its ends and without a bracket whose fellow stands outside."""

from __future__ import annotations

from itertools import pairwise

from alignqa.coverage.clauses import parting
from alignqa.coverage.gaps import Stretch
from alignqa.text import Span

_CLOSING = dict(zip(")）」』】]”", "(（「『【[“", strict=True))
_OPENING = frozenset(_CLOSING.values())


def run_span(stretch: Stretch, first: int, last: int) -> Span:
    """Where the words `first` to `last`, half-open, stand, with the small words that go with them
    and without the marks at its ends."""
    start, end = stretch.span.start, stretch.span.end
    if first > stretch.first:
        start = _parted(stretch, first)
    if last < stretch.last:
        end = _parted(stretch, last)
    start, end = within_brackets(stretch.text, start, end)
    marked = stretch.text[start:end]
    stripped = marked.strip(" 　,;:、・\n-–—")
    start += marked.index(stripped)
    return Span(start, start + len(stripped))


def within_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """The longest part of a run that holds no bracket without its fellow."""
    while lone := _lone_brackets(text, start, end):
        parts = ((left + 1, right) for left, right in pairwise([start - 1, *lone, end]))
        # A link's address is blank here: it counts for nothing, however long it is.
        start, end = max(parts, key=lambda part: len(text[slice(*part)].strip()))
    return start, end


def _lone_brackets(text: str, start: int, end: int) -> list[int]:
    open_: list[int] = []
    lone = []
    for place in range(start, end):
        mark = text[place]
        if mark in _OPENING:
            open_.append(place)
        elif mark in _CLOSING:
            if open_ and text[open_[-1]] == _CLOSING[mark]:
                open_.pop()
            else:
                lone.append(place)
    return sorted([*lone, *open_])


def _parted(stretch: Stretch, word: int) -> int:
    """Where the phrase that a word begins is parted from what stands before it."""
    start = stretch.words[word - 1].span.end
    end = stretch.words[word].span.start
    return start + parting(stretch.text[start:end], stretch.lang)
