"""Reads the dates and the clock times of a Japanese text."""

from __future__ import annotations

import re
from fractions import Fraction

from alignqa.quantities.collector import NOTHING
from alignqa.quantities.japanese_scanner import KANJI, Scanner
from alignqa.quantities.japanese_words import ERAS, LENGTH_OF_DAYS, LENGTH_OF_YEARS
from alignqa.quantities.kanji import numeral_value
from alignqa.quantities.quantity import Kind
from alignqa.quantities.units import AM, PM
from alignqa.quantities.weekdays import KANJI_DAYS

_HAN = re.compile(r"[一-龯]")
_YEAR_BEHIND = re.compile(r"\([^()\n]{1,12}\)年")
_SLASH_DATE = re.compile(r"(?:(\d{4})([/.-]))?(\d{1,2})(?:/|(?<=\d)[.-])(\d{1,2})(?![\d/])")
# 5/12(日) is a date; 1/2まで may be a half.
_OF_A_DATE = re.compile(rf" ?\([{KANJI_DAYS}](?:[)・,、/]|曜)")
_CLOCK = re.compile(r"([01]?\d|2[0-9]):([0-5]\d)(?::([0-5]\d(?:\.\d+)?))?(?!\d|:\d)")
# 957年（天暦11）: an era that is not known here.
_YEAR_OF_AN_ERA = re.compile(rf"年\((?!{'|'.join(ERAS)})[一-龯]{{2,4}}$")
_BUSINESS_YEAR = re.compile(r"年(?:[1-9]|1[01])月(?:期|通期)")
# 懲役1年6月 is a length, 18 months.
_SENTENCE = re.compile(r"(?:懲役|禁[錮固]|拘禁刑|猶予)(?:刑)?(?:\d{1,2}年)?$")
_CENTURIES = range(1000, 2100, 100)
_HALF_DAY = re.compile(r"(午前|午後|[AaPp][Mm]|朝|夜|夕方|深夜|未明|昼|早朝)[の ]?$")
_HALVES = {"午前": AM, "am": AM, "午後": PM, "pm": PM}


