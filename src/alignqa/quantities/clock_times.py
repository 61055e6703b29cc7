"""Clock times of which one text says the minutes and the other does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from alignqa.quantities.matching import Comparison
from alignqa.quantities.quantity import Kind, Quantity

_ZONES = re.compile(
    r"\b(?:UTC|GMT|JST|KST|CES?T|BST|[ECMP][SD]?T)\b|(?:日本|韓国|中国|現地|米国|英国|東部|西部|太平洋|標準|世界)時"
    r"|\b(?:local|Japan|Eastern|Central|Pacific|Standard) [Tt]ime\b"
)


def in_other_zone(source: str, target: str) -> bool:
    """Whether both texts name zones, and not the same: their clock times differ with good reason."""
    here, there = set(_ZONES.findall(source)), set(_ZONES.findall(target))
    return bool(here and there) and here != there


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
