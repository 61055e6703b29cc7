"""Beads between vectors that know no language: order, completeness, shapes."""

from __future__ import annotations

import time

import numpy as np
import pytest
from fake_encoder import FakeEncoder
from hypothesis import given, settings
from hypothesis import strategies as st

from alignqa.align import BEAD_SHAPES, align
from alignqa.align.similarity import Similarity
from alignqa.bitext import Bead
from alignqa.pipeline import find_beads
from alignqa.text import Lang, Segment


def beads_of(source: list[str], target: list[str]) -> list[Bead]:
    return find_beads(
        [Segment(text, Lang.ENGLISH) for text in source],
        [Segment(text, Lang.JAPANESE) for text in target],
        FakeEncoder(),
    )


def shapes_of(beads: list[Bead]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.source, bead.target) for bead in beads]


def one_to_one(count: int) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [((i,), (i,)) for i in range(count)]


def assert_well_formed(beads: list[Bead], source: int, target: int) -> None:
    # In order and complete at once: laid end to end, each side's indices are 0, 1, 2, …
    assert [i for bead in beads for i in bead.source] == list(range(source))
    assert [j for bead in beads for j in bead.target] == list(range(target))
    for bead in beads:
        shape = len(bead.source), len(bead.target)
        assert shape in {*BEAD_SHAPES, (0, 1), (1, 0)}
        assert -1.001 <= bead.similarity <= 1.001
        if 0 in shape:
            assert bead.similarity == 0.0


# Few different lines, so that sides repeat themselves and each other; one that encodes to nothing.
lines = st.lists(
    st.sampled_from(["a", "b", "c", "d", "long " * 30, "…" * 9, " "]) | st.text("xyz", min_size=1),
    max_size=12,
)


@settings(max_examples=150, deadline=None)
@given(lines, lines)
def test_every_segment_is_in_exactly_one_bead(source: list[str], target: list[str]) -> None:
    assert_well_formed(beads_of(source, target), len(source), len(target))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(0, 9), st.integers(0, 9))
def test_any_unit_vectors(seed: int, n: int, m: int) -> None:
    """The aligner itself, on vectors whose windows have nothing to do with their parts."""
    random = np.random.default_rng(seed)

    def rows(count: int) -> np.ndarray:
        raw = random.standard_normal((max(count, 0), 8)).astype(np.float32)
        return raw / np.linalg.norm(raw, axis=1, keepdims=True)

    source = {width: rows(n - width + 1) for width in (1, 2, 3)}
    target = {width: rows(m - width + 1) for width in (1, 2, 3)}
    similarity = Similarity(source, target, rows(5), rows(5))
    lengths = [float(x) for x in random.integers(0, 400, n + m)]
    beads = align(similarity, lengths[:n], lengths[n:])
    assert_well_formed(beads, n, m)
    for bead in beads:
        if bead.source and bead.target:
            row = source[len(bead.source)][bead.source[0]]
            other = target[len(bead.target)][bead.target[0]]
            assert bead.similarity == pytest.approx(float(row @ other), abs=1e-5)


@pytest.mark.parametrize(
    ("source", "target"),
    [([], []), (["a"], []), ([], ["a"]), (["a", "b", "c", "d"], []), ([], ["a", "b", "c", "d"])],
)
def test_an_empty_side(source: list[str], target: list[str]) -> None:
    beads = beads_of(source, target)
    expected = [((i,), ()) for i in range(len(source))] + [((), (j,)) for j in range(len(target))]
    assert shapes_of(beads) == expected


@pytest.mark.parametrize("count", [1, 2, 3, 30, 300])
def test_a_side_and_itself(count: int) -> None:
    side = [f"line {number}" for number in range(count)]
    beads = beads_of(side, side)
    assert shapes_of(beads) == one_to_one(count)
    assert all(bead.similarity == pytest.approx(1.0, abs=1e-5) for bead in beads)


@pytest.mark.parametrize("parts", [1, 2, 3])
def test_more_lines_than_one_block_of_gains(parts: int) -> None:
    """The gains are worked out a few hundred rows at a time; no seam may show."""
    side = [f"a line of some length, number {number}" for number in range(600)]
    runs = [tuple(range(start, start + parts)) for start in range(0, len(side), parts)]
    joined_up = ["\n".join(side[number] for number in run) for run in runs]
    beads = beads_of(side, joined_up)
    assert shapes_of(beads) == [(run, (number,)) for number, run in enumerate(runs)]


def test_a_side_repeated_twice() -> None:
    side = [f"line {number}" for number in range(20)]
    beads = beads_of(side, side * 2)
    assert_well_formed(beads, 20, 40)
    whole = [bead for bead in beads if bead.source and bead.target]
    assert all(side[b.source[0]] == (side * 2)[b.target[0]] for b in whole)
    assert len(whole) == 20


def test_a_side_turned_round() -> None:
    side = [f"line {number}" for number in range(40)]
    assert_well_formed(beads_of(side, side[::-1]), 40, 40)


def test_two_sides_that_have_nothing_in_common() -> None:
    source, target = ([f"{side} {n}" for n in range(25)] for side in ("one", "other"))
    assert_well_formed(beads_of(source, target), 25, 25)


def test_lines_dropped_and_inserted() -> None:
    side = [f"line {number}" for number in range(30)]
    target = [*side[:8], "inserted", *side[8:20], *side[21:]]
    beads = beads_of(side, target)
    alone = [bead for bead in beads if not (bead.source and bead.target)]
    assert shapes_of(alone) == [((), (8,)), ((20,), ())]


@pytest.mark.parametrize("parts", [2, 3])
def test_lines_joined(parts: int) -> None:
    side = [f"a line of some length, number {number}" for number in range(20)]
    joined = "\n".join(side[6 : 6 + parts])
    target = [*side[:6], joined, *side[6 + parts :]]
    together = tuple(range(6, 6 + parts))
    assert (together, (6,)) in shapes_of(beads_of(side, target))
    assert ((6,), together) in shapes_of(beads_of(target, side))


def test_many_lines_that_repeat_take_no_time() -> None:
    side = [f"line {number % 7}" for number in range(1_500)]
    started = time.perf_counter()
    beads = beads_of(side, side)
    assert time.perf_counter() - started < 8
    assert shapes_of(beads) == one_to_one(1_500)


def test_lines_that_are_all_the_same() -> None:
    beads = beads_of(["same line"] * 50, ["same line"] * 50)
    assert shapes_of(beads) == one_to_one(50)
