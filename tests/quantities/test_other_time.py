"""Words that say when: each is itself in the other language, and no other of its scale."""

from __future__ import annotations

from itertools import permutations

import pytest

from alignqa.quantities import other_times
from alignqa.quantities.time_words import SCALES, plainest, time_words
from alignqa.text import Lang

EN, JA = Lang.ENGLISH, Lang.JAPANESE
PLACES = [frozenset({place}) for place in range(-2, 10)]


def _sayable(scale: str) -> list[tuple[str, str]]:
    """The plainest words of the places that both languages name."""
    words = [(plainest(scale, places, EN), plainest(scale, places, JA)) for places in PLACES]
    return [(english, japanese) for english, japanese in words if english and japanese]


# What 夜 and 夕方 leave open is not for a word alone to say.
CLEAR = [scale for scale in SCALES if scale != "part of the day" and len(_sayable(scale)) > 1]


@pytest.mark.parametrize("scale", CLEAR)
def test_each_word_is_its_own_translation(scale: str) -> None:
    for english, japanese in _sayable(scale):
        assert time_words(english, EN, scale), english
        assert time_words(japanese, JA, scale), japanese
        assert not list(other_times(english, japanese, EN))
        assert not list(other_times(japanese, english, JA))


@pytest.mark.parametrize("scale", CLEAR)
def test_no_word_is_another_one(scale: str) -> None:
    for (english, expected), (written, japanese) in permutations(_sayable(scale), 2):
        (found,) = (time for time in other_times(english, japanese, EN) if time.scale == scale)
        assert found.expected == expected
        (found,) = (time for time in other_times(japanese, english, JA) if time.scale == scale)
        assert found.expected is not None
        assert found.expected.lower() == written.lower()


@pytest.mark.parametrize(
    ("english", "japanese"),
    [
        ("He was born in the Heian dynasty's winter.", "王朝の冬に生まれた。"),
        ("a decade and some years later", "十数年後"),
        ("the chairman of Asahi", "朝日の会長"),
        ("over the past year and this year", "この一年と今年"),
        ("yesterday or today", "明日か来週"),
    ],
)
def test_nothing_to_compare(english: str, japanese: str) -> None:
    assert not list(other_times(english, japanese, EN))
