"""Terms in running text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignqa.lexicon import Lexicon, Term, english_terms, japanese_terms

CLOSED = {"country", "institution", "office", "weekday"}

ENGLISH = [
    ("the longest match", "The State Department wrote.", ["State Department"]),
    ("one name inside another", "the Ministry of Foreign Affairs", ["Ministry of Foreign Affairs"]),
    ("a possessive", "Peru's coast and Chile’s coast", ["Peru", "Chile"]),
    ("British spelling", "the Ministry of Defence", ["Ministry of Defence"]),
    ("American spelling", "the Ministry of Defense", ["Ministry of Defense"]),
    ("a plural", "on Mondays and Fridays", ["Mondays", "Fridays"]),
    ("an abbreviation", "the U.S. coast", ["U.S."]),
    ("a pronoun is no country", "They told us a story.", []),
    ("a hyphen joins", "a State-Department letter", ["State-Department"]),
    ("a line end joins", "the State\nDepartment", ["State Department"]),
    ("a comma parts", "in Norway, Finland", ["Norway", "Finland"]),
    ("nothing", "", []),
]


@pytest.mark.parametrize(("text", "terms"), [e[1:] for e in ENGLISH], ids=[e[0] for e in ENGLISH])
def test_english(lexicon: Lexicon, text: str, terms: list[str]) -> None:
    found = english_terms(text, lexicon, CLOSED)
    assert [" ".join(term.text.split()) for term in found] == terms


JAPANESE = [
    ("the longest match", "国防総省は声明を出した。", ["国防総省"]),
    ("京都 is not inside 東京都", "東京都は条例を定めた。", []),
    ("two names side by side", "ノルウェー国王", ["ノルウェー", "国王"]),
    ("after an abbreviation", "米国務省の職員", ["米", "国務省"]),
    ("in one word with a name", "クリントン大統領は到着した。", ["大統領"]),
    ("in one word with a country", "米国大統領は到着した。", ["米国", "大統領"]),
    ("the short form of a weekday", "月曜に始まる", ["月曜"]),
    ("a comma parts", "ノルウェー、フィンランド", ["ノルウェー", "フィンランド"]),
    ("nothing", "", []),
]


@pytest.mark.parametrize(("text", "terms"), [j[1:] for j in JAPANESE], ids=[j[0] for j in JAPANESE])
def test_japanese(lexicon: Lexicon, text: str, terms: list[str]) -> None:
    assert [term.text for term in japanese_terms(text, lexicon, CLOSED)] == terms


def test_a_name_of_a_city_is_not_found_inside_another(lexicon: Lexicon) -> None:
    assert [t.text for t in japanese_terms("東京都", lexicon)] == ["東京都"]
    assert "京都" in [t.text for t in japanese_terms("京都の東", lexicon)]


@pytest.mark.parametrize(
    ("text", "base"),
    [("船が沈んだ", "沈む"), ("手紙を書きました", "書く"), ("海が美しかった", "美しい")],
)
def test_inflected_japanese_is_found(lexicon: Lexicon, text: str, base: str) -> None:
    assert base in {term.key for term in japanese_terms(text, lexicon)}


@pytest.mark.parametrize(
    ("text", "key"), [("The ship sank.", "sink"), ("two foxes", "fox"), ("he wrote", "write")]
)
def test_inflected_english_is_found(lexicon: Lexicon, text: str, key: str) -> None:
    assert key in {term.key for term in english_terms(text, lexicon)}


def test_both_spellings_have_the_same_entries(lexicon: Lexicon) -> None:
    (british,) = english_terms("colour", lexicon)
    (american,) = english_terms("color", lexicon)
    assert british.entries == american.entries


def test_kinds_filter(lexicon: Lexicon) -> None:
    text = "On Friday, Norway thanked the State Department."
    for kinds, terms in [
        ({"country"}, ["Norway"]),
        ({"weekday"}, ["Friday"]),
        ({"institution"}, ["State Department"]),
        ({"country", "weekday"}, ["Friday", "Norway"]),
        (set(), []),
    ]:
        found = english_terms(text, lexicon, kinds)
        assert [term.text for term in found] == terms
        assert all(term.kinds & kinds for term in found)
    everything = [term.text for term in english_terms(text, lexicon)]
    assert {"Friday", "Norway", "State Department", "the"} <= set(everything)


JAPANESE_PIECES = "国務 省 東京都 京都 日本 人 は 、 米 月曜 走っ た 12 🙂 ・"
ENGLISH_PIECES = "the State Department US us , Peru's of Ministry Defence 3 – ran"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(JAPANESE_PIECES.split()),
        max_size=12,
    )
)
def test_japanese_terms_are_ordered_and_disjoint(words: list[str]) -> None:
    text = "".join(words)
    _assert_well_formed(text, japanese_terms(text, SHIPPED))
    _assert_well_formed(text, japanese_terms(text, SHIPPED, CLOSED))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(ENGLISH_PIECES.split()),
        max_size=12,
    )
)
def test_english_terms_are_ordered_and_disjoint(words: list[str]) -> None:
    text = " ".join(words)
    _assert_well_formed(text, english_terms(text, SHIPPED))
    _assert_well_formed(text, english_terms(text, SHIPPED, CLOSED))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(ENGLISH_PIECES.split()), max_size=12),
    st.lists(st.sampled_from(JAPANESE_PIECES.split()), max_size=12),
    st.sets(st.sampled_from(sorted(CLOSED))),
)
def test_the_lists_of_closed_kinds_leave_out_nothing(
    english: list[str], japanese: list[str], kinds: set[str]
) -> None:
    texts = " ".join(english), "".join(japanese)
    # A kind that is not closed makes it look up all words.
    wider = kinds | {"no such kind"}
    for find, text in zip((english_terms, japanese_terms), texts, strict=True):
        assert find(text, SHIPPED, kinds) == find(text, SHIPPED, wider)


SHIPPED = Lexicon()


def _assert_well_formed(text: str, terms: tuple[Term, ...]) -> None:
    end = 0
    for term in terms:
        assert term.span.start >= end
        assert term.span.of(text) == term.text
        assert term.entries
        end = term.span.end
