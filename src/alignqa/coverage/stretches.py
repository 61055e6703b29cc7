"""The parts of a pair that are judged by themselves, and how likely each of their words is
unrendered at first sight."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignqa.bitext import Pair
from alignqa.coverage.clauses import ContentWord, content_words
from alignqa.coverage.gaps import Floats, Stretch
from alignqa.coverage.model import embedded_model
from alignqa.lexicon.vectors import WordVectors
from alignqa.quantities import quantities
from alignqa.text import Lang, Span
from alignqa.words.lengths import translated_length
from alignqa.words.markup import prose

# A numeral that stands on both sides is rendered; one that does not is another check's matter.
_SAME_VALUE, _OTHER_VALUE = -3.0, 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """One side of a bead: the stretch, and for each of its words the log-odds of not being rendered.

    `own_span` is the stretch, with the sentences beside it where nothing is paired with it.
    `other_span` is what is paired with it, or stands beside it where nothing is; `other` are the
    places of its words, half-open, and `other_missing` has the log-odds of those.
    """

    stretch: Stretch
    missing: Floats
    own_span: Span
    other_span: Span
    other: tuple[int, int]
    other_missing: Floats


def judged_stretches(pair: Pair, vectors: WordVectors) -> Iterator[Judged]:
    """Each side of each bead that has content words, if both texts have."""
    texts = {lang: pair.side(lang).text for lang in Lang}
    words = {lang: content_words(text, lang) for lang, text in texts.items()}
    if not all(words.values()):
        return
    starts = {lang: [word.span.start for word in words[lang]] for lang in Lang}
    # Two beads have the same words near them.
    known: dict[tuple[int, ...], dict[Lang, Floats]] = {}
    for bead in range(len(pair.beads)):
        near = _near(pair, bead, starts)
        if near is None:
            continue
        places = tuple(place for lang in Lang for place in (near[lang].start, near[lang].stop))
        if places not in known:
            judged = {lang: words[lang][near[lang]] for lang in Lang}
            known[places] = missing_words(judged, texts, vectors)
        missing = known[places]
        for lang in Lang:
            own = _span(pair, bead, lang)
            if own is None:
                continue
            stretch = _stretch(pair, bead, lang, words[lang], _places(starts[lang], own))
            if stretch is None:
                continue
            other_near = near[lang.other]
            other_span = (
                _all(words[lang.other][other_near])
                if stretch.alone
                else _taken_span(pair, bead, lang)
            )
            other = _places(starts[lang.other], other_span)
            offset, other_offset = near[lang].start, other_near.start
            yield Judged(
                stretch,
                missing[lang][stretch.first - offset : stretch.last - offset],
                _all(words[lang][near[lang]]) if stretch.alone else stretch.span,
                other_span,
                other,
                missing[lang.other][other[0] - other_offset : other[1] - other_offset],
            )


def _all(words: tuple[ContentWord, ...]) -> Span:
    return Span(words[0].span.start, words[-1].span.end)


def _places(starts: list[int], span: Span) -> tuple[int, int]:
    """The first word in a span, and the first behind it."""
    first = bisect_left(starts, span.start)
    return first, bisect_left(starts, span.end, first)


def _near(pair: Pair, bead: int, starts: dict[Lang, list[int]]) -> dict[Lang, slice] | None:
    """The words of each side that stand in a bead, in one beside it, or in one that it may take in;
    what is farther off renders nothing here. `None` where a side has none."""
    taken = [_taken_in(pair, bead, lang) for lang in Lang]
    first = min(bead - 1, *(beads.start for beads in taken))
    last = max(bead + 2, *(beads.stop for beads in taken))
    around = range(max(0, first), min(len(pair.beads), last))
    found = {}
    for lang in Lang:
        spans = [span for near in around if (span := _span(pair, near, lang))]
        if not spans:
            return None
        first, last = _places(starts[lang], Span(spans[0].start, spans[-1].end))
        if first == last:
            return None
        found[lang] = slice(first, last)
    return found


def _taken_in(pair: Pair, bead: int, lang: Lang) -> range:
    """A bead and those beside it that have nothing on this side: where sentences stay alone next to
    a long one that another is paired with, it may render them all."""
    first, last = bead, bead + 1
    if _span(pair, bead, Lang.ENGLISH) and _span(pair, bead, Lang.JAPANESE):
        while first > 0 and _span(pair, first - 1, lang) is None:
            first -= 1
        while last < len(pair.beads) and _span(pair, last, lang) is None:
            last += 1
    return range(first, last)


def _taken_span(pair: Pair, bead: int, lang: Lang) -> Span:
    """Where the other side's sentences of these beads stand."""
    beads = _taken_in(pair, bead, lang)
    spans = [span for near in beads if (span := _span(pair, near, lang.other))]
    return Span(spans[0].start, spans[-1].end)


def missing_words(
    words: dict[Lang, tuple[ContentWord, ...]], texts: dict[Lang, str], vectors: WordVectors
) -> dict[Lang, Floats]:
    """For each content word its log-odds of not being rendered; both sides must have a word."""
    english, japanese = ([word.text for word in words[lang]] for lang in Lang)
    odds = embedded_model().log_odds(english, japanese, vectors)
    missing = {}
    for lang, rendered in zip(Lang, odds, strict=True):
        values = _values(words[lang], texts[lang], texts[lang.other], lang)
        own = -rendered.astype(np.float64)
        own[values > 0] = _SAME_VALUE
        own[values < 0] = _OTHER_VALUE
        missing[lang] = own
    return missing


def _values(words: tuple[ContentWord, ...], text: str, other: str, lang: Lang) -> NDArray[np.int8]:
    """For each word 1 if it is a numeral whose value the other side has, -1 if it has not, else 0."""
    found = np.zeros(len(words), dtype=np.int8)
    numerals = [place for place, word in enumerate(words) if word.is_number]
    if numerals:
        here = quantities(text, lang)
        there = {value for q in quantities(other, lang.other) for value in q.readings}
        for place in numerals:
            span = words[place].span
            own = {value for q in here if q.span.overlaps(span) for value in q.readings}
            found[place] = -1 if own.isdisjoint(there) else 1
    return found


def _stretch(
    pair: Pair, bead: int, lang: Lang, words: tuple[ContentWord, ...], places: tuple[int, int]
) -> Stretch | None:
    own, other = _span(pair, bead, lang), _span(pair, bead, lang.other)
    if own is None or (other is None and _is_free(pair)):
        return None
    # A sentence that stays alone is seen with its neighbours.
    around = range(max(0, bead - 1), min(len(pair.beads), bead + 2))
    if other:
        around = _taken_in(pair, bead, lang)
    here = 0 if pair.source.lang is lang else 1
    next_door = any(
        pair.beads[near].shape[1 - here] > pair.beads[near].shape[here] for near in around
    )
    length, other_length = (
        sum(
            translated_length(span.of(pair.side(side).text), side)
            for near in around
            if (span := _span(pair, near, side))
        )
        for side in (lang, lang.other)
    )
    text = prose(pair.side(lang).text)
    return Stretch(text, lang, own, words, *places, length, other_length, other is None, next_door)


def _is_free(pair: Pair) -> bool:
    """Sentences stay alone on both sides, or all do: the translation is free, or of another text."""
    without = [bead.source is None for bead in pair.beads if not (bead.source and bead.target)]
    return len(set(without)) > 1 or len(without) == len(pair.beads)


def _span(pair: Pair, bead: int, lang: Lang) -> Span | None:
    found = pair.beads[bead]
    return found.source if pair.source.lang is lang else found.target
