"""Passages that announce what follows, and notes of the translator."""

from __future__ import annotations

import pytest

from alignqa.text import Lang, Span
from alignqa.words.announcing import announces, leads_on
from alignqa.words.notes import is_noted, without_notes


@pytest.mark.parametrize(
    "text",
    [
        "Some examples:",
        "or",
        "**Note:**",
        "They are as follows.",
        "See the table below.",
        "次のとおりです。",
        "これで以下の違いが出ます。",
        "例：",
        "または",
        "次に示します。（訳注：港の名前は、原文のままとし、括弧の中に読み方を添えて、初めて出る所で示した）",
    ],
)
def test_announcing(text: str) -> None:
    assert announces(text, Lang.ENGLISH if text.isascii() else Lang.JAPANESE)


@pytest.mark.parametrize(
    "text",
    [
        "The harbor is closed today.",
        "The harbor is closed today, since the ice has come earlier than it did in other years, as this list shows:",
        "港は今日閉まっています。",
        "目次の順に読みます。",
    ],
)
def test_saying_something_of_its_own(text: str) -> None:
    assert not announces(text, Lang.ENGLISH if text.isascii() else Lang.JAPANESE)


def test_a_long_passage_may_lead_on() -> None:
    long = "The harbor is closed whenever the ice comes, and this is what the board says then:"
    assert leads_on(long, Lang.ENGLISH)
    assert not leads_on("Below, on the quay, " + long.removesuffix(":") + ".", Lang.ENGLISH)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("港です。（訳注：北の港）", "港です。"),
        ("※訳注：北の港です。", ""),
        ("港です。\n訳者注: 北の港です。", "港です。"),
        ("The harbor. [Translator's note: the northern one.]", "The harbor. "),
        ("翻訳者の注は巻末にあります。", "翻訳者の注は巻末にあります。"),
    ],
)
def test_notes(text: str, left: str) -> None:
    assert without_notes(text) == left


def test_a_place_in_a_note() -> None:
    text = "港です。（訳注：北の港）"
    note = text.index("訳注")
    assert is_noted(text, Span(note, len(text) - 1))
    assert is_noted(text, Span(note - 1, len(text)))
    assert not is_noted(text, Span(0, 4))
    assert not is_noted(text, Span(0, len(text)))
