"""Two words that nothing renders and that stand in one another's place: one put for the other."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from alignqa.lexicon.link_evidence import KINDS
from alignqa.lexicon.link_units import Unit
from alignqa.lexicon.links import WordLinks
from alignqa.lexicon.shells import JAPANESE_SHELLS
from alignqa.lexicon.swap_sides import Side
from alignqa.lexicon.swap_weights import SWAP
from alignqa.lexicon.swap_words import (
    closed_kinds,
    part_of_speech,
    share_of_sort,
)
from alignqa.text import Lang, Span
from alignqa.words import Token, japanese_tokens

# What `weighed` gives for two words, in this order.
SWAP_KINDS = (
    "english_rendered",
    "japanese_rendered",
    "score",
    "cosine",
    "english_linked",
    "japanese_linked",
    "neighbours_linked",
    "english_expected",
    "japanese_expected",
    "japanese_likeness",
    "english_likeness",
    "said_otherwise_in_english",
    "said_otherwise_in_japanese",
    "same_part_of_speech",
    "english_repeated",
    "japanese_repeated",
    "english_others",
    "japanese_others",
    "english_words",
    "japanese_words",
    "english_rival",
    "japanese_rival",
)
# A word more likely to be rendered than this is no candidate.
_UNSURE = 0.5
# A word is one for another only if this share of its renderings are of the other's sort.
_SAME_SORT = 0.25
_COSINE, _FORWARD, _BACKWARD, _DICTIONARY = (
    KINDS.index(kind) for kind in ("cosine", "forward", "backward", "dictionary")
)
Floats = NDArray[np.float64]
Rows = NDArray[np.float32]


class SwapWord(NamedTuple):
    """One of two words that stand in one another's place, with its key."""

    span: Span
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class Swap:
    """An English and a Japanese word that stand in one another's place, and the log-odds that they
    do not mean the same. The Japanese one `is_said_elsewhere` if the English says it, but not here."""

    english: SwapWord
    japanese: SwapWord
    log_odds: float
    is_said_elsewhere: bool = False


def swaps(links: WordLinks, japanese_text: str) -> tuple[Swap, ...]:
    """The swaps that a pair may hold, each word in one at most, the likeliest first."""
    cells, rows = weighed(links, japanese_text)
    odds = rows @ SWAP.weights + SWAP.intercept
    found: list[Swap] = []
    taken: set[tuple[Lang, int]] = set()
    for number in np.argsort(-odds, kind="stable").tolist():
        row, column = cells[number]
        places = {(Lang.ENGLISH, row), (Lang.JAPANESE, column)}
        if not taken & places:
            taken |= places
            words = _word(links.english[row]), _word(links.japanese[column])
            found.append(Swap(*words, float(odds[number])))
    return tuple(found)


def _word(unit: Unit) -> SwapWord:
    return SwapWord(unit.span, unit.text, unit.key)


def weighed(links: WordLinks, japanese_text: str) -> tuple[list[tuple[int, int]], Floats]:
    """Each two words that may be a swap, as places in `links`, and their features, a row each."""
    view = _View(links, japanese_text)
    cells = view.candidates()
    return cells, np.array(view.features(cells)).reshape(-1, len(SWAP_KINDS))


