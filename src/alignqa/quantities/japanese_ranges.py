"""Joins the numbers of a Japanese range: 10～20%, 2、3日."""

from __future__ import annotations

from dataclasses import replace

from alignqa.quantities.kanji import LARGE
from alignqa.quantities.quantity import Kind, Quantity


def with_shared_units(found: list[Quantity], text: str) -> list[Quantity]:
    """10～20%, 2、3日, 1000～2000万円: the first number shares the second's unit and scale."""
    joined = list(found)
    for n in range(len(found) - 1):
        first, second = joined[n], found[n + 1]
        gap = text[first.span.end : min(second.span.start, first.span.end + 5)].strip()
        if gap not in {"~", "-", "、", "から", "・", "ー", "と", "か", "または", "or"}:
            continue
        if first.kind is not Kind.NUMBER or first.unit is not None:
            continue
        also = first.also
        for size in LARGE.values():
            if second.core.of(text)[-1] in LARGE and LARGE[second.core.of(text)[-1]] == size:
                also |= {first.value * size}
        if second.kind in {Kind.MONEY, Kind.PERCENT, Kind.NUMBER, Kind.MONTH, Kind.DAY, Kind.HOUR}:
            joined[n] = replace(
                first,
                kind=second.kind,
                unit=second.unit,
                also=also | ({first.value * second.scale} if second.scale != 1 else set()),
            )
    return joined
