"""A space too many or too few: between Japanese letters, beside a mark, doubled, or left out.

## Why

Japanese is written without spaces, so that a stray one looks like a break in the sentence; in
English a space left out joins two sentences.

## Example

- *The trains run again.* → 列車は 再び動いています。: no space is expected.
- 雨が降った。試合は中止になった。 → *It rained.The game was called off.*: a space is missing.

## Limits

Spaces between katakana words, between names, in headlines and lists, and beside Latin letters are
matters of style and are left alone; so are two spaces behind an English full stop, indentation and
tables. Code, addresses and what the source spells the same way are passed over.

Source: JTF Style Guide for Japanese translation, version 3, 3.1.2 (no space between full-width
characters), 3.3 (none beside brackets).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import Message, told
from alignqa.text import Lang, Span
from alignqa.words.markup import CODE, EMAIL, PLACEHOLDER, TAG, URL, blanked

RULE = Rule("AQ707", "spacing", MqmCategory.WHITESPACE, Severity.MINOR)

_LETTER = "[ぁ-んァ-ヶ一-龯々ー]"
_JAPANESE = (
    # Hiragana on one side: no names, no katakana compounds, no headline of nouns.
    (
        told("between Japanese letters"),
        re.compile(
            f"(?<={_LETTER})(?:(?<=[がをにはもとでのへやてし]) (?={_LETTER})"
            f"| (?=[をがはのにでへともや][ぁ-ん一-龯ァ-ヶ]))"
        ),
    ),
    (told("before a mark"), re.compile(r"(?<=[ぁ-んァ-ヶ一-龯々ー])[ \u3000]+(?=[、。」』）])")),
    (told("behind a bracket"), re.compile(r"(?<=[「『（])[ \u3000]+(?=[ぁ-んァ-ヶ一-龯])")),
    (told("in the middle of a word"), re.compile("(?<=\\w)[\u200b\ufeff\u00ad]+(?=\\w)")),
)
_ENGLISH = (
    (told("doubled"), re.compile(r"(?<=[A-Za-z,;]) {2,3}(?=[A-Za-z(])")),
    (
        told("before a mark"),
        re.compile(r"(?<=[A-Za-z]) +(?=(?:[,;](?=\s)|[.!?](?=\s+[A-Z\"“]|\s*$)))"),
    ),
    (told("in the middle of a word"), re.compile("(?<=\\w)[\u200b\ufeff\u00ad]+(?=\\w)")),
)
_DOUBLED = re.compile(r"(?<=[^\s。]) {2,3}(?=\S)")
_MISSING = re.compile(
    r"(?<=[a-z]{3})[.!?](?=[A-Z][a-z]+(?:\s|['’,]))|(?<=[a-z]{2}),(?=[a-z]{2,}\s)"
    r"|(?<=[a-z]{2})[.!?][”\"](?=[A-Z])"
)
# A name of a program, a file or a site.
_NAME = re.compile(r"\w\.\w+\.\w|[_/\\=<>{}@#\0]|\w\(")
_INVISIBLE = frozenset("\u200b\ufeff\u00ad")
_SENTENCE = re.compile(r"[。！？]")


def check(pair: Pair, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """Yields a finding for each sort of stray space, and for those that are missing."""
    target, source = pair.target.text, pair.source.text
    if not pair.is_whole or "\t" in target:
        return
    is_japanese = pair.target.lang is Lang.JAPANESE
    plain = blanked(target, CODE, TAG, URL, EMAIL, PLACEHOLDER)
    for where, pattern in _JAPANESE if is_japanese else _ENGLISH:
        if where == "between Japanese letters" and not _SENTENCE.search(target):
            continue
        spans = [Span(*match.span()) for match in pattern.finditer(plain)]
        if where == "between Japanese letters" and _is_spaced_out(plain, spans):
            continue
        if where == "doubled" and ("  " in source or "\u3000" in source):
            continue
        if spans:
            yield _stray(target, spans, where)
    if is_japanese:
        return
    missing = [
        match
        for match in _MISSING.finditer(plain)
        if not _NAME.search(word := _word(target, match)) and word not in source
    ]
    if missing:
        mark = missing[0].group()
        yield Finding(
            RULE,
            Severity.MINOR,
            0.85,
            told(
                "A space is missing behind “{mark}” in “{word}”.",
                mark=mark,
                word=_word(target, missing[0]),
            ),
            (),
            tuple(Span(*match.span()) for match in missing),
            {"kind": "missing"},
            f"{mark} ",
        )


def _is_spaced_out(text: str, spans: list[Span]) -> bool:
    """Whether the text is written in phrases for children: spaces behind particles, none before."""
    return len(spans) >= 3 and not any(
        text[span.end] in "をがはに" and text[span.end : span.end + 2] not in {"はい", "がん"}
        for span in spans
    )


def _stray(target: str, spans: list[Span], where: Message) -> Finding:
    """Marks the letter before each space with it, so that there are words to replace."""
    marked = tuple(Span(span.start - 1, span.end) for span in spans)
    expected = target[marked[0].start] + (" " if where == "doubled" else "")
    first = spans[0]
    around = target[max(0, first.start - 6) : first.end + 6]
    kind = told("An invisible character") if target[first.start] in _INVISIBLE else told("A space")
    return Finding(
        RULE,
        Severity.MINOR,
        0.85,
        told("{kind} stands {where} in “{around}”.", kind=kind, where=where, around=around)
        if where != "doubled"
        else told("A space is doubled in “{around}”.", around=around),
        (),
        marked,
        {"kind": str(where)},
        expected,
    )


def _word(text: str, match: re.Match[str]) -> str:
    """The run without blanks around a place."""
    before = re.search(r"\S*$", text[: match.start()])
    after = re.match(r"\S*", text[match.start() :])
    return (before.group() if before else "") + (after.group() if after else "")
