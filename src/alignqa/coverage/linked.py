"""How likely each content word is unrendered, by the projection, the word links and the matcher.

The projection asks whether anything like a word stands on the other side. The links are one to one:
what is already taken by a better word renders no second one. The matcher reads all words together.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from alignqa.coverage.clauses import ContentWord
from alignqa.coverage.matcher import embedded_matcher
from alignqa.lexicon.link_units import Unit
from alignqa.lexicon.links import WordLinks
from alignqa.lexicon.vectors import WordVectors
from alignqa.text import Lang, Span

Floats = NDArray[np.float64]

# What `word_features` gives for a word, in this order.
WORD_KINDS = ("projection", "unlinked", "confidence", "apart", "higher", "matched", "agreed")
_SURE, _UNSURE = 0.001, 0.5
# What the matcher says of a word that it does not read.
_UNREAD = -2.0


def linked(links: WordLinks, lang: Lang, words: Sequence[ContentWord]) -> Floats:
    """For each word the probability that the other side renders it, .5 where that is unknown, and
    the confidence of its best link: shape (len(words), 2)."""
    units = links.english if lang is Lang.ENGLISH else links.japanese
    chances = links.chances(lang)
    confidence = links.best_links(lang)
    found = np.full((len(words), 2), (_UNSURE, 0.0))
    unit = 0
    for row, word in enumerate(words):
        while unit < len(units) and units[unit].span.end <= word.span.start:
            unit += 1
        longest = 0
        for place in range(unit, len(units)):
            span = units[place].span
            if span.start >= word.span.end:
                break
            # A prefix and a suffix say less than the word that they are joined to.
            chance = chances[place]
            if chance is not None and span.end - span.start > longest:
                longest = span.end - span.start
                found[row] = chance, confidence[place]
    return found


def matched(
    links: WordLinks, spans: dict[Lang, Span], vectors: WordVectors
) -> dict[Lang, tuple[tuple[Unit, ...], Floats]]:
    """The linked words of both sides that stand in these spans, and for each its log-odds of not
    being rendered by the other side's; without a word on one side there are none."""
    units = {Lang.ENGLISH: links.english, Lang.JAPANESE: links.japanese}
    places = {
        lang: [
            n
            for n, unit in enumerate(units[lang])
            if spans[lang].start <= unit.span.start < spans[lang].end
        ]
        for lang in Lang
    }
    if not all(places.values()):
        return {lang: ((), np.zeros(0)) for lang in Lang}
    chosen = {lang: tuple(units[lang][n] for n in places[lang]) for lang in Lang}
    scores = links.scores[np.ix_(places[Lang.ENGLISH], places[Lang.JAPANESE])]
    read = embedded_matcher().read(
        (chosen[Lang.ENGLISH], chosen[Lang.JAPANESE]),
        (spans[Lang.ENGLISH], spans[Lang.JAPANESE]),
        scores,
        vectors,
    )
    return {
        lang: (chosen[lang], odds.astype(np.float64))
        for lang, odds in zip((Lang.ENGLISH, Lang.JAPANESE), read, strict=True)
    }


def of_words(units: tuple[Unit, ...], odds: Floats, words: Sequence[ContentWord]) -> Floats:
    """For each content word the greatest of the log-odds of the linked words that it is made of."""
    found = np.full(len(words), _UNREAD)
    first = 0
    for row, word in enumerate(words):
        while first < len(units) and units[first].span.end <= word.span.start:
            first += 1
        last = first
        while last < len(units) and units[last].span.start < word.span.end:
            last += 1
        if last > first:
            found[row] = odds[first:last].max()
    return found


def word_features(missing: Floats, links: Floats, read: Floats) -> Floats:
    """What speaks for each word being unrendered, of shape (words, WORD_KINDS)."""
    odds = np.clip(missing, -6.0, 6.0)
    reading = np.clip(read, -6.0, 6.0)
    chance = np.clip(links[:, 0], _SURE, 1 - _SURE)
    unlinked = -np.log(chance / (1 - chance))
    return np.column_stack(
        [
            odds,
            unlinked,
            links[:, 1],
            np.abs(odds - unlinked),
            np.maximum(odds, unlinked),
            reading,
            np.minimum(reading, np.maximum(odds, unlinked)),
        ]
    )
