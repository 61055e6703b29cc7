"""Words put in another's place, straight from the links."""

from __future__ import annotations

import pytest

from alignqa.judging import default_context
from alignqa.lexicon.swaps import SWAP_KINDS, swaps, weighed

ENGLISH = "The bridge was destroyed by the flood."
RIGHT, WRONG = "橋は洪水で破壊された。", "橋は音楽で破壊された。"


def test_the_wrong_word_is_paired_with_the_lost_one() -> None:
    (first, *_) = swaps(default_context().linker.link(ENGLISH, WRONG), WRONG)
    assert (first.english.text, first.japanese.text) == ("flood", "音楽")


def test_the_likeliest_is_first_and_each_word_is_in_one_swap() -> None:
    found = swaps(default_context().linker.link(ENGLISH, WRONG), WRONG)
    assert [s.log_odds for s in found] == sorted((s.log_odds for s in found), reverse=True)
    assert len({s.english.span for s in found}) == len(found)
    assert len({s.japanese.span for s in found}) == len(found)


@pytest.mark.parametrize(
    ("english", "japanese"), [(ENGLISH, RIGHT), ("", ""), (ENGLISH, ""), ("", WRONG), ("!!", "？")]
)
def test_nothing_is_found_where_nothing_is_left_over(english: str, japanese: str) -> None:
    links = default_context().linker.link(english, japanese)
    assert swaps(links, japanese) == ()
    cells, rows = weighed(links, japanese)
    assert cells == []
    assert rows.shape == (0, len(SWAP_KINDS))
