"""Fit the weights of `alignqa.coverage.gaps`: which runs of phrases are left out or added.

    python training/coverage_runs.py PAIRS.tsv... [--every N]

Each file holds one pair a line, English <TAB> Japanese, with a document's name in the third column;
fitted on the English–Japanese references of WMT22 and the development half of NTREX-128. What is put
into a side, or taken out of the other, is planted as in `benchmarks/omissions.py`. A run that shares
three fifths of its words with the planted one (over their union) is right; those of untouched text,
and those that hardly touch the planted one, are wrong. A logistic regression over what
`gaps.WEIGHTS` names, whose signs are given; prints the weights.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

import omissions
from alignqa.bitext import Pair
from alignqa.coverage.gaps import WEIGHTS, Runs, Stretch, runs
from alignqa.coverage.stretches import judged_stretches
from alignqa.judging import default_context
from alignqa.text import Lang, Span

Floats = NDArray[np.float64]
# Of the runs that are plainly wrong so many are kept.
THINNED = 0.35
# Which way each weight must point: all speak for a gap but two.
SIGNS = {name: -1.0 if name in {"rest", "too_short_after"} else 1.0 for name in WEIGHTS}


def labels(stretch: Stretch, found: Runs, planted: Span | None, is_planted_side: bool) -> Floats:
    """1 for a right run, 0 for a wrong one, -1 for what is left out of the fit."""
    if planted is None:
        return np.zeros(len(found.begin))
    if not is_planted_side:
        return np.full(len(found.begin), -1.0)
    inside = np.array([planted.start <= word.span.start < planted.end for word in stretch.words])
    upto = np.concatenate([[0], np.cumsum(inside)])
    shared, size = upto[found.end] - upto[found.begin], found.end - found.begin
    overlap = shared / np.maximum(size + upto[-1] - shared, 1)
    right, wrong = overlap >= 0.6, shared < 0.25 * size
    wrong |= (overlap < 0.4) & (size > 1.8 * upto[-1])
    return np.where(right, 1.0, np.where(wrong, 0.0, -1.0))


def rows_of(
    pair: Pair, planted: Span | None, lang: Lang | None
) -> tuple[list[Floats], list[Floats]]:
    features, wanted = [], []
    for judged in judged_stretches(pair, default_context().vectors):
        found = runs(judged.stretch, judged.missing)
        if found is not None:
            features.append(found.features)
            wanted.append(labels(judged.stretch, found, planted, judged.stretch.lang is lang))
    return features, wanted


def fitted(table: Floats, right: NDArray[np.bool_], signs: Floats) -> tuple[Floats, float]:
    """The logistic regression of the greatest likelihood whose weights have these signs."""
    middle, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    rows = np.column_stack([(table - middle) / spread * signs, np.ones(len(table))])
    sides = np.where(right, 1.0, -1.0)

    def loss(weights: Floats) -> tuple[float, Floats]:
        margins = sides * (rows @ weights)
        slope = -sides / (1 + np.exp(margins))
        penalty = weights * np.array([1.0] * len(signs) + [0.0])
        return (
            float(np.logaddexp(0, -margins).sum() + (penalty @ penalty) / 2),
            rows.T @ slope + penalty,
        )

    bounds = [(0.0, None)] * len(signs) + [(None, None)]
    found = minimize(loss, np.zeros(len(bounds)), jac=True, method="L-BFGS-B", bounds=bounds).x
    weights = found[:-1] * signs / spread
    return weights, float(found[-1] - weights @ middle)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--every", type=int, default=1)
    options = parser.parse_args()
    rng, chance = random.Random(5), np.random.default_rng(0)
    features: list[Floats] = []
    wanted: list[Floats] = []
    for path in options.files:
        rows = omissions.rows_of(path)
        paragraphs = omissions.paragraphs(rows)[:: options.every]
        whole = [(row[0], row[1], Lang.JAPANESE) for row in rows[:: options.every]]
        whole += [omissions.whole(paragraph, rng.choice(list(Lang))) for paragraph in paragraphs]
        planted = omissions.in_pairs(rows, options.every, rng)
        planted += omissions.in_paragraphs(paragraphs, rng)
        for pair in omissions.pairs_of(whole):
            made = rows_of(pair, None, None)
            features += made[0]
            wanted += made[1]
        pairs = omissions.pairs_of([(one.source, one.target, one.lang) for one in planted])
        for pair, one in zip(pairs, planted, strict=True):
            made = rows_of(pair, one.span, one.lang.other if one.is_omission else one.lang)
            features += made[0]
            wanted += made[1]
    table, right = np.vstack(features), np.concatenate(wanted)
    names = list(WEIGHTS)
    is_hard = table[:, names.index("evidence")] + table[:, names.index("excess")] > 2
    kept = (right > 0) | ((right == 0) & (is_hard | (chance.random(len(right)) < THINNED)))
    weights, intercept = fitted(table[kept], right[kept] > 0, np.array([SIGNS[n] for n in names]))
    print(f"{int((right > 0).sum()):,} right runs, {int((right == 0).sum()):,} wrong ones")
    for name, weight in zip(names, weights, strict=True):
        print(f'    "{name}": {weight:.3f},')
    print(f"INTERCEPT = {intercept:.2f}")


if __name__ == "__main__":
    main()
