"""Joins the numbers of an English range: "10-20%", "2 to 3 million"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from alignqa.quantities.english_scanner import DASHES, Token
from alignqa.quantities.quantity import Kind, Quantity

_JOINTS = frozenset({"to", "and", "or"})


def with_shared_units(found: list[Quantity], tokens: list[Token]) -> list[Quantity]:
    """ "10-20%" and "2 to 3 million": the first number shares the second's unit and scale."""
    joints = {token.start for token in tokens if token.text in DASHES or token.low in _JOINTS}
    if not joints:
        return found
    joined = list(found)
    for n in range(len(found) - 1):
        first, second = joined[n], found[n + 1]
        gap = range(first.span.end, second.span.start)
        if len(gap) > 6 or joints.isdisjoint(gap):
            continue
        if first.kind is Kind.YEAR and second.value < 100 and second.kind is Kind.NUMBER:
            century = first.value - first.value % 100
            joined[n + 1] = replace(second, also=second.also | {century + second.value})
            continue
        if first.kind not in {Kind.NUMBER, Kind.MONEY}:
            continue
        if first.unit is not None and second.unit not in {None, first.unit}:
            continue
        factor = _thousands(second.value)
        also = first.also
        if factor > 1 and first.value < 1000:
            also |= {first.value * factor}
        kind = second.kind if second.kind in {Kind.MONEY, Kind.PERCENT} else first.kind
        joined[n] = replace(first, kind=kind, unit=second.unit or first.unit, also=also)
        if first.kind is Kind.MONEY and second.kind is Kind.NUMBER and second.unit is None:
            joined[n + 1] = replace(second, kind=Kind.MONEY, unit=first.unit)
    return joined


def _thousands(value: Fraction) -> int:
    """The largest power of a thousand that is not above the value."""
    return next((scale for scale in (10**12, 10**9, 10**6, 10**3) if value >= scale), 1)
