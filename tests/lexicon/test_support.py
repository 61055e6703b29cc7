"""Whether one side has anything that could render a term of the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from alignqa.encoders import StaticEncoder
from alignqa.lexicon import Lexicon
from alignqa.lexicon.support import Support
from alignqa.lexicon.vectors import WordVectors
from alignqa.text import Lang, Span

CLOSED = {"country", "institution", "office", "weekday"}
Make = Callable[[str, str], Support]


@pytest.fixture(scope="module")
def make(lexicon: Lexicon) -> Make:
    vectors = WordVectors(StaticEncoder().encode)
    return lambda english, japanese: Support(english, japanese, lexicon, vectors)


RENDERED = [
    ("State Department", "米国務省は声明を出した。", "国務省"),
    ("Thursday", "木曜に再開する。", "木曜"),
    ("Norway", "ノルウェーの港", "ノルウェー"),
    ("Norway", "フィンランドの港", None),
    ("State Department", "国防総省は声明を出した。", None),
    ("Thursday", "火曜日に再開する。", None),
]


@pytest.mark.parametrize(("english", "japanese", "rendering"), RENDERED)
def test_known_rendering(make: Make, english: str, japanese: str, rendering: str | None) -> None:
    support = make(english, japanese)
    (term,) = support.english_terms(CLOSED)
    assert support.known_rendering(term) == rendering


MEANT = [
    ("The State Department replied.", "国務省", "State Department"),
    ("The shop opens on Thursdays.", "木曜日", "Thursday"),
    ("The prime ministers met.", "首相", "prime minister"),
    # What is of the president speaks of one.
    ("The presidential palace is old.", "大統領", "president"),
    ("The parliamentary debate went on.", "議会", "parliament"),
    ("The capital is old.", "大統領", None),
    ("The Pentagon replied.", "国務省", None),
    ("The shop opens on Tuesday.", "木曜日", None),
]


@pytest.mark.parametrize(("english", "japanese", "meaning"), MEANT)
def test_known_meaning(make: Make, english: str, japanese: str, meaning: str | None) -> None:
    support = make(english, japanese)
    (term,) = support.japanese_terms(CLOSED)
    assert support.known_meaning(term) == meaning


# A passage of one text, the language it is in, and of its content words how many are rendered.
OF_A_PASSAGE = [
    ("The cat sleeps. The dog barks.", "犬が吠える。", Lang.ENGLISH, "The cat sleeps.", (0, 2)),
    ("The cat sleeps. The dog barks.", "猫が眠る。", Lang.ENGLISH, "The cat sleeps.", (2, 2)),
    ("The cat sleeps.", "猫が眠る。病院は遠い。", Lang.JAPANESE, "病院は遠い。", (0, 2)),
    ("The hospital is far.", "猫が眠る。病院は遠い。", Lang.JAPANESE, "病院は遠い。", (2, 2)),
    # Neither words of grammar nor what the dictionary does not know is counted.
    ("She is here. Go.", "彼女はここにいる。", Lang.ENGLISH, "She is here.", (0, 0)),
    ("Xqzt vrmbl.", "それだけだ。", Lang.ENGLISH, "Xqzt vrmbl.", (0, 0)),
]


@pytest.mark.parametrize(("english", "japanese", "lang", "passage", "counts"), OF_A_PASSAGE)
def test_rendered(
    make: Make, english: str, japanese: str, lang: Lang, passage: str, counts: tuple[int, int]
) -> None:
    start = (english if lang is Lang.ENGLISH else japanese).index(passage)
    span = Span(start, start + len(passage))
    assert make(english, japanese).rendered(span, lang) == counts


def test_rendered_adds_up(make: Make) -> None:
    """What stands in a part is counted there and in no other."""
    english, japanese = "The cat sleeps. The dog barks.", "犬が吠える。"
    support = make(english, japanese)
    parts = [support.rendered(span, Lang.ENGLISH) for span in (Span(0, 15), Span(16, 30))]
    whole = support.rendered(Span(0, 30), Lang.ENGLISH)
    assert whole == (sum(p[0] for p in parts), sum(p[1] for p in parts))


IDENTITIES = [
    ("Japan and the United States", "日米両国", {"JP", "US"}),
    ("a trip to America", "訪米する", {"US"}),
    ("the British press", "英紙", {"GB"}),
    ("Swedes and Danes", "スウェーデンとデンマーク", {"SE", "DK"}),
]


@pytest.mark.parametrize(("english", "japanese", "countries"), IDENTITIES)
def test_both_sides_name_the_same_countries(
    make: Make, english: str, japanese: str, countries: set[str]
) -> None:
    support = make(english, japanese)
    assert countries <= support.countries.in_japanese
    # The people of a country need not be in the dictionary; its name must.
    assert countries & support.countries.in_english or english.startswith("Swedes")


def test_kanji_of_a_known_word_are_no_abbreviations(make: Make) -> None:
    assert "FR" not in make("", "仏像を見た。").countries.in_japanese
    assert "US" not in make("", "米粉のパン").countries.in_japanese


def test_neighbours(make: Make) -> None:
    support = make("The British Foreign Secretary, Ann Lee, spoke.", "外相が話した。")
    term = next(t for t in support.english_terms({"country"}) if t.text == "British")
    before, after = support.english_neighbours(term)
    assert before is not None
    assert before.text == "The"
    assert after is not None
    assert after.text == "Foreign"


def test_a_comma_keeps_neighbours_away(make: Make) -> None:
    support = make("Then, Peru, too, agreed.", "")
    (term,) = support.english_terms({"country"})
    assert support.english_neighbours(term) == (None, None)


def test_phrases_know_their_places(make: Make) -> None:
    english, japanese = "The ferry sank.", "連絡船が沈んだ。"
    support = make(english, japanese)
    assert [s.of(english) for s in support.english_phrases.spans] == [
        "The", "The ferry", "The ferry sank", "ferry", "ferry sank", "sank",
    ]  # fmt: skip
    assert "連絡船" in [s.of(japanese) for s in support.japanese_phrases.spans]
    for phrases in (support.english_phrases, support.japanese_phrases):
        assert len(phrases.rows) == len(phrases.spans)


def test_the_nearest_phrase_is_apart_from_the_term(make: Make) -> None:
    phrases = make("The ferry sank.", "連絡船が沈んだ。").english_phrases
    whole = phrases.spans[2]
    row = phrases.rows[phrases.spans.index(whole)]
    assert phrases.nearest(row, whole) == 0.0
    first = phrases.spans[0]
    assert phrases.nearest(row, first) == pytest.approx(float(max(phrases.rows[3:] @ row)))


def test_empty_texts(make: Make) -> None:
    support = make("", "")
    assert support.english_terms() == support.japanese_terms() == ()
    assert support.english_phrases.spans == support.japanese_phrases.spans == ()


def test_the_nearest_of_no_phrases(make: Make) -> None:
    support = make("ferry", "")
    row = support.english_phrases.rows[0]
    assert support.japanese_phrases.nearest(row, support.english_phrases.spans[0]) == 0.0
