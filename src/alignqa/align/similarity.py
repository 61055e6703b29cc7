"""How much more alike two passages are than two passages that have nothing to do with each other."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

# Margin by the mean similarity to the other side, after Artetxe & Schwenk (2019), "Margin-based
# parallel corpus mining", with all passages for neighbours, which costs one product with the mean
# vector. A short document's own mean says little, so it is filled up with foreign passages to this
# many.
_FILL = 24.0


class Similarity:
    """Cosines between windows of two texts, with each window's background taken off.

    Args:
        source: for each window width, unit rows of shape (len - width + 1, dimensions).
        target: the same for the other side.
        foreign_source: unit rows of passages in the source's language from anywhere.
        foreign_target: the same in the target's language.
    """

    def __init__(
        self,
        source: Mapping[int, Matrix],
        target: Mapping[int, Matrix],
        foreign_source: Matrix,
        foreign_target: Matrix,
    ) -> None:
        self._source, self._target = source, target
        self._background_of_source = {
            (a, b): source[a] @ _background(target[b], foreign_target)
            for a in source
            for b in target
        }
        self._background_of_target = {
            (a, b): target[b] @ _background(source[a], foreign_source)
            for a in source
            for b in target
        }

    def cosine(self, shape: tuple[int, int], i: int, j: int) -> float:
        """The plain cosine of the windows that start at i and j."""
        return float(self._source[shape[0]][i] @ self._target[shape[1]][j])

    def rows(self, shape: tuple[int, int], start: int, end: int) -> Matrix:
        """Margins of the source windows `start` to `end` with every target window.

        1 is identity, 0 is what unrelated passages of these two texts have in common.
        """
        a, b = shape
        cosines = self._source[a][start:end] @ self._target[b].T
        background = (
            self._background_of_source[shape][start:end, None] + self._background_of_target[shape]
        ) / 2
        return np.asarray(
            (cosines - background) / np.maximum(1 - background, 1e-3), dtype=np.float32
        )


def _background(own: Matrix, foreign: Matrix) -> NDArray[np.float32]:
    """The mean vector of a text's windows, filled up with foreign passages where they are few."""
    # A line that is repeated is no more of a background for that.
    own = np.array(list({row.tobytes(): row for row in own}.values())).reshape(-1, own.shape[1])
    fill = max(0.0, _FILL - len(own)) if len(foreign) else 0.0
    total = own.sum(axis=0) + (fill * foreign.mean(axis=0) if fill else 0.0)
    return np.asarray(total / max(len(own) + fill, 1.0), dtype=np.float32)
