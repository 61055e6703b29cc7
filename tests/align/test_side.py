"""Runs of neighbouring segments, their vectors and lengths."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from noisy import random_rows, side


@pytest.mark.parametrize("width", [1, 2, 3, 4])
def test_windows_are_unit_rows_one_for_each_place(width: int) -> None:
    own = side(random_rows(9, seed=1), [float(10 * k + 1) for k in range(9)])
    rows = own.windows(width, 0, 9)
    assert rows.shape == (10 - width, 64)
    assert rows.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-5)


def test_a_window_is_like_each_of_its_segments_and_more_like_the_long_one() -> None:
    own = side(random_rows(2, seed=2), [20.0, 400.0])
    (both,) = own.windows(2, 0, 1)
    short, long = own.vectors @ both
    assert 0 < short < long


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 4), st.lists(st.floats(0, 1e6), min_size=4, max_size=12), st.data())
def test_a_part_of_the_windows(width: int, lengths: list[float], data: st.DataObject) -> None:
    own = side(random_rows(len(lengths), seed=3), lengths)
    count = len(lengths) - width + 1
    start = data.draw(st.integers(0, count))
    end = data.draw(st.integers(start, count))
    np.testing.assert_array_equal(
        own.windows(width, start, end), own.windows(width, 0, count)[start:end]
    )
    np.testing.assert_allclose(
        own.length_of_windows(width, start, end),
        [sum(lengths[k : k + width]) for k in range(start, end)],
        atol=1e-3,
    )


def test_repeats_are_no_background_for_themselves() -> None:
    rows = random_rows(4, seed=4)
    assert list(side(rows[[0, 1, 0, 2, 1, 3]]).distinct) == [0, 1, 3, 5]
    assert list(side(rows[:0]).distinct) == []
