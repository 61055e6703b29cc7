"""Words that deny by themselves."""

from __future__ import annotations

import pytest

from alignqa.pipeline import default_context
from alignqa.polarity.denying import Denial, denials
from alignqa.text import Lang


@pytest.mark.parametrize(
    ("word", "sign"),
    [
        ("insufficient", "in"),
        ("unhappy", "un"),
        ("impossible", "im"),
        ("irregular", "ir"),
        ("disagree", "dis"),
        ("homeless", "less"),
    ],
)
def test_what_a_prefix_or_suffix_denies(word: str, sign: str) -> None:
    assert Denial(sign, True) in denials(word, Lang.ENGLISH, default_context().vectors.of)


@pytest.mark.parametrize(
    "word", ["increase", "discover", "under", "image", "important", "mission", "unless", "bless"]
)
def test_words_that_only_begin_or_end_alike(word: str) -> None:
    found = denials(word, Lang.ENGLISH, default_context().vectors.of)
    assert not any(denial.is_derived for denial in found)


def test_kanji_that_deny() -> None:
    vectors = default_context().vectors.of
    assert Denial("不", True) in denials("不可能", Lang.JAPANESE, vectors)
    assert Denial("停", False) in denials("停電", Lang.JAPANESE, vectors)
    assert denials("可能", Lang.JAPANESE, vectors) == ()
