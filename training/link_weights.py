"""Fit the weights of `src/alignqa/lexicon/link_weights.py`.

    python training/link_weights.py --gold KFTT.tsv --swap PAIRS.tsv...

Three logistic regressions, as in `benchmarks/links.py`, whose readers of the files are used: whether
two words are linked by hand (every other pair of the gold), the same given their rivals, and whether
a word is the translator's own or was put in from another pair.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))

import alignqa.lexicon.links
from alignqa.lexicon.link_evidence import KINDS
from alignqa.lexicon.link_weights import Logistic
from alignqa.lexicon.links import RENDERED_KINDS, rendered_features, sure_features
from alignqa.text import Lang
from links import gold_pairs, place_of, read, shipped_linker, swaps

# The gold has no capitals, so that no name of it is compared by sound, and it has single sentences.
BY_HAND = {"sound": 6.0, "other_bead": -3.0}
Array = NDArray[np.float64]


def fit(features: Array, labels: Array, ridge: float = 1.0) -> Logistic:
    """A logistic regression by Newton's method, its weights (not the intercept) held small."""
    rows = np.column_stack([features, np.ones(len(features))])
    penalty = np.eye(rows.shape[1]) * ridge
    penalty[-1, -1] = 1e-6
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        chances = 1 / (1 + np.exp(-(rows @ weights)))
        slope = rows.T @ (labels - chances) - penalty @ weights
        bend = (rows * (chances * (1 - chances))[:, None]).T @ rows + penalty
        weights += np.linalg.solve(bend, slope)
    return Logistic(weights[:-1], float(weights[-1]))


def tell(name: str, model: Logistic, kinds: tuple[str, ...]) -> None:
    print(f"# {', '.join(f'{k} {w:.2f}' for k, w in zip(kinds, model.weights, strict=True))}")
    print(
        f"{name} = Logistic(np.array({[round(float(w), 2) for w in model.weights]}), {model.intercept:.2f})"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--swap", type=Path, nargs="+", required=True)
    parser.add_argument("--every", type=int, default=1)
    options = parser.parse_args()
    linker = shipped_linker()
    pairs = [
        (links, joined)
        for links, joined in gold_pairs(options.gold, 0, 2, linker)
        if links.found.size
    ]
    labels = []
    for links, joined in pairs:
        label = np.zeros(links.found.shape[:2])
        for cell in joined:
            label[cell] = 1
        labels.append(label)
    flat = np.concatenate([label.ravel() for label in labels])
    link = fit(np.concatenate([links.found.reshape(-1, len(KINDS)) for links, _ in pairs]), flat)
    for kind, weight in BY_HAND.items():
        link.weights[KINDS.index(kind)] = weight
    tell("LINK", link, KINDS)
    scores = [links.found @ link.weights + link.intercept for links, _ in pairs]
    rivals = np.concatenate([sure_features(s).reshape(-1, 3) for s in scores])
    # Only those that are the best of their row or column ever become links.
    best = rivals[:, 1:].max(axis=1) >= 0
    sure = fit(rivals[best], flat[best])
    tell("SURE", sure, ("score", "before row", "before column"))

    # What a word's own model reads rests on the two above.
    alignqa.lexicon.links.LINK, alignqa.lexicon.links.SURE = link, sure
    linker = shipped_linker()
    texts = read(options.swap, options.every)
    for lang in Lang:
        rows, truth = [], []
        for before, after, right, wrong in swaps(texts, lang, random.Random(5)):
            for real, (both, span) in enumerate(((after, wrong), (before, right))):
                links = linker.link(*both)
                place = place_of(links.english if lang is Lang.ENGLISH else links.japanese, span)
                if place is not None and links.found.size:
                    rows.append(rendered_features(links, lang)[place])
                    truth.append(float(real))
        model = fit(np.array(rows), np.array(truth))
        tell(f"RENDERED[{lang.name}]", model, RENDERED_KINDS)


if __name__ == "__main__":
    main()
