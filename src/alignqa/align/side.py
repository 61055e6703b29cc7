"""One of the two texts, as the aligner sees it: vectors and lengths of its segments."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Numbers = NDArray[np.float64]
Indices = NDArray[np.int64]

# The most neighbours that one bead may take from a side.
TALLEST = 4
# What neighbours say together is the sum of their vectors, each by its length to this power: a long
# one says more, though not in proportion. So no run of neighbours need be encoded.
_BY_LENGTH = 0.3


@dataclass(frozen=True)
class Side:
    """The segments of one text.

    Args:
        vectors: unit rows of shape (segments, dimensions).
        lengths: of shape (segments,), in units that a translation keeps.
        foreign: unit rows of passages in the same language from anywhere, or their mean as one row.
        asides: indices of segments that may well have no counterpart.
    """

    vectors: Matrix
    lengths: Numbers
    foreign: Matrix
    asides: Container[int] = field(default=())

    def __len__(self) -> int:
        return len(self.vectors)

    def runs(self, width: int, starts: Indices) -> Matrix:
        """Unit rows for the runs of `width` neighbours that begin at `starts`."""
        total = self.padded[starts + TALLEST]
        for later in range(1, width):
            total += self.padded[starts + TALLEST + later]
        norms = self.norms[width - 1, starts + width]
        return np.asarray(total / norms[:, None], dtype=np.float32)

    @cached_property
    def padded(self) -> Matrix:
        """The vectors by their weight in a run, after `TALLEST` rows of zeros: so the runs that end
        before the first segments need no care."""
        rows = np.zeros((TALLEST + len(self), self.vectors.shape[1]), dtype=np.float32)
        weights = np.maximum(self.lengths, 1.0) ** _BY_LENGTH
        np.multiply(self.vectors, weights[:, None].astype(np.float32), out=rows[TALLEST:])
        return rows

    @cached_property
    def norms(self) -> Numbers:
        """Norms of the sums of 1 to `TALLEST` weighted neighbours, of shape (widths, segments + 1):
        each where the run ends, counted in segments read by then."""
        rows = self.padded
        # The square of a sum is that of the sum without its first term, plus the products of this.
        products = np.zeros((TALLEST, len(self) + TALLEST))
        for apart in range(TALLEST):
            ends = len(rows) - apart
            products[apart, :ends] = np.einsum("nd,nd->n", rows[:ends], rows[apart:])
        products[1:] *= 2.0
        squares = np.zeros((TALLEST, len(self) + 1))
        for width in range(1, TALLEST + 1):
            first = slice(TALLEST - width, TALLEST - width + len(self) + 1)
            squares[width - 1] = products[:width, first].sum(axis=0)
            if width > 1:
                squares[width - 1] += squares[width - 2]
        return np.sqrt(np.maximum(squares, 1e-18))

    def sums(self, values: NDArray[np.floating]) -> Numbers:
        """Sums of the values of 1 to `TALLEST` neighbouring segments, laid out as `norms` are.

        `values` are of shape (..., segments); the widths come before the last axis. Runs that would
        begin before the text are as long as can be.
        """
        before = np.zeros((*values.shape[:-1], len(self) + 1))
        np.cumsum(values, axis=-1, out=before[..., 1:])
        starts = np.maximum(np.arange(len(self) + 1) - np.arange(1, TALLEST + 1)[:, None], 0)
        return np.asarray(before[..., None, :] - before[..., starts])

    @cached_property
    def distinct(self) -> Indices:
        """Where each segment stands for the first time; repeats are left out."""
        first: dict[bytes, int] = {}
        for index, row in enumerate(self.vectors):
            first.setdefault(row.tobytes(), index)
        return np.array(list(first.values()), dtype=np.int64)
