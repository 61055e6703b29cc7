"""Reads the quantities of an English text.

The text is cut into numbers, words and marks, and read once from left to right: each reader below
looks a few words ahead and behind, so the time is linear in the length of the text.
"""

from __future__ import annotations

from alignqa.quantities.english_digits import DigitReader
from alignqa.quantities.english_ranges import with_shared_units
from alignqa.quantities.english_spelled_out import WordReader
from alignqa.quantities.quantity import Quantity


def read_english(text: str) -> tuple[Quantity, ...]:
    """The quantities of an English text, in order."""
    return _Reader(text).read()


class _Reader(DigitReader, WordReader):
    """Reads the numerals, in digits and in words, and what stands around them."""

    def read(self) -> tuple[Quantity, ...]:
        i = 0
        while i < len(self.tokens):
            token = self.tokens[i]
            after = i + 1
            self.place = i
            if token.kind == "number":
                after = self.digits(i)
            elif token.kind == "word":
                after = self.word(i)
            i = max(after, i + 1)
        return tuple(with_shared_units(self.found, self.tokens))
