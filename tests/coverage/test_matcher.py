"""The network that reads the words of both sides together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from alignqa.coverage.clauses import content_words
from alignqa.coverage.linked import Read, matched, shape_of
from alignqa.coverage.matcher import Matcher, traits
from alignqa.errors import AlignqaError
from alignqa.judging import default_context
from alignqa.text import Lang, Span


def odds_of(english: str, japanese: str, lang: Lang) -> dict[str, float]:
    """The log-odds of each content word of one side."""
    words = content_words(english if lang is Lang.ENGLISH else japanese, lang)
    odds = read(english, japanese)[lang].of_words(words)
    return {word.text: float(value) for word, value in zip(words, odds, strict=True)}


def read(english: str, japanese: str) -> dict[Lang, Read]:
    context = default_context()
    texts = {Lang.ENGLISH: english, Lang.JAPANESE: japanese}
    spans = {lang: Span(0, len(text)) for lang, text in texts.items()}
    found = matched(context.linker.link(english, japanese), spans, texts, context.vectors)
    assert found is not None
    return found


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
    assert all(side.side is None for side in read("The ferry left.", "！！").values())


def test_where_all_words_are_rendered_nothing_more_is_read() -> None:
    english, japanese = "The ferry left at nine.", "フェリーは九時に出た。"
    context = default_context()
    texts = {Lang.ENGLISH: english, Lang.JAPANESE: japanese}
    spans = {lang: Span(0, len(text)) for lang, text in texts.items()}
    links = context.linker.link(english, japanese)
    assert matched(links, spans, texts, context.vectors) is None


def test_a_word_that_is_not_read_says_little() -> None:
    words = content_words("The ferry left.", Lang.ENGLISH)
    assert (Read((), None).of_words(words) < 0).all()


def test_places_are_counted_within_the_span() -> None:
    text = "No. The ferry left, at nine."
    units = default_context().linker.link(text, "船は九時に出た。").english
    inside = [unit for unit in units if unit.span.start >= 4]
    shape = shape_of(tuple(inside), Span(4, len(text)), text, Lang.ENGLISH)
    rows = traits(inside, shape.lengths)
    assert rows.shape == (len(inside), 8)
    assert ((rows[:, 1] >= 0) & (rows[:, 1] < 1)).all()


def test_a_clause_that_is_gone_is_likelier_than_the_rest_of_its_sentence() -> None:
    english = "The bakery opened in 1920, although nobody in the valley had tasted white bread."
    words = content_words(english, Lang.ENGLISH)
    assert words[3].text == "nobody"
    found = read(english, "パン屋は1920年に開店した。")[Lang.ENGLISH]
    runs = np.array([0, 3, 3]), np.array([3, len(words), 4])
    rest, clause, word = found.of_runs(words, len(english), *runs).tolist()
    assert clause > 0 > rest
    assert clause > word


def test_a_run_is_likelier_where_the_lengths_agree_without_it() -> None:
    english = "The ferry left at nine, although the captain was ill."
    found = read(english, "船は九時に出た。")[Lang.ENGLISH].side
    assert found is not None
    count = len(found.odds)
    run = np.array([count - 2]), np.array([count])
    longer = replace(found, other_length=found.other_length * 3)
    assert found.runs(*run)[0] > longer.runs(*run)[0]


def test_a_file_that_is_no_network_is_one_clear_error(tmp_path: Path) -> None:
    np.savez(tmp_path / "matcher.npz", other=np.zeros(3))
    with pytest.raises(AlignqaError, match="cannot be read"):
        Matcher(tmp_path / "matcher.npz")
