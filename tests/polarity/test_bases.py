"""The normal forms that are kept beside the table of oppositions."""

from __future__ import annotations

import os

from alignqa.polarity.oppositions import BASES, japanese_words
from alignqa.words import japanese_tokens


def test_they_are_sudachis() -> None:
    """`ALIGNQA_UPDATE_GOLDEN=1 pytest tests/polarity` writes them anew."""
    bases = {
        word: "".join(token.base for token in japanese_tokens(word)) for word in japanese_words()
    }
    text = "".join(f"{word}\t{base}\n" for word, base in bases.items() if word != base)
    if os.environ.get("ALIGNQA_UPDATE_GOLDEN"):
        BASES.write_text(text, encoding="utf-8", newline="\n")
    assert BASES.read_text(encoding="utf-8") == text
