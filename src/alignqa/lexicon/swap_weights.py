"""Weights of the evidence for one word put for another, fitted by `training/swaps.py`, and for one
half of a compound, by `training/halves.py`."""

from __future__ import annotations

import numpy as np

from alignqa.lexicon.link_weights import Logistic

# Two words, by `swaps.SWAP_KINDS`.
SWAP = Logistic(
    np.array(
        [
            -0.59,
            -0.59,
            0.43,
            -2.44,
            -0.47,
            -0.62,
            0.62,
            1.12,
            1.52,
            -3.28,
            -2.65,
            -4.03,
            -3.47,
            2.02,
            -0.64,
            -1.91,
            -0.82,
            -2.67,
            0.61,
            0.47,
            0.77,
        ]
    ),
    -2.15,
)

# One half of a compound, by `half_swaps.HALF_KINDS`.
HALF = Logistic(np.array([-0.64, -0.35, -4.43, -3.73, 0.04, 1.42]), 1.36)
