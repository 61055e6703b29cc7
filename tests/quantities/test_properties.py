"""Every way of writing a number reads back as its value; no text breaks the reader."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignqa.quantities import quantities
from alignqa.quantities.kanji import (
    kanji_numeral,
    myriad_numeral,
    numeral_value,
    positional_numeral,
)
from alignqa.quantities.rendering import english_words
from alignqa.text import Lang

INTEGERS = st.integers(min_value=2, max_value=10**15 - 1)
# What number readers look at, in any order.
PIECES = st.lists(
    st.sampled_from(
        [
            *"0123456789０９.,・:/-–~～ '’$¥%％()（）百万億年月日時半",
            *("分の", "第", "数", "午後", "令和", "元", "代", "割", "円", "twenty", "half", "a"),
            *("and", "million", "third", "March", "May", "pm", "o'clock", "of", "dozens", "st"),
        ]
    ),
    max_size=25,
).map("".join)


@given(INTEGERS)
def test_digits(value: int) -> None:
    for text in (f"{value:,} cats", f"{value} cats"):
        assert [q.value for q in quantities(text, Lang.ENGLISH)] == [value]
    assert [q.value for q in quantities(f"猫が{value:,}匹", Lang.JAPANESE)] == [value]


@given(INTEGERS)
def test_english_words(value: int) -> None:
    text = f"We saw {english_words(value)} cats."
    assert [q.value for q in quantities(text, Lang.ENGLISH)] == [value]


@given(INTEGERS)
def test_kanji(value: int) -> None:
    assert numeral_value(kanji_numeral(value)) == value
    assert numeral_value(positional_numeral(value)) == value


@given(INTEGERS)
def test_powers_of_a_myriad(value: int) -> None:
    text = f"猫が{myriad_numeral(value)}匹いる"
    assert [q.value for q in quantities(text, Lang.JAPANESE)] == [value]


@settings(deadline=None)
@given(st.one_of(st.text(max_size=60), PIECES), st.sampled_from(list(Lang)))
def test_any_text(text: str, lang: Lang) -> None:
    found = quantities(text, lang)
    for quantity in found:
        assert 0 <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.span.start <= quantity.core.start
        assert quantity.core.end <= quantity.span.end


@pytest.mark.parametrize(
    ("piece", "lang"),
    [
        ("1,", Lang.ENGLISH),
        ("1-", Lang.ENGLISH),
        ("twenty-", Lang.ENGLISH),
        ("9", Lang.ENGLISH),
        ("万1", Lang.JAPANESE),
        ("a", Lang.JAPANESE),
        ("9", Lang.JAPANESE),
    ],
)
def test_time_is_linear(piece: str, lang: Lang) -> None:
    start = time.perf_counter()
    quantities(piece * (60_000 // len(piece)), lang)
    assert time.perf_counter() - start < 10


@given(st.text("0123456789#/.,:-–%$¥ abc年月日万億一二〇", max_size=30))
def test_marks_among_digits_never_fail(text: str) -> None:
    for lang in Lang:
        for quantity in quantities(text, lang):
            assert quantity.span.end <= len(text)
