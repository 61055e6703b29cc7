"""A negation put in or taken out."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from alignqa.segment import sentences
from alignqa.text import Lang, Span

from . import negation_english, negation_japanese
from .plant import Plant, Row, replaced

_QUESTION = re.compile(r"[?？]|か。")


def negate(row: Row, lang: Lang, rng: random.Random) -> Plant | None:
    """Where neither side negates, the target does; where each does once, it does no more."""
    if _QUESTION.search(row.english) or _QUESTION.search(row.japanese):
        return None
    counts = [
        len(negation_english.NEGATION.findall(row.english)),
        len(negation_japanese.NEGATION.findall(row.japanese)),
    ]
    text = row.text(lang)
    if counts == [0, 0]:
        options = list(_negated(text, lang))
        source_span = None
    elif counts == [1, 1]:
        options = list(_affirmed(text, lang))
        pattern = (negation_japanese if lang is Lang.ENGLISH else negation_english).NEGATION
        match = pattern.search(row.text(lang.other))
        source_span = Span(*match.span()) if match else None
        other = row.text(lang.other)
        # The other side says it in a negation of the plain kind, too.
        plain = _affirmed(other, lang.other)
        if not options or not list(plain):
            return None
    else:
        return None
    if not options:
        return None
    span, now = rng.choice(options)
    return replaced("negation", row, lang, span, now, source_span)


def _negated(text: str, lang: Lang) -> Iterator[tuple[Span, str]]:
    if lang is Lang.JAPANESE:
        yield from negation_japanese.negated(text)
        return
    for sentence in sentences(text, lang):
        # The first statement of a sentence is its main one more often than not.
        for span, now in negation_english.negated(sentence.of(text)):
            yield Span(sentence.start + span.start, sentence.start + span.end), now
            break


def _affirmed(text: str, lang: Lang) -> Iterator[tuple[Span, str]]:
    if lang is Lang.JAPANESE:
        yield from negation_japanese.affirmed(text)
        return
    for sentence in sentences(text, lang):
        for span, now in negation_english.affirmed(sentence.of(text)):
            yield Span(sentence.start + span.start, sentence.start + span.end), now
