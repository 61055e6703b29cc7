"""A paragraph to its sentences, in English and in Japanese."""

from __future__ import annotations

from functools import lru_cache

from alignqa.segment.english import english_ends
from alignqa.segment.japanese import japanese_ends
from alignqa.segment.lines import runs
from alignqa.text import Lang, Span

__all__ = ["sentences"]

_ENDS = {Lang.ENGLISH: english_ends, Lang.JAPANESE: japanese_ends}


@lru_cache(maxsize=4096)
def sentences(text: str, lang: Lang) -> tuple[Span, ...]:
    """The sentences of a paragraph, in order, without the white space around them.

    Spans are code points of `text` and do not overlap; every character that is not white space
    is in one of them. A heading or a list item on a line of its own counts as a sentence. A text
    without a visible character has none.
    """
    found = []
    for run in runs(text):
        start = run.start
        for end in (*_ENDS[lang](run.of(text)), run.end - run.start):
            piece = text[start : run.start + end]
            trimmed = piece.lstrip()
            start += len(piece) - len(trimmed)
            trimmed = trimmed.rstrip()
            if trimmed:
                found.append(Span(start, start + len(trimmed)))
            start = run.start + end
    return tuple(found)
