"""The closer look at doubtful runs, and what it reads."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from alignqa.bitext import Pair
from alignqa.coverage.analysis import doubts
from alignqa.coverage.clauses import content_words
from alignqa.coverage.linked import linked
from alignqa.coverage.run_features import SIGNS, Doubt
from alignqa.coverage.second_look import SecondLook, embedded_look
from alignqa.coverage.shape import shape
from alignqa.errors import AlignqaError
from alignqa.judging import default_context, embedded_encoder
from alignqa.pairing import with_sentences
from alignqa.text import Lang, Segment, Span

ENGLISH = "The bakery opened in 1920, although nobody in the valley had ever tasted white bread."
CUT = "パン屋は1920年に開店した。"


def pair(english: str, japanese: str) -> Pair:
    made = Pair(0, Segment(english, Lang.ENGLISH), Segment(japanese, Lang.JAPANESE), 0.7)
    return with_sentences([made], embedded_encoder())[0]


def doubts_of(english: str, japanese: str) -> list[Doubt]:
    context = default_context()
    return list(doubts(pair(english, japanese), context.vectors, context.linker))


def test_a_pair_that_is_whole_leaves_no_doubt() -> None:
    assert doubts_of("The bakery opened in 1920.", CUT) == []


def test_the_likeliest_run_is_the_clause_that_is_gone() -> None:
    (doubt,) = doubts_of(ENGLISH, CUT)
    assert doubt.own.lang is Lang.ENGLISH
    assert doubt.other_text == CUT
    looked = embedded_look().look(doubt, default_context().vectors)
    assert looked is not None
    seen, odds = looked
    assert seen.features.shape == (len(odds), len(SIGNS))
    best = int(odds.argmax())
    words = [word.text for word in doubt.stretch.words[seen.begin[best] : seen.end[best]]]
    assert "bread" in words
    assert "bakery" not in words


def test_a_second_word_for_what_is_taken_is_not_linked() -> None:
    english = "The lawyer met the mayor."
    links = default_context().linker.link(english, "弁護士は市長に会った。")
    words = content_words(english, Lang.ENGLISH)
    found = linked(links, Lang.ENGLISH, words)
    assert found.shape == (len(words), 2)
    assert ((found >= 0) & (found <= 1)).all()
    alone = default_context().linker.link("The lawyer phoned the solicitor.", "弁護士は電話した。")
    both = linked(
        alone, Lang.ENGLISH, content_words("The lawyer phoned the solicitor.", Lang.ENGLISH)
    )
    assert both[-1, 1] < both[0, 1]


def test_the_shape_tells_a_clause_from_its_middle() -> None:
    whole = Span(0, len(ENGLISH))
    start = ENGLISH.index("although")
    clause = shape(ENGLISH, Span(start, len(ENGLISH)), whole, Lang.ENGLISH)
    middle = shape(ENGLISH, Span(start + 9, start + 30), whole, Lang.ENGLISH)
    assert clause[1:4] == [1.0, 1.0, 1.0]
    assert middle[1:4] == [0.0, 0.0, 0.0]
    japanese = "雨が降ったため、試合は延期された。"
    ended = shape(japanese, Span(0, 7), Span(0, len(japanese)), Lang.JAPANESE)
    topic = shape(japanese, Span(8, 11), Span(0, len(japanese)), Lang.JAPANESE)
    assert ended[5] == 1.0
    assert topic[5] == 0.0
    assert topic[7] == 1.0


def test_a_model_that_is_none_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "look.npz").write_bytes(b"nothing")
    with pytest.raises(AlignqaError, match="cannot be read"):
        SecondLook(tmp_path / "look.npz")
    np.savez(tmp_path / "other.npz", hidden=np.zeros(3))
    with pytest.raises(AlignqaError, match="cannot be read"):
        SecondLook(tmp_path / "other.npz")
