"""Lengths that are said in two units, and in one on the other side: 1年6か月 for "18 months"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from alignqa.quantities.quantity import Kind, Quantity
from alignqa.text import Span

# How many of the smaller unit make one of the larger.
_MAKE_ONE = {("year", "month"): 12, ("hour", "minute"): 60, ("minute", "second"): 60}
# The unit of the first, and what joins the second to it.
_BETWEEN = re.compile(r"[ -]?(?:years?|hours?|minutes?|年間?|時間|分間?)(?:,? and |,? |と)?")


def with_sums(
    found: Sequence[Quantity], text: str, others: Sequence[Quantity]
) -> tuple[Quantity, ...]:
    """The quantities of a text, two that make one length as one, if the `others`, of the text on the
    other side, have that one and not the two."""
    sums: list[Quantity] = []
    for quantity in found:
        whole = _sum(sums[-1], quantity, text, others) if sums else None
        if whole:
            sums[-1] = whole
        else:
            sums.append(quantity)
    return tuple(sums)


def _sum(
    first: Quantity, second: Quantity, text: str, others: Sequence[Quantity]
) -> Quantity | None:
    many = _MAKE_ONE.get((first.unit or "", second.unit or ""))
    if many is None or not _BETWEEN.fullmatch(text, first.core.end, second.core.start):
        return None
    small = first.value * many + second.value
    for value, unit in ((small, second.unit), (small / many, first.unit)):
        if any(other.value == value and other.unit == unit for other in others):
            span = Span(first.span.start, second.span.end)
            return replace(
                second,
                span=span,
                core=span,
                kind=Kind.NUMBER,
                value=Fraction(value),
                also=frozenset(),
                unit=unit,
                is_weak=False,
            )
    return None
