"""The best monotonic chain of beads, by dynamic programming."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignqa.align.similarity import Similarity
from alignqa.bitext import Bead

# How many source and target segments a bead may hold, as Gale & Church (1993) and their followers
# have it; the empty ones stand apart since their gain is the same everywhere.
BEAD_SHAPES = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1))

_BLOCK = 256


@dataclass(frozen=True, slots=True)
class Costs:
    """What the chain is weighed by, in units of margin. Chosen by `benchmarks/alignment.py --sweep`.

    `alone` is what a segment gains by staying alone, and `aside` what one does that often stands in
    one language only, such as a title or a caption; `joining` what each segment of a bead pays for
    every segment beyond one a side; `length` what it pays for the logarithm of the sides' ratio.
    """

    alone: float = 0.11
    aside: float = 0.22
    joining: float = 0.11
    length: float = 0.18


def align(
    similarity: Similarity,
    source_lengths: Sequence[float],
    target_lengths: Sequence[float],
    costs: Costs | None = None,
    source_asides: Container[int] = (),
    target_asides: Container[int] = (),
) -> list[Bead]:
    """Beads in order; every segment stands in exactly one.

    Args:
        similarity: margins between windows of the two sides, for widths 1 to 3.
        source_lengths: each source segment's length, in units that a translation keeps.
        target_lengths: the same for the target.
        costs: what the chain is weighed by.
        source_asides: indices of source segments that may well stay alone.
        target_asides: the same for the target.

    The chain maximises the sum, over beads, of the segments in it times their margin less what
    the bead costs; a segment alone counts what `costs` say. Time O(n·m), memory one byte a cell.
    """
    costs = costs or Costs()
    n, m = len(source_lengths), len(target_lengths)
    source_sum = np.concatenate([[0.0], np.cumsum(source_lengths)])
    target_sum = np.concatenate([[0.0], np.cumsum(target_lengths)])
    alone_source, alone_target = (
        np.array([costs.aside if i in asides else costs.alone for i in range(count)])
        for count, asides in ((n, source_asides), (m, target_asides))
    )
    steps = np.concatenate([[0.0], np.cumsum(alone_target)])
    best = np.full((4, m + 1), -np.inf)  # the last rows of the table, by row number modulo 4
    choice = np.zeros((n + 1, m + 1), dtype=np.int8)  # 0: target alone; 1: source alone; 2…: shapes
    best[0] = steps
    gains: dict[tuple[int, int], NDArray[np.float32]] = {}
    block_start = 0
    for i in range(1, n + 1):
        row = best[(i - 1) % 4] + alone_source[i - 1]
        chosen = np.ones(m + 1, dtype=np.int8)
        for number, (a, b) in enumerate(BEAD_SHAPES, start=2):
            if i < a or m < b:
                continue
            first = i - a
            if (a, b) not in gains or first % _BLOCK == 0:
                block_start = first - first % _BLOCK
                gains[a, b] = _gains(
                    similarity, (a, b), block_start, min(block_start + _BLOCK, n - a + 1),
                    source_sum, target_sum, costs,
                )  # fmt: skip
            candidate = best[first % 4][: m - b + 1] + gains[a, b][first % _BLOCK]
            better = candidate > row[b:]
            row[b:][better] = candidate[better]
            chosen[b:][better] = number
        # Any number of target segments alone may follow: a running maximum along the row.
        level = row - steps
        reach = np.maximum.accumulate(level)
        chosen[reach > level] = 0
        best[i % 4] = reach + steps
        choice[i] = chosen
    return _trace(choice, similarity)


def _gains(
    similarity: Similarity,
    shape: tuple[int, int],
    start: int,
    end: int,
    source_sum: NDArray[np.float64],
    target_sum: NDArray[np.float64],
    costs: Costs,
) -> NDArray[np.float32]:
    """What each bead of this shape adds, for source windows `start` to `end`."""
    a, b = shape
    margin = similarity.rows(shape, start, end)
    source_length = source_sum[start + a : end + a] - source_sum[start:end]
    target_length = target_sum[b:] - target_sum[: len(target_sum) - b]
    ratio = np.log((source_length + 5.0)[:, None] / (target_length + 5.0)[None, :])
    cost = costs.length * np.minimum(np.abs(ratio), 2.0) + costs.joining * (a + b - 2)
    return np.asarray((a + b) * (margin - cost), dtype=np.float32)


def _trace(choice: NDArray[np.int8], similarity: Similarity) -> list[Bead]:
    i, j = choice.shape[0] - 1, choice.shape[1] - 1
    beads = []
    while i or j:
        number = choice[i, j] if i else 0
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
    return beads[::-1]
