"""How much more alike two passages are than passages that have nothing to do with each other."""

from __future__ import annotations

import numpy as np

from alignqa.align.side import TALLEST, Indices, Matrix, Numbers, Side

# Margin by the mean similarity to the other side, after Artetxe & Schwenk (2019), "Margin-based
# parallel corpus mining", with all passages for neighbours, which costs one product with the mean
# vector. A short document's own mean says little, so it is filled up with foreign passages to this
# many.
_FILL = 24.0
_AT_ONCE = 4096


class Similarity:
    """Compares runs of neighbours of two texts.

    The margin of two runs is 1 where they are the same, and 0 where they are as alike as unrelated
    passages of these texts. Half of what is common to all of the other text's runs of one width is
    `source_background`, of shape (widths, widths, source segments + 1): by the width of the run in
    the source, that of the runs in the target, and where the run ends; `target_background` alike,
    by the width in the target first.
    """

    def __init__(self, source: Side, target: Side) -> None:
        self.source, self.target = source, target
        of_source, of_target = _means(source), _means(target)
        self.source_background = _half_in_common(source, of_target)
        self.target_background = _half_in_common(target, of_source)

    def cosines(self, shape: tuple[int, int], i: Indices, j: Indices) -> Numbers:
        """The cosines of the runs of this shape that begin at i and j, one by one."""
        parts = [
            np.einsum(
                "nd,nd->n",
                self.source.runs(shape[0], i[start : start + _AT_ONCE]),
                self.target.runs(shape[1], j[start : start + _AT_ONCE]),
            )
            for start in range(0, len(i), _AT_ONCE)
        ]
        return np.concatenate([np.zeros(0), *parts])

    def margins_of(self, rows: Indices, columns: Indices) -> Matrix:
        """Margins of these source segments with these target segments."""
        background = (
            self.source_background[0, 0, rows + 1][:, None]
            + self.target_background[0, 0, columns + 1]
        ).astype(np.float32)
        cosines = self.source.vectors[rows] @ self.target.vectors[columns].T
        return np.asarray((cosines - background) / np.maximum(1 - background, 1e-3))


def _means(side: Side) -> Matrix:
    """The mean vectors of a text's runs of 1 to `TALLEST` segments, filled up with foreign passages
    where they are few.

    A line that is repeated is no more of a background for that.
    """
    n = len(side)
    widths = np.arange(1, TALLEST + 1)[:, None]
    starts = np.arange(n + 1) - widths
    is_first = np.zeros(n + 1, dtype=bool)
    is_first[side.distinct] = True
    counted = is_first[np.maximum(starts, 0)] & (starts >= 0)
    counts = counted.sum(axis=1)
    # A segment's part is the sum, over the runs that it is in, of 1 by their norm.
    before = np.zeros((TALLEST, n + 2))
    np.cumsum(counted / side.norms, axis=1, out=before[:, 1:])
    ends = np.minimum(np.arange(1, n + 1) + widths, n + 1)
    parts = np.take_along_axis(before, ends, axis=1) - before[:, 1 : n + 1]
    fill = np.maximum(0.0, _FILL - counts) if len(side.foreign) else np.zeros(TALLEST)
    total = parts.astype(np.float32) @ side.padded[TALLEST:]
    if fill.any():
        total = total + fill[:, None] * side.foreign.mean(axis=0)
    return np.asarray(total / np.maximum(counts + fill, 1.0)[:, None], dtype=np.float32)


def _half_in_common(side: Side, means: Matrix) -> Numbers:
    """Half the cosines of a side's runs with the means of the other."""
    products = means @ side.padded[TALLEST:].T
    return np.asarray(side.sums(products) / side.norms / 2).transpose(1, 0, 2)
