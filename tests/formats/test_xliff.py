"""XLIFF of both generations."""

from __future__ import annotations

from pathlib import Path

import pytest
from dialects import SDLXLIFF, XLIFF_2, XLIFF_12
from format_files import bitext_of, pairs, written

from alignqa.errors import MissingLanguage, UnreadableFile
from alignqa.formats import load
from alignqa.text import Lang


def xliff_12(body: str, attributes: str = 'source-language="en" target-language="ja"') -> str:
    return (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
        f"<file {attributes}><body>{body}</body></file></xliff>"
    )


def unit(source: str, target: str | None, **attributes: str) -> str:
    own = "".join(f' {name}="{value}"' for name, value in attributes.items())
    there = "" if target is None else f"<target>{target}</target>"
    return f"<trans-unit{own}><source>{source}</source>{there}</trans-unit>"


def test_version_1_2(tmp_path: Path) -> None:
    path = written(tmp_path, "a.xlf", XLIFF_12)
    assert pairs(path) == [
        ("Press <7>Save</7> to keep <1/>.", "<1/>を残すには<7>保存</7>を押します。"),
        ("The shop is closed today.", ""),
        # It is marked as not translated yet, and is a copy.
        ("Wash your hands first.", ""),
    ]
    bitext = bitext_of(path)
    assert bitext.source_lang is Lang.ENGLISH
    assert [segment.line for segment in bitext.source] == [10, 16, 18]
    assert bitext.extra[0] == {"id": "1", "state": "translated", "approved": "yes"}


def test_segments_of_a_unit(tmp_path: Path) -> None:
    path = written(tmp_path, "a.sdlxliff", SDLXLIFF)
    assert pairs(path) == [
        ("窓を開けてください。", "Please open the window."),
        ("外は\n涼しいです。", "It is cool outside."),
    ]
    assert bitext_of(path).source_lang is Lang.JAPANESE


def test_version_2(tmp_path: Path) -> None:
    assert pairs(written(tmp_path, "a.xliff", XLIFF_2)) == [
        ("Bring <1>two</1> pens.", "ペンを<1>二本</1>持ってきてください。"),
        ("Ask the clerk<2> now</2><3/>.", "今すぐ<2>係員</2>に聞いてください<3/>。"),
        ("The door is locked.", ""),
    ]


def test_a_file_without_a_known_suffix_is_known_by_its_root(tmp_path: Path) -> None:
    assert len(pairs(written(tmp_path, "export.xml", XLIFF_12))) == 3


