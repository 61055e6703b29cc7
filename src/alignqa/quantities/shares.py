"""Shares that are said as so many in so many: "six in ten" for 6割, 5人に1人 for 20%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from alignqa.quantities.quantity import Kind, Quantity
from alignqa.text import Lang, Span

# What stands between the two numbers.
_BETWEEN = {
    Lang.ENGLISH: re.compile(r"(?: [a-z]+)? (?:in|out of|of|for)(?: every)? "),
    Lang.JAPANESE: re.compile(r"人(?:に|中、?|のうち、?)"),
}
_OF_A_WHOLE = frozenset({Kind.PERCENT, Kind.FRACTION})
_COUNTED = frozenset({None, "person"})


def with_shares(
    found: Sequence[Quantity], text: str, lang: Lang, others: Sequence[Quantity]
) -> tuple[Quantity, ...]:
    """The quantities of a text, two that say a share as one percentage, if the `others`, of the text
    on the other side, have a share and not the number of the whole."""
    if len(found) < 2 or not any(other.kind in _OF_A_WHOLE for other in others):
        return tuple(found)
    said = {value for other in others if other.kind is Kind.NUMBER for value in other.readings}
    shares: list[Quantity] = []
    for quantity in found:
        share = _share(shares[-1], quantity, text, lang) if shares else None
        whole = max(quantity.value, shares[-1].value) if share else None
        if share and whole not in said:
            shares[-1] = share
        else:
            shares.append(quantity)
    return tuple(shares)


def _share(first: Quantity, second: Quantity, text: str, lang: Lang) -> Quantity | None:
    """One quantity for two, if the one is a part of the other and is said to be."""
    if not (first.kind is second.kind is Kind.NUMBER and {first.unit, second.unit} <= _COUNTED):
        return None
    if not _BETWEEN[lang].fullmatch(text, first.core.end, second.core.start):
        return None
    part, whole = (first, second) if lang is Lang.ENGLISH else (second, first)
    if not 0 < part.value < whole.value:
        return None
    share = part.value / whole.value
    return replace(
        part,
        span=Span(first.span.start, second.span.end),
        kind=Kind.PERCENT,
        value=100 * share,
        also=frozenset({share}),
        unit=None,
        scale=Fraction(100) / whole.value,
        is_weak=False,
    )
