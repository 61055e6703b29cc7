"""Where each language says not, and where it only looks so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignqa.polarity import english_negations, japanese_negations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She did not arrive.", [("not", "arrive", "did not arrive")]),
        ("They don’t sell bread.", [("not", "sell", "don’t sell")]),
        ("We cannot accept it.", [("not", "accept", "cannot accept")]),
        ("He left without his keys.", [("without", "key", "without his keys")]),
        ("No trains ran on Monday.", [("no", "train", "No trains")]),
        ("Neither Anna nor Ben came.", [("neither", "anna", "Neither Anna")]),
        ("Sales did not increase.", [("not", "increase", "did not increase")]),
        ("Nothing.", [("nothing", "nothing", "Nothing")]),
    ],
)
def test_english_denials(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(n.cue, n.key, n.place.of(text)) for n in english_negations(text)]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "It is not only large but also cheap.",
        "No matter what happens, we will stay.",
        "She cannot help laughing.",
        "There is no doubt about it.",
        "It is nothing but a rumour.",
        "No fewer than ten people came.",
        "You live here, don't you?",
        "Why don't we go home?",
        "He lives at No. 10 and she at No 12.",
        "Tell me whether or not you agree.",
        "The knot is in the notebook.",
    ],
)
def test_english_idioms_deny_nothing(text: str) -> None:
    assert english_negations(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("彼は来なかった。", [("ない", "来る", "来なかっ")]),
        ("水は飲みません。", [("ず", "飲む", "飲みません")]),
        ("何も言わずに帰った。", [("ず", "言う", "言わず")]),
        ("誰も入れるな。", [("な", "入れる", "入れるな")]),
        ("それは本物ではない。", [("無い", "本物", "本物ではない")]),
        ("返品は致しかねます。", [("兼ねる", "致す", "致しかね")]),
        ("列車は動いていない。", [("ない", "動く", "動いていない")]),
    ],
)
def test_japanese_denials(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(n.cue, n.key, n.place.of(text)) for n in japanese_negations(text)]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "税金を払わなければならない。",
        "税金を払わなければなりません。",
        "早く帰らなくてはいけない。",
        "計画を変えざるを得ない。",
        "雨が降るかもしれない。",
        "それは噂にすぎない。",
        "犯人は彼に違いない。",
        "味だけでなく値段も良い。",
        "席は一つしか残っていない。",
        "知らないわけではない。",
        "一緒に行きませんか。",
        "天候にかかわらず開催する。",
        "事故が起きかねない。",
        "とてもきれいだな。",
    ],
)
def test_japanese_idioms_deny_nothing(text: str) -> None:
    assert japanese_negations(text) == ()


@settings(max_examples=50)
@given(st.text(alphabet="ないずぬんざるを得かもしれません。、not never n't'’.?! ab", max_size=60))
def test_places_lie_within_the_text(text: str) -> None:
    for negation in (*english_negations(text), *japanese_negations(text)):
        assert 0 <= negation.place.start < negation.place.end <= len(text)
        assert negation.place.start <= negation.span.start
        assert negation.span.end <= negation.place.end
