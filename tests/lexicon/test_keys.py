"""What meets in one key, and what does not."""

from __future__ import annotations

import pytest

from alignqa.lexicon import english_key, japanese_key

MEET = [
    ("plural", "ministries of finance", "Ministry of Finance"),
    ("past tense", "went home", "go home"),
    ("a leading article", "the State Department", "State Department"),
    ("the infinitive's to", "to swim", "swim"),
    ("British and American spelling", "defence ministry", "defense ministry"),
    ("of nouns in our", "neighbours", "neighbor"),
    ("of verbs in ise", "organised", "organize"),
    ("of nouns in tre", "city centre", "city center"),
    ("of nouns in ogue", "catalogue", "catalog"),
    ("a possessive", "Peru's coast", "Peru coast"),
    ("the typographic apostrophe", "didn’t", "didn't"),
    ("the dots of an abbreviation", "U.S.", "US"),
    ("a hyphen", "vice-president", "vice president"),
]


@pytest.mark.parametrize(("one", "other"), [m[1:] for m in MEET], ids=[m[0] for m in MEET])
def test_phrases_that_meet(one: str, other: str) -> None:
    assert english_key(one) == english_key(other) != ""


APART = [
    ("a pronoun and a country", "us", "US"),
    ("a short word in our", "four", "for"),
    ("word order", "house white", "white house"),
]


@pytest.mark.parametrize(("one", "other"), [a[1:] for a in APART], ids=[a[0] for a in APART])
def test_phrases_that_stay_apart(one: str, other: str) -> None:
    assert english_key(one) != english_key(other)


@pytest.mark.parametrize("phrase", ["", " ", "—", "、。"])
def test_no_words_no_key(phrase: str) -> None:
    assert english_key(phrase) == ""


def test_an_article_alone_is_a_key() -> None:
    assert english_key("the") == "the"


@pytest.mark.parametrize(("one", "other"), [("打ち合せ", "打合わせ"), ("ﾃﾚﾋﾞ", "テレビ")])
def test_japanese_spellings_meet(one: str, other: str) -> None:
    assert japanese_key(one) == japanese_key(other)


def test_japanese_words_stay_apart() -> None:
    assert japanese_key("国務省") != japanese_key("国防総省")
