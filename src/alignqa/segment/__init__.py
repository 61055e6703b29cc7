"""A paragraph to its sentences, in English and in Japanese."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from alignqa.segment.english import english_ends
from alignqa.segment.japanese import japanese_ends
from alignqa.segment.lines import runs
from alignqa.text import Lang, Segment, Span
from alignqa.words.markup import TAG

__all__ = ["in_sentences", "sentences"]

_ENDS = {Lang.ENGLISH: english_ends, Lang.JAPANESE: japanese_ends}


@lru_cache(maxsize=4096)
def sentences(text: str, lang: Lang) -> tuple[Span, ...]:
    """The sentences of a paragraph, in order, without the white space around them.

    Spans are code points of `text` and do not overlap; every character that is not white space
    is in one of them. A heading or a list item on a line of its own counts as a sentence; a tag stays
    whole. A text without a visible character has none.
    """
    found = []
    for run in runs(text):
        start = run.start
        said = run.of(text)
        tags = [tag.span() for tag in TAG.finditer(said)] if "<" in said else []
        for end in (*_ENDS[lang](said), run.end - run.start):
            # What an attribute says is no sentence of the paragraph.
            if any(tag_start < end < tag_end for tag_start, tag_end in tags):
                continue
            piece = text[start : run.start + end]
            trimmed = piece.lstrip()
            start += len(piece) - len(trimmed)
            trimmed = trimmed.rstrip()
            if trimmed:
                found.append(Span(start, start + len(trimmed)))
            start = run.start + end
    return tuple(found)


def in_sentences(segment: Segment) -> list[Segment]:
    """A passage's sentences, each with its line."""
    return [
        replace(
            segment,
            text=span.of(segment.text),
            line=segment.line and segment.line + segment.text.count("\n", 0, span.start),
        )
        for span in sentences(segment.text, segment.lang)
    ]
