"""English inside a Japanese text: a title, a quotation or a line that nobody translated.

Its digits say only a part of its values, *10 million* and *March 3*; the other part is a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from alignqa.quantities.english import read_english
from alignqa.quantities.english_words import MONTHS, SCALES
from alignqa.quantities.quantity import Quantity
from alignqa.text import Span

_ENGLISH = re.compile(r"[!-~£€](?:[ -~£€‘’“”–—]*[!-~£€])?")
# "may" is no month by itself, and neither is "march".
_NUMBER_WORD = re.compile(
    rf"(?i:\b(?:hundred|{'|'.join(SCALES)})s?\b)|\b(?:{'|'.join(map(str.capitalize, MONTHS))})\b"
)


def english_stretches(text: str) -> tuple[Span, ...]:
    """The stretches of English in which a word says a number or a month."""
    if not _NUMBER_WORD.search(text):
        return ()
    return tuple(
        Span(*match.span()) for match in _ENGLISH.finditer(text) if _NUMBER_WORD.search(match[0])
    )


def read_stretches(text: str, stretches: tuple[Span, ...]) -> Iterator[Quantity]:
    """What they say in numbers, in the order of the text."""
    for stretch in stretches:
        for quantity in read_english(stretch.of(text)):
            yield replace(
                quantity,
                span=_moved(quantity.span, stretch.start),
                core=_moved(quantity.core, stretch.start),
                group=None if quantity.group is None else quantity.group + stretch.start,
            )


def without(text: str, stretches: tuple[Span, ...]) -> str:
    """The text with blanks in their place."""
    for stretch in stretches:
        text = text[: stretch.start] + " " * len(stretch.of(text)) + text[stretch.end :]
    return text


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
