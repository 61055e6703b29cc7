"""Gaps of whole pairs, as the checks see them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignqa.bitext import Pair, SentenceBead
from alignqa.coverage import Gap, confidence, severity
from alignqa.coverage import gaps as gaps_of
from alignqa.coverage.gaps import WEIGHTS, overlength
from alignqa.coverage.model import CoverageModel, embedded_model
from alignqa.coverage.run_span import within_brackets
from alignqa.coverage.stretches import judged_stretches
from alignqa.errors import AlignqaError
from alignqa.finding import Severity
from alignqa.judging import default_context, embedded_encoder
from alignqa.pairing import with_sentences
from alignqa.text import Lang, Segment, Span

ENGLISH = "The bakery opened in 1920, although nobody in the valley had ever tasted white bread."
WHOLE = "谷では誰も白いパンを食べたことがなかったが、パン屋は1920年に開店した。"
CUT = "パン屋は1920年に開店した。"


def pair(source: str, target: str, source_lang: Lang = Lang.ENGLISH) -> Pair:
    made = Pair(0, Segment(source, source_lang), Segment(target, source_lang.other), 0.7)
    return with_sentences([made], embedded_encoder())[0]


def gaps(judged: Pair) -> tuple[Gap, ...]:
    context = default_context()
    return gaps_of(judged, context.vectors, context.linker)


def test_a_clause_that_is_gone_is_a_gap_of_the_other_side() -> None:
    judged = pair(ENGLISH, CUT)
    (gap,) = gaps(judged)
    assert gap.lang is Lang.ENGLISH
    assert not gap.is_sentence
    assert "white bread" in gap.span.of(ENGLISH)
    assert "1920" not in gap.span.of(ENGLISH)
    assert severity(gap, judged) in {Severity.MAJOR, Severity.CRITICAL}
    assert 0.5 < confidence(gap) < 1


def test_a_whole_rendering_has_no_gap() -> None:
    assert gaps(pair(ENGLISH, WHOLE)) == ()


def test_the_direction_makes_no_difference() -> None:
    forth, back = (
        gaps(pair(ENGLISH, CUT)),
        gaps(pair(CUT, ENGLISH, Lang.JAPANESE)),
    )
    assert [gap.span for gap in forth] == [gap.span for gap in back]


def test_what_is_added_must_be_plainer_than_what_is_left_out() -> None:
    gap = Gap(Lang.ENGLISH, Span(27, 60), 2.7, 6, 6, 2.0, is_sentence=False)
    added = pair(CUT, ENGLISH, Lang.JAPANESE)
    assert severity(gap, pair(ENGLISH, CUT)) is Severity.MAJOR
    assert severity(gap, added) is Severity.MINOR
    assert severity(replace(gap, log_odds=3.2), added) is Severity.MAJOR


def test_an_added_sentence_or_the_end_of_one_need_not_be_as_plain() -> None:
    added = pair(CUT, ENGLISH, Lang.JAPANESE)
    gap = Gap(Lang.ENGLISH, Span(27, len(ENGLISH)), 2.7, 6, 6, 2.0, is_sentence=False)
    assert severity(gap, added) is Severity.MAJOR
    whole = replace(gap, span=Span(0, len(ENGLISH)), log_odds=2.2, is_sentence=True)
    assert severity(whole, added) is Severity.MAJOR
    assert severity(replace(whole, is_sentence=False), added) is None


def test_two_words_must_be_plainer_and_what_an_acronym_may_stand_for_plainer_still() -> None:
    gap = Gap(Lang.ENGLISH, Span(27, 60), 2.6, 2, 2, 0.8, is_sentence=False)
    judged = pair(ENGLISH, CUT)
    assert severity(gap, judged) is Severity.MINOR
    assert severity(replace(gap, words=3), judged) is Severity.MAJOR
    plain = replace(gap, log_odds=4.0)
    assert severity(plain, judged) is Severity.MAJOR
    assert severity(plain, pair(ENGLISH, "パン屋はNGOが1920年に開いた。")) is Severity.MINOR


def test_three_words_are_major_only_if_the_lengths_agree_better_without_them() -> None:
    judged = pair(ENGLISH, CUT)
    gap = Gap(Lang.ENGLISH, Span(27, 60), 2.6, 3, 3, 0.8, is_sentence=False)
    assert severity(gap, judged) is Severity.MAJOR
    assert severity(replace(gap, excess=0.2), judged) is Severity.MINOR


def test_a_side_that_is_too_long_stands_out() -> None:
    long, fitting = (
        next(
            judged.stretch
            for judged in judged_stretches(pair(ENGLISH, japanese), default_context().vectors)
            if judged.stretch.lang is Lang.ENGLISH
        )
        for japanese in (CUT, WHOLE)
    )
    assert overlength(long) > 1.5
    assert overlength(fitting) < 1.0


def test_an_explanation_in_parentheses_is_minor() -> None:
    target = "彼女は琵琶湖（滋賀県にある日本最大の湖）の近くで育った。"
    judged = pair("She grew up near Lake Biwa.", target)
    assert all(severity(gap, judged) in {None, Severity.MINOR} for gap in gaps(judged))


def test_a_long_sentence_may_render_those_that_stay_alone_beside_it() -> None:
    sentences = [
        "The hall was built by the weavers' guild.",
        "It burned down in the winter of 1874.",
        "Volunteers from the harbour rebuilt it in two years.",
    ]
    source = " ".join(sentences)
    target = "織工の組合が建てた会館は1874年の冬に焼け落ちたが、港の有志が2年をかけて建て直した。"
    judged = pair(source, target)
    starts = [source.index(sentence) for sentence in sentences]
    places = [Span(start, start + len(each)) for start, each in zip(starts, sentences, strict=True)]
    alone = [SentenceBead(place, None, 0.0, (1, 0)) for place in places[:2]]
    last = SentenceBead(places[2], Span(0, len(target)), 0.5, (1, 1))
    assert not [
        gap for gap in gaps(replace(judged, beads=(*alone, last))) if gap.lang is Lang.JAPANESE
    ]


def test_a_side_without_words_has_no_gap() -> None:
    assert gaps(pair("…", "パン屋は1920年に開店した。")) == ()
    assert gaps(pair("The bakery opened early.", "")) == ()


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_is_judged(english: str, japanese: str) -> None:
    judged = pair(english, japanese)
    for gap in gaps(judged):
        assert gap.span.end <= len(judged.side(gap.lang).text)


def test_every_weight_points_the_way_that_reason_does() -> None:
    against = {"rest", "too_short_after"}
    assert all(
        (weight <= 0) if name in against else (weight >= 0) for name, weight in WEIGHTS.items()
    )


def test_a_word_that_is_rendered_is_more_likely_so() -> None:
    english, _ = embedded_model().log_odds(
        ["bread", "valley", "lawyer"], ["パン", "谷"], default_context().vectors
    )
    assert min(english[:2]) > english[2]
    assert np.isfinite(english).all()


def test_a_model_that_is_none_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "model.npz").write_bytes(b"nothing")
    with pytest.raises(AlignqaError, match="cannot be read"):
        CoverageModel(tmp_path / "model.npz")
    with pytest.raises(AlignqaError, match="cannot be read"):
        CoverageModel(tmp_path / "missing.npz")


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("地図（縮尺は五万分の一）を壁に貼る。", 0, 11, "縮尺は五万分の一"),
        ("The map (drawn by hand) hangs on the wall.", 9, 42, "hangs on the wall."),
        ("The map (drawn by hand) hangs.", 0, 23, "The map (drawn by hand)"),
        # The blanks are a link's address.
        ("[**Read on: Maps**]" + " " * 40, 3, 59, "**Read on: Maps**"[2:]),
    ],
)
def test_a_span_holds_no_bracket_without_its_fellow(
    text: str, start: int, end: int, expected: str
) -> None:
    begin, stop = within_brackets(text, start, end)
    assert text[begin:stop].strip() == expected


@given(st.text(alphabet="a（）「」()", max_size=40))
def test_brackets_leave_a_part_in_balance(text: str) -> None:
    begin, stop = within_brackets(text, 0, len(text))
    assert 0 <= begin <= stop <= len(text)
    assert within_brackets(text, begin, stop) == (begin, stop)


def test_any_number_of_brackets_is_taken() -> None:
    text = "(" * 5000 + "a map on the wall"
    assert within_brackets(text, 0, len(text)) == (5000, len(text))


def test_a_topic_that_the_english_has_a_pronoun_for_is_no_major_gap() -> None:
    judged = pair(
        "赤れんがの大きな市立図書館は、来年で百年を迎える。",
        "It will be a hundred years old next year.",
        Lang.JAPANESE,
    )
    assert all(severity(gap, judged) in {None, Severity.MINOR} for gap in gaps(judged))


def test_words_that_stand_on_both_sides_are_no_gap() -> None:
    judged = pair(
        'Write "Close the valve before you open the lid" on the label.',
        "ラベルには「Close the valve before you open the lid」と書く。",
    )
    assert all(severity(gap, judged) is None for gap in gaps(judged))
