"""Long texts, which are searched in a band: it must cost nothing but time saved."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from noisy import assert_well_formed, noisy_copy, random_rows, shapes_of, side

from alignqa.align import Costs, Side, align, coarse
from alignqa.align.beads import Band, chain, whole
from alignqa.align.similarity import Similarity
from alignqa.bitext import Bead

SMALL = 2_000

Widths = list[int]


@pytest.fixture
def bands(monkeypatch: pytest.MonkeyPatch) -> Widths:
    """Texts of some fifty segments count as long; the widths in runs of the bands of the text
    itself, not its outlines, are put down here."""
    monkeypatch.setattr(coarse, "_SMALL", SMALL)
    slacks: Widths = []
    band_of: Callable[[list[Bead], int, int, int], Band] = coarse._band

    def noted(outline: list[Bead], n: int, m: int, slack: int) -> Band:
        slacks.append(slack)
        return band_of(outline, n, m, slack)

    monkeypatch.setattr(coarse, "_band", noted)
    return slacks


def without_band(source: Side, target: Side) -> list[Bead]:
    return chain(Similarity(source, target), Costs(), whole(len(source), len(target)))[0]


DOCUMENTS = {
    "as they are": noisy_copy(300, 1, left_out=0, added=0, joined=0),
    "some left out, added and joined": noisy_copy(400, 2),
    "much left out, added and joined": noisy_copy(300, 3, left_out=0.2, added=0.2, joined=0.2),
    "hundreds left out in the middle": noisy_copy(700, 4, gap=range(150, 550)),
    "hundreds left out at the beginning": noisy_copy(600, 5, gap=range(400)),
    "hundreds left out at the end": noisy_copy(600, 6, gap=range(200, 600)),
    "nearly all left out": noisy_copy(500, 7, gap=range(20, 480)),
    "one segment": noisy_copy(2_500, 8, gap=range(1, 2_500)),
}


@pytest.mark.parametrize("turned", [False, True], ids=["", "turned"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_band_leaves_out_nothing(name: str, turned: bool, bands: Widths) -> None:
    source, target, _ = DOCUMENTS[name]
    if turned:
        source, target = target, source
    assert align(source, target) == without_band(source, target)
    assert bands


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000), begin=st.integers(0, 100), length=st.integers(0, 90))
def test_any_gap(seed: int, begin: int, length: int) -> None:
    source, target, _ = noisy_copy(200, seed, gap=range(begin, begin + length))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(coarse, "_SMALL", SMALL)
        found = align(source, target)
    assert found == without_band(source, target)


def test_an_outline_that_misleads(bands: Widths) -> None:
    """Where the outline leaves the right way, the band must grow until the chain finds it."""
    source, target, _ = noisy_copy(400, 9)
    band_of = coarse._band

    def misled(_: list[Bead], n: int, m: int, slack: int) -> Band:
        """The band of an outline that has the whole translation stand after the source."""
        left = [Bead((i,), (), 0.0) for i in range(-(-n // 8))]
        right = [Bead((), (j,), 0.0) for j in range(-(-m // 8))]
        return band_of(left + right, n, m, slack)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(coarse, "_band", misled)
        found = align(source, target)
    assert found == without_band(source, target)
    assert max(bands) > min(bands), "it did not grow"


def test_fifty_segments_and_three_thousand(bands: Widths) -> None:
    source, part, gold = noisy_copy(50, 10)
    strange = random_rows(3_000, seed=101)
    target = side(np.concatenate([strange[:1_200], part.vectors, strange[1_200:]]))
    beads = align(source, target)
    assert_well_formed(beads, source, target)
    assert bands
    found = {(b.source, tuple(j - 1_200 for j in b.target)) for b in beads if b.source and b.target}
    wanted = {bead for bead in gold if bead[0] and bead[1]}
    assert len(found & wanted) >= 0.9 * len(wanted)


@pytest.mark.parametrize("seed", [12, 13])
def test_sides_that_have_nothing_to_do_with_each_other(seed: int, bands: Widths) -> None:
    source, target = side(random_rows(260, seed)), side(random_rows(140, seed + 50))
    assert_well_formed(align(source, target), source, target)
    assert bands


def test_lines_that_are_all_the_same(bands: Widths) -> None:
    same = side(np.repeat(random_rows(1, seed=14), 400, axis=0))
    assert shapes_of(align(same, same)) == [((i,), (i,)) for i in range(400)]
    assert bands


def test_three_thousand_segments_take_no_time() -> None:
    source, target, gold = noisy_copy(3_000, 15)
    started = time.perf_counter()
    beads = align(source, target)
    assert time.perf_counter() - started < 8
    found = {bead for bead in shapes_of(beads) if bead[0] and bead[1]}
    wanted = {bead for bead in gold if bead[0] and bead[1]}
    assert len(found & wanted) >= 0.97 * len(wanted)
    assert len(found - wanted) <= 0.03 * len(found)