class _View:
    """One pair's words as the features look at them."""

    def __init__(self, links: WordLinks, japanese_text: str) -> None:
        self._links, self._text = links, japanese_text
        self._english, self._japanese = (Side(links, lang) for lang in Lang)

    def candidates(self) -> list[tuple[int, int]]:
        """Words of either side that are likely unrendered; of two that are of a closed kind other
        checks know more."""
        unsure = [
            [
                place
                for place, chance in enumerate(side.chances)
                if chance < _UNSURE and side.units[place].is_content
            ]
            for side in (self._english, self._japanese)
        ]
        if not all(unsure):
            return []
        rows = {row: kinds for row in unsure[0] if (kinds := self._english_kinds(row)) is not None}
        columns = {
            column: kinds
            for column in unsure[1]
            if (kinds := self._japanese_kinds(column)) is not None
        }
        if rows and columns:
            for (row, column), sure in self._links.cells.items():
                self._english.partners.setdefault(row, []).append((column, sure))
                self._japanese.partners.setdefault(column, []).append((row, sure))
        return [
            (row, column)
            for row, theirs in rows.items()
            for column, ours in columns.items()
            if not (theirs and ours) and self._may_differ(row, column)
        ]

    def _may_differ(self, row: int, column: int) -> bool:
        """Of one sentence and one part of speech, and nothing knows the one for a rendering of the
        other."""
        beads = self._english.units[row].bead, self._japanese.units[column].bead
        known = self._links.found[row, column, [_FORWARD, _BACKWARD, _DICTIONARY]]
        return (
            beads[0] == beads[1] and not known.any() and self._same_sort(row, column) >= _SAME_SORT
        )

    def _english_kinds(self, place: int) -> frozenset[str] | None:
        unit = self._english.units[place]
        if not unit.text.isalpha():
            return None
        kinds = closed_kinds(self._links.sources, unit.key, Lang.ENGLISH)
        # A capital is a name's; that of President, an office's.
        return None if unit.text[0].isupper() and not kinds else kinds

    def _japanese_kinds(self, place: int) -> frozenset[str] | None:
        unit = self._japanese.units[place]
        token = self._tokens.get(unit.span.start)
        if token is None or token.is_name or token.is_number or unit.text.isascii():
            return None
        if token.base in JAPANESE_SHELLS:
            return None
        # What is counted there, or in, is for those who compare quantities.
        if unit.span.start in self._after_numbers:
            return None
        return closed_kinds(self._links.sources, unit.key, Lang.JAPANESE)

    @cached_property
    def _after_numbers(self) -> frozenset[int]:
        return frozenset([t.span.end for t in self._tokens.values() if t.is_number])

    @cached_property
    def _tokens(self) -> dict[int, Token]:
        return {token.span.start: token for token in japanese_tokens(self._text)}

    def features(self, cells: Sequence[tuple[int, int]]) -> list[list[float]]:
        """The figures of each two words, in the order of `SWAP_KINDS`."""
        japanese_like = self._likeness({row for row, _ in cells}, self._english, self._japanese)
        english_like = self._likeness({place for _, place in cells}, self._japanese, self._english)
        return [
            self._of_cell(row, column, japanese_like[row], english_like[column])
            for row, column in cells
        ]

    def _of_cell(
        self, row: int, column: int, japanese_like: Rows, english_like: Rows
    ) -> list[float]:
        english, japanese, found = self._english, self._japanese, self._links.found[row, column]
        chances = logit(english.chances[row]), logit(japanese.chances[column])
        others, their_others = english.others(row), japanese.others(column)
        return [
            *chances,
            _clipped(self._links.scores[row, column]),
            float(found[_COSINE]),
            max(
                (sure for other, sure in english.partners.get(row, ()) if other != column),
                default=0,
            ),
            max(
                (sure for other, sure in japanese.partners.get(column, ()) if other != row),
                default=0,
            ),
            self._joined(row, column),
            english.expected(row),
            japanese.expected(column),
            float(japanese_like[column]),
            float(english_like[row]),
            _best_but(row, english_like, 0),
            _best_but(column, japanese_like, 0),
            self._same_sort(row, column),
            float(english.is_repeated(row)),
            float(japanese.is_repeated(column)),
            sum(others) / len(others) if others else 0.5,
            sum(their_others) / len(their_others) if their_others else 0.5,
            # The more words there are, the sooner one of them says the same.
            len(others),
            len(their_others),
            _clipped(_best_but(column, self._links.scores[row], -6)),
            _clipped(_best_but(row, self._links.scores[:, column], -6)),
        ]

    def _likeness(self, places: Iterable[int], side: Side, other: Side) -> dict[int, Rows]:
        """For each of some words of a side how like every word of the other side is to the likest of
        what the one usually means. All meanings are looked up together."""
        meanings = {place: side.meanings(place) for place in places}
        texts = list(chain.from_iterable(meanings.values()))
        if not texts:
            return {place: np.zeros(len(other.units), np.float32) for place in meanings}
        cosines = self._links.sources.vectors.of(texts) @ other.rows.T
        found, start = {}, 0
        for place, own in meanings.items():
            end = start + len(own)
            found[place] = cosines[start:end].max(axis=0) if own else np.zeros_like(cosines[0])
            start = end
        return found

    def _joined(self, row: int, column: int) -> float:
        """How many links join a word beside the one with a word beside the other."""
        return float(
            sum(
                abs(other - column) == 1
                for near in (row - 1, row + 1)
                for other in self._english.linked(near)
            )
        )

    def _same_sort(self, row: int, column: int) -> float:
        """How many of the English word's renderings are of the Japanese word's part of speech."""
        token = self._tokens[self._japanese.units[column].span.start]
        return share_of_sort(self._english.meanings(row), part_of_speech(token))


def _best_but(place: int, scores: NDArray[Any], least: float) -> float:
    """The best of the scores, at least so much, but for that at a place."""
    others = scores.tolist()
    del others[place]
    return float(max([least, *others]))


def _clipped(score: float) -> float:
    return max(-6.0, min(6.0, float(score)))


def logit(chance: float) -> float:
    """The log-odds of a probability, at most 5 either way."""
    return max(-5.0, min(5.0, math.log((chance + 1e-9) / (1 - chance + 1e-9))))
