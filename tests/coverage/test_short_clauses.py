"""Clauses of two words that nothing renders."""

from __future__ import annotations

import pytest

from alignqa.bitext import Pair
from alignqa.coverage import gaps, severity
from alignqa.finding import Severity
from alignqa.judging import default_context, embedded_encoder
from alignqa.pairing import with_sentences
from alignqa.text import Lang, Segment

ENGLISH = "The orchestra played in the old town hall on Friday evening{}."
JAPANESE = "オーケストラは{}金曜日の夜に旧市庁舎で演奏した。"


def found(english: str, japanese: str) -> list[tuple[str, Severity | None]]:
    made = Pair(0, Segment(english, Lang.ENGLISH), Segment(japanese, Lang.JAPANESE), 0.7)
    pair = with_sentences([made], embedded_encoder())[0]
    context = default_context()
    return [
        (gap.span.of(pair.side(gap.lang).text), severity(gap, pair))
        for gap in gaps(pair, context.vectors, context.linker)
    ]


@pytest.mark.parametrize(
    "clause", ["弁護士に相談したうえで、", "橋が工事中だったため、", "地元の住民の協力を得て、"]
)
def test_a_japanese_clause_of_two_words_is_major(clause: str) -> None:
    assert found(ENGLISH.format(""), JAPANESE.format(clause)) == [
        (clause.removesuffix("、"), Severity.MAJOR)
    ]


@pytest.mark.parametrize(
    "clause", [" because the weather was bad", " after the police left the building"]
)
def test_an_english_clause_of_two_words_is_major(clause: str) -> None:
    assert found(ENGLISH.format(clause), JAPANESE.format("")) == [
        (f"{clause.strip()}.", Severity.MAJOR)
    ]


@pytest.mark.parametrize(
    "piece",
    [
        # What is rendered.
        "金曜日の夜に、",
        # A topic, for which English may have a pronoun.
        "橋の工事は、",
        # What points back.
        "このように工事中で、",
    ],
)
def test_what_a_japanese_sentence_may_hold_besides(piece: str) -> None:
    assert Severity.MAJOR not in [
        severity for _, severity in found(ENGLISH.format(""), JAPANESE.format(piece))
    ]


def test_an_english_phrase_that_points_back_is_no_clause() -> None:
    assert found(ENGLISH.format(" within its walls"), JAPANESE.format("")) == []


def test_two_words_of_a_short_sentence_are_told_too() -> None:
    assert found("He laughed because the weather was bad.", "彼は笑った。") == [
        ("because the weather was bad.", Severity.MAJOR)
    ]
