"""Weights of the evidence for links, fitted by `training/link_weights.py`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignqa.text import Lang


@dataclass(frozen=True)
class Logistic:
    """A logistic regression: the log-odds are `features @ weights + intercept`."""

    weights: NDArray[np.float64]
    intercept: float


# Two words, by `link_evidence.KINDS`.
LINK = Logistic(
    np.array([0.91, 0.07, 0.19, 4.88, -4.2, 0.59, 6.0, -2.55, -3.0, -6.66, -7.51]), 1.13
)
# The same, given their rivals, by `links.sure_features`.
SURE = Logistic(np.array([0.12, 0.58, 0.48]), 0.16)
# One word, by `links.RENDERED_KINDS`.
RENDERED = {
    Lang.ENGLISH: Logistic(
        np.array(
            [
                0.31,
                0.5,
                0.57,
                1.74,
                0.89,
                7.49,
                1.36,
                0.01,
                -0.37,
                0.17,
                1.32,
                0.01,
                1.25,
                -0.66,
                -0.66,
                -0.1,
                -0.56,
                0.0,
                -0.44,
            ]
        ),
        -0.50,
    ),
    Lang.JAPANESE: Logistic(
        np.array(
            [
                0.4,
                0.61,
                1.02,
                0.61,
                0.35,
                6.6,
                1.62,
                0.05,
                -0.09,
                1.16,
                0.62,
                0.86,
                -0.36,
                -0.45,
                -0.81,
                -0.24,
                -0.4,
                -0.36,
                -0.27,
            ]
        ),
        -0.80,
    ),
}
