"""Fit the weights HALF of `src/alignqa/lexicon/swap_weights.py`.

    python training/halves.py PAIRS.tsv...

One half of a compound of each pair is put in another's place, on each side in turn
(`benchmarks/planting/halves.py`). A logistic regression tells these halves from those that are left
over in the pairs as they were. Fitted on professional translations of the years before those that
`benchmarks/words.py` is run on.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))

from alignqa.bitext import Pair
from alignqa.judging import default_context
from alignqa.lexicon.compound_halves import Half, halves
from alignqa.lexicon.half_swaps import HALF_KINDS, weighed_halves
from alignqa.lexicon.links import Linker, beads_of
from alignqa.text import Lang
from drift import read
from link_weights import tell
from planting import Plant, Row
from planting.halves import HalfPlanter
from swaps import fit
from words import as_pairs, as_texts, plants

Array = NDArray[np.float64]


def halves_of(pair: Pair, linker: Linker) -> list[Half]:
    english, japanese = pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text
    return halves(english, japanese, beads_of(pair), linker.sources)


def is_planted(half: Half, plant: Plant) -> bool:
    span = half.english.span if plant.lang is Lang.ENGLISH else half.japanese.span
    return bool(plant.target_span and span.overlaps(plant.target_span))


def rows_of(texts: list[Row]) -> tuple[Array, Array]:
    """The features of planted and of untouched halves, and which are planted (1)."""
    linker = default_context().linker
    found, labels = [], []
    for pair in as_pairs([(row.english, row.japanese) for row in texts]):
        if mine := halves_of(pair, linker):
            found.append(weighed_halves(mine, linker.of_pair(pair)))
            labels += [0.0] * len(mine)
    made = [
        plant for _, plant in plants(texts, HalfPlanter(texts, linker.sources), random.Random(5))
    ]
    for plant, pair in zip(made, as_pairs(as_texts(made)), strict=True):
        if mine := [half for half in halves_of(pair, linker) if is_planted(half, plant)]:
            found.append(weighed_halves(mine, linker.of_pair(pair)))
            labels += [1.0] * len(mine)
    return np.concatenate(found), np.array(labels)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--every", type=int, default=1)
    options = parser.parse_args()
    features, labels = rows_of(read(options.files, options.every))
    print(f"# {int(labels.sum()):,} planted, {int((1 - labels).sum()):,} untouched")
    tell("HALF", fit(features, labels), HALF_KINDS)


if __name__ == "__main__":
    main()
