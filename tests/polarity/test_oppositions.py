"""The table of opposites, and its words in running text."""

from __future__ import annotations

import tomllib

import pytest

from alignqa.polarity.oppositions import TABLE, poles
from alignqa.text import Lang


def test_the_table_is_whole() -> None:
    oppositions = tomllib.loads(TABLE.read_text(encoding="utf-8"))["opposition"]
    assert len(oppositions) >= 100
    assert len({opposition["name"] for opposition in oppositions}) == len(oppositions)
    for opposition in oppositions:
        for lang in Lang:
            ends = [set(words.split()) for words in opposition[lang.english_name.lower()]]
            assert len(ends) == 2
            assert all(ends), opposition["name"]
            assert not ends[0] & ends[1], opposition["name"]


@pytest.mark.parametrize(
    ("text", "lang", "name", "end", "word"),
    [
        ("Prices increased sharply.", Lang.ENGLISH, "more or less of it", 0, "increased"),
        ("At most five people came.", Lang.ENGLISH, "at least or at most", 1, "At most"),
        ("価格は急に下落した。", Lang.JAPANESE, "more or less of it", 1, "下落"),
        ("その法律は違憲とされた。", Lang.JAPANESE, "legal or illegal", 1, "違憲"),
        ("試合に負けた。", Lang.JAPANESE, "win or lose", 1, "負け"),
    ],
)
def test_words_are_found_inflected(text: str, lang: Lang, name: str, end: int, word: str) -> None:
    assert (name, end, word) in {(p.name, p.end, p.span.of(text)) for p in poles(text, lang)}


@pytest.mark.parametrize(
    ("text", "lang", "name", "ends"),
    [
        ("They were beaten at home.", Lang.ENGLISH, "win or lose", {1}),
        ("They have beaten the champions.", Lang.ENGLISH, "win or lose", set()),
        ("They beat the champions.", Lang.ENGLISH, "win or lose", {0}),
        ("They defeated the champions.", Lang.ENGLISH, "win or lose", set()),
        ("It was their third defeat.", Lang.ENGLISH, "win or lose", {1}),
        ("The river empties into the bay.", Lang.ENGLISH, "fill or empty", set()),
        ("At that age he sang well.", Lang.ENGLISH, "young or old", set()),
        ("駅前の店に入った。", Lang.JAPANESE, "before or after that", set()),
        ("ホテル前で待った。", Lang.JAPANESE, "before or after that", set()),
        ("試合前に食べた。", Lang.JAPANESE, "before or after that", {0}),
    ],
)
def test_senses_that_have_no_opposite(text: str, lang: Lang, name: str, ends: set[int]) -> None:
    assert {pole.end for pole in poles(text, lang) if pole.name == name} == ends