class DateReader(Scanner):
    """Each reader takes the place of a numeral and returns the place behind what it read, or 0."""

    def digit_date(self, start: int) -> int:
        """2018/3/14; 3/14 alone may be a fraction or a score."""
        match = _SLASH_DATE.match(self.text, start)
        if not match or (start and self.text[start - 1] in "/."):
            return 0
        year, _, month, day = match.groups()
        if "." in match.group() and not year:
            return 0
        if year and is_day(month, day):
            for kind, part in ((Kind.YEAR, 1), (Kind.MONTH, 3), (Kind.DAY, 4)):
                self.add(kind, int(match[part]), match.span(part), group=start)
            return match.end()
        if year or match.group()[len(month)] != "/":
            return 0
        a, b = int(month), int(day)
        if is_day(month, day) and _OF_A_DATE.match(self.text, match.end()):
            self.add(Kind.MONTH, a, match.span(3), group=start)
            self.add(Kind.DAY, b, match.span(4), group=start)
            return match.end()
        if 0 < a < b:
            readings = frozenset({Fraction(a), Fraction(b)})
            self.add(Kind.FRACTION, Fraction(a, b), match.span(), also=readings, weak=True)
        self.add(Kind.NUMBER, a, match.span(3), weak=True)
        self.add(Kind.NUMBER, b, match.span(4), weak=True)
        return match.end()

    def clock(self, start: int) -> int:
        match = _CLOCK.match(self.text, start)
        if not match:
            return 0
        self._add_hour(int(match[1]), match.span(1), match.span(1))
        self.add(Kind.MINUTE, int(match[2]), match.span(2), weak=int(match[2]) == 0, group=start)
        if match[3]:
            self.add(Kind.NUMBER, Fraction(match[3]), match.span(3))
        return match.end()

    def _add_hour(self, hour: int, core: tuple[int, int], span: tuple[int, int]) -> None:
        half = _HALF_DAY.search(self.text, max(0, core[0] - 4), core[0])
        also, offset = {hour + 12 if hour <= 12 else hour - 12}, 0
        unit = _HALVES.get(half[1].lower()) if half else None
        if unit is None and 12 < hour < 24:
            unit = PM
        elif half and unit:
            span = (half.start(), span[1])
            also = {hour}
            if unit is PM and hour <= 12:
                offset = 12
                also |= {12} if hour in {0, 12} else set()
            elif hour in {0, 12}:
                also |= {0, 12, 24}
        elif hour in {0, 24}:
            also |= {0, 24, 12}
        value = hour + offset
        if value == 24 and offset:
            value, offset = 12, 0
        self.add(
            Kind.HOUR,
            value,
            core,
            span,
            frozenset(map(Fraction, also)),
            unit,
            offset=offset,
            group=core[0],
        )

    def hour(self, core: tuple[int, int], value: Fraction) -> int:
        """午後3時15分, 15時半; 3時間 is a length."""
        end = core[1]
        if not self.text.startswith("時", end) or value > 300 or value != int(value):
            return 0
        if self.text.startswith(("時間", "時代"), end):
            return 0
        self._add_hour(int(value), core, (core[0], end + 1))
        end += 1
        if self.text.startswith("半", end):
            self.add(Kind.MINUTE, 30, (end, end + 1), group=core[0])
            return end + 1
        minute = re.compile(rf"(\d{{1,2}}|[{KANJI}]+)分").match(self.text, end)
        if minute and (minutes := numeral_value(minute[1])) is not None:
            self.add(Kind.MINUTE, minutes, minute.span(1), minute.span(), group=core[0])
            return minute.end()
        return end

    def date(self, core: tuple[int, int], value: Fraction) -> int:
        """A year, a month or a day, where 年, 月 or 日 follows and no length of time is meant."""
        if value != int(value):
            return 0
        start, end = core
        number = int(value)
        if self.text.startswith(" ", end):
            end += 1
        mark = self.text[end : end + 1]
        joins = self.found[-1] if self.found and self.found[-1].kind.is_date else None
        group = joins.group if joins and joins.span.end == start else start
        if _YEAR_OF_AN_ERA.search(self.text, max(0, start - 5), start):
            self.add(Kind.YEAR, number, core, unit="year", weak=True, group=start)
            return core[1]
        if mark in {"年", "月"} and _SENTENCE.search(self.text, max(0, start - 9), start):
            unit = "year" if mark == "年" else "month"
            self.add(Kind.NUMBER, number, core, unit=unit)
            return end + 1
        if mark == "年":
            return self._year(core, number, end)
        if self.text.startswith(")年", end) and 1000 <= number <= 2100:
            # 明治23（1890）年
            self.add(Kind.YEAR, number, core, (start, end + 2), group=start)
            return end + 2
        if self.text[max(0, start - 2) : start] in ERAS or _YEAR_BEHIND.match(self.text, end):
            return self._year(core, number, end - 1)
        if mark == "月" and 1 <= number < 1000 and not self.text.startswith("月間", end):
            self.add(Kind.MONTH, number, core, (start, end + 1), group=group)
            return end + 1
        if mark == "日" and number >= 1:
            if self.text.startswith(("日目", "日間"), end):
                return 0
            in_month = joins is not None and joins.span.end == start
            if number > 31 and not in_month:
                self.add(Kind.NUMBER, number, core, unit="day")
                return end + 1
            if not in_month and self.text.startswith(tuple(LENGTH_OF_DAYS), end + 1):
                self.add(Kind.NUMBER, number, core, unit="day", weak=number == 1)
                return end + 1
            self.add(
                Kind.DAY,
                number,
                core,
                (start, end + 1),
                unit=None if in_month else "day",
                weak=number == 1 and not in_month and not self.text[start].isdecimal(),
                group=group,
            )
            return end + 1
        return 0

    def _year(self, core: tuple[int, int], number: int, end: int) -> int:
        """A year, or a length in years; `end` is the place of 年, or the last of the numeral."""
        start = core[0]
        era = self.text[max(0, start - 2) : start]
        if era in ERAS:
            offset = ERAS[era]
            self.add(
                Kind.YEAR,
                number + offset,
                core,
                (start - 2, end + 1),
                also=frozenset({Fraction(number)}),
                offset=offset,
                group=start - 2,
            )
            return end + 1
        if self.text.startswith(("年代", "年間", "年目", "年来", "年ぶり"), end):
            return 0
        ordinal_or_grade = self.text.startswith(("年生", "年次"), end)
        is_plain = self.text[start : core[1]].isdecimal() or core[1] - start == 4
        # The business year that ends in March 2026 is that of 2025.
        of_business = number - 1 if _BUSINESS_YEAR.match(self.text, end) else number
        if 1000 <= number <= 99_999 and is_plain and not ordinal_or_grade:
            own = frozenset({Fraction(of_business)}) - {Fraction(number)}
            self.add(Kind.YEAR, number, core, (start, end + 1), own, group=start)
            return end + 1
        also: set[Fraction] = set()
        value = Fraction(number)
        scale_end = end + 1
        if self.text.startswith("半", end + 1):
            also = {value}
            value += Fraction(1, 2)
            scale_end += 1
            self.add(Kind.NUMBER, value, core, also=frozenset(also), unit="year", scale=Fraction(1))
            return scale_end
        if ordinal_or_grade:
            self.add(Kind.NUMBER, number, core, unit="year", weak=number == 1)
            return end + 1
        is_length = self.text.startswith(tuple(LENGTH_OF_YEARS), end + 1)
        if not is_length and number < 100:
            # 18年 may be 2018, 平成18年, a year whose century was said before, or 18 years.
            also = {Fraction(number + base) for base in (*_CENTURIES, *ERAS.values())}
            also |= {Fraction(of_business + base) for base in _CENTURIES}
            self.add(
                Kind.YEAR,
                value,
                core,
                (start, end + 1),
                also=frozenset(also),
                unit="year",
                # 慶長5年: a year of an era that is not known here.
                weak=number == 1 or bool(_HAN.match(self.text, max(0, start - 1), start)),
                group=start,
            )
            return end + 1
        self.add(Kind.NUMBER, value, core, unit="year", weak=number == 1)
        return end + 1

    def decade(self, core: tuple[int, int], value: Fraction, word: str) -> int:
        start, end = core
        after = self.text.index(word[-1], end) + 1
        if value == 0 or (word == "代" and value % 10):
            self.add(Kind.NUMBER, value, core, weak=value == 1)
            return after
        also, offset = NOTHING, 0
        if word == "年代":
            era = ERAS.get(self.text[max(0, start - 2) : start])
            if era:
                also = frozenset({value})
                offset = era
                start -= 2
            elif value < 100:
                also, offset = frozenset({value, value + 2000}), 1900
            elif value % 100 == 0:
                also = frozenset({Fraction(value // 100 + 1)})
        self.add(Kind.DECADE, value + offset, core, (start, after), also, offset=offset)
        return after


def is_day(month: str, day: str) -> bool:
    """Whether digits may be a month and a day of it."""
    return 1 <= int(month) <= 12 and 1 <= int(day) <= 31
