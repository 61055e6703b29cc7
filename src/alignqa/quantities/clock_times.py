"""Clock times of which one text says the minutes and the other does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from alignqa.quantities.matching import Comparison
from alignqa.quantities.quantity import Kind, Quantity

# The zones by what either language calls them; an hour of the zone of one text may be any other of
# another zone.
_NAMES = {
    "UTC": "UTC|GMT|世界時|世界標準時|Greenwich Mean Time|Coordinated Universal Time",
    "JST": "JST|日本(?:標準)?時|Japan(?:ese)?(?: [Ss]tandard)? [Tt]ime",
    "KST": "KST|韓国(?:標準)?時|Korea(?:n)?(?: [Ss]tandard)? [Tt]ime",
    "CST-China": "中国(?:標準)?時|(?:China|Beijing)(?: [Ss]tandard)? [Tt]ime|北京時",
    "CET": "CES?T|中(?:央)?欧(?:州)?(?:夏)?(?:標準)?時|Central European(?: Summer)? [Tt]ime",
    "UK": "BST|英国(?:夏)?(?:標準)?時|(?:UK|British)(?: [Ss]ummer)? [Tt]ime",
    "Eastern": "E[SD]?T|東部(?:夏|標準)?時|(?:US )?Eastern(?: [SD][a-z]+)? [Tt]ime",
    "Central": "C[SD]?T|中部(?:夏|標準)?時|Central(?: [SD][a-z]+)? [Tt]ime",
    "Mountain": "M[SD]?T|山岳部?(?:夏|標準)?時|Mountain(?: [SD][a-z]+)? [Tt]ime",
    "Pacific": "P[SD]?T|(?:西部|太平洋)(?:夏|標準)?時|Pacific(?: [SD][a-z]+)? [Tt]ime",
    "local": "現地時|local [Tt]ime",
    "other": "米国(?:標準)?時|標準時|[Ss]tandard [Tt]ime",
}
_ZONES = re.compile(
    "|".join(
        rf"(?P<z{number}>(?<![A-Za-z])(?:{names}))(?![A-Za-z])"
        for number, names in enumerate(_NAMES.values())
    )
)


def in_other_zone(source: str, target: str) -> bool:
    """Whether both texts name zones, and not the same: their clock times differ with good reason."""
    here, there = _zones(source), _zones(target)
    return bool(here and there) and here != there


def _zones(text: str) -> set[str | None]:
    return {match.lastgroup for match in _ZONES.finditer(text)}


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
