"""How many changes make one word another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignqa.names.changes import changes


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Nagoya", "Nagoya", 0),
        ("Nagoya", "Nagyoa", 1),
        ("Nagoya", "Nagoa", 1),
        ("Nagoya", "Nagozya", 1),
        ("Nagoya", "Magoya", 1),
        ("Nagoya", "Mogoya", 2),
        ("Nagoya", "agoy", 2),
    ],
)
def test_counts_neighbours_that_change_places_as_one(one: str, other: str, count: int) -> None:
    assert changes(one, other, 2) == count
    assert changes(other, one, 2) == count


@given(st.text("abc", max_size=8), st.text("abc", max_size=8), st.integers(0, 3))
def test_a_limit_hides_nothing_below_it(one: str, other: str, most: int) -> None:
    exact = changes(one, other, 16)
    assert (exact <= most) == (changes(one, other, most) <= most)
    assert exact > most or changes(one, other, most) == exact
