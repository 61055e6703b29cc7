"""Notes that the translator added and marked as such, and a term given in both languages."""

from __future__ import annotations

import re

from alignqa.text import Span
from alignqa.words.markup import blanked

_MARK = r"(?:※\s*)?(?:訳者?[注註](?:記|釈)?|訳者(?:補足|追記|より)|[Tt]ranslator['’]s [Nn]otes?|TN(?=[:：]))"
# （訳注：…）, or all from 訳注： on to the end of a line.
_NOTE = re.compile(
    rf"[（(\[［【]\s*{_MARK}[^）)\]］】]*[）)\]］】]?|(?:^|(?<=[。.!?！？\n])\s*){_MARK}\s*[:：、].*"
)
# （Safe fixes） behind a term, and `stdin`（ before it.
_LONGEST_GLOSS = 15
_BEHIND = re.compile(r"\S?\s*[（(]\s*(?P<term>[A-Za-z][^（()）]{2,40}?)\s*[）)]")
_BEFORE = re.compile(r"(?P<term>[A-Za-z][\w.-]{2,40})`?\s*[（(]\s*$", re.ASCII)


def without_notes(text: str) -> str:
    """The text without the notes of its translator."""
    return _NOTE.sub("", text) if _may_hold(text) else text


def blanked_notes(text: str) -> str:
    """The text with as much filler for its notes, so that positions stay."""
    return blanked(text, _NOTE) if _may_hold(text) else text


def is_noted(text: str, span: Span) -> bool:
    """Whether a place stands in a note of the translator."""
    return _may_hold(text) and any(
        found.start() <= span.start < found.end() and span.end <= found.end() + 1
        for found in _NOTE.finditer(text)
    )


def is_gloss(text: str, span: Span, other: str) -> bool:
    """Whether a short stretch of a translation says in its language what stands beside it, in
    brackets or before them, as the other text has it: 安全な修正 (Safe fixes), `stdin`(標準入力)."""
    if span.end - span.start > _LONGEST_GLOSS:
        return False
    behind = _BEHIND.match(text, span.end)
    before = _BEFORE.search(text, max(0, span.start - 2 * _LONGEST_GLOSS), span.start)
    return any(
        found is not None and found["term"].lower() in other.lower() for found in (behind, before)
    )


def _may_hold(text: str) -> bool:
    return "訳" in text or "ranslator" in text or "TN" in text
