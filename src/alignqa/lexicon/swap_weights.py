"""Weights of the evidence for one word put for another, fitted by `training/swaps.py`, and for one
half of a compound, by `training/halves.py`."""

from __future__ import annotations

import numpy as np

from alignqa.lexicon.link_weights import Logistic

# Two words, by `swaps.SWAP_KINDS`.
SWAP = Logistic(
    np.array(
        [
            -0.56,
            -0.5,
            0.56,
            -3.62,
            -0.29,
            -0.5,
            0.74,
            1.31,
            1.45,
            -2.59,
            -3.15,
            -2.42,
            -1.35,
            2.14,
            -1.91,
            -1.56,
            1.11,
            1.74,
            -0.06,
            -0.07,
            -0.29,
            -0.15,
        ]
    ),
    -4.19,
)

# One half of a compound, by `half_swaps.HALF_KINDS`.
HALF = Logistic(np.array([-0.64, -0.35, -4.43, -3.73, 0.04, 1.42]), 1.36)
