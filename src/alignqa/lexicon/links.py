"""Which word of a pair renders which, how sure that is, and which words nothing renders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from alignqa.bitext import Pair
from alignqa.lexicon.associations import Associations
from alignqa.lexicon.link_evidence import (
    KINDS,
    Alike,
    Matrix,
    Sources,
    evidence,
)
from alignqa.lexicon.link_units import Unit, english_units, japanese_units
from alignqa.lexicon.link_weights import LINK, RENDERED, SURE
from alignqa.lexicon.store import Lexicon
from alignqa.lexicon.vectors import WordVectors
from alignqa.text import Lang, Span

# A link less likely than this is none.
_LEAST = 0.2
# The second and further words that one word is linked to must be as likely as this.
_LEAST_FURTHER = 0.4
_KEPT = 64
# Words of a side beyond so many, some thousands of characters, stay without links: time and memory
# grow with the square.
_MOST_WORDS = 600


class Link(NamedTuple):
    """An English word and the Japanese word that renders it; `confidence` is the probability that
    a person would link the two."""

    english: Span
    japanese: Span
    confidence: float


class Rendered(NamedTuple):
    """A content word, and the probability that the other side renders it, were it as likely as not
    beforehand. Most words of a translation are rendered: only a low figure says anything."""

    span: Span
    text: str
    probability: float


@dataclass(frozen=True)
class WordLinks:
    """The words of one pair and the links between them."""

    english: tuple[Unit, ...]
    japanese: tuple[Unit, ...]
    found: Matrix
    sources: Sources = field(repr=False)
    _known: dict[Lang, list[float]] = field(default_factory=dict, repr=False)
    _rounded: dict[Lang, list[float | None]] = field(default_factory=dict, repr=False)

    @cached_property
    def scores(self) -> NDArray[np.float64]:
        """Log-odds that the two words are linked, each two for themselves: (English, Japanese)."""
        return self.found @ LINK.weights + LINK.intercept

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links in the order of the English text."""
        return tuple(
            Link(self.english[row].span, self.japanese[column].span, round(confidence, 3))
            for (row, column), confidence in sorted(self.cells.items())
        )

    @cached_property
    def cells(self) -> dict[tuple[int, int], float]:
        """The links as places in `english` and `japanese`, with their confidence: two words that
        nothing renders are no pair for being left over together."""
        english, japanese = self._chances(Lang.ENGLISH), self._chances(Lang.JAPANESE)
        found = {
            (row, column): min(sure, max(english[row], japanese[column]))
            for (row, column), sure in self.matched.items()
        }
        return {cell: confidence for cell, confidence in found.items() if confidence >= _LEAST}

    @cached_property
    def matched(self) -> dict[tuple[int, int], float]:
        """Each word with the word that suits it best and is not taken, as places, and how sure that
        is if both are rendered at all: the likeliest first takes its two words, then the words
        beside them join it."""
        if not self.english or not self.japanese:
            return {}
        sure = confidences(self.scores)
        chosen: dict[tuple[int, int], float] = {}
        rows: dict[int, int] = {}
        columns: dict[int, int] = {}
        places = np.argwhere(sure >= _LEAST)
        order = np.argsort(-sure[places[:, 0], places[:, 1]], kind="stable")
        for row, column in places[order].tolist():
            confidence = float(sure[row, column])
            if row in rows and column in columns:
                continue
            if row in rows or column in columns:
                # One more word for the same meaning stands beside the first.
                beside = (
                    abs(rows[row] - column) == 1 if row in rows else abs(columns[column] - row) == 1
                )
                if confidence < _LEAST_FURTHER or not beside:
                    continue
            rows.setdefault(row, column)
            columns.setdefault(column, row)
            chosen[row, column] = confidence
        return chosen

    def best_links(self, lang: Lang) -> list[float]:
        """For each word of one side how sure its surest match is (`matched`), 0 without one."""
        best = [0.0] * len(self.english if lang is Lang.ENGLISH else self.japanese)
        for cell, sure in self.matched.items():
            place = cell[0 if lang is Lang.ENGLISH else 1]
            best[place] = max(best[place], sure)
        return best

    def rendered(self, lang: Lang) -> tuple[Rendered, ...]:
        """Every content word of one side, in order, with how likely the other side renders it."""
        units = self.english if lang is Lang.ENGLISH else self.japanese
        return tuple(
            Rendered(unit.span, unit.text, chance)
            for unit, chance in zip(units, self.chances(lang), strict=True)
            if chance is not None
        )

    def chances(self, lang: Lang) -> list[float | None]:
        """For each word of one side how likely the other side renders it; `None` for one without
        matter of its own."""
        if lang not in self._rounded:
            units = self.english if lang is Lang.ENGLISH else self.japanese
            self._rounded[lang] = [
                round(chance, 3) if unit.is_content else None
                for unit, chance in zip(units, self._chances(lang), strict=True)
            ]
        return self._rounded[lang]

    def chance(self, span: Span, lang: Lang) -> float:
        """How likely the word that a span is, or is part of, is to be rendered; 1 for one without
        matter of its own, which needs no rendering."""
        units = self.english if lang is Lang.ENGLISH else self.japanese
        chances = zip(units, self.chances(lang), strict=True)
        here = [chance for unit, chance in chances if unit.span.overlaps(span)]
        return next((chance for chance in here if chance is not None), 1.0)

    def unlinked(self, lang: Lang, below: float = 0.2) -> tuple[Rendered, ...]:
        """The content words of one side that nothing renders: those whose probability of being
        rendered is under `below`."""
        return tuple(word for word in self.rendered(lang) if word.probability < below)

    def _chances(self, lang: Lang) -> list[float]:
        if lang not in self._known:
            odds = rendered_features(self, lang) @ RENDERED[lang].weights
            chances: list[float] = (1 / (1 + np.exp(-odds - RENDERED[lang].intercept))).tolist()
            self._known[lang] = chances
        return self._known[lang]

    def of(self, span: Span, lang: Lang) -> tuple[Link, ...]:
        """The links of the words that a span of one side overlaps, the surest first."""
        mine = [
            link
            for link in self.links
            if (link.english if lang is Lang.ENGLISH else link.japanese).overlaps(span)
        ]
        return tuple(sorted(mine, key=lambda link: -link.confidence))


