"""English words: where they stand, their dictionary forms, and what their capitals say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignqa.words import Word, english_words, lemma

WORDS = [
    ("plain words", "Ships sail north.", ["Ships", "sail", "north"]),
    ("nothing", "", []),
    ("only marks", " — ?! ", []),
    ("an abbreviation is one word", "The U.S. fleet", ["The", "U.S.", "fleet"]),
    ("hyphens part words", "state-of-the-art", ["state", "of", "the", "art"]),
    ("an inner apostrophe stays", "O'Hara didn’t", ["O'Hara", "didn’t"]),
    ("a possessive ending goes", "Peru's and China’s", ["Peru", "and", "China"]),
    ("a possessive in capitals goes", "NASA'S plan", ["NASA", "plan"]),
    ("a plural possessive keeps its s", "the nurses' ward", ["the", "nurses", "ward"]),
    ("separators stay inside digits", "1,250.5 tons, 3", ["1,250.5", "tons", "3"]),
    ("a full stop after digits is no part of them", "It was 1987.", ["It", "was", "1987"]),
    ("letters of other alphabets", "Zoë met Jürgen", ["Zoë", "met", "Jürgen"]),
    ("underscores part words", "file_name", ["file", "name"]),
    ("quotation marks stand outside", "“Stop,” 'now'", ["Stop", "now"]),
]


@pytest.mark.parametrize(("text", "words"), [w[1:] for w in WORDS], ids=[w[0] for w in WORDS])
def test_words(text: str, words: list[str]) -> None:
    assert [word.text for word in english_words(text)] == words


LEMMAS = [
    ("ministries", "ministry"),
    ("Ministries", "ministry"),
    ("went", "go"),
    ("children", "child"),
    ("U.S.", "us"),
    ("US", "us"),
    ("us", "we"),
    ("p.m.", "pm"),
    ("NATO", "nato"),
    ("Americans", "american"),
    ("Democrats", "democrat"),
    ("Paris", "paris"),
    ("Congress", "congress"),
    ("I", "i"),
    ("2024", "2024"),
    ("1,000", "1,000"),
]


@pytest.mark.parametrize(("word", "expected"), LEMMAS)
def test_lemma(word: str, expected: str) -> None:
    assert lemma(word) == expected


def test_both_apostrophes_give_one_lemma() -> None:
    assert lemma("didn’t") == lemma("didn't")


# The words whose capital letter says that they are names.
CAPITALS = [
    ("a sentence opener says nothing", "Birds sing in Oslo.", ["Oslo"]),
    ("nor does one after a full stop", "It rained. Birds sang in Oslo.", ["Oslo"]),
    ("nor after a question mark and a bracket", "(Did it rain?) Birds sang.", []),
    ("nor after a colon", "A rule: Birds come first.", []),
    ("nor at the start of a line", "A list\nBirds", []),
    ("nor behind an opening quotation mark", "He said “Birds sing” and left.", []),
    ("nor behind a Japanese bracket", "the song 「Birds」", []),
    ("nor after white space at the start", "   Birds sing", []),
    ("an abbreviated country ends no sentence", "The U.S. Navy left.", ["U.S.", "Navy"]),
    ("an initial ends no sentence", "We met John F. Reed there.", ["John", "F", "Reed"]),
    ("a title ends no sentence", "We met Dr. Reed and Mrs. Hall.", ["Dr", "Reed", "Mrs", "Hall"]),
    ("lower case never", "the oslo harbor", []),
    ("digits never", "in 1984 and 2,000", []),
    ("a comma ends no sentence", "In Oslo, Reed slept.", ["Oslo", "Reed"]),
]


@pytest.mark.parametrize(
    ("text", "capitals"), [c[1:] for c in CAPITALS], ids=[c[0] for c in CAPITALS]
)
def test_capitals(text: str, capitals: list[str]) -> None:
    assert [word.text for word in english_words(text) if word.is_capital] == capitals


def test_an_opener_still_begins_upper() -> None:
    opener = english_words("Birds sing.")[0]
    assert opener.begins_upper
    assert opener.opens_sentence
    assert not opener.is_capital


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("aB’'s.,!? 1-\n“”éß東か日🙂_U\u0301\u200b"), max_size=40))
def test_spans_are_ordered_disjoint_and_of_the_text(text: str) -> None:
    _assert_well_formed(text, english_words(text))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_spans_in_any_text(text: str) -> None:
    _assert_well_formed(text, english_words(text))


def _assert_well_formed(text: str, words: tuple[Word, ...]) -> None:
    end = 0
    for word in words:
        assert word.span.start >= end
        assert word.span.of(text) == word.text
        assert word.lemma
        end = word.span.end
