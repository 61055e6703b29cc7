"""Punctuation of the wrong script or of two systems: ，beside 、, a comma in Japanese, 。 in English.

## Why

Marks of another script stand at the wrong height and width, and show that the text was pieced
together; a reader cannot say why one sentence ends in 。 and the next in ．

## Example

- *He left, and she stayed.* → 彼は去り, 彼女は残った。: 、 is expected.
- 会議は終わった。 → *The meeting is over。*: a full stop is expected.

## Limits

A text that keeps to ，and ．, as papers in the sciences do, is left alone, and so is a full stop
before 」 where the text keeps to it. Marks inside code, addresses, numbers and Latin words are
passed over; half-width ! and ? in Japanese are a matter of house style.

Source: JTF Style Guide for Japanese translation, version 3, 1.2.1 (、 and 。), 4.1.1, 4.1.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import Message, told
from alignqa.text import Lang, Span
from alignqa.words.markup import CODE, EMAIL, TAG, URL, blanked

RULE = Rule("AQ708", "punctuation-mix", MqmCategory.PUNCTUATION, Severity.MINOR)

_LETTER = "[ぁ-んァ-ヶ一-龯々ー」』）]"
_ASCII = re.compile(
    f"(?<={_LETTER})(?:,(?=\\s?[ぁ-んァ-ヶ一-龯「『（])|\\.(?=\\s?(?:$|{_LETTER[:-4]}「『])))"
)
_WIDE_COMMA = re.compile(f"(?<={_LETTER})，")
_WIDE_STOP = re.compile(f"(?<={_LETTER})．")
_STOP_IN_QUOTE = re.compile(r"。(?=」)")
# The end of somebody's speech without a full stop.
_BARE_QUOTE = re.compile(
    r"[^。！？!?…」）\s]」と(?:[^、。「」]{0,12}[はが])?(?:述べ|語|話|言|答|訴|叫|尋|聞)"
)
# Two commas at the end are a dying voice.
_DOUBLE = re.compile(r"(?<!、)、、(?=[ぁ-んァ-ヶ一-龯])|(?<!。)。。(?!。)|、。|。、|，，")
_ASIDE = re.compile(r"\([^()]*\)")
_IN_ENGLISH = re.compile(
    r"[、。「」『』]|(?<=[A-Za-z])[，．！？：；]|[（）](?=[A-Za-z])|(?<=[A-Za-z])[（）]"
)
_TO_ENGLISH = dict(zip("、。，．！？：；（）「」『』", ",.,.!?:;()“”“”", strict=True))
_TO_JAPANESE = {",": "、", ".": "。", "，": "、", "．": "。"}
_HAS_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龯]")


def check(pair: Pair, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """Yields a finding for each sort of mark that does not belong."""
    if not pair.is_whole:
        return
    target = pair.target.text
    if pair.target.lang is Lang.ENGLISH:
        if target.isascii() or _HAS_JAPANESE.search(target):
            return
        places = [m.start() for m in _IN_ENGLISH.finditer(target)]
        if places:
            expected = _TO_ENGLISH[target[places[0]]]
            yield _finding(
                target, places, expected, told("is a mark of Japanese in an English text")
            )
        return
    plain = blanked(target, CODE, TAG, URL, EMAIL)
    yield from _in_japanese(plain)


def _in_japanese(text: str) -> Iterator[Finding]:
    has_comma, has_stop = "、" in text, "。" in text
    for pattern, other, what in (
        (_ASCII, has_comma or has_stop, told("is a half-width mark behind Japanese")),
        (_WIDE_COMMA, has_comma, told("stands beside 、 in one text")),
        (_WIDE_STOP, has_stop, told("stands beside 。 in one text")),
    ):
        searched = blanked(text, _ASIDE) if pattern is _ASCII else text
        places = [match.start() for match in pattern.finditer(searched)] if other else []
        if places:
            yield _finding(text, places, _TO_JAPANESE[text[places[0]]], what)
    if "。」" in text and _BARE_QUOTE.search(text):
        places = [match.start() for match in _STOP_IN_QUOTE.finditer(text)]
        yield _finding(
            text,
            places,
            None,
            told("stands before 」 here, and not elsewhere in the text"),
        )
    if doubled := list(_DOUBLE.finditer(text)):
        first = doubled[0].group()
        yield Finding(
            RULE,
            Severity.MINOR,
            0.9,
            told("“{marks}” has a mark too many.", marks=first),
            (),
            tuple(Span(*match.span()) for match in doubled),
            {"kind": "doubled"},
            "。" if "。" in first else "、",
        )


def _finding(text: str, places: list[int], expected: str | None, what: Message) -> Finding:
    mark = text[places[0]]
    return Finding(
        RULE,
        Severity.MINOR,
        0.85,
        told("“{mark}” {what}.", mark=mark, what=what),
        (),
        tuple(Span(place, place + 1) for place in places),
        {"mark": mark},
        expected,
    )
