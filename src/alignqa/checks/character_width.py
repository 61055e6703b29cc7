"""Half-width katakana, letters and digits of both widths in one Japanese text, wide ones in English.

## Why

The same word in two widths looks like two words, is not found by a search, and half-width katakana
breaks in older programs.

## Example

- *Open the settings on your phone.* → ｽﾏﾎの設定を開きます。: スマホ is expected.
- *Between 2019 and 2021* → 2019年から２０２１年まで: both widths in one text.
- 受付は9時からです。 → *The desk opens at ９.*: English has no full-width digits.

## Limits

A text that keeps to full-width letters or digits throughout is left alone, as is the newspapers'
way of writing single digits full-width and longer numbers half-width. Faces made of half-width
katakana, and what the source writes so itself, are passed over.

Source: JTF Style Guide for Japanese translation, version 3, 2.1.5 (katakana), 2.1.8 (digits),
2.1.9 (Latin letters).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import Message, told
from alignqa.text import Lang, Span
from alignqa.words.markup import CODE, EMAIL, TAG, URL, blanked
from alignqa.words.script import JAPANESE_LETTER

RULE = Rule("AQ706", "character-width", MqmCategory.INCONSISTENT_STYLE, Severity.MINOR)

_WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚｦ-ﾟ]")
_HALF_WIDTH_KANA = re.compile(r"[｡-ﾟ]*[ｦ-ﾝ][｡-ﾟ]+")
_FACE = re.compile(r"[^\w\s、。「」]{2}|[(（][^()（）]{0,6}$")
_WIDE_WORD = re.compile(r"[Ａ-Ｚａ-ｚ]{2,}")
_WORD = re.compile(r"[A-Za-z]{2,}")
_WIDE_RUN = re.compile(r"[０-９Ａ-Ｚａ-ｚ]+(?:[，．　][０-９Ａ-Ｚａ-ｚ]+)*")
_WIDE_NUMBER = re.compile(r"[０-９]{2,}(?:[，．][０-９]+)*")
# The number in COVID-19 is a part of the name.
_NUMBER = re.compile(
    r"(?<![\w-])\d{2,}(?![A-Za-z\d-])|(?<=[ぁ-んァ-ヶ一-龯])\d{2,}(?![A-Za-z\d-])", re.ASCII
)
_BOTH_IN_ONE = re.compile(
    r"(?<![0-9０-９])(?=[0-9０-９]*(?:[0-9][０-９]|[０-９][0-9]))[0-9０-９]{2,}"
    r"|(?<![A-Za-zＡ-Ｚａ-ｚ])(?=[A-Za-zＡ-Ｚａ-ｚ]*(?:[A-Za-z][Ａ-Ｚａ-ｚ]"
    r"|[Ａ-Ｚａ-ｚ][A-Za-z]))[A-Za-zＡ-Ｚａ-ｚ]{2,}"
)


def check(pair: Pair, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """Yields a finding for each sort of mixture."""
    target = pair.target.text
    if not pair.is_whole or not _WIDE.search(target):
        return
    plain = blanked(target, CODE, TAG, URL, EMAIL)
    if pair.target.lang is Lang.ENGLISH:
        spans = [Span(*match.span()) for match in _WIDE_RUN.finditer(plain)]
        if spans and not JAPANESE_LETTER.search(target):
            yield _finding(target, spans, told("full-width in an English text"), "")
        return
    kana = [
        Span(*match.span())
        for match in _HALF_WIDTH_KANA.finditer(plain)
        if match.group() not in pair.source.text
        and not _FACE.search(plain[max(0, match.start() - 7) : match.start()])
    ]
    if kana:
        yield _finding(target, kana, told("half-width katakana"), "JTF 2.1.5")
    both = [Span(*match.span()) for match in _BOTH_IN_ONE.finditer(plain)]
    if both:
        yield _finding(target, both, told("one word in two widths"), "JTF 2.1.8")
        return
    for wide, narrow, what, clause in (
        (_WIDE_WORD, _WORD, told("full-width letters beside half-width ones"), "JTF 2.1.9"),
        (_WIDE_NUMBER, _NUMBER, told("a full-width number beside half-width ones"), "JTF 2.1.8"),
    ):
        spans = [Span(*match.span()) for match in wide.finditer(plain)]
        if spans and narrow.search(plain):
            yield _finding(target, spans, what, clause)


def _finding(target: str, spans: list[Span], what: Message, clause: str) -> Finding:
    words = spans[0].of(target)
    expected = unicodedata.normalize("NFKC", words)
    return Finding(
        RULE,
        Severity.MINOR,
        0.9,
        told(
            "“{words}” is {what}.",
            words=words,
            what=what,
        ),
        (),
        tuple(spans),
        {"kind": str(what), "clause": clause} if clause else {"kind": str(what)},
        expected,
    )
