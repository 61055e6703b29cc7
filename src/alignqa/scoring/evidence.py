"""All that is known of a pair before the checks speak, as one row of figures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from alignqa.bitext import Pair
from alignqa.lexicon.vectors import WordVectors
from alignqa.scoring.features import features, texts_to_compare
from alignqa.scoring.reader import Reader
from alignqa.scoring.runs import Runs
from alignqa.scoring.sides import Sides, sides_of, word_texts
from alignqa.text import Lang

Figures = NDArray[np.float64]

# The products of two unit vectors' numbers are small beside the numbers themselves.
_PRODUCT = 16


@cache
def shipped_runs() -> Runs:
    """The shipped counts, loaded once."""
    return Runs()


@cache
def shipped_reader() -> Reader:
    """The shipped network, loaded once."""
    return Reader(shipped_runs())


def evidence_of(
    pairs: Sequence[Pair], vectors: WordVectors
) -> list[tuple[dict[str, float], Figures] | None]:
    """For each pair its figures by name, and its vectors' part; `None` where a side has no words.

    The vectors' part is the English text's vector, the Japanese one's, and their product number
    by number. The pairs are looked at together, so there should not be too many of them.
    """
    whole = [(number, pair) for number, pair in enumerate(pairs) if pair.is_whole]
    vectors.look_up(
        [
            word
            for _, pair in whole
            for side in (pair.source, pair.target)
            for word in word_texts(side.text, side.lang)
        ]
    )
    sides = {
        number: sides_of(pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text, vectors)
        for number, pair in whole
    }
    sides = {number: both for number, both in sides.items() if both.is_whole}
    found = _evidence([pairs[number] for number in sides], list(sides.values()), vectors)
    known = dict(zip(sides, found, strict=True))
    return [known.get(number) for number in range(len(pairs))]


def _evidence(
    pairs: Sequence[Pair], sides: Sequence[Sides], vectors: WordVectors
) -> list[tuple[dict[str, float], Figures]]:
    texts = [texts_to_compare(pair) for pair in pairs]
    rows = vectors.encode([text for own in texts for both in own for text in both])
    usual = [
        shipped_runs().figures([words.texts for words in of_lang], lang.value)
        for lang, of_lang in (
            (Lang.ENGLISH, [both.english for both in sides]),
            (Lang.JAPANESE, [both.japanese for both in sides]),
        )
    ]
    readings = shipped_reader().read(sides)
    evidence = []
    place = 0
    for number, (pair, both, reading) in enumerate(zip(pairs, sides, readings, strict=True)):
        here = rows[place : place + 2 * len(texts[number])]
        place += len(here)
        found = features(pair, both, np.einsum("ij,ij->i", here[::2], here[1::2]))
        for of_lang in usual:
            found |= of_lang[number]
        found |= reading.figures
        found |= {f"wrong_{lang.value}": wrong for lang, wrong in reading.wrong.items()}
        source, target = here[0].astype(np.float64), here[1].astype(np.float64)
        first, second = (source, target) if pair.source.lang is Lang.ENGLISH else (target, source)
        evidence.append((found, np.concatenate([first, second, _PRODUCT * first * second])))
    return evidence
