"""Bytes to text, in every encoding that Japanese and English files come in."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from alignqa.errors import UnreadableFile
from alignqa.formats.decoding import decode

PATH = Path("letter.txt")

JAPANESE = [
    "駅前の本屋は来月で閉店する。",
    "はい。",
    "雨",
    "東京",
    "会議は三時に始まります。\n資料を忘れないでください。\n",
    "NATOの事務総長が来日した。",
    "①受付 ②会計",
    "ﾃｽﾄです",
    "日本語 and English",
]
ENGLISH = [
    "It’s here.",
    "“Quoted” — so he said – and more…",
    "Zoë ordered a café au lait for £3.",
    "She said “Hi…” and left.",
]


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "iso2022_jp", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("text", JAPANESE)
def test_japanese_is_read_in_its_encoding(text: str, encoding: str) -> None:
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        pytest.skip(f"{encoding} has no such characters")
    assert decode(data, PATH) == text


@pytest.mark.parametrize("text", ENGLISH)
@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
def test_english_with_typographic_marks(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), PATH) == text


@pytest.mark.parametrize("text", [*JAPANESE, *ENGLISH])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_is_believed(text: str, mark: bytes, encoding: str) -> None:
    assert decode(mark + text.encode(encoding), PATH) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Good morning.\n", "おはようございます。\nよい天気です。\n"])
def test_utf_16_without_a_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), PATH) == text


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        (b"a\r\nb", "a\nb"),
        (b"a\rb", "a\nb"),
        (b"a\r\n\rb\n", "a\n\nb\n"),
        ("a\u2028b\u0085c\x0cd".encode(), "a\u2028b\u0085c\x0cd"),
        (b"\x1b[31mred\x1b[0m", "\x1b[31mred\x1b[0m"),
    ],
)
def test_line_ends_are_one_kind_and_nothing_else_changes(raw: bytes, read: str) -> None:
    assert decode(raw, PATH) == read


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d", "binary"),
        (b"%PDF-1.7 text", "binary"),
        (b"abc\x00def", "binary"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", "byte order mark"),
        (bytes(range(0x80, 0x100)) * 3, "none of the encodings"),
        (
            "この文は途中で切れている。".encode() * 3 + "終".encode()[:2],
            "letter.txt:1 holds a byte",
        ),
        ("よい文。\n".encode() * 9 + b"\xff" + "よい文。\n".encode(), "letter.txt:10 holds a byte"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile, match=says):
        decode(data, PATH)


def test_a_stray_zero_byte_makes_no_utf_16() -> None:
    with pytest.raises(UnreadableFile, match="holds binary data"):
        decode(b"# a\0b\n", Path("a.md"))
