"""Fit the weights of `src/alignqa/lexicon/swap_weights.py`.

    python training/swaps.py PAIRS.tsv...

One word of each pair is put in another's place, on each side in turn (`benchmarks/planting/words.py`).
A logistic regression tells that word and the one that it should have rendered from all words that are
left over in the pairs as they were. Fitted on professional translations of the years before those
that `benchmarks/words.py` is run on.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))

from alignqa.judging import default_context
from alignqa.lexicon.link_weights import Logistic
from alignqa.lexicon.links import WordLinks
from alignqa.lexicon.swaps import SWAP_KINDS, weighed
from alignqa.text import Lang, Span
from drift import read
from link_weights import tell
from planting import Plant, Row
from planting.words import WordPlanter
from words import as_pairs, as_texts, plants

_SURE = 0.6
Array = NDArray[np.float64]


def counterpart(links: WordLinks, plant: Plant) -> Span | None:
    """What rendered the word that was there before the plant, if that is sure."""
    assert plant.target_span
    start = plant.target_span.start
    was = links.of(Span(start, start + len(plant.was)), plant.lang)
    sure = [link for link in was if link.confidence >= _SURE][:1]
    return next((x.japanese if plant.lang is Lang.ENGLISH else x.english for x in sure), None)


def planted_rows(links: WordLinks, text: str, plant: Plant, other: Span) -> list[Array]:
    """The features of the two words that no longer mean the same."""
    cells, rows = weighed(links, text)
    found = []
    for (row, column), features in zip(cells, rows, strict=True):
        here, there = links.english[row].span, links.japanese[column].span
        if plant.lang is Lang.JAPANESE:
            here, there = there, here
        assert plant.target_span
        if here.overlaps(plant.target_span) and there.overlaps(other):
            found.append(features)
    return found


def rows_of(texts: list[Row]) -> tuple[Array, Array]:
    """The features of planted and of untouched words, and which are planted (1)."""
    context = default_context()
    planter = WordPlanter(texts, context.lexicon)
    linker = context.linker
    clean = as_pairs([(row.english, row.japanese) for row in texts])
    untouched = np.concatenate(
        [weighed(linker.of_pair(p), p.side(Lang.JAPANESE).text)[1] for p in clean]
    )
    swapped = []
    made = plants(texts, planter, random.Random(5))
    texts_made = as_texts([plant for _, plant in made])
    for (number, plant), pair in zip(made, as_pairs(texts_made), strict=True):
        if other := counterpart(linker.of_pair(clean[number]), plant):
            swapped += planted_rows(
                linker.of_pair(pair), pair.side(Lang.JAPANESE).text, plant, other
            )
    return (
        np.concatenate([np.array(swapped), untouched]),
        np.repeat([1.0, 0.0], [len(swapped), len(untouched)]),
    )


def fit(features: Array, labels: Array, ridge: float = 1.0) -> Logistic:
    """A logistic regression by Newton's method on features of one scale."""
    scale = features.std(axis=0) + 1e-6
    rows = np.column_stack([features / scale, np.ones(len(features))])
    penalty = np.eye(rows.shape[1]) * ridge
    penalty[-1, -1] = 1e-6
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        chances = 1 / (1 + np.exp(-(rows @ weights)))
        slope = rows.T @ (labels - chances) - penalty @ weights
        bend = (rows * (chances * (1 - chances))[:, None]).T @ rows + penalty
        weights += np.linalg.solve(bend, slope)
    return Logistic(weights[:-1] / scale, float(weights[-1]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--every", type=int, default=1)
    options = parser.parse_args()
    features, labels = rows_of(read(options.files, options.every))
    print(f"# {int(labels.sum()):,} planted, {int((1 - labels).sum()):,} untouched")
    tell("SWAP", fit(features, labels), SWAP_KINDS)


if __name__ == "__main__":
    main()
