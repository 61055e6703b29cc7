"""Passages of many sentences: what one of them says is held against the sentence that renders it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import alignqa
from alignqa.bitext import Pair, SentenceBead
from alignqa.finding import Finding, Severity
from alignqa.text import Lang, Segment, Span

# One passage, sentence by sentence; words for opposite things stand in many of them.
PASSAGE = [
    (
        "The harbour museum opened its new wing on Saturday.",
        "港の博物館は土曜日に新館を開館した。",
    ),
    (
        "Ticket prices rose by a tenth, but the café lowered its own.",
        "入場料は一割上がったが、喫茶店は値段を下げた。",
    ),
    (
        "The mayor, Clara Winton, thanked the builders from Denmark.",
        "クララ・ウィントン市長はデンマークの建設業者に感謝した。",
    ),
    (
        "Before the war, the hall had stored coal.",
        "戦前、このホールには石炭が貯蔵されていた。",
    ),
    (
        "Since then the number of ships has fallen every year.",
        "それ以来、船の数は毎年減っている。",
    ),
    (
        "The director said that he would buy two of the oldest boats.",
        "館長は最も古い船のうち2隻を購入すると述べた。",
    ),
    (
        "A fisherman, Tom Hadley, had sold them to a dealer in Norway.",
        "漁師のトム・ハドリーさんは、その船をノルウェーの業者に売っていた。",
    ),
    (
        "The bridge will be closed until the end of March.",
        "橋は3月末まで閉鎖される。",
    ),
    (
        "Visitors from Finland came first and left last.",
        "フィンランドからの来館者は最初に来て最後に帰った。",
    ),
]
DRIFTS = [
    (4, "減っている", "増えている", "AQ502"),
    (7, "閉鎖される", "開放される", "AQ502"),
    (2, "デンマーク", "スウェーデン", "AQ101"),
    (6, "ノルウェー", "スイス", "AQ101"),
    # Another sentence of the passage does speak of Norway.
    (2, "デンマーク", "ノルウェー", "AQ101"),
    (6, "トム・ハドリー", "ジム・カーソン", "AQ102"),
    (5, "購入すると述べた", "購入しないと述べた", "AQ501"),
]


def passage() -> tuple[str, str]:
    english, japanese = zip(*PASSAGE, strict=True)
    return " ".join(english), "".join(japanese)


def grave(source: str, target: str) -> list[Finding]:
    (pair,) = alignqa.check(source=[source], target=[target]).pairs
    return [f for f in pair.findings if f.severity in {Severity.MAJOR, Severity.CRITICAL}]


def test_nothing_is_found_between_sentences_that_have_nothing_to_do_with_each_other() -> None:
    english, japanese = passage()
    assert grave(english, japanese) == []
    assert grave(japanese, english) == []


@pytest.mark.parametrize(("place", "words", "instead", "code"), DRIFTS)
@pytest.mark.parametrize("turned", [False, True])
def test_a_drift_is_found_on_its_words(
    place: int, words: str, instead: str, code: str, *, turned: bool
) -> None:
    english, japanese = passage()
    assert japanese.count(words) == 1
    drifted = japanese.replace(words, instead)
    found = grave(drifted, english) if turned else grave(english, drifted)
    assert [f.rule.code for f in found] == [code]
    (finding,) = found
    ours, theirs = finding.target_spans, finding.source_spans
    if turned:
        ours, theirs = theirs, ours
    start = drifted.index(instead)
    assert ours
    assert all(span.overlaps(Span(start, start + len(instead))) for span in ours)
    start = english.index(PASSAGE[place][0])
    assert all(span.overlaps(Span(start, start + len(PASSAGE[place][0]))) for span in theirs)


def test_what_another_sentence_denies_is_no_counterpart() -> None:
    english = "The guests did not arrive in time. The council approved the budget on Monday."
    japanese = "客は時間どおりに到着した。議会は月曜日に予算を承認しなかった。"
    found = [f for f in grave(english, japanese) if f.rule.code == "AQ501"]
    marked = {span.of(japanese) for finding in found for span in finding.target_spans}
    assert any("到着" in words for words in marked)
    assert any("承認" in words for words in marked)


@st.composite
def beaded(draw: st.DrawFn) -> Pair:
    """A pair with sentences of any length on either side, some of them alone."""
    shapes = draw(
        st.lists(
            st.tuples(st.integers(0, 3), st.integers(0, 3)).filter(any), min_size=1, max_size=8
        )
    )
    beads, ends = [], [0, 0]
    for shape in shapes:
        spans: list[Span | None] = []
        for side, length in enumerate(shape):
            spans.append(Span(ends[side], ends[side] + length) if length else None)
            ends[side] += length
        beads.append(SentenceBead(spans[0], spans[1], 0.5, (1, 1)))
    lang = draw(st.sampled_from(Lang))
    return Pair(
        0, Segment("x" * ends[0], lang), Segment("x" * ends[1], lang.other), 0.5, beads=tuple(beads)
    )


@given(beaded())
def test_stretches_share_out_both_texts_in_order(pair: Pair) -> None:
    if not pair.is_whole:
        return
    for side, lang in enumerate((Lang.ENGLISH, Lang.JAPANESE)):
        places = [stretch[side] for stretch in pair.stretches]
        assert "".join(span.of(pair.side(lang).text) for span in places) == pair.side(lang).text
        assert all(one.end == other.start for one, other in pairwise(places))


@given(beaded())
def test_what_a_bead_joins_is_together(pair: Pair) -> None:
    turned = pair.source.lang is Lang.JAPANESE
    for bead in pair.beads:
        if bead.source and bead.target:
            english, japanese = (bead.target, bead.source) if turned else (bead.source, bead.target)
            assert any(
                left.overlaps(english) and right.overlaps(japanese)
                for left, right in pair.stretches
            )
