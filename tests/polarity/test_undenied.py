"""Japanese that asks for a denial and has none."""

from __future__ import annotations

import pytest

from alignqa.polarity.undenied import undenied


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ご迷惑をおかけし申し訳ございます。", "申し訳ございます"),
        ("雨が降るかもしれます。", "かもしれます"),
        ("書類を出さなければなります。", "なければなります"),
        ("認めざるを得る。", "ざるを得る"),
        ("水しか飲む。", "しか飲む"),
        ("彼は決して約束を破る。", "決して約束を破る"),
        ("二度とその店に行きます。", "二度とその店に行きます"),
    ],
)
def test_a_lost_denial_is_told(text: str, words: str) -> None:
    assert [span.of(text) for span in undenied(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "ご迷惑をおかけし申し訳ございません。",
        "雨が降るかもしれない。",
        "書類を出さなければなりません。",
        "水しか飲まない。水しか飲めず、困った。",
        "彼は決して約束を破らなかった。",
        "二度と来るなよ。",
        "問題を解決しています。",
        "いつしか雨が上がっていた。",
        "塩を少しもらった。",
        "残るはこれしか。",
        "お力になれず申し訳ありません。",
        "しかし彼は来た。",
    ],
)
def test_what_is_denied_or_asks_for_none_is_not(text: str) -> None:
    assert not list(undenied(text))
