"""Runs of neighbouring segments, their vectors and lengths."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from noisy import random_rows, side

from alignqa.align.side import TALLEST


@pytest.mark.parametrize("width", [1, 2, 3, 4])
def test_runs_are_unit_rows_one_for_each_place(width: int) -> None:
    own = side(random_rows(9, seed=1), [float(10 * k + 1) for k in range(9)])
    rows = own.runs(width, np.arange(10 - width))
    assert rows.shape == (10 - width, 64)
    assert rows.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-5)


def test_a_run_is_like_each_of_its_segments_and_more_like_the_long_one() -> None:
    own = side(random_rows(2, seed=2), [20.0, 400.0])
    (both,) = own.runs(2, np.array([0]))
    short, long = own.vectors @ both
    assert 0 < short < long


@settings(max_examples=50, deadline=None)
@given(st.lists(st.floats(0, 1e6), max_size=12))
def test_sums_of_neighbours(values: list[float]) -> None:
    """By width and where the run ends; what would begin before the text begins with it."""
    own = side(random_rows(len(values), seed=3))
    wanted = [
        [sum(values[max(0, end - width) : end]) for end in range(len(values) + 1)]
        for width in range(1, TALLEST + 1)
    ]
    np.testing.assert_allclose(own.sums(np.array(values)), wanted, atol=1e-3)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.floats(0, 1e6), max_size=12))
def test_norms_of_neighbours(lengths: list[float]) -> None:
    own = side(random_rows(len(lengths), seed=3), lengths)
    weighted = own.padded.astype(np.float64)
    wanted = [
        [np.linalg.norm(weighted[4 + end - width : 4 + end].sum(axis=0)) for end in places]
        for width in range(1, TALLEST + 1)
        if (places := range(len(lengths) + 1))
    ]
    np.testing.assert_allclose(own.norms, wanted, rtol=1e-5, atol=1e-5)


def test_repeats_are_no_background_for_themselves() -> None:
    rows = random_rows(4, seed=4)
    assert list(side(rows[[0, 1, 0, 2, 1, 3]]).distinct) == [0, 1, 3, 5]
    assert list(side(rows[:0]).distinct) == []
