"""The best monotonic chain of beads within a band, by dynamic programming."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from alignqa.align.similarity import Similarity
from alignqa.bitext import Bead

# How many source and target segments a bead may hold beside the empty ones; after Gale & Church
# (1993), with the rarer shapes that free translation makes.
BEAD_SHAPES = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (2, 3), (3, 2), (1, 4), (4, 1))
_TALLEST = max(a for a, _ in BEAD_SHAPES)
_BLOCK = 128
# An edge of the band that the chain comes so near may have cut off a better one.
_NEAR_EDGE = 8


@dataclass(frozen=True, slots=True)
class Costs:
    """What the chain is weighed by, in units of margin. Chosen by `benchmarks/alignment.py --sweep`.

    `alone` is what a segment gains by staying alone, and `aside` what one does that often stands in
    one language only, such as a title or a caption; `joining` what each segment of a bead pays for
    every segment beyond one a side; `length` what it pays for the logarithm of the sides' ratio.
    """

    alone: float = 0.09
    aside: float = 0.22
    joining: float = 0.10
    length: float = 0.15


@dataclass(frozen=True, slots=True)
class Band:
    """For each number of source segments read, from 0 to all, the first and the last number of
    target segments that the chain may have read by then; both never fall."""

    first: NDArray[np.int64]
    last: NDArray[np.int64]


# How many segments of each side are looked at; where among their best margins the good ones are; how
# much less than a good match staying alone may gain, and what it gains at least.
_SAMPLE = 256
_GOOD = 0.75
_LESS = 0.5
_LEAST = 0.03


def costs_for(similarity: Similarity) -> Costs:
    """The costs that suit these vectors: with an encoder by which even good matches are not much
    alike, staying alone gains less. The side that has the better matches tells, since the other
    may be mostly what the first leaves out."""
    usual = Costs()
    source, target = similarity.source, similarity.target
    if not len(source) or not len(target):
        return usual
    ours, theirs = (
        np.unique(np.linspace(0, len(side) - 1, _SAMPLE).astype(np.int64))
        for side in (source, target)
    )
    best = (
        similarity.margins_of(ours, np.arange(len(target))).max(axis=1),
        similarity.margins_of(np.arange(len(source)), theirs).max(axis=0),
    )
    good = max(float(np.quantile(margins, _GOOD)) for margins in best)
    return replace(usual, alone=min(usual.alone, max(_LEAST, good - _LESS)))


def whole(n: int, m: int) -> Band:
    """The band that leaves nothing out."""
    return Band(np.zeros(n + 1, dtype=np.int64), np.full(n + 1, m, dtype=np.int64))


def chain(similarity: Similarity, costs: Costs, band: Band) -> tuple[list[Bead], bool]:
    """Beads in order, every segment in exactly one; and whether the band left them room.

    The chain maximises the sum, over beads, of the segments in it times their margin less what the
    bead costs; a segment alone counts what `costs` say. Time and memory go with the cells of the
    band, of which each takes one byte.
    """
    n, m = len(similarity.source), len(similarity.target)
    alone_source, alone_target = (
        np.array([costs.aside if i in side.asides else costs.alone for i in range(len(side))])
        for side in (similarity.source, similarity.target)
    )
    steps = np.concatenate([[0.0], np.cumsum(alone_target)])
    ring = np.full((_TALLEST + 1, m + 1), -np.inf)  # the last rows, by row number
    ring[0, : band.last[0] + 1] = steps[: band.last[0] + 1]
    choices = [np.zeros(band.last[0] + 1, dtype=np.int8)]  # 0: target alone; 1: source alone; 2…
    gains: dict[tuple[int, int], tuple[int, NDArray[np.float32]]] = {}
    for i in range(1, n + 1):
        low, high = int(band.first[i]), int(band.last[i]) + 1
        row = ring[(i - 1) % len(ring), low:high] + alone_source[i - 1]
        chosen = np.ones(high - low, dtype=np.int8)
        for number, (a, b) in enumerate(BEAD_SHAPES, start=2):
            if i < a or high <= b:
                continue
            begin = i - a
            if (a, b) not in gains or begin % _BLOCK == 0:
                gains[a, b] = _gains(similarity, (a, b), begin - begin % _BLOCK, costs, band)
            offset, block = gains[a, b]
            first = max(low, b)
            candidate = (
                ring[begin % len(ring), first - b : high - b]
                + block[begin % _BLOCK, first - b - offset : high - b - offset]
            )
            part, part_chosen = row[first - low :], chosen[first - low :]
            better = candidate > part
            part[better] = candidate[better]
            part_chosen[better] = number
        # Any number of target segments alone may follow: a running maximum along the row.
        level = row - steps[low:high]
        reach = np.maximum.accumulate(level)
        chosen[reach > level] = 0
        old = max(0, i - len(ring))
        ring[i % len(ring), int(band.first[old]) : int(band.last[old]) + 1] = -np.inf
        ring[i % len(ring), low:high] = reach + steps[low:high]
        choices.append(chosen)
    return _traced(choices, band, similarity)


def _gains(
    similarity: Similarity, shape: tuple[int, int], start: int, costs: Costs, band: Band
) -> tuple[int, NDArray[np.float32]]:
    """What each bead of this shape adds that begins in this block of rows; and its first column."""
    a, b = shape
    source, target = similarity.source, similarity.target
    end = min(start + _BLOCK, len(source) - a + 1)
    # Where the beads end that begin in these rows, less the segments in them.
    low = max(0, int(band.first[start + a]) - b)
    high = max(low, min(int(band.last[end - 1 + a]) - b, len(target) - b) + 1)
    margin = similarity.margins(shape, (start, end), (low, high))
    left = source.length_of_windows(a, start, end) + 5.0
    right = target.length_of_windows(b, low, high) + 5.0
    ratio = np.abs(np.log(left)[:, None] - np.log(right)[None, :])
    cost = costs.length * np.minimum(ratio, 2.0) + costs.joining * (a + b - 2)
    # A title is not the first sentence of the paragraph below it.
    if a > 1:
        cost += costs.joining * source.asides_in_windows(a, start, end)[:, None]
    if b > 1:
        cost += costs.joining * target.asides_in_windows(b, low, high)[None, :]
    return low, np.asarray((a + b) * (margin - cost), dtype=np.float32)


def _traced(
    choices: list[NDArray[np.int8]], band: Band, similarity: Similarity
) -> tuple[list[Bead], bool]:
    """The chain back from the last cell."""
    i, j = len(similarity.source), len(similarity.target)
    beads = []
    has_room = True
    while i or j:
        low, high = int(band.first[i]), int(band.last[i])
        has_room &= j - low >= _NEAR_EDGE or low == 0
        has_room &= high - j >= _NEAR_EDGE or high == len(similarity.target)
        number = choices[i][j - low]
        if number == 0:
            j -= 1
            beads.append(Bead((), (j,), 0.0))
        elif number == 1:
            i -= 1
            beads.append(Bead((i,), (), 0.0))
        else:
            a, b = BEAD_SHAPES[number - 2]
            i, j = i - a, j - b
            cosine = similarity.cosine((a, b), i, j)
            beads.append(Bead(tuple(range(i, i + a)), tuple(range(j, j + b)), cosine))
    return beads[::-1], has_room
