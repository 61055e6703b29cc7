"""All that is known of a pair before the checks speak, as one row of figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from alignqa.bitext import Pair
from alignqa.lexicon.vectors import WordVectors
from alignqa.scoring.features import features, texts_to_compare
from alignqa.scoring.reader import Reader
from alignqa.scoring.runs import Runs
from alignqa.scoring.sides import sides_of, word_texts
from alignqa.text import Lang

Figures = NDArray[np.float64]

# Pairs whose words and texts are looked up together.
_BATCH = 256
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
) -> Iterator[tuple[dict[str, float], Figures] | None]:
    """For each pair its figures by name, and its vectors' part; `None` where a side has no words.

    The vectors' part is the English text's vector, the Japanese one's, and their product number
    by number.
    """
    for start in range(0, len(pairs), _BATCH):
        yield from _batch(pairs[start : start + _BATCH], vectors)


def _batch(
    pairs: Sequence[Pair], vectors: WordVectors
) -> Iterator[tuple[dict[str, float], Figures] | None]:
    words = {
        word
        for pair in pairs
        if pair.is_whole
        for side in (pair.source, pair.target)
        for word in word_texts(side.text, side.lang)
    }
    vectors.of(sorted(words))
    texts = [texts_to_compare(pair) if pair.is_whole else [] for pair in pairs]
    rows = vectors.encode([text for own in texts for both in own for text in both])
    place = 0
    for pair, own in zip(pairs, texts, strict=True):
        mine = rows[place : place + 2 * len(own)]
        place += 2 * len(own)
        yield _evidence(pair, mine, vectors) if own else None


def _evidence(
    pair: Pair, rows: NDArray[np.float32], vectors: WordVectors
) -> tuple[dict[str, float], Figures] | None:
    sides = sides_of(pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text, vectors)
    if not sides.is_whole:
        return None
    found = features(pair, sides, np.einsum("ij,ij->i", rows[::2], rows[1::2]))
    for lang, words in ((Lang.ENGLISH, sides.english), (Lang.JAPANESE, sides.japanese)):
        found |= shipped_runs().figures(words.texts, lang.value)
    reading = shipped_reader().read(sides)
    found |= {f"reader_{place}": float(v) for place, v in enumerate(reading.summary)}
    found |= {f"wrong_{lang.value}": wrong for lang, wrong in reading.wrong.items()}
    source, target = rows[0].astype(np.float64), rows[1].astype(np.float64)
    first, second = (source, target) if pair.source.lang is Lang.ENGLISH else (target, source)
    return found, np.concatenate([first, second, _PRODUCT * first * second])
