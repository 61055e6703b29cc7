"""The chain that is found is the best there is, by the plain definition of what beads count."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from noisy import FOREIGN, Shape, random_rows, shapes_of, side

from alignqa.align import BEAD_SHAPES, Costs, Side
from alignqa.align.beads import chain, whole
from alignqa.align.side import Matrix
from alignqa.align.similarity import Similarity

COSTS = Costs()
EMPTY = ((0, 1), (1, 0))


def run_vector(own: Side, start: int, width: int) -> Matrix:
    weights = np.maximum(own.lengths, 1.0) ** 0.3
    total = (own.vectors * weights[:, None])[start : start + width].sum(axis=0)
    return np.asarray(total / max(np.linalg.norm(total), 1e-9))


def background(own: Side, width: int) -> Matrix:
    """The mean of the runs, of which those that begin with a repeated segment count once; filled up
    to 24 with foreign ones."""
    starts = {own.vectors[i].tobytes(): i for i in reversed(range(len(own)))}.values()
    rows = [run_vector(own, start, width) for start in starts if start + width <= len(own)]
    fill = max(0, 24 - len(rows))
    total = np.sum(rows, axis=0) + fill * FOREIGN.mean(axis=0)
    return np.asarray(total / max(len(rows) + fill, 1))


class Plain:
    """What beads and chains count."""

    def __init__(self, source: Side, target: Side) -> None:
        self.source, self.target = source, target
        self._means = [
            {width: background(own, width) for width in range(1, 5)} for own in (source, target)
        ]

    def bead(self, i: int, j: int, a: int, b: int) -> float:
        """What a bead counts whose segments begin at i and j."""
        sides = (self.source, i, a), (self.target, j, b)
        if not (a and b):
            own, index, _ = sides[0] if a else sides[1]
            return COSTS.aside if index in own.asides else COSTS.alone
        left, right = (run_vector(own, start, width) for own, start, width in sides)
        common = float(left @ self._means[1][b] + right @ self._means[0][a]) / 2
        margin = (float(left @ right) - common) / (1 - common)
        lengths = [own.lengths[start : start + width].sum() + 5 for own, start, width in sides]
        titles = [
            sum(index in own.asides for index in range(start, start + width))
            for own, start, width in sides
            if width > 1
        ]
        ratio = abs(np.log(lengths[0] / lengths[1]))
        cost = COSTS.length * min(ratio, 2.0) + COSTS.joining * (a + b - 2 + sum(titles))
        return float((a + b) * (margin - cost))

    def chain(self, beads: list[Shape]) -> float:
        total, i, j = 0.0, 0, 0
        for left, right in beads:
            total += self.bead(i, j, len(left), len(right))
            i, j = i + len(left), j + len(right)
        return total

    def best(self) -> float:
        n, m = len(self.source), len(self.target)
        best = np.full((n + 1, m + 1), -np.inf)
        best[0, 0] = 0.0
        for i in range(n + 1):
            for j in range(m + 1):
                for a, b in (*EMPTY, *BEAD_SHAPES):
                    if a <= i and b <= j:
                        value = best[i - a, j - b] + self.bead(i - a, j - b, a, b)
                        best[i, j] = max(best[i, j], value)
        return float(best[n, m])


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    picked=st.tuples(*[st.lists(st.integers(0, 6), max_size=9)] * 2),
    asides=st.tuples(*[st.sets(st.integers(0, 8), max_size=2)] * 2),
    alike=st.floats(0.0, 1.0),
)
def test_no_chain_counts_more(
    seed: int,
    picked: tuple[list[int], list[int]],
    asides: tuple[set[int], set[int]],
    alike: float,
) -> None:
    random = np.random.default_rng(seed)
    common = np.concatenate([random_rows(6, seed), np.zeros((1, 64), dtype=np.float32)])
    sides = []
    for number, (own, aside) in enumerate(zip(picked, asides, strict=True)):
        rows = common[own] * alike + random_rows(len(own), seed + 1 + number) * (1 - alike)
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        lengths = [float(length) for length in random.integers(0, 300, len(own))]
        sides.append(side(rows.astype(np.float32), lengths, aside))
    source, target = sides
    plain = Plain(source, target)
    beads, has_room = chain(Similarity(source, target), COSTS, whole(len(source), len(target)))
    assert has_room
    assert plain.chain(shapes_of(beads)) == pytest.approx(plain.best(), abs=1e-3)
