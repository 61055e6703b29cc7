"""Markdown of the source that the translation lost: headings, list items, code, emphasis, links.

## Why

A lost mark turns a heading into text, a link into words; code that was translated does not run.

## Example

- *Set `timeout` to zero.* → `タイムアウト`を0に設定します。: the code has changed.
- ## インストール → *Installation*: the heading's mark is lost.

## Limits

Only a text that has such marks is compared, mark by mark and not in order. Code of one side that
stands on the other without its marks is a loss of marks only. Code that is words of a language, or
holds a comment or a quoted text, may be translated. Emphasis with single `*` or `_` is not looked
at.

Source: CommonMark 0.31; the error type *markup-tag* of MQM.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import told
from alignqa.text import Span
from alignqa.words.markup import CODE, blanked

RULE = Rule("AQ705", "markdown-mismatch", MqmCategory.MARKUP, Severity.MINOR)

_SIGN = re.compile(r"[`*#\[]|^\s*[-+]\s|^\s*\d+[.)]\s", re.MULTILINE)
_HEADING = re.compile(r"^(#{1,6})(?=[ \t]+\S)", re.MULTILINE)
_ITEM = re.compile(r"^[ \t]*([-*+])(?=[ \t]+\S)", re.MULTILINE)
_STRONG = re.compile(r"\*\*(?=[^\s*])[^*\n]+?\*\*")
_LINK = re.compile(r"(?<!\\)\[[^\[\]\n]+\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+\"[^\"\n]*\")?\)")
_WORDS = re.compile(r"[^\x00-\x7f]|['\"#]|//|/\*|^[A-Z]?[a-z]+(?: [a-z]+)+$|<[^>]*>")
_SHAPES = (
    (told("heading"), _HEADING),
    (told("bold text"), _STRONG),
    (told("link"), _LINK),
    (told("list item"), _ITEM),
)


def check(pair: Pair, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """Yields a finding for each sort of mark that the target has fewer of."""
    source, target = pair.source.text, pair.target.text
    if not pair.is_whole or not _SIGN.search(source):
        return
    if "`" in source:
        yield from _code(source, target)
    plain, other = blanked(source, CODE), blanked(target, CODE)
    for name, pattern in _SHAPES:
        ours = [Span(*match.span()) for match in pattern.finditer(plain)]
        theirs = sum(1 for _ in pattern.finditer(other))
        # In one line a mark of an item may be a dash.
        if name == "list item" and len(ours) < 2 and "\n" not in source.strip():
            continue
        if theirs >= len(ours):
            continue
        yield Finding(
            RULE,
            Severity.MINOR,
            0.8,
            told(
                "A mark for a {mark} is lost: {ours} of the source, {theirs} of the translation.",
                mark=name,
                ours=len(ours),
                theirs=theirs,
            ),
            tuple(ours) if not theirs else (ours[-1],),
            (),
            {"kind": str(name), "source": len(ours), "target": theirs},
        )


def _code(source: str, target: str) -> Iterator[Finding]:
    theirs = {_folded(match.group(2)): Span(*match.span()) for match in CODE.finditer(target)}
    ours = {_folded(match.group(2)): Span(*match.span()) for match in CODE.finditer(source)}
    new = [span for code, span in theirs.items() if code not in ours]
    for code, span in ours.items():
        if code in theirs or _WORDS.search(code):
            continue
        if code in target:
            # Longer code may hold it, and words may be set off in another way.
            continue
        rival = new.pop(0) if new else None
        shown = span.of(source)
        yield Finding(
            RULE,
            Severity.MINOR,
            0.8 if rival else 0.7,
            told("The code {code} became {other}.", code=shown, other=rival.of(target))
            if rival
            else told("The code {code} is not in the translation.", code=shown),
            (span,),
            (rival,) if rival else (),
            {"kind": "code", "code": code},
            shown if rival else None,
        )


def _folded(code: str) -> str:
    return " ".join(code.split())
