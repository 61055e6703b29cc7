"""Whether one number is a least on the one side and a most on the other: over 70 and 70未満."""

from __future__ import annotations

from alignqa.quantities import Bound, Quantity, quantities
from alignqa.text import Lang, Span

_ABOVE = frozenset({Bound.ABOVE, Bound.AT_LEAST})
# How far from its number the word that sets the bound may begin or end.
_REACH = 16


def bounds_differ(left: Span, right: Span, english: str, japanese: str) -> bool:
    """Whether an English word and a Japanese one set opposite bounds to the same value."""
    theirs, ours = _beside(left, english, Lang.ENGLISH), _beside(right, japanese, Lang.JAPANESE)
    return any(
        (a.bound in _ABOVE) != (b.bound in _ABOVE) and a.readings & b.readings
        for a in theirs
        for b in ours
    )


def _beside(word: Span, text: str, lang: Lang) -> list[Quantity]:
    return [
        quantity
        for quantity in quantities(text, lang)
        if quantity.bound
        and quantity.span.start <= word.end + _REACH
        and word.start <= quantity.span.end + _REACH
    ]
