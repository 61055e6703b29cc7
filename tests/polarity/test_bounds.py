"""Bounds that are set to one number on either side."""

from __future__ import annotations

import pytest

from alignqa.polarity.bounds import bounds_differ
from alignqa.text import Span


@pytest.mark.parametrize(
    ("english", "word", "japanese", "other", "differ"),
    [
        ("More than 40 ships waited.", "More than", "40隻未満の船が待った。", "未満", True),
        ("Under 300 people came.", "Under", "300人以上が来た。", "以上", True),
        ("More than 40 ships waited.", "More than", "40隻以上の船が待った。", "以上", False),
        ("More than 40 ships waited.", "More than", "90隻未満の船が待った。", "未満", False),
        ("He lives over the shop.", "over", "彼は店の上に住む。", "上", False),
    ],
)
def test_bounds_of_one_number(
    english: str, word: str, japanese: str, other: str, differ: bool
) -> None:
    places = [
        Span(text.index(part), text.index(part) + len(part))
        for text, part in ((english, word), (japanese, other))
    ]
    assert bounds_differ(*places, english, japanese) is differ
