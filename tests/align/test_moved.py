"""Passages that stand elsewhere in the other text."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from noisy import noisy_copy, random_rows, side

from alignqa.align import Side, align, with_moved
from alignqa.bitext import Bead


def beads_of(source: Side, target: Side) -> list[Bead]:
    return with_moved(align(source, target), source, target)


@pytest.mark.parametrize(("origin", "place"), [(2, 17), (17, 2), (0, 19), (19, 0), (5, 12)])
def test_a_segment_that_stands_elsewhere(origin: int, place: int) -> None:
    rows = random_rows(20, seed=1)
    order = [i for i in range(20) if i != origin]
    order.insert(place, origin)
    beads = beads_of(side(rows), side(rows[order]))
    (moved,) = [bead for bead in beads if bead.moved]
    assert (moved.source, moved.target) == ((origin,), (place,))
    assert moved.similarity == pytest.approx(1.0, abs=1e-5)
    # It stands where its source does, and all others are in order.
    assert [bead.source[0] for bead in beads] == list(range(20))
    others = [bead.target[0] for bead in beads if not bead.moved]
    assert others == sorted(others)


def test_three_that_stand_elsewhere() -> None:
    rows = random_rows(30, seed=2)
    order = [i for i in range(30) if i not in (3, 9, 21)]
    order = [21, *order[:20], 3, *order[20:], 9]
    beads = beads_of(side(rows), side(rows[order]))
    assert {b.source[0]: order[b.target[0]] for b in beads if b.moved} == {3: 3, 9: 9, 21: 21}


def test_what_is_left_out_and_what_is_added_are_no_pair() -> None:
    rows, strange = random_rows(20, seed=3), random_rows(1, seed=4)
    target = np.concatenate([rows[:4], rows[5:15], strange, rows[15:]])
    beads = beads_of(side(rows), side(target))
    assert not any(bead.moved for bead in beads)
    assert [b.source for b in beads if not b.target] == [(4,)]
    assert [b.target for b in beads if not b.source] == [(14,)]


@pytest.mark.parametrize("asides", [((4,), ()), ((), (18,)), ((4,), (18,))])
def test_asides_are_not_sought(asides: tuple[tuple[int, ...], tuple[int, ...]]) -> None:
    rows = random_rows(20, seed=5)
    order = [i for i in range(20) if i != 4]
    order.insert(18, 4)
    beads = beads_of(side(rows, asides=asides[0]), side(rows[order], asides=asides[1]))
    assert not any(bead.moved for bead in beads)


def test_nothing_alone_nothing_moved() -> None:
    own = side(random_rows(20, seed=6))
    beads = align(own, own)
    assert with_moved(beads, own, own) == beads


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 25))
def test_every_segment_is_in_exactly_one_bead(seed: int, count: int) -> None:
    source, target, _ = noisy_copy(count, seed)
    order = np.random.default_rng(seed).permutation(len(target))
    turned = side(target.vectors[order], list(target.lengths[order]))
    beads = beads_of(source, turned)
    assert [i for bead in beads for i in bead.source] == list(range(len(source)))
    assert sorted(j for bead in beads for j in bead.target) == list(range(len(turned)))
    in_order = [j for bead in beads if not bead.moved for j in bead.target]
    assert in_order == sorted(in_order)
    assert all(len(b.source) == len(b.target) == 1 for b in beads if b.moved)
