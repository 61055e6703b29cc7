"""Beads between vectors that know no language: order, completeness, shapes."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from noisy import assert_well_formed, noisy_copy, one_to_one, random_rows, shapes_of, side, unit

from alignqa.align import BEAD_SHAPES, Costs, Side, align

seeds = st.integers(0, 2**32 - 1)
counts = st.integers(0, 14)
# Few different rows, so that sides repeat themselves and each other; one that encodes to nothing.
FEW = np.concatenate([random_rows(5, seed=8), np.zeros((1, 64), dtype=np.float32)])
repeating = st.lists(st.integers(0, len(FEW) - 1), max_size=14)


@settings(max_examples=100, deadline=None)
@given(seeds, counts, counts)
def test_any_unit_vectors(seed: int, n: int, m: int) -> None:
    random = np.random.default_rng(seed)
    source, target = (
        side(random_rows(count, seed + count), list(random.integers(0, 400, count).astype(float)))
        for count in (n, m)
    )
    beads = align(source, target)
    assert_well_formed(beads, source, target)
    for bead in beads:
        if bead.source and bead.target:
            left = source.runs(len(bead.source), np.array(bead.source[:1]))[0]
            right = target.runs(len(bead.target), np.array(bead.target[:1]))[0]
            assert bead.similarity == pytest.approx(float(left @ right), abs=1e-5)


@settings(max_examples=100, deadline=None)
@given(repeating, repeating)
def test_sides_that_repeat_themselves(left: list[int], right: list[int]) -> None:
    source, target = side(FEW[left]), side(FEW[right])
    assert_well_formed(align(source, target), source, target)


@settings(max_examples=30, deadline=None)
@given(seeds, st.integers(0, 12))
def test_which_side_is_the_source_does_not_matter(seed: int, count: int) -> None:
    source, target, _ = noisy_copy(count, seed)
    turned = [(bead.target, bead.source) for bead in align(target, source) if bead.source]
    found = shapes_of(align(source, target))
    assert {b for b in turned if b[0] and b[1]} == {b for b in found if b[0] and b[1]}


@pytest.mark.parametrize(("n", "m"), [(0, 0), (1, 0), (0, 1), (4, 0), (0, 4)])
def test_an_empty_side(n: int, m: int) -> None:
    beads = align(side(random_rows(n, seed=1)), side(random_rows(m, seed=2)))
    assert shapes_of(beads) == [((i,), ()) for i in range(n)] + [((), (j,)) for j in range(m)]


@pytest.mark.parametrize("count", [1, 2, 3, 30, 300])
def test_a_side_and_itself(count: int) -> None:
    own = side(random_rows(count, seed=count))
    beads = align(own, own)
    assert shapes_of(beads) == one_to_one(count)
    assert all(bead.similarity == pytest.approx(1.0, abs=1e-5) for bead in beads)


def test_a_side_without_foreign_passages() -> None:
    rows = random_rows(30, seed=3)
    own = Side(rows, np.full(30, 50.0), np.zeros((0, 64), dtype=np.float32))
    assert shapes_of(align(own, own)) == one_to_one(30)


@pytest.mark.parametrize("shape", [shape for shape in BEAD_SHAPES if 1 in shape])
def test_segments_joined(shape: tuple[int, int]) -> None:
    """Every so many neighbours of the one side are one segment of the other, to the last row of
    the blocks in which the gains are worked out."""
    width = max(shape)
    rows, count = random_rows(300, seed=4), 300 // width
    whole = unit(rows[: count * width].reshape(count, width, -1).sum(axis=1))
    parts, joined = side(rows[: count * width]), side(whole, [50.0 * width] * count)
    runs = [(tuple(range(k * width, (k + 1) * width)), (k,)) for k in range(count)]
    if shape[0] == width:
        assert shapes_of(align(parts, joined)) == runs
    else:
        assert shapes_of(align(joined, parts)) == [(one, run) for run, one in runs]


def test_segments_left_out_and_added() -> None:
    rows, strange = random_rows(30, seed=5), random_rows(1, seed=6)
    target = side(np.concatenate([rows[:8], strange, rows[8:20], rows[21:]]))
    alone = [b for b in align(side(rows), target) if not (b.source and b.target)]
    assert shapes_of(alone) == [((), (8,)), ((20,), ())]


def test_a_side_repeated_twice() -> None:
    rows = random_rows(20, seed=7)
    source, target = side(rows), side(np.concatenate([rows, rows]))
    beads = align(source, target)
    assert_well_formed(beads, source, target)
    whole = [bead for bead in beads if bead.source and bead.target]
    assert [bead.source for bead in whole] == [(i,) for i in range(20)]
    assert all(bead.target[0] % 20 == bead.source[0] for bead in whole)


@pytest.mark.parametrize("count", [40, 1_500])
def test_a_side_turned_round(count: int) -> None:
    """No chain in order can hold them; there is one all the same, and it comes to an end."""
    rows = random_rows(count, seed=9)
    source, target = side(rows), side(rows[::-1].copy())
    beads = align(source, target)
    assert_well_formed(beads, source, target)
    # In the middle the two meet, and nowhere else is a segment the other's counterpart.
    own = [bead for bead in beads if len(bead.source) == 1 and bead.similarity > 0.99]
    assert len(own) <= 1


def test_two_sides_that_have_nothing_in_common() -> None:
    source, target = side(random_rows(40, seed=10)), side(random_rows(40, seed=11))
    beads = align(source, target)
    assert_well_formed(beads, source, target)
    assert sum(not (bead.source and bead.target) for bead in beads) >= 20


def test_a_few_segments_in_a_long_text() -> None:
    source, part, gold = noisy_copy(40, seed=12)
    strange = random_rows(2_000, seed=103)
    target = side(np.concatenate([strange[:900], part.vectors, strange[900:]]))
    beads = align(source, target)
    assert_well_formed(beads, source, target)
    found = {(b.source, tuple(j - 900 for j in b.target)) for b in beads if b.source and b.target}
    wanted = {bead for bead in gold if bead[0] and bead[1]}
    assert len(found & wanted) >= 0.9 * len(wanted)
    assert len(found - wanted) <= 0.1 * len(wanted)


@pytest.mark.parametrize("count", [1_500, 10_000])
def test_lines_that_are_all_the_same(count: int) -> None:
    started = time.perf_counter()
    same = side(np.repeat(random_rows(1, seed=14), count, axis=0))
    assert shapes_of(align(same, same)) == one_to_one(count)
    assert time.perf_counter() - started < 8


@pytest.mark.parametrize("turned", [False, True], ids=["", "turned"])
def test_one_segment_and_ten_thousand(turned: bool) -> None:
    rows = random_rows(10_000, seed=17)
    source, target = side(rows[7_100:7_101]), side(rows)
    beads = align(target, source) if turned else align(source, target)
    assert_well_formed(beads, *((target, source) if turned else (source, target)))
    assert [b for b in shapes_of(beads) if b[0] and b[1]] == [
        ((7_100,), (0,)) if turned else ((0,), (7_100,))
    ]


def test_an_aside_stays_alone_sooner() -> None:
    """A segment that is somewhat like another is its counterpart, unless it is an aside."""
    rows = random_rows(12, seed=15)
    noise = random_rows(1, seed=16)
    target = rows.copy()
    target[5:6] = unit(0.16 * rows[5:6] + np.sqrt(1 - 0.16**2) * noise)
    assert ((5,), (5,)) in shapes_of(align(side(rows), side(target)))
    beads = align(side(rows, asides={5}), side(target, asides={5}))
    assert {((5,), ()), ((), (5,))} <= set(shapes_of(beads))
    # One that has its rendering keeps it.
    assert shapes_of(align(side(rows, asides={5}), side(rows, asides={5}))) == one_to_one(12)


def test_costs_decide() -> None:
    source, target, _ = noisy_copy(30, seed=17)
    dear = align(source, target, Costs(alone=2.0, aside=2.0))
    assert all(not (bead.source and bead.target) for bead in dear)
    assert_well_formed(dear, source, target)
    costly = align(source, target, Costs(joining=5.0))
    assert all(len(bead.source) <= 1 and len(bead.target) <= 1 for bead in costly)
