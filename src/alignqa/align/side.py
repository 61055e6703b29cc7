"""One of the two texts, as the aligner sees it: vectors and lengths of its segments."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

# What neighbours say together is the sum of their vectors, each by its length to this power: a long
# one says more, though not in proportion. So no run of neighbours need be encoded.
_BY_LENGTH = 0.3


@dataclass(frozen=True)
class Side:
    """The segments of one text.

    Args:
        vectors: unit rows of shape (segments, dimensions).
        lengths: of shape (segments,), in units that a translation keeps.
        foreign: unit rows of passages in the same language from anywhere.
        asides: indices of segments that may well have no counterpart.
    """

    vectors: Matrix
    lengths: NDArray[np.float64]
    foreign: Matrix
    asides: Container[int] = field(default=())

    def __len__(self) -> int:
        return len(self.vectors)

    def windows(self, width: int, start: int, end: int) -> Matrix:
        """Unit rows for the runs of `width` neighbours that begin at `start` to `end` - 1."""
        if width == 1:
            return self.vectors[start:end]
        end = max(start, min(end, len(self) - width + 1))
        total = self._weighted[start:end].copy()
        for later in range(1, width):
            total += self._weighted[start + later : end + later]
        norms = np.linalg.norm(total, axis=1, keepdims=True)
        return np.asarray(total / np.maximum(norms, 1e-9), dtype=np.float32)

    def length_of_windows(self, width: int, start: int, end: int) -> NDArray[np.float64]:
        """The lengths of these runs."""
        end = max(start, min(end, len(self) - width + 1))
        return self._length_before[start + width : end + width] - self._length_before[start:end]

    def asides_in_windows(self, width: int, start: int, end: int) -> NDArray[np.float64]:
        """How many asides there are in these runs."""
        end = max(start, min(end, len(self) - width + 1))
        return self._asides_before[start + width : end + width] - self._asides_before[start:end]

    @cached_property
    def _asides_before(self) -> NDArray[np.float64]:
        marks = [float(index in self.asides) for index in range(len(self))]
        return np.concatenate([[0.0], np.cumsum(marks)])

    @cached_property
    def _weighted(self) -> Matrix:
        weights = np.maximum(self.lengths, 1.0) ** _BY_LENGTH
        return (self.vectors * weights[:, None]).astype(np.float32)

    @cached_property
    def _length_before(self) -> NDArray[np.float64]:
        return np.concatenate([[0.0], np.cumsum(self.lengths)])

    @cached_property
    def distinct(self) -> NDArray[np.int64]:
        """Where each segment stands for the first time; repeats are left out."""
        first: dict[bytes, int] = {}
        for index, row in enumerate(self.vectors):
            first.setdefault(row.tobytes(), index)
        return np.array(list(first.values()), dtype=np.int64)
