"""Characters that were broken on the way: read in the wrong encoding, or replaced by marks.

## Why

Broken characters cannot be read, and they show that the file was damaged, so that more may be lost.

## Example

- *It’s in the café.* → カフェにあります� : the end is lost.
- 窓を開けないでください。 → *Please donâ€™t open the window.*: â€™ was an apostrophe.

## Limits

What is broken in the source as well is passed over. UTF-8 read as Windows-1252, Latin-1 or
Shift_JIS, and Japanese encodings read as one another, are known by their turning back into sound
text, which is then suggested; other mixtures are not.

Source: the error type *character-encoding* of MQM.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import told
from alignqa.text import Lang, Span

RULE = Rule("AQ303", "mojibake", MqmCategory.CHARACTER_ENCODING, Severity.MAJOR)

_REPLACED = re.compile(r"\ufffd+")
# Every character that a byte of 128 and more may be in Windows-1252 or Latin-1.
_HIGH = "\u0080-ÿŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"
_WESTERN = re.compile(f"[{_HIGH}][{_HIGH} -~]*[{_HIGH}]")
_UTF8_PAIR = re.compile(f"[Â-ô][{_HIGH}]+")
_SHIFT_JIS = re.compile(f"(?:[ƒ‚][{_HIGH}@-~]){{2,}}[{_HIGH}@-~]*")
_UTF8_AS_SHIFT_JIS = re.compile(
    r"(?:[縺繧繝][^\s、。]){2,}|[縺繧繝譁蟄蜷谺莠][\uff61-\uff9f\ufffd]"
)
_HALF_WIDTH = re.compile(r"[\uff61-\uff9f]{6,}")
_KANA = re.compile(r"[ぁ-んァ-ヶー]")
_QUESTION_MARKS = re.compile(r"\?{4,}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]+")
_LOCKED = re.compile(r"(?:锟斤拷)+|烫烫烫+")
_ODD = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\ufffd]")


def check(pair: Pair, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """Yields a finding for each broken stretch of the target."""
    target = pair.target.text
    if not pair.is_whole or not (_ODD.search(target) or "???" in target):
        return
    reached = 0
    for span, repaired in sorted(_broken(target, pair.target.lang), key=lambda item: item[0]):
        words = span.of(target)
        if span.start < reached or words in pair.source.text:
            continue
        if not repaired and words[0] in pair.source.text:
            continue
        reached = span.end
        shown = words if words.isprintable() else ascii(words)[1:-1]
        yield Finding(
            RULE,
            Severity.MAJOR,
            0.95,
            told("“{shown}” is broken text; it was “{repaired}”.", shown=shown, repaired=repaired)
            if repaired
            else told("“{shown}” is broken text: characters were lost.", shown=shown),
            (),
            (span,),
            {"broken": shown, "repaired": repaired},
            repaired,
        )


def _broken(text: str, lang: Lang) -> Iterator[tuple[Span, str | None]]:
    """The broken stretches, with what they were where that can be told."""
    for pattern in (_REPLACED, _LOCKED, _CONTROL):
        for match in pattern.finditer(text):
            yield Span(*match.span()), None
    if lang is Lang.JAPANESE:
        for match in _QUESTION_MARKS.finditer(text):
            yield Span(*match.span()), None
    for match in _UTF8_PAIR.finditer(text):
        repaired = _reread(match.group(), "utf-8")
        if repaired:
            yield Span(*match.span()), repaired
    for match in _SHIFT_JIS.finditer(text):
        repaired = _reread(match.group(), "cp932")
        if repaired and len(_KANA.findall(repaired)) * 2 >= len(repaired):
            yield Span(*match.span()), repaired
    for match in _UTF8_AS_SHIFT_JIS.finditer(text):
        yield Span(*match.span()), _recoded(match.group(), "cp932", "utf-8")
    for match in _HALF_WIDTH.finditer(text):
        repaired = _recoded(match.group(), "cp932", "euc_jp")
        if repaired and len(_KANA.findall(repaired)) * 2 > len(repaired):
            yield Span(*match.span()), repaired


def _reread(text: str, encoding: str) -> str | None:
    """The text's bytes in Windows-1252, or Latin-1 where it has no such character, read anew."""
    try:
        raw = b"".join(
            char.encode("latin-1") if ord(char) < 0xA0 else _windows(char) for char in text
        )
        repaired = raw.decode(encoding)
    except UnicodeError:
        return None
    return repaired if repaired.isprintable() else None


def _windows(char: str) -> bytes:
    return char.encode("cp1252")


def _recoded(text: str, wrong: str, right: str) -> str | None:
    try:
        repaired = text.encode(wrong).decode(right)
    except UnicodeError:
        return None
    return repaired if repaired.isprintable() else None
