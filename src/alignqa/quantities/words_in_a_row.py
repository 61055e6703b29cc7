"""Lists of words, written as one reads them."""

from __future__ import annotations


def in_a_row(words: str) -> list[str]:
    """The words of a text that spaces part."""
    return words.split()
