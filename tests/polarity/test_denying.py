"""Words that deny by themselves."""

from __future__ import annotations

import pytest

from alignqa.judging import default_context
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
    "word",
    [
        *["increase", "discover", "under", "image", "important", "mission", "unless", "bless"],
        *["intelligence", "infect", "investigation", "immigrant", "underway"],
    ],
)
def test_words_that_only_begin_or_end_alike(word: str) -> None:
    found = denials(word, Lang.ENGLISH, default_context().vectors.of)
    assert not any(denial.is_derived for denial in found)


def test_kanji_that_deny() -> None:
    vectors = default_context().vectors.of
    assert Denial("不", True) in denials("不可能", Lang.JAPANESE, vectors)
    assert Denial("停", False) in denials("停電", Lang.JAPANESE, vectors)
    assert denials("可能", Lang.JAPANESE, vectors) == ()


def test_words_that_deny_now_and_then() -> None:
    vectors = default_context().vectors.of
    assert all(denial.is_rare for denial in denials("but", Lang.ENGLISH, vectors))
    assert all(denial.is_rare for denial in denials("まで", Lang.JAPANESE, vectors))
    assert not any(denial.is_rare for denial in denials("lack", Lang.ENGLISH, vectors))


@pytest.mark.parametrize("word", ["非常", "特別", "判断", "避難", "外相", "絶対"])
def test_kanji_of_another_sense(word: str) -> None:
    assert denials(word, Lang.JAPANESE, default_context().vectors.of) == ()
