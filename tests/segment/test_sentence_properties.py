"""What holds for any text: nothing lost, nothing twice, in time that grows with the text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignqa.segment import sentences
from alignqa.text import Lang

LONG = 60_000
# What the splitters look at, in any order.
PIECES = st.lists(
    st.sampled_from(
        [
            *".!?…。！？｡．\"'“”‘’()「」『』（）[]、,:;-*# 　\n\r\t",
            *("Mr.", "U.S.", "e.g.", "p.m.", "No.", "The", "he said", "Yahoo!", "1.", "v1.2"),
            *(
                "と言った",
                "雨",
                "は",
                "で",
                "笑",
                "（笑）",
                "Ａ",
                "ー",
                "a",
                "B",
                "\u200b",
                "\U0001f600",
            ),
        ]
    ),
    max_size=40,
).map("".join)
SURROGATES = st.characters(categories=["Cs", "Lo", "Po"])
TEXTS = st.one_of(st.text(max_size=80), st.text(SURROGATES, max_size=20), PIECES)


@settings(deadline=None)
@given(TEXTS, st.sampled_from(list(Lang)))
def test_covers_every_visible_character_once(text: str, lang: Lang) -> None:
    found = sentences(text, lang)
    end = 0
    for span in found:
        assert not text[end : span.start].strip()
        assert end <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()
        end = span.end
    assert not text[end:].strip()


@settings(deadline=None)
@given(TEXTS, st.sampled_from(list(Lang)))
def test_same_text_same_sentences(text: str, lang: Lang) -> None:
    assert sentences(text, lang) == sentences.__wrapped__(text, lang)


@settings(deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(list(Lang)))
def test_paragraphs_do_not_touch_each_other(first: str, second: str, lang: Lang) -> None:
    together = sentences(f"{first}\n\n{second}", lang)
    texts = [span.of(f"{first}\n\n{second}") for span in together]
    apart = [span.of(text) for text in (first, second) for span in sentences(text, lang)]
    assert texts == apart


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("text", ["", " ", "\n\n", "　\t\r\n"])
def test_nothing_to_see(text: str, lang: Lang) -> None:
    assert sentences(text, lang) == ()


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize(
    "piece",
    [
        *("a", "あ", " ", ".", ". ", "。", "！", "…", "(", ")", "「", "」", "()", "「」", '"', "'"),
        *(
            "“He. ",
            "「雨。",
            "\n",
            "A\n",
            "A. ",
            "\n \n",
            "あ！と",
            "（笑）。",
            "a.",
            "1. ",
            "U.S. ",
        ),
        *("「あ」", "“A.” ", "-", "- a\n", "A said ", "？」A", "」。「"),
    ],
)
def test_time_is_linear(piece: str, lang: Lang) -> None:
    text = piece * (LONG // len(piece))
    start = time.perf_counter()
    sentences(text, lang)
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    ("lang", "opening", "sentence"),
    [
        (Lang.JAPANESE, "「", "雨が降った。"),
        (Lang.JAPANESE, "（", "雨が降った。"),
        (Lang.ENGLISH, "“", "It rained. "),
        (Lang.ENGLISH, '"', "It rained. "),
        (Lang.ENGLISH, "(", "It rained. "),
    ],
)
@pytest.mark.parametrize("closes", [False, True])
def test_bracket_left_open_swallows_nothing(
    lang: Lang, opening: str, sentence: str, closes: bool
) -> None:
    count = LONG // len(sentence)
    closing = {"「": "」", "（": "）", "“": "”", "(": ")"}.get(opening, opening)
    text = opening + sentence * count + closing * closes
    assert count <= len(sentences(text, lang)) <= count + 1
