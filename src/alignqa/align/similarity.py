"""How much more alike two passages are than passages that have nothing to do with each other."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from alignqa.align.side import Matrix, Side

# Margin by the mean similarity to the other side, after Artetxe & Schwenk (2019), "Margin-based
# parallel corpus mining", with all passages for neighbours, which costs one product with the mean
# vector. A short document's own mean says little, so it is filled up with foreign passages to this
# many.
_FILL = 24.0


class Similarity:
    """Compares runs of neighbours of two texts."""

    def __init__(self, source: Side, target: Side) -> None:
        self.source, self.target = source, target
        self._mean_of_source = cache(lambda width: _background(source, width))
        self._mean_of_target = cache(lambda width: _background(target, width))

    def cosine(self, shape: tuple[int, int], i: int, j: int) -> float:
        """The cosine of the runs of this shape that begin at i and j."""
        left = self.source.windows(shape[0], i, i + 1)[0]
        return float(left @ self.target.windows(shape[1], j, j + 1)[0])

    def margins(
        self, shape: tuple[int, int], rows: tuple[int, int], columns: tuple[int, int]
    ) -> Matrix:
        """Margins of the source runs that begin in `rows` with the target runs in `columns`.

        1 is identity, 0 is what unrelated passages of these two texts have in common.
        """
        a, b = shape
        return self._margins(a, b, self.source.windows(a, *rows), self.target.windows(b, *columns))

    def margins_of(self, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> Matrix:
        """Margins of these source segments with these target segments."""
        return self._margins(1, 1, self.source.vectors[rows], self.target.vectors[columns])

    def _margins(self, a: int, b: int, left: Matrix, right: Matrix) -> Matrix:
        background = (
            (left @ self._mean_of_target(b))[:, None] + right @ self._mean_of_source(a)
        ) / 2
        return np.asarray((left @ right.T - background) / np.maximum(1 - background, 1e-3))


def _background(side: Side, width: int) -> Matrix:
    """The mean vector of a text's runs, filled up with foreign passages where they are few.

    A line that is repeated is no more of a background for that.
    """
    own = side.windows(width, 0, len(side))
    own = own[side.distinct[side.distinct < len(own)]]
    fill = max(0.0, _FILL - len(own)) if len(side.foreign) else 0.0
    total = own.sum(axis=0)
    if fill:
        total = total + fill * side.foreign.mean(axis=0)
    return np.asarray(total / max(len(own) + fill, 1.0), dtype=np.float32)
