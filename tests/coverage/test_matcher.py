"""The network that reads the words of both sides together."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from alignqa.coverage.clauses import content_words
from alignqa.coverage.linked import matched, of_words
from alignqa.coverage.matcher import Matcher, traits
from alignqa.errors import AlignqaError
from alignqa.pipeline import default_context
from alignqa.text import Lang, Span


def odds_of(english: str, japanese: str, lang: Lang) -> dict[str, float]:
    """The log-odds of each content word of one side."""
    context = default_context()
    links = context.linker.link(english, japanese)
    spans = {Lang.ENGLISH: Span(0, len(english)), Lang.JAPANESE: Span(0, len(japanese))}
    words = content_words(english if lang is Lang.ENGLISH else japanese, lang)
    units, odds = matched(links, spans, context.vectors)[lang]
    return {
        word.text: float(value)
        for word, value in zip(words, of_words(units, odds, words), strict=True)
    }


@pytest.mark.parametrize(
    ("english", "japanese", "lang", "gone", "left"),
    [
        (
            "The bridge, which was built by local carpenters, was washed away in August.",
            "橋は８月に流された。",
            Lang.ENGLISH,
            {"built", "local", "carpenters"},
            {"bridge", "August"},
        ),
        (
            "The ferry did not leave.",
            "夜明け前から強い風が吹いていたため、フェリーは出なかった。",
            Lang.JAPANESE,
            {"夜明け", "風", "吹い"},
            {"フェリー"},
        ),
        # A word that stands twice and is rendered once: it is the one beside what is lost.
        (
            "Two teachers stopped the fight in the yard, and one teacher called a doctor.",
            "先生の一人が医者を呼んだ。",
            Lang.ENGLISH,
            {"teachers", "fight", "yard"},
            {"teacher", "called", "doctor"},
        ),
    ],
)
def test_lost_words_are_told_from_those_that_are_rendered(
    english: str, japanese: str, lang: Lang, gone: set[str], left: set[str]
) -> None:
    odds = odds_of(english, japanese, lang)
    assert min(odds[word] for word in gone) > 0 > max(odds[word] for word in left)


def test_without_a_word_on_one_side_nothing_is_read() -> None:
    context = default_context()
    links = context.linker.link("The ferry left.", "！！")
    spans = {Lang.ENGLISH: Span(0, 15), Lang.JAPANESE: Span(0, 2)}
    assert all(not units for units, _ in matched(links, spans, context.vectors).values())


def test_a_word_that_is_not_read_says_little() -> None:
    words = content_words("The ferry left.", Lang.ENGLISH)
    assert (of_words((), np.zeros(0), words) < 0).all()


def test_places_are_counted_within_the_span() -> None:
    text = "No. The ferry left, at nine."
    units = default_context().linker.link(text, "船は九時に出た。").english
    inside = [unit for unit in units if unit.span.start >= 4]
    rows = traits(inside, Span(4, len(text)))
    assert rows.shape == (len(inside), 8)
    assert ((rows[:, 1] >= 0) & (rows[:, 1] < 1)).all()


def test_a_file_that_is_no_network_is_one_clear_error(tmp_path: Path) -> None:
    np.savez(tmp_path / "matcher.npz", other=np.zeros(3))
    with pytest.raises(AlignqaError, match="cannot be read"):
        Matcher(tmp_path / "matcher.npz")
