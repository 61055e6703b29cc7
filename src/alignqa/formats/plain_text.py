"""Plain text: paragraphs in one language or in both."""

from __future__ import annotations

from pathlib import Path

from alignqa.bitext import PlainText

NAME = "plain text"
SUFFIXES = (".txt", ".text")


def read(text: str, path: Path) -> PlainText:
    """The text as it is."""
    return PlainText(text, str(path))
