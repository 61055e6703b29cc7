"""How alike two words are in their letters."""

from __future__ import annotations

from difflib import SequenceMatcher


def spelled_alike(one: str, other: str) -> float:
    """The share of letters that two words have in common, in order: from 0 to 1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
