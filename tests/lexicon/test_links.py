"""Which word renders which, and which words nothing renders."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignqa.bitext import Pair, SentenceBead
from alignqa.encoders import load_encoder
from alignqa.lexicon import Lexicon
from alignqa.lexicon.associations import Associations
from alignqa.lexicon.link_evidence import Alike
from alignqa.lexicon.links import Linker, WordLinks
from alignqa.lexicon.vectors import WordVectors
from alignqa.text import Lang, Segment, Span

ENGLISH = (
    "The foreign minister criticised the new sanctions at a press conference in Oslo on Friday."
)
JAPANESE = "外相は金曜日、オスロでの記者会見で新たな制裁を批判した。"


@cache
def linker_with(alike: Alike | None = None) -> Linker:
    return Linker(Lexicon(), WordVectors(load_encoder().encode), Associations(), alike)


@pytest.fixture(scope="module")
def linker() -> Linker:
    return linker_with()


def linked(links: WordLinks, english: str, japanese: str) -> set[tuple[str, str]]:
    return {(link.english.of(english), link.japanese.of(japanese)) for link in links.links}


def test_words_of_a_sentence(linker: Linker) -> None:
    found = linked(linker.link(ENGLISH, JAPANESE), ENGLISH, JAPANESE)
    assert {
        ("criticised", "批判"),
        ("sanctions", "制裁"),
        ("Oslo", "オスロ"),
        ("Friday", "金曜日"),
    } <= found


def test_the_links_of_one_word(linker: Linker) -> None:
    links = linker.link(ENGLISH, JAPANESE)
    start = JAPANESE.index("制裁")
    (link,) = links.of(Span(start, start + 2), Lang.JAPANESE)
    assert link.english.of(ENGLISH) == "sanctions"
    assert link.confidence > 0.5
    assert links.of(link.english, Lang.ENGLISH) == (link,)


@pytest.mark.parametrize(
    ("lang", "right", "wrong"),
    [
        (Lang.JAPANESE, "制裁", "漁船"),
        (Lang.JAPANESE, "金曜日", "台所"),
        (Lang.ENGLISH, "sanctions", "kitchens"),
        (Lang.ENGLISH, "Oslo", "pottery"),
    ],
)
def test_a_swapped_word_has_no_counterpart(
    linker: Linker, lang: Lang, right: str, wrong: str
) -> None:
    def chance(word: str) -> float:
        english, japanese = ENGLISH, JAPANESE
        if lang is Lang.ENGLISH:
            english = english.replace(right, word)
        else:
            japanese = japanese.replace(right, word)
        return {r.text: r.probability for r in linker.link(english, japanese).rendered(lang)}[word]

    assert chance(right) > 0.6
    assert chance(wrong) < 0.35


def test_unlinked_words(linker: Linker) -> None:
    links = linker.link(ENGLISH, JAPANESE.replace("制裁", "漁船"))
    assert "漁船" in [word.text for word in links.unlinked(Lang.JAPANESE)]
    assert linker.link(ENGLISH, JAPANESE).unlinked(Lang.JAPANESE) == ()


def test_latin_words_and_numbers_stand_for_themselves(linker: Linker) -> None:
    english, japanese = "NATO sent 350 soldiers.", "NATOは兵士350人を派遣した。"
    found = linked(linker.link(english, japanese), english, japanese)
    assert {("NATO", "NATO"), ("350", "350")} <= found


def test_names_by_sound() -> None:
    english, japanese = "Zxqarbo met Wlmtik.", "ザルボがウルティクと会った。"
    same = {("Zxqarbo", "ザルボ"), ("Wlmtik", "ウルティク")}
    linker = linker_with(lambda en, ja: float((en, ja) in same))
    assert same <= linked(linker.link(english, japanese), english, japanese)


def test_sentence_beads_keep_words_together(linker: Linker) -> None:
    english = "The army attacked. Rain fell. The army withdrew."
    japanese = "軍が攻撃した。雨が降った。軍は撤退した。"
    cuts = [(Span(0, 18), Span(0, 7)), (Span(19, 29), Span(7, 13)), (Span(30, 48), Span(13, 20))]
    source, target = Segment(japanese, Lang.JAPANESE), Segment(english, Lang.ENGLISH)
    beads = tuple(SentenceBead(ja, en, 0.8, (1, 1)) for en, ja in cuts)
    for links in (
        linker.link(english, japanese, cuts),
        linker.of_pair(Pair(0, source, target, 0.8, beads=beads)),
    ):
        armies = [link for link in links.links if link.english.of(english) == "army"]
        assert [(link.english.start, link.japanese.start) for link in armies] == [(4, 0), (34, 13)]


@pytest.mark.parametrize(
    "texts", [("", ""), ("Rain.", ""), ("", "雨。"), ("…", "！"), ("the", "は")]
)
def test_texts_without_words(linker: Linker, texts: tuple[str, str]) -> None:
    links = linker.link(*texts)
    assert links.links == ()
    for lang, text in zip(Lang, texts, strict=True):
        assert all(word.span.of(text) == word.text for word in links.rendered(lang))


def test_a_passage_without_end_takes_no_longer_than_its_beginning(linker: Linker) -> None:
    links = linker.link("not only " * 3000, "ないだけ" * 3000)
    assert links.found.shape[0] < 1000
    assert links.found.shape[1] < 1000
    assert links.chance(Span(20_000, 20_003), Lang.ENGLISH) == 1


@settings(max_examples=40)
@given(st.text(max_size=60), st.text(max_size=40))
def test_any_text_has_links_within_it(english: str, japanese: str) -> None:
    links = linker_with().link(english, japanese)
    for link in links.links:
        assert link.english.end <= len(english)
        assert link.japanese.end <= len(japanese)
        assert 0 < link.confidence <= 1
    for lang in Lang:
        assert all(0 <= word.probability <= 1 for word in links.rendered(lang))
        assert {w.span for w in links.unlinked(lang)} <= {w.span for w in links.rendered(lang)}
