"""Days of the week that are said in short: 3月5日（月）, "March 5 (Mon)", "Mon., March 5"."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from alignqa.text import Lang, Span

_NAMES = tuple(calendar.day_name)
# Monday first, as `calendar` has them.
KANJI_DAYS = "月火水木金土日"
_SHORT = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)"
_MONTH = "|".join(name[:3] for name in calendar.month_name[1:])
# "Sat" and "Sun" are words: a bracket, a date or another day must stand beside them.
_ENGLISH = re.compile(
    rf"""
    \b(?P<full> {"|".join(_NAMES)} )s?\b
  | (?: (?<=[(（]) (?P<bracketed> {_SHORT}) (?=[.,)）\s])
      | \b (?P<dated> {_SHORT}) (?= \.? (?: ,?\s(?:\d|{_MONTH}) | \s?[-–/]\s?{_SHORT}\b ) ) )
    """,
    re.VERBOSE,
)
_JAPANESE = re.compile(
    rf"(?P<full>[{KANJI_DAYS}])曜|(?<=[日\d])\s?[（(](?P<bracketed>[{KANJI_DAYS}])(?=[)）・･,、])"
)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week in a text: 0 for Monday; `is_short` where it is not written out."""

    day: int
    is_short: bool
    span: Span


@dataclass(frozen=True, slots=True)
class OtherWeekday:
    """The day of the week of the source whose place another takes in the target."""

    source: Weekday
    target: Weekday
    expected: str


def other_weekday(source: str, target: str, source_lang: Lang) -> OtherWeekday | None:
    """The one day that only the source says, with the one that only the target says.

    `None` where either says more or fewer, and where both write theirs out.
    """
    there = _weekdays(target, source_lang.other)
    here = _weekdays(source, source_lang) if there else []
    days, other_days = ({weekday.day for weekday in side} for side in (here, there))
    lost = [weekday for weekday in here if weekday.day not in other_days]
    new = [weekday for weekday in there if weekday.day not in days]
    if len({w.day for w in lost}) != 1 or len({w.day for w in new}) != 1:
        return None
    if not (lost[0].is_short or new[0].is_short):
        return None
    return OtherWeekday(lost[0], new[0], _written(lost[0].day, new[0].span.of(target)))


def _weekdays(text: str, lang: Lang) -> list[Weekday]:
    english = lang is Lang.ENGLISH
    found = []
    for match in (_ENGLISH if english else _JAPANESE).finditer(text):
        group = match.lastgroup or ""
        name = match[group]
        day = _day(name) if english else KANJI_DAYS.index(name)
        found.append(Weekday(day, group != "full", Span(*match.span(group))))
    return found


def _day(name: str) -> int:
    return next(day for day, full in enumerate(_NAMES) if full.startswith(name))


def _written(day: int, like: str) -> str:
    """The day as the other is written: 月, "Monday", "Mon"."""
    if like in KANJI_DAYS:
        return KANJI_DAYS[day]
    name = _NAMES[day]
    return name if like in _NAMES else name[:3]
