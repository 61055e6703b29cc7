"""The same number with another unit: 158 cm, and 158km."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from alignqa.quantities import english_words as english
from alignqa.quantities import japanese_words as japanese
from alignqa.quantities.matching import Comparison
from alignqa.quantities.quantity import Kind, Quantity
from alignqa.quantities.units import POUND, are_apart, is_measure
from alignqa.text import Lang, Span

_MEASURED = frozenset({Kind.NUMBER, Kind.MONEY})
_ENGLISH_WORDS = english.UNITS | english.CURRENCY_WORDS
_ENGLISH_UNIT = re.compile(r"[  -]?([A-Za-zµμ]+)")
_JAPANESE_SUFFIXES = sorted(japanese.SUFFIXES, key=len, reverse=True)
# These begin a date more often, and are read with it.
_CALENDAR = {"year": "年", "day": "日"}
_ASCII = re.compile(r"[ -~]+")
_POINTS = re.compile(r"[  -]?(?:points?|pts?)\b|ポイント|pt", re.IGNORECASE)
# The units of time, as Japanese says them however it counts.
_TIMES = {
    "second": "秒",
    "minute": "分",
    "hour": "時間",
    "day": "日",
    "week": "週",
    "month": "月",
    "year": "年",
}
# English may leave out that a number is one of years or seconds, not that it is one of these.
_SPELLED_OUT = frozenset({"month", "week"})


@dataclass(frozen=True, slots=True)
class UnitChange:
    """Two quantities of one value in two units; their spans take in the units.

    `expected` are the words of the target with the right unit, where that is known.
    """

    source: Quantity
    target: Quantity
    expected: str | None


def unit_changes(
    comparison: Comparison, source: str, target: str, source_lang: Lang
) -> Iterator[UnitChange]:
    """The quantities that are alike in their value alone, although both say in what they measure.

    Two that convert into one another have other values; a word such as "a" that says little, and a
    unit that only counts, prove nothing.
    """
    said = {ours.value for ours, _ in comparison.matched}
    left = [
        (ours, theirs)
        for ours in comparison.source_only
        for theirs in comparison.target_only
        if ours.value not in said and _is_sum(ours) != _is_sum(theirs)
    ]
    texts = {source_lang: source, source_lang.other: target}
    for ours, theirs in (*comparison.matched, *left):
        if ours.value == theirs.value and (
            _has_other_measure(ours, theirs, comparison, texts)
            or _is_of_other_sort({source_lang: ours, source_lang.other: theirs}, texts)
        ):
            span = _with_unit(target, theirs, source_lang.other)
            like = span.of(target)[theirs.core.end - span.start :]
            is_several = ours.value != 1 and not like.startswith("-")
            word = _name(ours.unit or "", like, is_several=is_several)
            yield UnitChange(
                replace(ours, span=_with_unit(source, ours, source_lang)),
                replace(theirs, span=span),
                target[span.start : theirs.core.end] + word
                if word and span.start == theirs.core.start
                else None,
            )


def _has_other_measure(
    ours: Quantity, theirs: Quantity, comparison: Comparison, texts: dict[Lang, str]
) -> bool:
    kinds = {ours.kind, theirs.kind}
    if ours.unit == theirs.unit or not are_apart(ours.unit, theirs.unit):
        return False
    if not (_is_measured(ours) and _is_measured(theirs)):
        return False
    if Kind.MONEY in kinds and kinds & {Kind.YEAR, Kind.DAY}:
        return False
    if ours.value == 1:
        return _is_alone(ours, theirs, comparison, texts)
    return not (ours.is_weak or theirs.is_weak)


def _is_alone(
    ours: Quantity, theirs: Quantity, comparison: Comparison, texts: dict[Lang, str]
) -> bool:
    """ "one month" and 1年, where nothing else counts to one, and either is surely a number or what
    it measures is said nowhere over there: "a week" and 一時間."""
    ones = sum(other.value == ours.value for other, _ in comparison.matched)
    if ones > 1:
        return False
    if not (ours.is_weak and theirs.is_weak):
        return True
    here, there = texts
    return (
        {ours.unit, theirs.unit} <= _TIMES.keys()
        and not _says(theirs.unit or "", here, texts[here])
        and not _says(ours.unit or "", there, texts[there])
    )


def _is_of_other_sort(two: dict[Lang, Quantity], texts: dict[Lang, str]) -> bool:
    """18% and "18 points", 14% and 14倍; an age, "at 17", and 17か月."""
    english, japanese = two[Lang.ENGLISH], two[Lang.JAPANESE]
    if (english.kind is Kind.PERCENT) is not (japanese.kind is Kind.PERCENT):
        percents, others = sorted(two, key=lambda lang: two[lang].kind is not Kind.PERCENT)
        is_said = not two[others].is_weak and not _is_in_points(two[percents], texts[percents])
        return is_said and (
            _is_no_percentage(two[others]) or _is_in_points(two[others], texts[others])
        )
    is_bare = english.kind is japanese.kind is Kind.NUMBER and english.unit is None
    return (
        is_bare
        and not (english.is_weak or japanese.is_weak)
        and japanese.unit in _SPELLED_OUT
        and not _says(japanese.unit, Lang.ENGLISH, texts[Lang.ENGLISH])
    )


def _is_no_percentage(quantity: Quantity) -> bool:
    is_count = quantity.unit in {"times", "person"} or is_measure(quantity.unit)
    return quantity.kind is Kind.MULTIPLE or (quantity.kind in _MEASURED and is_count)


def _is_in_points(quantity: Quantity, text: str) -> bool:
    """0.25ポイント, "25 basis points"."""
    behind = max(quantity.span.end, quantity.core.end)
    is_said = _POINTS.search(text, quantity.core.end, behind) is not None
    return is_said or _POINTS.match(text, behind) is not None


def _says(unit: str, lang: Lang, text: str) -> bool:
    """Whether a text speaks of a unit of time at all."""
    if lang is Lang.JAPANESE:
        return _TIMES[unit] in text
    words = re.findall(r"[a-z]+", text.lower())
    return any(english.UNITS.get(word) == unit for word in words)


def _is_measured(quantity: Quantity) -> bool:
    """An amount; 20年 and 8日 may be one, or a year and a day of the calendar."""
    return quantity.kind in _MEASURED or (quantity.kind.is_date and quantity.unit is not None)


def _is_sum(quantity: Quantity) -> bool:
    return quantity.kind is Kind.MONEY


def _with_unit(text: str, quantity: Quantity, lang: Lang) -> Span:
    """The words of a quantity, and the unit behind them."""
    span, unit = quantity.span, quantity.unit
    if span.end > quantity.core.end:
        return span
    if points := _POINTS.match(text, span.end):
        return Span(span.start, points.end())
    if unit is None:
        return span
    if lang is Lang.ENGLISH:
        found = _ENGLISH_UNIT.match(text, span.end)
        is_unit = found is not None and _ENGLISH_WORDS.get(found[1].lower()) == unit
        return Span(span.start, found.end()) if found and is_unit else span
    if unit in _CALENDAR and text.startswith(_CALENDAR[unit], span.end):
        return Span(span.start, span.end + 1)
    for suffix in _JAPANESE_SUFFIXES:
        if japanese.SUFFIXES[suffix].unit == unit and text.startswith(suffix, span.end):
            return Span(span.start, span.end + len(suffix))
    return span


def _name(unit: str, like: str, *, is_several: bool) -> str:
    """The unit as it is written where another is: with signs for signs, and words for words; ""
    where that is not known."""
    # Both languages name the currency by the word that they have for the weight, too.
    unit = POUND if unit == "GBP" else unit
    space = like[: len(like) - len(like.lstrip(" -"))]
    sign = like.strip(" -")
    if not sign:
        return ""
    if not _ASCII.fullmatch(sign):
        names = [name for name, suffix in japanese.SUFFIXES.items() if suffix.unit == unit]
        return next((name for name in names if not _ASCII.fullmatch(name)), "")
    if sign.lower() not in _ENGLISH_WORDS:
        return ""
    names = [name for name, known in _ENGLISH_WORDS.items() if known == unit]
    if not names:
        return ""
    size = min(len(sign), 3)
    best = min(
        names,
        key=lambda name: (min(len(name), 3) != size, name.endswith("s") != is_several),
    )
    return space + best if min(len(best), 3) == size else ""
