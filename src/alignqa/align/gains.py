"""What each bead adds to a chain, beyond what its segments count alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from alignqa.align.costs import Costs
from alignqa.align.side import TALLEST, Indices, Matrix, Numbers, Side
from alignqa.align.similarity import Similarity

# How many source and target segments a bead may hold beside the empty ones; after Gale & Church
# (1993), with the rarer shapes that free translation makes.
BEAD_SHAPES = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (2, 3), (3, 2), (1, 4), (4, 1))
# Gains are counted in whole numbers of this part of a unit of margin.
UNIT = 2.0**-20
# What is much to a short segment is nothing to a long one: a few characters more or less.
_CHARACTERS = 5.0
_MOST_RATIO = 2.0


@dataclass(frozen=True, slots=True)
class _Ends:
    """What a bead's run of segments on one side brings to its gain: of shape (shapes, segments + 1)
    each, by where the run ends."""

    inverse_norms: Matrix
    background: Matrix
    log_lengths: Matrix
    costs: Matrix


class Gains:
    """A bead gains the segments in it times their margin less what it costs; and what these would
    gain alone is taken off, so that a chain of segments alone counts 0.

    The product of the vectors of two runs is the sum of those of their segments, so all shapes are
    made of one matrix product.
    """

    def __init__(self, similarity: Similarity, costs: Costs) -> None:
        self._source, self._target = similarity.source.padded, similarity.target.padded
        widths = np.array(BEAD_SHAPES)
        sizes = widths.sum(axis=1)
        a, b = (widths - 1).T
        self._rows = _ends(similarity.source, a, sizes, similarity.source_background[a, b], costs)
        self._columns = _ends(
            similarity.target, b, sizes, similarity.target_background[b, a], costs
        )
        joining = costs.joining * sizes * (sizes - 2) / UNIT
        self._rows.costs[...] += joining[:, None].astype(np.float32)
        self._sizes = (sizes[:, None, None] / UNIT).astype(np.float32)
        self._length = np.float32(costs.length)

    def block(self, rows: tuple[int, int], columns: tuple[int, int]) -> Matrix:
        """Of shape (shapes, rows, columns), by where the beads end, in segments read by then.

        Beads that would begin before the texts do gain something meaningless.
        """
        gains = self._products(rows, columns)
        above, beside = self._rows, self._columns
        down = np.s_[:, rows[0] : rows[1], None]
        across = np.s_[:, None, columns[0] : columns[1]]
        gains *= above.inverse_norms[down]
        gains *= beside.inverse_norms[across]
        scratch = above.background[down] + beside.background[across]
        gains -= scratch
        np.subtract(1, scratch, out=scratch)
        gains /= np.maximum(scratch, 1e-3, out=scratch)
        np.subtract(above.log_lengths[down], beside.log_lengths[across], out=scratch)
        np.abs(scratch, out=scratch)
        np.minimum(scratch, _MOST_RATIO, out=scratch)
        scratch *= self._length
        gains -= scratch
        gains *= self._sizes
        gains -= above.costs[down]
        gains -= beside.costs[across]
        return gains

    def _products(self, rows: tuple[int, int], columns: tuple[int, int]) -> Matrix:
        above = TALLEST - 1
        products = (
            self._source[rows[0] : rows[1] + above]
            @ self._target[columns[0] : columns[1] + above].T
        )
        height, width = rows[1] - rows[0], columns[1] - columns[0]
        along = [products[:, above:]]
        for back in range(1, TALLEST):
            along.append(along[-1] + products[:, above - back : above - back + width])
        found = np.empty((len(BEAD_SHAPES), height, width), dtype=np.float32)
        for shape, (a, b) in zip(found, BEAD_SHAPES, strict=True):
            shape[...] = along[b - 1][above:]
            for back in range(1, a):
                shape += along[b - 1][above - back : above - back + height]
        return found


def _ends(side: Side, widths: Indices, sizes: Indices, background: Numbers, costs: Costs) -> _Ends:
    asides = np.array([index in side.asides for index in range(len(side))], dtype=float)
    alone = np.where(asides, costs.aside, costs.alone)
    lengths, titles, alone = side.sums(np.stack([side.lengths, asides, alone]))
    # A title is not the first sentence of the paragraph below it.
    titles[0] = 0.0
    dues = sizes[:, None] * costs.joining * titles[widths] + alone[widths]
    return _Ends(
        *(
            values.astype(np.float32)
            for values in (
                (1 / side.norms)[widths],
                background,
                np.log(lengths + _CHARACTERS)[widths],
                dues / UNIT,
            )
        )
    )
