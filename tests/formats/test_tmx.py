"""TMX."""

from __future__ import annotations

from pathlib import Path

import pytest
from dialects import TMX
from format_files import bitext_of, pairs, written

from alignqa.errors import MissingLanguage, UnreadableFile
from alignqa.formats import load
from alignqa.text import Lang


def tmx(body: str, source_lang: str = "en") -> str:
    return f'<tmx version="1.4"><header srclang="{source_lang}"/><body>{body}</body></tmx>'


def tu(**sides: str) -> str:
    variants = (f'<tuv xml:lang="{c}"><seg>{text}</seg></tuv>' for c, text in sides.items())
    return f"<tu>{''.join(variants)}</tu>"


def test_units_with_both_languages(tmp_path: Path) -> None:
    path = written(tmp_path, "a.tmx", TMX)
    assert pairs(path) == [
        ("Press <0>the button</0><1/>.", "<0>ボタン</0>を<1/>押します。"),
        ("This color is gray.", "この色は灰色です。"),
    ]
    assert bitext_of(path).extra == ({"id": "a"}, {})


@pytest.mark.parametrize(
    ("source_lang", "expected"),
    [("ja-JP", Lang.JAPANESE), ("*all*", Lang.JAPANESE), ("en", Lang.ENGLISH)],
)
def test_the_source_is_what_the_header_says(
    tmp_path: Path, source_lang: str, expected: Lang
) -> None:
    path = written(tmp_path, "a.tmx", tmx(tu(ja="猫だ。", en="A cat."), source_lang))
    assert bitext_of(path).source_lang is expected


def test_codes_without_numbers_are_known_by_what_they_hold(tmp_path: Path) -> None:
    text = tmx(
        tu(
            en="<ph>{b}</ph>Go<ph>{c}</ph> <it pos='begin'>&lt;i&gt;</it>now",
            ja="<ph>{c}</ph>今<ph>{b}</ph>行く<it pos='end'>&lt;/i&gt;</it>",
        )
    )
    assert pairs(written(tmp_path, "a.tmx", text)) == [("<1/>Go<2/> <3>now", "<2/>今<1/>行く</3>")]


@pytest.mark.parametrize(
    ("text", "error", "says"),
    [
        (
            tmx(tu(de="Eine Katze.", fr="Un chat.") + tu(en="A cat.", de="Eine Katze.")),
            MissingLanguage,
            "no unit in both English and Japanese; its languages are de, fr, en",
        ),
        (tmx(""), UnreadableFile, "has no units"),
        ("<tmx><header/></tmx>", UnreadableFile, "has no units"),
        ("<xliff/>", UnreadableFile, "no TMX: its root is <xliff>"),
        (tmx(tu(en="A cat.", ja="")), MissingLanguage, "no target yet for its only unit"),
    ],
)
def test_what_cannot_be_judged(
    tmp_path: Path, text: str, error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says):
        load(written(tmp_path, "a.tmx", text))


def test_what_the_translate_toolkit_writes(tmp_path: Path) -> None:
    module = pytest.importorskip("translate.storage.tmx")
    store = module.tmxfile(sourcelanguage="en", targetlanguage="ja")
    store.addtranslation("The train is late.", "en", "電車が遅れています。", "ja")
    assert pairs(written(tmp_path, "a.tmx", bytes(store))) == [
        ("The train is late.", "電車が遅れています。")
    ]