def beads_of(pair: Pair) -> list[tuple[Span | None, Span | None]]:
    """The sentences of a pair that belong together, English and Japanese."""
    turned = pair.source.lang is Lang.JAPANESE
    return [
        (bead.target, bead.source) if turned else (bead.source, bead.target) for bead in pair.beads
    ]


class Linker:
    """Links the words of pairs, by all that is known of them.

    Args:
        alike: tells whether a Latin and a Japanese name sound alike, 0 to 1.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        vectors: WordVectors,
        associations: Associations,
        alike: Alike | None = None,
    ) -> None:
        self.sources = Sources(lexicon, vectors, associations, alike)
        self._known: dict[tuple[object, ...], WordLinks] = {}

    def of_pair(self, pair: Pair) -> WordLinks:
        """The links of a pair, whose sentence beads keep them from wandering."""
        english, japanese = pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text
        return self.link(english, japanese, beads_of(pair))

    def link(
        self,
        english: str,
        japanese: str,
        beads: Sequence[tuple[Span | None, Span | None]] = (),
    ) -> WordLinks:
        """The links between two texts. `beads` are the places of sentences that belong together,
        English and Japanese; without them the order of the words has to do."""
        key = (english, japanese, tuple(beads))
        if key not in self._known:
            if len(self._known) >= _KEPT:
                self._known.clear()
            left = english_units(english, [bead[0] for bead in beads])[:_MOST_WORDS]
            right = japanese_units(japanese, [bead[1] for bead in beads])[:_MOST_WORDS]
            found = evidence(left, right, self.sources)
            self._known[key] = WordLinks(left, right, found, self.sources)
        return self._known[key]

    def forget(self) -> None:
        """Drop the links of the pairs seen so far."""
        self._known.clear()


def confidences(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """The probability of each two words' link, given how their rivals fare."""
    features = sure_features(scores)
    return np.asarray(1 / (1 + np.exp(-(features @ SURE.weights + SURE.intercept))))


def sure_features(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """The score, and how far it lies before the best rival in its row and in its column (or behind
    it, then below 0), each at most 6: shape (English, Japanese, 3)."""
    features = np.empty((*scores.shape, 3))
    features[..., 0] = scores
    features[..., 1] = scores - _rival(scores)
    features[..., 2] = scores - _rival(scores.T).T
    return np.clip(features, -6, 6, out=features)


def _rival(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each cell the best other cell of its row."""
    if scores.shape[1] < 2:
        return np.full_like(scores, -6.0)
    best = np.partition(scores, -2, axis=1)
    first, second = best[:, -1:], best[:, -2:-1]
    return np.where(scores >= first, second, first)


# What `rendered_features` gives for a word, in this order: the best score and the confidence of its
# link; the best of each kind of evidence; the sums of the first three; how often it is rendered at
# all and how much of that is missing here; what it looks like; and how many words there are to
# render it.
RENDERED_KINDS = (
    "score",
    "confidence",
    *KINDS[:7],
    "all_forward",
    "all_backward",
    "all_dictionary",
    "least_behind",
    "expected",
    "missing",
    "length",
    "capital",
    "katakana",
    "other_words",
)


def rendered_features(links: WordLinks, lang: Lang) -> NDArray[np.float64]:
    """What tells whether the words of one side are rendered, of shape (words, RENDERED_KINDS)."""
    english = lang is Lang.ENGLISH
    units, others = links.english, links.japanese
    found, scores = links.found, links.scores
    if not english:
        units, others, found, scores = others, units, found.transpose(1, 0, 2), scores.T
    features = np.zeros((len(units), len(RENDERED_KINDS)))
    if not units:
        return features
    if others:
        features[:, 0] = np.minimum(np.maximum(np.maximum.reduce(scores, axis=1), -6), 6)
        features[:, 1] = links.best_links(lang)
        # Across whole rows: many short ones take several times as long.
        across = found.transpose(1, 0, 2).copy()
        features[:, 2:9] = np.maximum.reduce(across, axis=0)[:, :7]
        features[:, 9:12] = np.add.reduce(across, axis=0)[:, :3]
        features[:, 12] = np.minimum.reduce(across[:, :, 10 if english else 9], axis=0)
    features[:, 13] = [links.sources.expected(unit.key, lang) for unit in units]
    features[:, 14] = features[:, 13] * (1 - features[:, 2 if english else 3])
    features[:, 15:18] = [
        (min(len(unit.text), 12), unit.text[0].isupper(), "ァ" <= unit.text[0] <= "ヺ")
        for unit in units
    ]
    features[:, 18] = np.log1p(len(others))
    return features
