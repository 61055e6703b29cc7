"""One side of a pair as it is searched for words put in another's place."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from alignqa.lexicon.links import WordLinks
from alignqa.lexicon.swap_words import usual_meanings
from alignqa.text import Lang

# A link less sure than this is not built on.
_LINKED = 0.4
Rows = NDArray[np.float32]


class Side:
    """The words of one side, what is known of each, and its links (`partners`: the other place and
    how sure that is)."""

    def __init__(self, links: WordLinks, lang: Lang) -> None:
        self.units = links.english if lang is Lang.ENGLISH else links.japanese
        # A word without matter of its own needs no rendering.
        self.chances = [1.0 if chance is None else chance for chance in links.chances(lang)]
        self.partners: dict[int, list[tuple[int, float]]] = {}
        self._sources, self._lang = links.sources, lang

    @cached_property
    def rows(self) -> Rows:
        """The vector of each word, a row each."""
        return self._sources.vectors.of([unit.text for unit in self.units])

    def linked(self, place: int) -> list[int]:
        """The places on the other side of the words that are linked to a word."""
        return [other for other, sure in self.partners.get(place, ()) if sure >= _LINKED]

    def others(self, place: int) -> list[float]:
        """How likely the other content words of a word's sentence are to be rendered."""
        bead = self.units[place].bead
        return [
            chance
            for other, (unit, chance) in enumerate(zip(self.units, self.chances, strict=True))
            if unit.is_content and unit.bead == bead and other != place
        ]

    def is_repeated(self, place: int) -> bool:
        """Whether the word stands more than once."""
        return sum(unit.key == self.units[place].key for unit in self.units) > 1

    def meanings(self, place: int) -> tuple[str, ...]:
        """What the word usually means in the other language."""
        return usual_meanings(self._sources, self.units[place].key, self._lang)

    def expected(self, place: int) -> float:
        """The share of the word's occurrences that a known counterpart renders."""
        return self._sources.expected(self.units[place].key, self._lang)