@pytest.mark.parametrize("encoding", ["utf-16", "shift_jis", "euc-jp"])
def test_the_encoding_that_it_says(tmp_path: Path, encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>' + xliff_12(unit("A cat.", "猫①だ。"))
    data = text.encode({"shift_jis": "cp932", "euc-jp": "euc_jis_2004"}.get(encoding, encoding))
    if encoding == "euc-jp":
        data = text.replace("①", "").encode("euc_jp")
    assert pairs(written(tmp_path, "a.xlf", data))[0][0] == "A cat."


def test_codes_whose_other_half_stands_in_another_unit(tmp_path: Path) -> None:
    text = xliff_12(
        unit(
            'See <it id="1" pos="open">[b]</it>the map.',
            '<it id="1" pos="open">[b]</it>地図を見てください。',
        )
        + unit(
            'It is new<it id="1" pos="close">[/b]</it>.',
            '新しい地図です<it id="1" pos="close">[/b]</it>。',
        )
    )
    assert pairs(written(tmp_path, "a.xlf", text)) == [
        ("See <1>the map.", "<1>地図を見てください。"),
        ("It is new</1>.", "新しい地図です</1>。"),
    ]


def test_codes_with_long_names_have_small_numbers(tmp_path: Path) -> None:
    source = 'Press <g id="1234">Save</g><x id="7"/> now.'
    target = '今すぐ<x id="7"/><g id="1234">保存</g>を押します。'
    assert pairs(written(tmp_path, "a.xlf", xliff_12(unit(source, target)))) == [
        ("Press <1>Save</1><7/> now.", "今すぐ<7/><1>保存</1>を押します。")
    ]


def test_a_segmented_source_whose_target_is_not(tmp_path: Path) -> None:
    text = xliff_12(
        '<trans-unit id="1"><source>One. Two.</source>'
        '<seg-source><mrk mtype="seg" mid="0">One.</mrk> <mrk mtype="seg" mid="1">Two.</mrk>'
        "</seg-source><target>一つ。二つ。</target></trans-unit>"
    )
    assert pairs(written(tmp_path, "a.xlf", text)) == [("One. Two.", "一つ。二つ。")]


def test_of_several_targets_the_one_in_our_language(tmp_path: Path) -> None:
    text = xliff_12(
        '<trans-unit id="1"><source>Yes.</source><target xml:lang="fr">Oui.</target>'
        '<target xml:lang="ja">はい。</target></trans-unit>',
        'source-language="en"',
    )
    assert pairs(written(tmp_path, "a.xlf", text)) == [("Yes.", "はい。")]


@pytest.mark.parametrize(
    ("text", "error", "says"),
    [
        (xliff_12(unit("A cat.", None) * 2), MissingLanguage, "no target yet for its 2 units"),
        (xliff_12(""), UnreadableFile, "has no units"),
        (
            xliff_12(unit("A cat.", "Un chat."), 'source-language="en" target-language="fr"'),
            MissingLanguage,
            "goes en→fr; alignqa judges English and Japanese",
        ),
        (
            xliff_12(unit("A cat.", "猫。")).replace(
                "</file>",
                '</file><file source-language="ja" target-language="en"><body>'
                + unit("猫。", "A cat.")
                + "</body></file>",
            ),
            MissingLanguage,
            "the other way in another; split it",
        ),
        ("<html><body/></html>", UnreadableFile, "is XML but no XLIFF: its root is <html>"),
    ],
)
def test_what_cannot_be_judged(
    tmp_path: Path, text: str, error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says):
        load(written(tmp_path, "a.xlf", text))


@pytest.mark.parametrize("name", ["PoXliffFile", "Xliff1File", "Xliff2File"])
def test_what_the_translate_toolkit_writes(tmp_path: Path, name: str) -> None:
    if name == "Xliff2File":
        module = pytest.importorskip("translate.storage.xliff2")
        store = module.Xliff2File(sourcelanguage="en", targetlanguage="ja")
    elif name == "PoXliffFile":
        module = pytest.importorskip("translate.storage.poxliff")
        store = module.PoXliffFile(sourcelanguage="en", targetlanguage="ja")
    else:
        module = pytest.importorskip("translate.storage.xliff")
        store = module.Xliff1File(sourcelanguage="en", targetlanguage="ja")
    for source, target in (("The train is late.", "電車が遅れています。"), ("Exit", "出口")):
        added = store.addsourceunit(source)
        added.target = target
        added.addnote("A note of 3 words.")
    path = written(tmp_path, "a.xlf", bytes(store))
    assert pairs(path) == [("The train is late.", "電車が遅れています。"), ("Exit", "出口")]


# translate-toolkit's way of keeping what a PO file has: its header, and forms that Japanese lacks.
FROM_PO = """\
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.1" version="1.1">
<file original="a.po" source-language="en-US" target-language="ja" datatype="plaintext"><body>
<trans-unit xml:space="preserve" id="1" restype="x-gettext-domain-header">
<source>Language: ja
</source><target>Language: ja
</target></trans-unit>
<group id="2" restype="x-gettext-plurals">
<trans-unit id="2[0]"><source>%d book</source><target>%d冊</target></trans-unit>
<trans-unit id="2[1]"><source>%d books</source></trans-unit>
</group>
<group id="3" restype="x-gettext-plurals">
<trans-unit id="3[0]"><source>%d pen</source><target>ペン%d本</target></trans-unit>
<trans-unit id="3[1]"><source>%d pens</source><target>ペン%d本</target></trans-unit>
</group>
<group id="4" restype="x-gettext-plurals">
<trans-unit id="4[0]"><source>%d cup</source></trans-unit>
<trans-unit id="4[1]"><source>%d cups</source></trans-unit>
</group>
</body></file></xliff>
"""


def test_what_stands_for_po(tmp_path: Path) -> None:
    assert pairs(written(tmp_path, "a.xlf", FROM_PO)) == [
        ("%d books", "%d冊"),
        ("%d pen", "ペン%d本"),
        ("%d pens", "ペン%d本"),
        ("%d cup", ""),
        ("%d cups", ""),
    ]


@pytest.mark.parametrize(
    ("space", "source"),
    [
        ("", "Hello, <1/>! Ask the clerk."),
        (' xml:space="preserve"', "Hello, \n          <1/>! Ask\n\t  the clerk.\n      "),
    ],
)
def test_lines_that_a_writer_broke_for_the_eye(tmp_path: Path, space: str, source: str) -> None:
    text = f"""\
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="ja">
  <file id="f"{space}><unit id="u">
    <segment>
      <source>Hello,{" "}
          <ph id="1"/>! Ask
\t  the clerk.
      </source>
      <target><ph id="1"/>さん。
係員に聞いてください。</target>
    </segment>
  </unit></file>
</xliff>
"""
    [(read, target)] = pairs(written(tmp_path, "a.xlf", text))
    assert read.strip() == source.strip()
    assert target == "<1/>さん。\n係員に聞いてください。"
