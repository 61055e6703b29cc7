"""Past and present on both sides."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignqa.scoring.tense import tense


def counts(english: str, japanese: str = "窓が開く。") -> tuple[int, int]:
    """How many verbs are past, and how many present, on the English side."""
    found = tense(english, japanese)
    return round(math.expm1(found["past_en"])), round(math.expm1(found["present_en"]))


@pytest.mark.parametrize(
    ("english", "past", "present"),
    [
        ("The shop closed early.", 1, 0),
        ("The shop has closed.", 0, 1),
        ("The shop is closed by the owner.", 0, 1),
        ("A closed shop is a quiet shop.", 0, 1),
        ("A family-owned shop sells the bread.", 0, 1),
        ("They close at six, but we stayed.", 1, 1),
        ("She wants the old key; he lost it.", 1, 1),
        ("To have been there is enough.", 0, 1),
        ("The shop will close.", 0, 0),
        ("He didn’t answer, although he never slept.", 2, 0),
    ],
)
def test_english_verbs(english: str, past: int, present: int) -> None:
    assert counts(english) == (past, present)


@pytest.mark.parametrize(
    ("japanese", "past", "present"),
    [
        ("店は早く閉まった。", 1, 0),
        ("店は閉まっています。", 0, 1),
        ("店は開いて、すぐ閉まった。", 1, 0),
        ("閉まった店は静かだ。", 1, 1),
        ("店は閉まりませんでした。", 1, 0),
        ("店は閉まりません。", 0, 1),
        ("静かな通り", 0, 0),
    ],
)
def test_japanese_predicates(japanese: str, past: int, present: int) -> None:
    found = tense("The shop opens.", japanese)
    assert round(math.expm1(found["past_ja"])) == past
    assert round(math.expm1(found["present_ja"])) == present


@pytest.mark.parametrize(
    ("english", "japanese", "name"),
    [
        ("The mayor was tired.", "市長は疲れている。", "past_main_en"),
        ("The mayor says that it rained.", "雨が降ったと市長は述べた。", "past_main_ja"),
        ("The mayor will speak.", "市長は話した。", "future_past"),
        ("It rained and it snowed.", "雨が降り、雪が降る。", "past_more_en"),
    ],
)
def test_where_the_sides_differ(english: str, japanese: str, name: str) -> None:
    assert tense(english, japanese)[name] > 0


def test_where_they_agree() -> None:
    found = tense("The mayor was tired and went home.", "市長は疲れて家に帰った。")
    assert found["past_main_en"] == found["past_main_ja"] == found["future_past"] == 0


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_has_figures(english: str, japanese: str) -> None:
    found = tense(english, japanese)
    assert found.keys() == tense("", "").keys()
    assert all(math.isfinite(figure) for figure in found.values())
