"""The best monotonic chain of beads within a band, by dynamic programming."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignqa.align.costs import Costs
from alignqa.align.gains import BEAD_SHAPES, Gains
from alignqa.align.side import TALLEST, Indices
from alignqa.align.similarity import Similarity
from alignqa.bitext import Bead

# So many rows, or cells, are prepared at a time.
_ROWS = 64
_CELLS = 16_384
# An edge of the band that the chain comes so near may have cut off a better one.
_NEAR_EDGE = 8

# A cell holds what the best chain to it counts, times 16, plus what that ends with: `_SOURCE_ALONE`,
# or less by one for each later shape of `BEAD_SHAPES`. So the greatest number is the best chain, and
# of equal ones that of the earlier shape. 0 is left for a target segment alone.
_TIMES = 4
_KINDS = (1 << _TIMES) - 1
_SOURCE_ALONE = _KINDS
_NEVER = -(2**60)
_STARTS = np.array([*BEAD_SHAPES, (1, 0)])
_SHAPE_OF_KIND = {
    0: (0, 1),
    _SOURCE_ALONE: (1, 0),
    **{_SOURCE_ALONE - number: shape for number, shape in enumerate(BEAD_SHAPES, start=1)},
}


@dataclass(frozen=True, slots=True)
class Band:
    """For each number of source segments read, from 0 to all, the first and the last number of
    target segments that the chain may have read by then; both never fall."""

    first: Indices
    last: Indices


def whole(n: int, m: int) -> Band:
    """The band that leaves nothing out."""
    return Band(np.zeros(n + 1, dtype=np.int64), np.full(n + 1, m, dtype=np.int64))


def chain(similarity: Similarity, costs: Costs, band: Band) -> tuple[list[Bead], bool]:
    """Beads in order, every segment in exactly one; and whether the band left them room.

    The chain maximises the sum of its beads' gains. Time and memory go with the cells of the band,
    of which each takes one byte.
    """
    m = len(similarity.target)
    gains = Gains(similarity, costs)
    # The last rows, by row number; before each, columns from which no chain comes.
    stride = TALLEST + m + 1
    cells = np.full((TALLEST + 1) * stride, _NEVER, dtype=np.int64)
    rows = cells.reshape(TALLEST + 1, stride)[:, TALLEST:]
    rows[0, : band.last[0] + 1] = 0
    written = [(0, int(band.last[0]) + 1)] * len(rows)
    kinds = [np.zeros(int(band.last[0]) + 1, dtype=np.int8)]
    lows = [0]
    for start, end, width in _blocks(band):
        block_lows = np.minimum(band.first[start:end], m + 1 - width)
        values = _values(gains, (start, end), block_lows, width)
        best, reach = np.empty((2, end - start, width), dtype=np.int64)
        # Where the beads that end in a row come from, less its first column.
        origins = (np.arange(len(rows))[:, None] - _STARTS[:, 0]) % len(rows) * stride
        origins += TALLEST - _STARTS[:, 1]
        origins = origins[:, :, None] + np.arange(width)
        found = np.empty((len(_STARTS), width), dtype=np.int64)
        for i, low in enumerate(block_lows.tolist()):
            number = (start + i) % len(rows)
            cells[low:].take(origins[number], out=found, mode="clip")
            found += values[i]
            np.maximum.reduce(found, axis=0, out=best[i])
            # Any number of target segments alone may follow: a running maximum along the row.
            np.maximum.accumulate(best[i], out=reach[i])
            rows[number, slice(*written[number])] = _NEVER
            written[number] = (low, low + width)
            np.bitwise_and(reach[i], ~_KINDS, out=rows[number, low : low + width])
        block_kinds = (best & _KINDS).astype(np.int8)
        block_kinds[reach >> _TIMES > best >> _TIMES] = 0
        kinds.extend(block_kinds)
        lows.extend(block_lows.tolist())
    steps, has_room = _traced(kinds, lows, band, m)
    return _beads(steps, similarity), has_room


def _blocks(band: Band) -> Iterator[tuple[int, int, int]]:
    """The rows but the first in blocks: the first and the last, and the columns of the widest."""
    widths = (band.last - band.first + 1).tolist()
    start, width = 1, 0
    for row in range(1, len(widths)):
        wider = max(width, widths[row])
        if row > start and (row - start == _ROWS or (row + 1 - start) * wider > _CELLS):
            yield start, row, width
            start, wider = row, widths[row]
        width = wider
    if start < len(widths):
        yield start, len(widths), width


def _values(gains: Gains, rows: tuple[int, int], lows: Indices, width: int) -> NDArray[np.int64]:
    """What each bead that ends in these cells adds, with what it is; of shape (rows, shapes and one
    for a source segment alone, columns)."""
    low = int(lows[0])
    block = gains.block(rows, (low, int(lows[-1]) + width))
    if lows[-1] > low:
        windows = np.lib.stride_tricks.sliding_window_view(block, width, axis=2)
        block = windows[:, np.arange(len(lows)), lows - low]
    values = np.full((len(lows), len(_STARTS), width), _SOURCE_ALONE, dtype=np.int64)
    values[:, :-1] = block.transpose(1, 0, 2)
    values[:, :-1] <<= _TIMES
    values[:, :-1] += (_SOURCE_ALONE - 1 - np.arange(len(BEAD_SHAPES)))[:, None]
    return values


def _traced(
    kinds: list[NDArray[np.int8]], lows: list[int], band: Band, m: int
) -> tuple[list[tuple[int, int, int]], bool]:
    """Where the beads of the best chain end, and their kinds; and whether the band left room."""
    i, j = len(kinds) - 1, m
    steps = []
    has_room = True
    firsts, lasts = band.first.tolist(), band.last.tolist()
    while i or j:
        has_room &= j - firsts[i] >= _NEAR_EDGE or firsts[i] == 0
        has_room &= lasts[i] - j >= _NEAR_EDGE or lasts[i] == m
        kind = int(kinds[i][j - lows[i]])
        steps.append((i, j, kind))
        a, b = _SHAPE_OF_KIND[kind]
        i, j = i - a, j - b
    return steps[::-1], has_room


def _beads(steps: list[tuple[int, int, int]], similarity: Similarity) -> list[Bead]:
    cosines = np.zeros(len(steps))
    places = np.array(steps, dtype=np.int64).reshape(-1, 3)
    for kind in {kind for *_, kind in steps}:
        a, b = _SHAPE_OF_KIND[kind]
        if a and b:
            found = np.flatnonzero(places[:, 2] == kind)
            i, j = places[found, 0] - a, places[found, 1] - b
            cosines[found] = similarity.cosines((a, b), i, j)
    beads = []
    for (i, j, kind), cosine in zip(steps, cosines.tolist(), strict=True):
        a, b = _SHAPE_OF_KIND[kind]
        beads.append(Bead(tuple(range(i - a, i)), tuple(range(j - b, j)), cosine))
    return beads
