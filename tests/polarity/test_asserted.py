"""What is marked where one side asserts what the other denies."""

from __future__ import annotations

import pytest

from alignqa.polarity import english_negations
from alignqa.polarity.asserted import asserted, clause_of
from alignqa.text import Lang, Span


@pytest.mark.parametrize(
    ("text", "word", "predicate"),
    [
        ("The label can be removed.", "removed", "can be removed"),
        ("I'm really expecting rain.", "expecting", "I'm really expecting"),
        ("They have made any real progress.", "progress", "have made any real progress"),
        ("He left with his keys.", "keys", "with his keys"),
        ("She said that exports fell.", "fell", "fell"),
        ("It was late, exports fell.", "fell", "fell"),
    ],
)
def test_english_predicates(text: str, word: str, predicate: str) -> None:
    place = Span(text.index(word), text.index(word) + len(word))
    assert asserted(place, text, Lang.ENGLISH).of(text) == predicate


@pytest.mark.parametrize(
    ("text", "word", "predicate"),
    [
        ("予約を変更することができます。", "変更", "変更することができます"),
        ("工事には進展がある。", "進展", "進展がある"),
        ("窓の近くに置いてください。", "近く", "近くに置いてください"),
        ("暑い場所、湿った所に置く。", "場所", "場所"),
        ("橋は昨年修理された。", "修理", "修理された"),
    ],
)
def test_japanese_predicates(text: str, word: str, predicate: str) -> None:
    place = Span(text.index(word), text.index(word) + len(word))
    assert asserted(place, text, Lang.JAPANESE).of(text) == predicate


_ENGLISH = "He did not come home, and his sister waited."
_JAPANESE = "姉は待ち、彼は家に帰った。"


def _links(*words: tuple[str, str]) -> list[tuple[Span, Span, float]]:
    return [
        (
            Span(_ENGLISH.index(left), _ENGLISH.index(left) + len(left)),
            Span(_JAPANESE.index(right), _JAPANESE.index(right) + len(right)),
            0.95,
        )
        for left, right in words
    ]


def test_the_clause_is_told_by_the_words_beside_the_denial() -> None:
    (negation,) = english_negations(_ENGLISH)
    texts = {Lang.ENGLISH: _ENGLISH, Lang.JAPANESE: _JAPANESE}
    found = clause_of(negation, texts, Lang.ENGLISH, _links(("home", "家")))
    assert found is not None
    assert found.of(_JAPANESE) == "彼は家に帰った"
    assert clause_of(negation, texts, Lang.ENGLISH, []) is None
