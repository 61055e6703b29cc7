"""Passages that announce what follows, joined by their place."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from noisy import random_rows, side

from alignqa.align import with_announcing
from alignqa.bitext import Bead

ROWS = random_rows(4, seed=7)
BOTH = ({1, 2}, {1, 2})

Shape = tuple[tuple[int, ...], tuple[int, ...]]


def shapes(
    given_beads: list[Shape], announcing: tuple[set[int], set[int]] = BOTH, moved: bool = False
) -> list[Shape]:
    beads = [Bead(own, their, 0.5, moved and not their) for own, their in given_beads]
    found = with_announcing(beads, side(ROWS), side(ROWS), announcing)
    return [(bead.source, bead.target) for bead in found]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # Each alone, in either order.
        ([((0,), (0,)), ((1,), ()), ((), (1,))], [((0,), (0,)), ((1,), (1,))]),
        ([((0,), (0,)), ((), (1,)), ((1,), ())], [((0,), (0,)), ((1,), (1,))]),
        # The one was taken in by what stands before it, or behind it.
        ([((0, 1), (0,)), ((), (1,))], [((0,), (0,)), ((1,), (1,))]),
        ([((0,), (0, 1)), ((1,), ())], [((0,), (0,)), ((1,), (1,))]),
        ([((), (1,)), ((1, 2), (2,))], [((1,), (1,)), ((2,), (2,))]),
        ([((1,), ()), ((2,), (1, 2))], [((1,), (1,)), ((2,), (2,))]),
    ],
)
def test_joined(before: list[Shape], after: list[Shape]) -> None:
    assert shapes(before) == after


@pytest.mark.parametrize("announcing", [(set(), {1}), ({1}, set()), (set(), set())])
def test_what_announces_nothing_stays(announcing: tuple[set[int], set[int]]) -> None:
    beads: list[Shape] = [((0,), (0,)), ((1,), ()), ((), (1,)), ((2, 3), (2,)), ((), (3,))]
    assert shapes(beads, announcing) == beads


def test_a_bead_between_them_keeps_them_apart() -> None:
    beads: list[Shape] = [((1,), ()), ((2,), (0,)), ((), (1,))]
    assert shapes(beads) == beads


def test_the_cosine_is_that_of_the_two() -> None:
    beads = [Bead((1,), (), 0.0), Bead((), (1,), 0.0)]
    (bead,) = with_announcing(beads, side(ROWS), side(ROWS), BOTH)
    assert bead.similarity == pytest.approx(float(np.dot(ROWS[1], ROWS[1])), abs=1e-5)


@given(st.lists(st.sampled_from(["one", "two", "source", "target"]), max_size=8), st.data())
def test_nothing_is_lost(kinds: list[str], data: st.DataObject) -> None:
    i = j = 0
    beads = []
    for kind in kinds:
        a = {"one": 1, "two": 2, "source": 1, "target": 0}[kind]
        b = {"one": 1, "two": 1, "source": 0, "target": 1}[kind]
        beads.append(Bead(tuple(range(i, i + a)), tuple(range(j, j + b)), 0.0))
        i, j = i + a, j + b
    rows = random_rows(max(i, j, 1), seed=1)
    places = st.sets(st.integers(0, max(i, j, 1)))
    announcing = (data.draw(places), data.draw(places))
    found = with_announcing(beads, side(rows[: max(i, 1)]), side(rows[: max(j, 1)]), announcing)
    assert [n for bead in found for n in bead.source] == list(range(i))
    assert [n for bead in found for n in bead.target] == list(range(j))
