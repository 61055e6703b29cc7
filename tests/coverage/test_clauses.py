"""Content words, and where the phrases of a sentence begin."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from alignqa.coverage.clauses import content_words, parting
from alignqa.text import Lang


def texts(text: str, lang: Lang) -> list[str]:
    return [word.text for word in content_words(text, lang)]


def test_english_small_words_are_left_out() -> None:
    assert texts("The ferry that left at noon has sunk.", Lang.ENGLISH) == [
        "ferry",
        "left",
        "noon",
        "sunk",
    ]


def test_japanese_particles_are_left_out_and_suffixes_stay_with_their_noun() -> None:
    assert texts("参加者は駅前に集まった。", Lang.JAPANESE) == ["参加者", "駅前", "集まっ"]


def test_phrases_begin_at_conjunctions_prepositions_and_marks() -> None:
    words = content_words("Old boats drift in harbours, quietly", Lang.ENGLISH)
    assert [(word.text, word.opens, word.breaks) for word in words] == [
        ("Old", True, True),
        ("boats", False, False),
        ("drift", False, False),
        ("harbours", True, False),
        ("quietly", True, True),
    ]


def test_a_noun_stays_with_the_one_that_no_ties_to_it() -> None:
    words = content_words("港の船が沈んだ", Lang.JAPANESE)
    assert [(word.text, word.opens) for word in words] == [
        ("港", True),
        ("船", False),
        ("沈ん", True),
    ]


def test_numerals_are_known_as_such() -> None:
    assert [word.is_number for word in content_words("It cost 40 dollars", Lang.ENGLISH)] == [
        False,
        True,
        False,
    ]
    assert any(word.is_number for word in content_words("四十ドルかかった", Lang.JAPANESE))


def test_small_words_go_with_the_phrase_that_they_open() -> None:
    assert parting(", which ", Lang.ENGLISH) == 1
    assert parting(" because the ", Lang.ENGLISH) == 1
    assert parting(" the ", Lang.ENGLISH) == 5
    assert parting("が", Lang.JAPANESE) == 1


def test_behind_a_mark_begins_what_comes_next() -> None:
    assert parting(", if, as ", Lang.ENGLISH) == 1
    assert parting(', an "', Lang.ENGLISH) == 1
    assert parting('." The ', Lang.ENGLISH) == 2
    assert parting("によると、それでも", Lang.JAPANESE) == len("によると、")
    assert parting("だった。」しかし", Lang.JAPANESE) == len("だった。」")
    assert parting("」との", Lang.JAPANESE) == len("」との")


@given(st.text(max_size=60), st.sampled_from(list(Lang)))
def test_words_stand_where_they_say_in_order(text: str, lang: Lang) -> None:
    words = content_words(text, lang)
    assert all(word.span.of(text) == word.text for word in words)
    assert all(left.span.end <= right.span.start for left, right in pairwise(words))
