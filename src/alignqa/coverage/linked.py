"""How likely each content word is unrendered, by the projection and the word links together.

The projection asks whether anything like a word stands on the other side. The links are one to one:
what is already taken by a better word renders no second one.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from alignqa.coverage.clauses import ContentWord
from alignqa.lexicon.links import WordLinks
from alignqa.text import Lang

Floats = NDArray[np.float64]

# What `word_features` gives for a word, in this order.
WORD_KINDS = ("projection", "unlinked", "confidence", "apart", "higher")
_SURE, _UNSURE = 0.001, 0.5


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


def word_features(missing: Floats, links: Floats) -> Floats:
    """What speaks for each word being unrendered, of shape (words, WORD_KINDS)."""
    odds = np.clip(missing, -6.0, 6.0)
    chance = np.clip(links[:, 0], _SURE, 1 - _SURE)
    unlinked = -np.log(chance / (1 - chance))
    return np.column_stack(
        [odds, unlinked, links[:, 1], np.abs(odds - unlinked), np.maximum(odds, unlinked)]
    )
