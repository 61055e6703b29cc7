"""Clock times of which one text says the minutes and the other does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from alignqa.quantities.matching import Comparison
from alignqa.quantities.quantity import Kind, Quantity


@dataclass(frozen=True, slots=True)
class CutTime:
    """9:30 against 9時: `hour` and `minute` of one text, and the `other` text's hour."""

    hour: Quantity
    minute: Quantity
    other: Quantity
    in_source: bool


def cut_times(comparison: Comparison) -> Iterator[CutTime]:
    """The minutes that are left over although their hour has its counterpart, which has none.

    Minutes of nought, and an hour that is only said to be near, lack nothing.
    """
    sides = (
        (comparison.source_only, comparison.target_only, comparison.matched),
        (comparison.target_only, comparison.source_only, [(t, s) for s, t in comparison.matched]),
    )
    for left, other_left, matched in sides:
        minutes = [q for q in left if q.kind is Kind.MINUTE and not q.is_weak]
        if not minutes:
            continue
        others = (*other_left, *(other for _, other in matched))
        with_minutes = {q.group for q in others if q.kind is Kind.MINUTE}
        hours = {
            hour.group: (hour, other)
            for hour, other in matched
            if hour.kind is Kind.HOUR and other.kind is Kind.HOUR
        }
        for minute in minutes:
            hour, other = hours.get(minute.group, (None, None))
            if hour is None or other is None or other.group in with_minutes:
                continue
            if not (hour.is_approximate or other.is_approximate):
                yield CutTime(hour, minute, other, left is comparison.source_only)
