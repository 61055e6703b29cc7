"""Compounds of which one half is rendered and the other is not."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignqa.judging import default_context
from alignqa.lexicon.compound_halves import compound_parts, halves
from alignqa.lexicon.half_swaps import HALF_KINDS, half_swaps, weighed_halves
from alignqa.text import Span

ENGLISH = "The traffic accident blocked the tunnel until noon."
RIGHT, WRONG = (
    "交通事故で正午までトンネルがふさがれた。",
    "交通標識で正午までトンネルがふさがれた。",
)


def found(english: str, japanese: str) -> list[tuple[str, str]]:
    sources = default_context().linker.sources
    return [(h.english.text, h.japanese.text) for h in halves(english, japanese, [], sources)]


def test_the_right_half_fixes_the_place_of_the_wrong_one() -> None:
    assert found(ENGLISH, WRONG) == [("accident", "標識")]


@pytest.mark.parametrize(
    ("english", "japanese"),
    [
        (ENGLISH, RIGHT),
        ("", ""),
        (ENGLISH, ""),
        ("", WRONG),
        # No half is rendered, so that nothing fixes a place.
        ("The stone bridge collapsed.", WRONG),
        # A name is the matter of other checks.
        ("The Tokyo Court adjourned.", "東京タワーは閉まった。"),
        # 抗議活動 says no more than "protest".
        ("The protest organizers went home.", "抗議活動を率いた人々は帰宅した。"),
    ],
)
def test_nothing_is_found_where_nothing_is_left_over(english: str, japanese: str) -> None:
    assert found(english, japanese) == []


def test_two_that_compete_for_a_place_are_not_told() -> None:
    english = "A traffic accident and a traffic census were reported."
    assert found(english, "交通標識が報告された。") == []


def test_words_of_another_sentence_do_not_stand_in_the_place() -> None:
    english = "The road was wet. The traffic accident blocked the tunnel."
    japanese = "交通標識がぬれていた。トンネルがふさがれた。"
    beads = [(Span(0, 17), Span(0, 11)), (Span(18, len(english)), Span(11, len(japanese)))]
    sources = default_context().linker.sources
    assert [(h.english.text, h.japanese.text) for h in halves(english, japanese, [], sources)] == [
        ("accident", "標識")
    ]
    assert halves(english, japanese, beads, sources) == []


def test_a_half_may_be_said_of_something_else() -> None:
    english = "The town library was closed, so a university employee drove them to the harbour."
    japanese = "町立図書館は閉まっていたので、大学図書館が彼らを港まで送った。"
    (half,) = halves(english, japanese, [], default_context().linker.sources)
    assert half.is_spent
    (swap,) = half_swaps(english, japanese, [], default_context().linker)
    assert swap.is_said_elsewhere
    assert (swap.english.text, swap.japanese.text) == ("employee", "図書館")


def test_parts_are_those_of_long_words_and_of_words_that_touch() -> None:
    runs = compound_parts("核兵器と石油会社と刑務所")
    assert [[part.text for part in run] for run in runs] == [["核", "兵器"], ["石油", "会社"]]


def test_each_half_has_its_figures() -> None:
    linker = default_context().linker
    mine = halves(ENGLISH, WRONG, [], linker.sources)
    assert weighed_halves(mine, linker.link(ENGLISH, WRONG)).shape == (1, len(HALF_KINDS))
    assert weighed_halves([], linker.link(ENGLISH, WRONG)).shape == (0, len(HALF_KINDS))


@given(st.text("交通事故標識石油会社と、。A", max_size=20))
def test_parts_are_where_they_say(text: str) -> None:
    for run in compound_parts(text):
        assert all(part.span.of(text) == part.text for part in run)
        assert all(a.span.end == b.span.start for a, b in itertools.pairwise(run))
