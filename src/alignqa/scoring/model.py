"""The learned judgement: weights over the evidence, one sum for each figure and direction."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from alignqa.text import Lang

Figures = NDArray[np.float64]

EMBEDDED = Path(__file__).parent.parent / "data" / "quality" / "judgement.npz"
# A figure further out than this many standard deviations says no more than one that far out.
_FARTHEST = 8.0


@dataclass(frozen=True, slots=True)
class Sum:
    """A weighted sum of standardised figures, and of the vectors' part, that a logistic curve
    turns into a share of 1."""

    names: tuple[str, ...]
    mean: Figures
    scale: Figures
    weights: Figures
    vector_weights: Figures
    intercept: float

    def log_odds(self, named: dict[str, float], vectors: Figures) -> float:
        """The sum for one pair."""
        values = np.fromiter(map(named.__getitem__, self.names), np.float64, len(self.names))
        standard = (values - self.mean) / self.scale
        standard = np.minimum(np.maximum(standard, -_FARTHEST), _FARTHEST)
        total = self.intercept + float(standard @ self.weights)
        if len(self.vector_weights):
            total += float(vectors @ self.vector_weights)
        return total

    def share(self, named: dict[str, float], vectors: Figures) -> float:
        """The sum on the logistic curve, in (0, 1)."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.log_odds(named, vectors)))))


@dataclass(frozen=True, slots=True)
class Model:
    """Adequacy and danger by the source's language, and the threshold of `critical_error`."""

    adequacy: dict[Lang, Sum]
    danger: dict[Lang, Sum]
    threshold: dict[Lang, float]


@cache
def shipped_model(file: Path = EMBEDDED) -> Model:
    """The weights as `training/quality.py` writes them, loaded once."""
    with np.load(file) as stored:
        return Model(
            {lang: _sum(stored, f"adequacy_{lang}") for lang in Lang},
            {lang: _sum(stored, f"danger_{lang}") for lang in Lang},
            {lang: float(stored[f"threshold_{lang}"]) for lang in Lang},
        )


def _sum(stored: np.lib.npyio.NpzFile, prefix: str) -> Sum:
    mean, scale, weights, vector_weights = (
        stored[f"{prefix}_{part}"].astype(np.float64)
        for part in ("mean", "scale", "weights", "vector_weights")
    )
    names = tuple(map(str, stored[f"{prefix}_names"]))
    return Sum(names, mean, scale, weights, vector_weights, float(stored[f"{prefix}_intercept"]))
