"""How likely each content word is unrendered, by the projection, the word links and the matcher.

The projection asks whether anything like a word stands on the other side. The links are one to one:
what is already taken by a better word renders no second one. The matcher reads all words together.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignqa.coverage.clauses import ContentWord, content_words
from alignqa.coverage.in_context import ReadSide, SideShape
from alignqa.coverage.matcher import embedded_matcher
from alignqa.lexicon.link_units import Unit
from alignqa.lexicon.links import WordLinks
from alignqa.lexicon.vectors import WordVectors
from alignqa.text import Lang, Span
from alignqa.words.lengths import lengths_upto

Floats = NDArray[np.float64]

# What `word_features` gives for a word, in this order.
WORD_KINDS = ("projection", "unlinked", "confidence", "apart", "higher", "matched", "agreed")
_SURE, _UNSURE = 0.001, 0.5
# What the matcher says of a word that it does not read, and of a run.
_UNREAD, _UNREAD_RUN = -2.0, -3.0


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


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """The linked words of one side that stand in a span, and what the matcher says of them; `None`
    where one of the two sides has no word."""

    units: tuple[Unit, ...]
    side: ReadSide | None

    def of_words(self, words: Sequence[ContentWord]) -> Floats:
        """For each content word the greatest of the log-odds of the linked words that it is made
        of."""
        found = np.full(len(words), _UNREAD)
        if self.side is None:
            return found
        units, odds = self.units, self.side.odds
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

    def of_runs(
        self,
        words: Sequence[ContentWord],
        until: int,
        begin: NDArray[np.int64],
        end: NDArray[np.int64],
    ) -> Floats:
        """The log-odds of runs of content words, half-open, each as a whole; the last word's run
        goes to `until`, a place in the text."""
        found = np.full(len(begin), _UNREAD_RUN)
        if self.side is None:
            return found
        ends = [unit.span.end for unit in self.units]
        starts = [bisect_right(ends, word.span.start) for word in words]
        places = np.array([*starts, bisect_right(ends, until)], dtype=np.int64)
        first, last = places[begin], places[end]
        is_read = first < last
        found[is_read] = self.side.runs(first[is_read], last[is_read])
        return found


def matched(
    links: WordLinks, spans: dict[Lang, Span], texts: dict[Lang, str], vectors: WordVectors
) -> dict[Lang, Read] | None:
    """What the matcher says of the linked words of both sides that stand in these spans; `None` where
    its first layers find them all rendered."""
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
        return {lang: Read((), None) for lang in Lang}
    chosen = {lang: tuple(units[lang][n] for n in places[lang]) for lang in Lang}
    both = (Lang.ENGLISH, Lang.JAPANESE)
    lengths = [_lengths(chosen[lang], spans[lang], texts[lang], lang) for lang in both]
    first = embedded_matcher().read(
        (chosen[Lang.ENGLISH], chosen[Lang.JAPANESE]),
        (lengths[0], lengths[1]),
        links.scores[np.ix_(places[Lang.ENGLISH], places[Lang.JAPANESE])],
        vectors,
    )
    if not first.leaves_a_doubt:
        return None
    shapes = [shape_of(chosen[lang], spans[lang], texts[lang], lang) for lang in both]
    read = embedded_matcher().read_in_context(first, (shapes[0], shapes[1]))
    return {lang: Read(chosen[lang], side) for lang, side in zip(both, read, strict=True)}


def shape_of(units: tuple[Unit, ...], span: Span, text: str, lang: Lang) -> SideShape:
    """What the words of a side look like in their text, of which `span` is read."""
    opens, breaks = np.zeros((2, len(units)), dtype=bool)
    opens[0] = breaks[0] = True
    place = 0
    for word in content_words(text, lang):
        while place < len(units) and units[place].span.end <= word.span.start:
            place += 1
        if place == len(units):
            break
        if units[place].span.start < word.span.end:
            opens[place] |= word.opens
            breaks[place] |= word.breaks
    return SideShape(opens, breaks, _lengths(units, span, text, lang))


def _lengths(units: tuple[Unit, ...], span: Span, text: str, lang: Lang) -> Floats:
    """The lengths of words, each with what stands up to the next, in English characters."""
    starts = [*(unit.span.start for unit in units), span.end]
    return np.diff(lengths_upto(text, lang)[starts])


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
