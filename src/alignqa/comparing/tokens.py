"""A text cut into the words that a comparison moves about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from alignqa.text import Lang, Span
from alignqa.words import english_words, japanese_tokens

# Japanese is set without spaces, so one that stands there counts; a line end does not.
_SPACE = re.compile(r"[^\S\n]+")


def tokens(text: str, lang: Lang) -> list[Span]:
    """Words, and every other mark by itself, in order and apart from each other.

    White space is no token, but for a space inside a line of Japanese.
    """
    words: Sequence[Span]
    if lang is Lang.JAPANESE:
        words = [token.span for token in japanese_tokens(text)]
    else:
        words = [word.span for word in english_words(text)]
    return list(_with_marks(text, words, lang))


def _with_marks(text: str, words: Sequence[Span], lang: Lang) -> Iterator[Span]:
    place = 0
    for word in (*words, None):
        end = len(text) if word is None else word.start
        between = text[place:end]
        if lang is Lang.JAPANESE and 0 < place < end < len(text) and _SPACE.fullmatch(between):
            yield Span(place, end)
        else:
            yield from (Span(i, i + 1) for i in range(place, end) if not text[i].isspace())
        if word is not None:
            yield word
            place = word.end
