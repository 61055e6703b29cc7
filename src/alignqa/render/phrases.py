"""Where the phrases of a text begin: Japanese is easier to read in lines that end with one."""

from __future__ import annotations

from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from alignqa.text import Lang

if TYPE_CHECKING:
    from budoux import Parser

_LONGEST = 20_000  # code points; the parser takes some 6 µs for each


def phrase_starts(text: str, lang: Lang) -> frozenset[int]:
    """The places inside a text where a phrase begins that no space stands before.

    English has none. Nor has a text that is too long to be parsed for looks alone.
    """
    if lang is Lang.ENGLISH or len(text) > _LONGEST:
        return frozenset()
    lengths = map(len, _parser().parse(text))
    return frozenset(
        place
        for place in accumulate(lengths)
        if place < len(text) and not _inside_latin(text[place - 1], text[place])
    )


def _inside_latin(before: str, after: str) -> bool:
    return before < "\u2e80" and after < "\u2e80"


@cache
def _parser() -> Parser:
    import budoux

    return budoux.load_default_japanese_parser()
