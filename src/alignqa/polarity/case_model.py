"""How likely a noun is to stand with を rather than with が before a verb.

The model knows both words by their vectors, so that it can tell of nouns and verbs that it has never
seen together: a guitar is played, 弾く, and a boy is not. `training/cases.py` fits it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from alignqa.errors import AlignqaError
from alignqa.lexicon.vectors import WordVectors
from alignqa.polarity.cases import Case

EMBEDDED = Path(__file__).parent.parent / "data" / "polarity" / "cases.npz"

Matrix = NDArray[np.float32]


class CaseModel:
    """Reads the model's arrays; dimensions d of the vectors, p of the products, h of the hidden layer.

    `noun`, `active` and `passive` are of shape (d + 1, p + h + 1), the last row an offset: what a word
    brings to the products, to the hidden layer and to the outcome. `out` has shape (h,).

    Raises:
        AlignqaError: if the file is not there or is not such a model.
    """

    def __init__(self, path: Path = EMBEDDED) -> None:
        try:
            with np.load(path) as arrays:
                self._noun, self._active, self._passive, self._out = (
                    arrays[name].astype(np.float32) for name in ("noun", "active", "passive", "out")
                )
        except (OSError, KeyError, ValueError) as error:
            raise AlignqaError(
                f"The model of cases {path} cannot be read ({error}); reinstall alignqa."
            ) from error

    def log_odds(self, cases: Sequence[Case], vectors: WordVectors) -> NDArray[np.float32]:
        """For each noun and its verb the logarithm of the odds that を joins them, shape (cases,)."""
        nouns = _turned(vectors.of([case.head for case in cases]), self._noun)
        rows = vectors.of([case.base for case in cases])
        passive = np.array([case.is_passive for case in cases])
        verbs = np.where(
            passive[:, None], _turned(rows, self._passive), _turned(rows, self._active)
        )
        products = nouns.shape[1] - len(self._out) - 1
        hidden = np.maximum(nouns[:, products:-1] + verbs[:, products:-1], 0)
        return np.asarray(
            (nouns[:, :products] * verbs[:, :products]).sum(axis=1)
            + hidden @ self._out
            + nouns[:, -1]
            + verbs[:, -1]
        )


def _turned(rows: Matrix, weights: Matrix) -> Matrix:
    return np.asarray(rows @ weights[:-1] + weights[-1])


@cache
def shipped_case_model() -> CaseModel:
    """The model that ships."""
    return CaseModel()
