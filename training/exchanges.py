"""Fit the weights by which `src/alignqa/exchange` tells that two things have changed places.

    python training/exchanges.py PAIRS.tsv... [--every N] [--held-out PAIRS.tsv...]

Each file has English <TAB> Japanese, also xz. Every two things of one kind that a pair has (values,
opposites, names, things of a field) are looked at twice: as they stand, and as though they stood in
each other's place on one side. A logistic regression without intercept tells the two apart; the signs
it reads only change their sign, so that it is as sure of the one as of the other.

Prints the weights, and for the files held out how many of the exchanged couples are told at
log-odds of 2, 3 and 4, and how many of those that stand as they should.
"""

from __future__ import annotations

import argparse
import lzma
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from alignqa import formats, pipeline
from alignqa.exchange.changed_places import Couple, couples
from alignqa.exchange.neighbours import SIGNS
from alignqa.judging import checks_of, default_context
from alignqa.quantities import compared
from alignqa.settings import Settings
from alignqa.text import Lang

_AT = (2.0, 2.5, 3.0, 3.5, 4.0)


def read(paths: Sequence[Path], every: int) -> list[tuple[str, str]]:
    rows = []
    for path in paths:
        opened = lzma.open if path.suffix == ".xz" else open
        with opened(path, "rt", encoding="utf-8") as lines:
            columns = [line.rstrip("\n").split("\t") for line in lines]
        rows += [(row[0], row[1]) for row in columns[::every] if len(row) > 1]
    return rows


def found(rows: Sequence[tuple[str, str]]) -> Iterator[Couple]:
    """Every couple in the sentences of the pairs."""
    settings = Settings.checked([check.rule for check in checks_of(Settings())])
    bitext = formats.of_lists([row[0] for row in rows], [row[1] for row in rows])
    linker = default_context().linker
    for pair in pipeline.pairs_of(bitext, settings):
        for ours, theirs in pair.stretches if pair.is_whole else ():
            english = ours.of(pair.side(Lang.ENGLISH).text)
            japanese = theirs.of(pair.side(Lang.JAPANESE).text)
            comparison = compared(english, japanese, Lang.ENGLISH)
            links = partial(linker.link, english, japanese)
            yield from couples(english, japanese, comparison, links)
        linker.forget()


def fit(told: Sequence[Couple]) -> NDArray[np.float64]:
    rows = np.array([each for couple in told for each in (couple.signs, couple.signs_exchanged)])
    stands = np.tile([1, 0], len(told))
    model = LogisticRegression(C=0.1, fit_intercept=False, max_iter=3000).fit(rows, stands)
    weights: NDArray[np.float64] = model.coef_[0]
    return weights


def tell(name: str, told: Sequence[Couple], weights: NDArray[np.float64]) -> None:
    """How many of the couples are told, exchanged and as they stand, by kind."""
    kinds = [couple.one.kind.split()[0] for couple in told]
    right = -np.array([couple.signs for couple in told]) @ weights
    wrong = -np.array([couple.signs_exchanged for couple in told]) @ weights
    print(f"{name}: {len(told):,} couples")
    for kind in ("", *sorted(set(kinds))):
        own = np.array([not kind or kind == each for each in kinds])
        shares = "  ".join(
            f"{at}: {np.mean(wrong[own] > at):.2f}, {np.sum(right[own] > at)}" for at in _AT
        )
        print(f"  {kind or 'all':20} {own.sum():5}  {shares}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--held-out", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    told = list(found(read(options.files, options.every)))
    weights = fit(told)
    print(", ".join(f"{sign} {weight:.2f}" for sign, weight in zip(SIGNS, weights, strict=True)))
    print(f"WEIGHTS = np.array({[round(float(weight), 2) for weight in weights]})")
    tell("fitted on", told, weights)
    if options.held_out:
        tell("held out", list(found(read(options.held_out, 1))), weights)


if __name__ == "__main__":
    main()
