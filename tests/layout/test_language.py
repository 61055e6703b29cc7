"""Which language a paragraph is in."""

from __future__ import annotations

import pytest

from alignqa.layout import language_of
from alignqa.text import Lang


@pytest.mark.parametrize(
    "text",
    [
        "Hello",
        "iPhone 15 Pro Max",
        "The word 木漏れ日 means sunlight through leaves.",
        "Tokyo Tower (東京タワー)",
        "He said 「明日は必ず来ます」 and left.",
        "「明日は必ず来ます」 is what she told the reporters.",
        "Komorebi（木漏れ日）is a word I like.",
        "We ate 寿司, 天ぷら and うどん in 大阪 with the mayor.",
        "“Yes, we can.”",
        "See https://example.com/ja for more.",
        "Straße, café, naïve",
    ],
)
def test_english(text: str) -> None:
    assert language_of(text) is Lang.ENGLISH


@pytest.mark.parametrize(
    "text",
    [
        "東京",
        "はい",
        "ﾃｽﾄ",
        "MicrosoftのWindows 11とOffice 365をインストールする",
        "Google Chrome、Mozilla Firefox、Microsoft Edge に対応",
        "Visual Studio Code（VS Code）の拡張機能",
        "npm install を実行する",
        "sudo apt install python3 を実行",
        "GitHub Actions の push と pull_request で npm test を走らせる。",
        "彼は「I have a dream that one day this nation will rise up」と述べた。",
        "「速報」NATO",
        "詳しくは https://example.com/en/about-the-company を見てください。",
        "USB Type-C対応",
        "身長183cm、体重92kg。",
        "それはA Song of the Seaですよね。",
        "質問はdesk@example.comまで。",
    ],
)
def test_japanese(text: str) -> None:
    assert language_of(text) is Lang.JAPANESE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2018.03.14",
        "https://example.com/en/",
        "desk@example.com",
        "★★★",
        "----",
        "A",
        "１２３",
        "Привет",
    ],
)
def test_neither(text: str) -> None:
    assert language_of(text) is None
