"""Reads the dates and the clock times of an English text."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from alignqa.quantities import english_words as lists
from alignqa.quantities.collector import NOTHING
from alignqa.quantities.english_scanner import DASHES, Scanner, Token, is_year
from alignqa.quantities.quantity import Kind
from alignqa.quantities.units import AM, PM
from alignqa.quantities.words_in_a_row import in_a_row

ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
BEFORE_NOON = frozenset({"am", "a.m."})
AFTER_NOON = frozenset({"pm", "p.m."})
# What may stand before a month's name that is also another word.
DATE_WORDS = frozenset(
    in_a_row(
        "in of on since by last this next until till from late early mid during through to and "
        "between before after for every each around"
    )
)
_LAST_MONTH = 12
_BUSINESS_YEAR = re.compile(
    r"\byear (?:that )?(?:ending|ended|ends|to|through)(?: in| on)?(?: the end of)? $",
    re.IGNORECASE,
)
_DOTTED_CLOCK = re.compile(r"([01]?\d|2[0-4])\.([0-5]\d)")


class DateReader(Scanner):
    """Each reader takes the place of a token and returns the place behind what it read, or 0."""

    def numeric_date(self, i: int) -> int:
        """2018-03-04, 3/14/2018, 14.3.2018; "3/14" alone may be a fraction or a score."""
        first, mark, second = self.at(i), self.at(i + 1), self.at(i + 2)
        if (
            mark.text not in {"-", "/", "."}
            or second.kind != "number"
            or not (self.touches(i) and self.touches(i + 1))
            or not (first.text.isdigit() and second.text.isdigit())
        ):
            return 0
        if self.at(i - 1).kind == "word" and self.touches(i - 1):
            return 0
        third = self.at(i + 4)
        whole = (
            self.at(i + 3).text == mark.text
            and third.kind == "number"
            and third.text.isdigit()
            and self.touches(i + 2)
            and self.touches(i + 3)
        )
        if whole and len(first.text) == 4:
            order = (first, second, third)
        elif whole and len(third.text) in {2, 4}:
            day_first = int(first.text) > 12
            order = (third, second, first) if day_first else (third, first, second)
        elif mark.text == "/" and int(first.text) <= 31 and int(second.text) <= 100:
            self._slashed(first, second)
            return i + 3
        else:
            return 0
        year, month, day = order
        if not (1 <= int(month.text) <= 12 and 1 <= int(day.text) <= 31):
            return 0
        swaps = whole and order[0] is third and int(day.text) <= 12
        for kind, part in ((Kind.YEAR, year), (Kind.MONTH, month), (Kind.DAY, day)):
            value = int(part.text)
            also = NOTHING
            if kind is Kind.YEAR and value < 100:
                also = frozenset({Fraction(value + 2000), Fraction(value + 1900)})
            elif kind is not Kind.YEAR and swaps:
                also = frozenset({Fraction(int(month.text)), Fraction(int(day.text))})
            self.add(kind, value, (part.start, part.end), also=also, group=first.start)
        self.found[-3:] = sorted(self.found[-3:], key=lambda q: q.span)
        return i + 5

    def _slashed(self, first: Token, second: Token) -> None:
        a, b = int(first.text), int(second.text)
        if 0 < a < b:
            core = (first.start, second.end)
            readings = frozenset({Fraction(a), Fraction(b)})
            self.add(Kind.FRACTION, Fraction(a, b), core, also=readings, weak=True)
        for part in (first, second):
            self.add(Kind.NUMBER, int(part.text), (part.start, part.end), weak=True)

    def clock(self, i: int) -> int:
        """3:30, 3 p.m., 15:30, 3 o'clock."""
        hour = self.tokens[i]
        if dotted := _DOTTED_CLOCK.fullmatch(hour.text):
            half = self.at(i + 1).low
            if half not in BEFORE_NOON | AFTER_NOON:
                return 0
            # "5.30pm" is read as the three tokens of "5:30pm" would be.
            middle = hour.start + dotted.end(1)
            span = (hour.start, self.tokens[i + 1].end)
            self._add_hour(int(dotted[1]), (hour.start, middle), span, half)
            self._add_minute(int(dotted[2]), (middle + 1, hour.end), hour.start, i + 2)
            return i + 2
        if not (hour.text.isdigit() and int(hour.text) <= 24):
            return 0
        minute: Token | None = None
        after = i + 1
        if self.at(i + 1).text == ":" and self.touches(i) and self.touches(i + 1):
            minute = self.at(i + 2)
            if minute.kind != "number" or len(minute.text) != 2 or not minute.text.isdigit():
                return 0
            if int(minute.text) > 59:
                return 0
            after = i + 3
        half = self.at(after).low
        is_clock = half in BEFORE_NOON | AFTER_NOON
        is_oclock = half == "o" and self.at(after + 2).low == "clock"
        if minute is None and not is_clock and not is_oclock:
            return 0
        after += 1 if is_clock else 3 if is_oclock else 0
        core = (hour.start, hour.end)
        last = self.tokens[after - 1].end
        # "5:30pm" is an hour in the afternoon.
        span = (hour.start, last if minute is None or is_clock else hour.end)
        self._add_hour(int(hour.text), core, span, half if is_clock else "")
        if minute is not None:
            self._add_minute(int(minute.text), (minute.start, minute.end), hour.start, after)
        return after

    def part_of_an_hour(self, i: int, minutes: int) -> int:
        """ "quarter to nine", "half past 8"; not "a quarter to two thirds"."""
        side, hour, behind = self.at(i + 1).low, self.at(i + 2), self.at(i + 3).low
        value = int(hour.text) if hour.text.isdigit() else lists.ONES.get(hour.low, 0)
        is_share = behind in lists.DENOMINATORS or behind == "%"
        if side not in {"to", "past"} or not 1 <= value <= 12 or is_share:
            return 0
        if side == "to":
            value, minutes = value - 1 or 12, 60 - minutes
        self._add_hour(value, (hour.start, hour.end), (self.tokens[i].start, hour.end), "")
        core = (self.tokens[i].start, self.tokens[i].end)
        self.add(Kind.MINUTE, minutes, core, group=hour.start)
        return i + 3

    def _add_hour(self, hour: int, core: tuple[int, int], span: tuple[int, int], half: str) -> None:
        """The hour of a clock time; `half` is "am", "pm" or nothing."""
        also, offset = {hour + 12 if hour <= 12 else hour - 12}, 0
        if half in AFTER_NOON:
            also, offset = ({hour}, 12) if hour < 12 else ({0}, 0)
        elif half:
            also, offset = ({12, 24}, -12) if hour == 12 else (set(), 0)
        readings = frozenset(map(Fraction, also))
        unit = PM if half in AFTER_NOON or 12 < hour < 24 else AM if half else None
        self.add(Kind.HOUR, hour + offset, core, span, readings, unit, offset=offset, group=core[0])

    def _add_minute(self, minute: int, core: tuple[int, int], group: int, after: int) -> None:
        span = (core[0], self.tokens[after - 1].end)
        self.add(Kind.MINUTE, minute, core, span, weak=minute == 0, group=group)

    def is_month(self, i: int) -> bool:
        token = self.at(i)
        if token.kind != "word" or not token.text[0].isupper():
            return False
        if token.low in lists.MONTHS:
            return True
        if token.low not in lists.MONTH_ABBREVIATIONS:
            return False
        k = i + 2 if self.at(i + 1).text == "." else i + 1
        after, before = self.at(k), self.at(i - 1)
        return (after.kind == "number" and len(after.text) in {1, 2, 4}) or (
            before.kind == "number" or before.low in ORDINAL_ENDINGS
        )

    def month(self, i: int, day: tuple[tuple[int, int], Fraction] | None = None) -> int:
        """A month's name with the day before or after it and the year, if they stand there."""
        name = self.tokens[i]
        value = lists.MONTHS.get(name.low) or lists.MONTH_ABBREVIATIONS[name.low]
        group = day[0][0] if day else name.start
        month_at = len(self.found)
        if day:
            self.add(Kind.DAY, day[1], day[0], group=group)
        month_at = len(self.found)
        self.add(Kind.MONTH, value, (name.start, name.end), group=group)
        k = i + 1
        if self.at(k).text == "." and self.touches(i):
            k += 1
        has_more = day is not None
        while not day or len(self.found) == month_at + 1:
            number = self.at(k)
            if (
                number.kind != "number"
                or not number.text.isdigit()
                or not 1
                <= int(number.text)
                <= (999 if self.at(k + 1).kind in {"mark", "end"} else 31)
            ):
                break
            after = k + 1
            if self.at(after).low in ORDINAL_ENDINGS and self.touches(k):
                after += 1
            if day or self.at(after).text in {":", "%"}:
                break
            core = (number.start, self.tokens[after - 1].end)
            self.add(Kind.DAY, int(number.text), core, group=group)
            has_more = True
            k = after
            if self.at(k).text in DASHES and self.at(k + 1).kind == "number":
                k += 1
                continue
            break
        year_at = k + 1 if self.at(k).text == "," or self.at(k).low == "of" else k
        year = self.at(year_at)
        is_next_date = self.at(year_at + 1).text in {"-", "/"} and self.at(year_at + 3).text in {
            "-",
            "/",
        }
        if year.kind == "number" and is_year(year.text) and not is_next_date:
            also = NOTHING
            if value < _LAST_MONTH and _BUSINESS_YEAR.search(self.text, 0, group):
                # The business year that ends in March 2026 is that of 2025.
                also = frozenset({Fraction(int(year.text) - 1)})
            self.add(Kind.YEAR, int(year.text), (year.start, year.end), also=also, group=group)
            has_more = True
            k = year_at + 1
        if not has_more and name.low in {"may", "march"}:
            if self.at(i - 1).low not in DATE_WORDS:
                del self.found[month_at]
            else:
                self.found[month_at] = replace(self.found[month_at], is_weak=True)
        return k
