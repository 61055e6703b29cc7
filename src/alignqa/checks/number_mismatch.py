"""A number, a date, an amount of money or a time that another value replaces in translation.

It reads the quantities of both texts by value, so that *1.2 million* and 120万, *two-thirds* and
3分の2, *2019* and 令和元年, *30%* and 3割 are the same. A value that only the source has, next to
a value of the same kind that only the target has, is reported with both words marked, and what
was expected is suggested. So are the words around numbers and in their place: the unit, the half of
the day, *more than* against 以下, and what says when (*yesterday*, 翌年, *spring*, 数週間),
*BC* against 紀元 or nothing, degrees below zero against those above it, a change *from 8% to 10%*
against 10%から8%に; and versions of three parts or more (*2.7.1*). *Six in ten* is 60%, *18 months*
are 1年6か月, and the business year that ends in March 2026 is fiscal 2025.

## Why

A wrong figure reads as well as the right one, and no reader of the translation can see it.
Japanese counts by ten thousands and English by thousands, so that a slip is often by a power of
ten.

## Example

- *The city has a population of 1.2 million.* as この市の人口は12万人である。: 12万 should be 120万.
- 会議は2018年3月に開かれた。 as *The conference was held in April 2018.*: *April* should be
  *March*.

A finding is critical where the value is off by a power of ten, is a date or a sum of money, or
counts a thousand or more; major otherwise; minor where the two words may count different things,
and where a number is only left out or only added, and where a month or a day belongs to a year
before 1873, when Japan counted by the moon.

## Limits

Small numbers that are left out or added are not reported: translators do so with good reason (*the
two leaders* → 両首脳). Words that are often no numbers, such as *one*, *once*, *second* or 一, speak
only where the other text counts the same thing, or where nothing else is left over. Amounts in
different units (*miles* against キロメートル, dollars against yen) are compared only so far as that equal
ones are seen to be equal, and one number in two units of a kind (*50 miles*, 50キロメートル) is seen to
be wrong, as is a per cent that became points or a multiple (*14%*, 14倍). A unit without a number is
looked at where it is all of a text, stands in brackets, or is what something is given in (*in
seconds*, ミリ秒単位). A bare number may be one of years or seconds, not of weeks or months. How often
something is done (*twice*, 3回) is missed where nothing over there counts as many. Digits inside
names (*COVID-19*) are compared where the letters around them are the same. Roman numerals are not
read as dates; a day of the week is where it is said in short (*Mon*, （月）). A word that says when is
compared where both texts say one of its kind that the other does not; *more than* and 以下 where
neither text denies anything nearby; clock times where the texts do not name two time zones, and a
year before Christ only where one text has none such. A rounded value is the same as its source, an
exact one in place of a round one is not.

Source: the error types *number* and *date-time* of MQM.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from alignqa.bitext import Pair, Part
from alignqa.checks.context import Context
from alignqa.checks.in_stretches import in_stretches
from alignqa.checks.missed_numbers import missed_numbers
from alignqa.checks.replaced_amounts import replaced_amounts
from alignqa.checks.replaced_units import replaced_units
from alignqa.checks.replaced_versions import replaced_versions
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import told
from alignqa.quantities import (
    Change,
    Kind,
    Quantity,
    changes,
    compared,
    in_other_zone,
    normalised,
    plain,
    quantities,
    rewritten,
    with_shares,
)
from alignqa.quantities.english_words import MONTH_NAMES
from alignqa.text import Lang, Segment, Span

RULE = Rule("AQ201", "number-mismatch", MqmCategory.NUMBER, Severity.CRITICAL)

_LARGE = 1000
# What a clock elsewhere may show: an hour, and with it the day.
_OF_A_ZONE = frozenset({Kind.HOUR, Kind.MINUTE, Kind.DAY})
_OF_A_DATE = frozenset({Kind.YEAR, Kind.MONTH, Kind.DAY})


@in_stretches
def check(pair: Pair, _context: Context) -> Iterator[Finding]:
    """Finds the quantities of the source that another value replaces in the target."""
    if not pair.is_whole:
        return
    source, target = pair.source, pair.target
    comparison = compared(source.text, target.text, source.lang)
    found = changes(comparison, len(source.text), len(target.text))
    if any(change.source.kind.is_clock for change in found) and in_other_zone(
        source.text, target.text
    ):
        found = tuple(change for change in found if change.source.kind not in _OF_A_ZONE)
    by_moon = bool(found) and _counts_by_the_moon(pair)
    # The parts of one date that changed make one finding.
    for _, parts in groupby(found, _date_of):
        yield _changed(list(parts), target, by_moon=by_moon)
    yield from replaced_amounts(RULE, comparison, source, target)
    yield from replaced_versions(RULE, source.text, target.text)
    yield from replaced_units(RULE, source.text, target.text, source.lang)
    explained = {q for change in found for q in (change.source, change.target)}
    # A title says less than its original.
    if pair.part is Part.BODY:
        yield from missed_numbers(RULE, comparison, explained)


def _date_of(change: Change) -> object:
    if change.source.group is None or change.target.group is None:
        return change
    return change.source.group, change.target.group


def _counts_by_the_moon(pair: Pair) -> bool:
    """The Japanese text may give its months and days by the calendar that was left in 1873."""
    years = {
        quantity.value
        for side in (pair.source, pair.target)
        for quantity in quantities(side.text, side.lang)
        if quantity.kind is Kind.YEAR and not quantity.is_weak
    }
    return "旧暦" in pair.side(Lang.JAPANESE).text or (
        bool(years) and all(600 <= year < 1873 for year in years)
    )


def _changed(parts: list[Change], target: Segment, *, by_moon: bool) -> Finding:
    severity, confidence = max(
        (_judgement(change) for change in parts), key=lambda judged: (judged[0].rank, judged[1])
    )
    if by_moon and all(change.source.kind in {Kind.MONTH, Kind.DAY} for change in parts):
        severity, confidence = Severity.MINOR, 0.3
    expected = _said([change.source for change in parts])
    written = _said([change.target for change in parts])
    return Finding(
        rule=RULE,
        severity=severity,
        confidence=confidence,
        message=told(
            "The source says {expected}, the translation {written}.",
            expected=expected,
            written=written,
        ),
        source_spans=(_cover([change.source.span for change in parts]),),
        target_spans=(_cover([change.target.span for change in parts]),),
        evidence={
            "kind": parts[0].source.kind.value,
            "source": [normalised(change.source.value) for change in parts],
            "target": [normalised(change.target.value) for change in parts],
            **_unit_and_power(parts[0]),
        },
        suggestion=_suggestion(parts, target),
    )


def _unit_and_power(change: Change) -> dict[str, object]:
    """Only what there is to say."""
    unit = change.source.unit or change.target.unit
    said = {"unit": unit, "power_of_ten": change.power_of_ten}
    return {name: value for name, value in said.items() if value}


def _judgement(change: Change) -> tuple[Severity, float]:
    """How bad it is, and how sure."""
    if change.closeness == 1:
        return Severity.MINOR, 0.4
    confidence = 0.9 if change.closeness == 3 else 0.75
    kinds = {change.source.kind, change.target.kind}
    if change.power_of_ten and kinds != {Kind.FUZZY} and not change.source.kind.is_date:
        return Severity.CRITICAL, max(confidence, 0.9)
    if kinds <= _OF_A_DATE or kinds == {Kind.MONEY}:
        return Severity.CRITICAL if change.closeness == 3 else Severity.MAJOR, confidence
    if kinds <= {Kind.NUMBER} and min(change.source.value, change.target.value) >= _LARGE:
        return Severity.CRITICAL, confidence
    return Severity.MAJOR, confidence


def _cover(spans: list[Span]) -> Span:
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _suggestion(parts: list[Change], target: Segment) -> str | None:
    """The marked words of the target with the values of the source in them."""
    marked = _cover([change.target.span for change in parts])
    words, place = "", marked.start
    for change in sorted(parts, key=lambda change: change.target.span):
        written = rewritten(target.text, change.target, change.source, target.lang)
        if written is None:
            return None
        words += target.text[place : change.target.span.start] + written
        place = change.target.span.end
    return words if _says(words, marked, parts, target) else None


def _says(words: str, marked: Span, parts: list[Change], target: Segment) -> bool:
    """The target with these words in it, read again, has the values that it should have."""
    mended = target.text[: marked.start] + words + target.text[marked.end :]
    place = Span(marked.start, marked.start + len(words))
    said = [change.source for change in parts]
    read = {
        value
        for quantity in with_shares(quantities(mended, target.lang), mended, target.lang, said)
        if quantity.span.overlaps(place)
        for value in quantity.readings
    }
    return all(not read.isdisjoint(change.source.readings) for change in parts)


def _said(numbers: Sequence[Quantity]) -> str:
    """Numbers for a message: the parts of a date as one date, others one by one."""
    parts = {quantity.kind: int(quantity.value) for quantity in numbers}
    month = parts.get(Kind.MONTH, 0)
    if len(parts) == len(numbers) > 1 and parts.keys() <= _OF_A_DATE and 1 <= month <= 12:
        return _date(parts.get(Kind.YEAR), month, parts.get(Kind.DAY))
    first, *rest = (plain(quantity) for quantity in numbers)
    for number in rest:
        first = told("{first}, {other}", first=first, other=number)
    return first


def _date(year: int | None, month: int, day: int | None) -> str:
    name = MONTH_NAMES[month - 1]
    if year is None:
        return told("{month_name} {day}", month_name=name, month=month, day=day)
    if day is None:
        return told("{month_name} {year}", month_name=name, month=month, year=year)
    return told("{month_name} {day}, {year}", month_name=name, month=month, day=day, year=year)
