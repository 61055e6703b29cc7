"""Runs of neighbouring segments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignqa.align import joined, windows


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (1, ["a", "b", "c", "d"]),
        (2, ["a\nb", "b\nc", "c\nd"]),
        (3, ["a\nb\nc", "b\nc\nd"]),
        (4, ["a\nb\nc\nd"]),
        (5, []),
    ],
)
def test_windows(width: int, expected: list[str]) -> None:
    assert windows(["a", "b", "c", "d"], width) == expected


def test_no_segments_no_windows() -> None:
    assert windows([], 1) == []
    assert joined([]) == ""


@given(st.lists(st.text(max_size=5), max_size=8), st.integers(1, 4))
def test_each_window_joins_its_neighbours(texts: list[str], width: int) -> None:
    assert windows(texts, width) == [
        joined(texts[start : start + width]) for start in range(max(0, len(texts) - width + 1))
    ]
