"""A date that no calendar has, or one whose weekday is another.

## Why

The thirty-third of March is a slip of the keyboard in the source or in the translation, and whoever
notices it first should tell the other. A weekday that does not go with its date leaves the reader
to guess which of them is right.

## Example

- 締め切りは3月33日です。 rendered as *The deadline is March 23.*: the source has a day that does not
  exist, and the translator guessed.
- *The office reopens on Monday, 12 March 2021.* rendered as 事務所は2021年3月12日（月）に再開します。:
  that day was a Friday.

## Limits

Dates of the Gregorian calendar that are written with the month and the day; a weekday is compared
only where the year stands there too, from 1873, when Japan took this calendar. What the target
alone gets wrong is major, what stands in the source is minor: it may be meant, as in fiction.
"""

from __future__ import annotations

import calendar
import datetime
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import Message, told
from alignqa.quantities import KANJI_DAYS
from alignqa.quantities.kanji import numeral_value
from alignqa.text import Lang, Segment, Span

RULE = Rule("AQ202", "impossible-date", MqmCategory.DATE_TIME, Severity.MAJOR)

_FIRST_YEAR = 1873
_MONTHS = tuple(name.lower() for name in calendar.month_name)
_DAYS = tuple(name.lower() for name in calendar.day_name)

_MONTH = rf"(?P<month>{'|'.join(name for name in _MONTHS if name)})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(_DAYS)}),?\s+(?:the\s+)?)?"
_YEAR = r"(?:,?\s+(?P<year>\d{4}))?"
_END = r"(?![\d:.,]?\d)\b"
_ENGLISH = (
    re.compile(rf"\b{_WEEKDAY}{_MONTH}\s+{_DAY}{_YEAR}{_END}", re.IGNORECASE),
    re.compile(rf"\b{_WEEKDAY}{_DAY}\s+(?:of\s+)?{_MONTH}{_YEAR}{_END}", re.IGNORECASE),
)
_DIGIT = re.compile(r"\d")
_NUMERAL = r"[0-9０-９〇一二三四五六七八九十]"
_JAPANESE = (
    re.compile(
        rf"(?:(?P<year>{_NUMERAL}{{4}})年\s?)?(?<!{_NUMERAL})(?P<month>{_NUMERAL}{{1,3}})月\s?"
        rf"(?P<day>{_NUMERAL}{{1,4}})日"
        rf"(?:\s?[（(](?P<weekday>[{KANJI_DAYS}])曜?日?[)）]|、?(?P<whole>[{KANJI_DAYS}])曜日?)?"
    ),
)


@dataclass(frozen=True, slots=True)
class _Date:
    span: Span
    year: int | None
    month: int
    day: int
    weekday: int | None


def check(pair: Pair, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """Dates of either side that are wrong in themselves."""
    source = {(d.year, d.month, d.day): d for d in _dates(pair.source)}
    target = {(d.year, d.month, d.day): d for d in _dates(pair.target)}
    for key, date in source.items():
        if wrong := _wrong(date):
            there = target.get(key)
            yield _in_the_source(wrong, pair, date.span, (there.span,) if there else ())
    for key, date in target.items():
        if not (key in source and _wrong(source[key])) and (wrong := _wrong(date)):
            yield _in_the_target(wrong, pair, date.span)


def _in_the_source(wrong: Message, pair: Pair, span: Span, target: tuple[Span, ...]) -> Finding:
    message = told(
        "The source says “{date}”, {wrong}.", date=span.of(pair.source.text), wrong=wrong
    )
    return Finding(RULE, Severity.MINOR, 0.9, message, (span,), target)


def _in_the_target(wrong: Message, pair: Pair, span: Span) -> Finding:
    message = told(
        "The translation says “{date}”, {wrong}.", date=span.of(pair.target.text), wrong=wrong
    )
    return Finding(RULE, Severity.MAJOR, 0.9, message, (), (span,))


def _wrong(date: _Date) -> Message | None:
    """What is wrong with a date, as the end of a sentence."""
    if not 1 <= date.month <= 12:
        return told("a month that no year has")
    month = calendar.month_name[date.month]
    # Without a year the 29th of February may be.
    days = calendar.monthrange(date.year or 2000, date.month)[1]
    if not 1 <= date.day <= days:
        if date.year is None:
            return told("but {month} has {days} days", month=month, number=date.month, days=days)
        return told(
            "but {month} {year} has {days} days",
            month=month,
            number=date.month,
            year=date.year,
            days=days,
        )
    if date.weekday is None or date.year is None or date.year < _FIRST_YEAR:
        return None
    actual = datetime.date(date.year, date.month, date.day).weekday()
    if actual == date.weekday:
        return None
    return told("but that day was a {day}", day=calendar.day_name[actual], kanji=KANJI_DAYS[actual])


def _dates(segment: Segment) -> Iterator[_Date]:
    english = segment.lang is Lang.ENGLISH
    if not (_DIGIT.search(segment.text) if english else "月" in segment.text):
        return
    for pattern in _ENGLISH if english else _JAPANESE:
        for match in pattern.finditer(segment.text):
            date = _english(match) if english else _japanese(match)
            if date:
                yield date


def _english(match: re.Match[str]) -> _Date | None:
    if match["month"].islower():  # "may 40 people", "march 40 miles"
        return None
    weekday = match["weekday"]
    return _Date(
        Span(*match.span()),
        int(match["year"]) if match["year"] else None,
        _MONTHS.index(match["month"].lower()),
        int(match["day"]),
        _DAYS.index(weekday.lower()) if weekday else None,
    )


def _japanese(match: re.Match[str]) -> _Date | None:
    year, month, day = (_number(match[name]) for name in ("year", "month", "day"))
    weekday = match["weekday"] or match["whole"]
    if month is None or day is None:
        return None
    named = KANJI_DAYS.index(weekday) if weekday else None
    return _Date(Span(*match.span()), year, month, day, named)


def _number(numeral: str | None) -> int | None:
    if not numeral:
        return None
    value = numeral_value(unicodedata.normalize("NFKC", numeral))
    return int(value) if value is not None and value.denominator == 1 else None
