"""Lengths that a translation keeps."""

from __future__ import annotations

from alignqa.text import Lang

# English characters for one Japanese character in professional translations of news.
_ENGLISH_PER_JAPANESE = 2.3


def translated_length(text: str, lang: Lang) -> float:
    """The length of a text in English characters, or about as many as its translation would have."""
    return len(text) * (_ENGLISH_PER_JAPANESE if lang is Lang.JAPANESE else 1.0)
