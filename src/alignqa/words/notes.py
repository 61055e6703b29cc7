"""Notes that the translator added and marked as such."""

from __future__ import annotations

import re

from alignqa.text import Span
from alignqa.words.markup import blanked

_MARK = r"(?:※\s*)?(?:訳者?[注註](?:記|釈)?|訳者(?:補足|追記|より)|[Tt]ranslator['’]s [Nn]otes?|TN(?=[:：]))"
# （訳注：…）, or all from 訳注： on to the end of a line.
_NOTE = re.compile(
    rf"[（(\[［【]\s*{_MARK}[^）)\]］】]*[）)\]］】]?|(?:^|(?<=[。.!?！？\n])\s*){_MARK}\s*[:：、].*"
)


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


def _may_hold(text: str) -> bool:
    return "訳" in text or "ranslator" in text or "TN" in text
