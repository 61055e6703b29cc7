"""What is quoted of a denial: whole words and whole predicates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignqa.polarity import english_negations, japanese_negations
from alignqa.polarity.quoted import denial, whole_words
from alignqa.text import Lang, Span


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("データの取得は一筋縄ではいきません。", "一筋縄ではいきません"),
        ("それでは話にならない。", "話にならない"),
        ("彼は来なかった。", "来なかった"),
        ("水は飲みませんでした。", "飲みませんでした"),
        ("予算は承認されていませんでした。", "承認されていませんでした"),
        ("時間がなければ帰る。", "時間がなければ"),
    ],
)
def test_japanese_predicates_are_whole(text: str, quoted: str) -> None:
    (negation,) = japanese_negations(text)
    assert denial(negation, text, Lang.JAPANESE).of(text) == quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He did not re-open the case.", "did not re-open"),
        ("We took the advice they didn't and left.", "didn't"),
        ("When he didn't, one ran after him.", "didn't"),
    ],
)
def test_english_predicates_end_with_a_word(text: str, quoted: str) -> None:
    (negation,) = english_negations(text)
    assert denial(negation, text, Lang.ENGLISH).of(text) == quoted


def test_spans_are_widened_to_words() -> None:
    assert whole_words(Span(5, 8), "They announced it.", Lang.ENGLISH) == Span(5, 14)
    assert (
        whole_words(Span(2, 4), "彼は承認された。", Lang.JAPANESE).of("彼は承認された。")
        == "承認された"
    )


@given(
    st.text(min_size=1, max_size=40), st.integers(0, 39), st.integers(1, 9), st.sampled_from(Lang)
)
def test_the_span_is_never_narrowed(text: str, first: int, length: int, lang: Lang) -> None:
    start = min(first, len(text) - 1)
    end = min(len(text), start + length)
    found = whole_words(Span(start, end), text, lang)
    assert found.start <= start
    assert end <= found.end <= len(text)
