"""Passages that say little but that something follows: a list, an example, a piece of code."""

from __future__ import annotations

import re

from alignqa.text import Lang
from alignqa.words.lengths import translated_length
from alignqa.words.notes import without_notes

# In English characters; a longer passage says something of its own.
_LONGEST = 80.0
_ANNOUNCED = {
    Lang.ENGLISH: re.compile(
        r"(?:[:…]|\.\.\.)[*_]*\s*$|\bfollow(?:s|ing)\b|\bbelow\b", re.IGNORECASE
    ),
    Lang.JAPANESE: re.compile(
        r"(?:[:：…]|\.\.\.)[*_]*\s*$|以下[のに、]|下記[のに、]|(?<!目)次(?:[のはに]|が)"
    ),
}
# "or", "They expire.": too short for vectors to tell where it belongs.
_TINY = 25.0
_END = 60


def announces(text: str, lang: Lang) -> bool:
    """Whether a passage is short, and hardly more than the announcement of what stands below it."""
    text = without_notes(text)
    length = translated_length(text, lang)
    return length <= _TINY or (length <= _LONGEST and bool(_ANNOUNCED[lang].search(text)))


def leads_on(text: str, lang: Lang) -> bool:
    """Whether a passage, however long, ends by announcing what stands below it."""
    return bool(_ANNOUNCED[lang].search(text, max(0, len(text) - _END)))
