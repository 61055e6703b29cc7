"""Reads the quantities of a Japanese text.

One expression finds the numerals; what stands right before and behind each says what it counts.
Kanji numerals are believed only where the tokenizer says so or a counter follows, so that 一般,
三菱 and 千葉 stay words.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from alignqa.quantities.english_words import PLAIN_PREFIXES
from alignqa.quantities.japanese_words import (
    CURRENCY_PREFIXES,
    ERAS,
    LENGTH_OF_DAYS,
    LENGTH_OF_YEARS,
    SUFFIXES,
    Suffix,
)
from alignqa.quantities.kanji import LARGE, SMALL, numeral_value
from alignqa.quantities.quantity import Kind, Quantity
from alignqa.quantities.words_in_a_row import in_a_row
from alignqa.text import Span
from alignqa.words import japanese_tokens

# Full-width forms fold to ASCII one for one, so that places stay the same.
_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord("〜"): ord("~"),
    ord("￥"): ord("¥"),
    ord("￡"): ord("£"),
    ord("−"): ord("-"),
    ord("–"): ord("-"),
    ord("—"): ord("-"),
    ord("‐"): ord("-"),
    ord("∶"): ord(":"),
}
_KANJI = "〇零一二三四五六七八九十百千万億兆"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
_ITEM = re.compile(
    rf"""
    (?P<skip> https?://[!-~]+ | www\.[!-~]+ | [A-Za-z0-9_]{{1,40}}@[A-Za-z0-9.-]+ )
  | (?P<fuzzy> [数何幾] (?P<size> 10{{0,3}}[万億兆]? | [十百千]?[万億兆] | [十百千] )
        (?![\d一二三四五六七八九]) )
  | (?P<version> (?<![\d.]) \d+\.\d+\.\d+(?:\.\d+)* )
  | (?P<phone> (?<![\d-]) \d{{1,5}}[-・]\d{{1,5}}[-・]\d{{1,6}}(?:-\d+)* (?!\d) )
  | (?P<label> (?<![A-Za-z]) [A-Za-z]{{1,40}} -? \d+(?:\.\d+)* [A-Za-z]* )
  | (?P<trailed> (?<!\d) \d+ (?:[A-Za-z]{{1,5}})(?![A-Za-z]) )
  | (?P<numeral> (?: {_DIGITS} | [{_KANJI}]+ )
        (?: (?:(?<=\d)[ ](?=[千万億兆]))? [{_KANJI}]+
            (?: (?<=[十百千万億兆])[ ]?(?:{_DIGITS}) )? )* )
  | (?P<gannen> (?:明治|大正|昭和|平成|令和)(?P<first>元)年 )
  | (?P<half> 半(?!ば端) | 両 | 倍 | 正午 | 双子 | ダース | 四半期 | 世紀 )
    """,
    re.VERBOSE,
)
_MIDDLE_DOT = re.compile(r"(?<=\d)(?<!・\d)(?<!・\d\d)(?<!・\d{3})・(?=\d+(?:[^\d月日年号回・]|$))")
_MISSPELT = re.compile(r"(?<=\d)憶")
# No quantity has so many digits.
_TOO_LONG = re.compile(r"[\d,.]{31,}")
_HAN = re.compile(r"[一-龯]")
_YEAR_BEHIND = re.compile(r"\([^()\n]{1,12}\)年")
_SLASH_DATE = re.compile(r"(?:(\d{4})([/.-]))?(\d{1,2})(?:/|(?<=\d)[.-])(\d{1,2})(?![\d/])")
_CLOCK = re.compile(r"([01]?\d|2[0-9]):([0-5]\d)(?!\d|:\d)")
_HALF_DAY = re.compile(r"(午前|午後|朝|夜|夕方|深夜|未明|昼|早朝)の?$")
_FRACTION = re.compile(rf"分の(?P<top>\d+|[{_KANJI}]+)")
_APPROXIMATE = re.compile(r"(?:約|およそ|ほぼ|おおよそ|大体)$")
_LONGEST_SUFFIX = max(map(len, SUFFIXES))
_NOTHING: frozenset[Fraction] = frozenset()


def read_japanese(text: str) -> tuple[Quantity, ...]:
    """The quantities of a Japanese text, in order."""
    return _Reader(text).read()


class _Reader:
    """One text being read: its folded form and what was found so far."""

    def __init__(self, text: str) -> None:
        self.original = text
        # 2・5キロ is 2.5 km, but 6・7月 are June and July; 憶 is a slip of the keyboard for 億.
        folded = _TOO_LONG.sub(lambda run: "_" * len(run.group()), text.translate(_FOLD))
        self.text = _MIDDLE_DOT.sub(".", _MISSPELT.sub("億", folded))
        self.found: list[Quantity] = []
        self._numbers: tuple[set[int], dict[int, str]] | None = None

    def read(self) -> tuple[Quantity, ...]:
        place = 0
        while match := _ITEM.search(self.text, place):
            place = max(self._item(match), place + 1)
        return tuple(_with_shared_units(self.found, self.text))

    def _item(self, match: re.Match[str]) -> int:
        if match["skip"]:
            return match.end()
        if match["fuzzy"]:
            return self._fuzzy(match)
        if match["version"] or match["phone"]:
            return self._chain(match)
        if match["label"]:
            return self._label(match)
        if match["trailed"]:
            return self._trailed(match)
        if match["gannen"]:
            core = match.span("first")
            year = ERAS[match.group()[:2]] + 1
            self._add(Kind.YEAR, year, core, match.span(), offset=year - 1, group=match.start())
            return match.end()
        if match["half"]:
            return self._weak_word(match)
        return self._numeral(match)

    def _add(
        self,
        kind: Kind,
        value: Fraction | int,
        core: tuple[int, int],
        span: tuple[int, int] | None = None,
        also: frozenset[Fraction] = _NOTHING,
        unit: str | None = None,
        scale: Fraction = Fraction(1),
        offset: int = 0,
        weak: bool = False,
        group: int | None = None,
    ) -> None:
        start = (span or core)[0]
        self.found.append(
            Quantity(
                span=Span(*(span or core)),
                core=Span(*core),
                kind=kind,
                value=Fraction(value),
                also=also,
                unit=unit,
                scale=scale,
                offset=offset,
                is_weak=weak,
                is_approximate=bool(_APPROXIMATE.search(self.text, max(0, start - 4), start)),
                group=group,
            )
        )

    # ── forms without a numeral of their own ──────────────────────────────────────────────────

    def _fuzzy(self, match: re.Match[str]) -> int:
        size = 10 ** match["size"].count("0")
        for character in match["size"].lstrip("01"):
            size *= SMALL.get(character) or LARGE[character]
        end = match.end()
        while end < len(self.text) and self.text[end] in LARGE and size < 10**4:
            size *= LARGE[self.text[end]]
            end += 1
        unit = "year" if self.text.startswith("年", end) else None
        self._add(Kind.FUZZY, size, (match.start(), end), unit=unit)
        return end

    def _chain(self, match: re.Match[str]) -> int:
        """A version, a telephone number, or a date in digits."""
        parts = re.split(r"[.・-]", match.group())
        if len(parts) == 3 and len(parts[0]) == 4 and _is_day(parts[1], parts[2]):
            place = match.start()
            kinds = (Kind.YEAR, Kind.MONTH, Kind.DAY)
            for kind, part in zip(kinds, parts, strict=True):
                core = (place, place + len(part))
                self._add(kind, int(part), core, group=match.start())
                place += len(part) + 1
            return match.end()
        for part in re.finditer(r"\d+", match.group()):
            core = (match.start() + part.start(), match.start() + part.end())
            self._add(Kind.LABEL, int(part.group()), core, unit="", weak=True)
        return match.end()

    def _trailed(self, match: re.Match[str]) -> int:
        """4K, 5G, 3D, 10th: digits with letters behind them that are no unit."""
        digits = re.match(r"\d+", match.group())
        assert digits is not None
        letters = match.group()[digits.end() :]
        core = (match.start(), match.start() + digits.end())
        if letters in SUFFIXES:
            return self._counted(core, Fraction(digits.group()), False)
        if letters in {"th", "st", "nd", "rd"}:
            self._add(Kind.ORDINAL, int(digits.group()), match.span())
        else:
            self._add(Kind.LABEL, int(digits.group()), core, match.span(), unit=letters.lower())
        return match.end()

    def _label(self, match: re.Match[str]) -> int:
        """Digits that name something: G7, COVID-19."""
        letters = re.match(r"[A-Za-z]+", match.group())
        digits = re.search(r"\d+(?:\.\d+)?", match.group())
        if letters is None or digits is None:
            return match.end()
        start = match.start() + digits.start()
        end = match.start() + digits.end()
        if letters.group() in {"US", "A", "C", "HK"} and self.text.startswith("$", start - 1):
            return match.start() + letters.end()
        if letters.group().lower() in PLAIN_PREFIXES:
            return match.start() + letters.end()
        stem = re.sub(r"[\d.-]", "", match.group()).lower()
        self._add(Kind.LABEL, Fraction(digits.group()), (start, end), match.span(), unit=stem)
        return match.end()

    def _weak_word(self, match: re.Match[str]) -> int:
        kind, value, unit = _WEAK_WORDS[match["half"]]
        self._add(kind, value, match.span(), unit=unit, weak=True)
        return match.end()

    # ── numerals ──────────────────────────────────────────────────────────────────────────────

    def _numeral(self, match: re.Match[str]) -> int:
        start, end = match.span()
        numeral = match.group()
        is_kanji = numeral[0] not in "0123456789"
        # 万 and 億万 begin words: 万人, 億万長者.
        if is_kanji and (set(numeral) <= set(LARGE) or not self._is_number(start, end)):
            return end
        value = numeral_value(numeral)
        if value is None:
            return end
        if not is_kanji:
            for reader in (self._digit_date, self._clock):
                if after := reader(start):
                    return after
        core = (start, end)
        for unit_reader in (self._fraction, self._date, self._hour):
            if after := unit_reader(core, value):
                return after
        return self._counted(core, value, is_kanji)

    def _is_number(self, start: int, end: int) -> bool:
        """A numeral in kanji, not a part of a word: by the tokens, or by the counter behind it."""
        covered, surfaces = self._tokens()
        if all(place in covered for place in range(start, end)):
            return True
        surface = surfaces.get(start, "")
        numeral = self.text[start:end]
        if surface.startswith(numeral) and surface[len(numeral) :] in _PLAIN_COUNTERS:
            # 十分 is an adverb more often than ten minutes.
            return surface != "十分"
        return start > 0 and self.text[start - 1] == "第" and start in surfaces

    def _tokens(self) -> tuple[set[int], dict[int, str]]:
        """The places inside number tokens, and the token that begins at each place."""
        if self._numbers is None:
            covered: set[int] = set()
            surfaces: dict[int, str] = {}
            for token in japanese_tokens(self.original):
                surfaces[token.span.start] = token.surface
                if token.is_number:
                    covered.update(range(token.span.start, token.span.end))
            self._numbers = covered, surfaces
        return self._numbers

    def _digit_date(self, start: int) -> int:
        """2018/3/14; 3/14 alone may be a fraction or a score."""
        match = _SLASH_DATE.match(self.text, start)
        if not match or (start and self.text[start - 1] in "/."):
            return 0
        year, _, month, day = match.groups()
        if "." in match.group() and not year:
            return 0
        if year and _is_day(month, day):
            for kind, part in ((Kind.YEAR, 1), (Kind.MONTH, 3), (Kind.DAY, 4)):
                self._add(kind, int(match[part]), match.span(part), group=start)
            return match.end()
        if year or match.group()[len(month)] != "/":
            return 0
        a, b = int(month), int(day)
        if 0 < a < b:
            readings = frozenset({Fraction(a), Fraction(b)})
            self._add(Kind.FRACTION, Fraction(a, b), match.span(), also=readings, weak=True)
        self._add(Kind.NUMBER, a, match.span(3), weak=True)
        self._add(Kind.NUMBER, b, match.span(4), weak=True)
        return match.end()

    def _clock(self, start: int) -> int:
        match = _CLOCK.match(self.text, start)
        if not match:
            return 0
        self._add_hour(int(match[1]), match.span(1), match.span(1))
        self._add(Kind.MINUTE, int(match[2]), match.span(2), weak=int(match[2]) == 0, group=start)
        return match.end()

    def _add_hour(self, hour: int, core: tuple[int, int], span: tuple[int, int]) -> None:
        half = _HALF_DAY.search(self.text, max(0, core[0] - 4), core[0])
        also, offset = {hour + 12 if hour <= 12 else hour - 12}, 0
        if half and half[1] in {"午前", "午後"}:
            span = (half.start(), span[1])
            also = {hour}
            if half[1] == "午後" and hour <= 12:
                offset = 12
                also |= {12} if hour in {0, 12} else set()
            elif hour in {0, 12}:
                also |= {0, 12, 24}
        elif hour in {0, 24}:
            also |= {0, 24, 12}
        value = hour + offset
        if value == 24 and offset:
            value, offset = 12, 0
        self._add(
            Kind.HOUR,
            value,
            core,
            span,
            frozenset(map(Fraction, also)),
            offset=offset,
            group=core[0],
        )

    def _hour(self, core: tuple[int, int], value: Fraction) -> int:
        """午後3時15分, 15時半; 3時間 is a length."""
        end = core[1]
        if not self.text.startswith("時", end) or value > 300 or value != int(value):
            return 0
        if self.text.startswith(("時間", "時代"), end):
            return 0
        self._add_hour(int(value), core, (core[0], end + 1))
        end += 1
        if self.text.startswith("半", end):
            self._add(Kind.MINUTE, 30, (end, end + 1), group=core[0])
            return end + 1
        minute = re.compile(rf"(\d{{1,2}}|[{_KANJI}]+)分").match(self.text, end)
        if minute and (minutes := numeral_value(minute[1])) is not None:
            self._add(Kind.MINUTE, minutes, minute.span(1), minute.span(), group=core[0])
            return minute.end()
        return end

    def _fraction(self, core: tuple[int, int], value: Fraction) -> int:
        """3分の2."""
        match = _FRACTION.match(self.text, core[1])
        if not match or not value:
            return 0
        top = numeral_value(match["top"])
        if top is None:
            return 0
        fraction = top / value
        span = (core[0], match.end())
        self._add(Kind.FRACTION, fraction, span, also=frozenset({fraction * 100, top}))
        return match.end()

    def _date(self, core: tuple[int, int], value: Fraction) -> int:
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
        if mark == "年":
            return self._year(core, number, end)
        if self.text[max(0, start - 2) : start] in ERAS or _YEAR_BEHIND.match(self.text, end):
            return self._year(core, number, end - 1)
        if mark == "月" and 1 <= number < 1000 and not self.text.startswith("月間", end):
            self._add(Kind.MONTH, number, core, (start, end + 1), group=group)
            return end + 1
        if mark == "日" and number >= 1:
            if self.text.startswith(("日目", "日間"), end):
                return 0
            in_month = joins is not None and joins.span.end == start
            if number > 31 and not in_month:
                self._add(Kind.NUMBER, number, core, unit="day")
                return end + 1
            if not in_month and self.text.startswith(tuple(LENGTH_OF_DAYS), end + 1):
                self._add(Kind.NUMBER, number, core, unit="day", weak=number == 1)
                return end + 1
            self._add(
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
            self._add(
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
        if 1000 <= number <= 99_999 and is_plain and not ordinal_or_grade:
            self._add(Kind.YEAR, number, core, (start, end + 1), group=start)
            return end + 1
        also: set[Fraction] = set()
        value = Fraction(number)
        scale_end = end + 1
        if self.text.startswith("半", end + 1):
            also = {value}
            value += Fraction(1, 2)
            scale_end += 1
            self._add(
                Kind.NUMBER, value, core, also=frozenset(also), unit="year", scale=Fraction(1)
            )
            return scale_end
        is_length = self.text.startswith(tuple(LENGTH_OF_YEARS), end + 1)
        if not is_length and number < 100:
            # 18年 may be 2018, 平成18年 or a length of 18 years.
            also = {Fraction(number + base) for base in (1800, 1900, 2000, *ERAS.values())}
            self._add(
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
        self._add(Kind.NUMBER, value, core, unit="year", weak=number == 1)
        return end + 1

    def _counted(self, core: tuple[int, int], value: Fraction, is_kanji: bool) -> int:
        """A numeral with its counter, unit or sign."""
        start, end = core
        suffix, word = self._suffix(end)
        # 一 is part of many words that count nothing; 1 is written to be counted.
        weak = value == 0 or (value == 1 and is_kanji) or self.text.startswith("二度と", start)
        before = self.text[start - 1] if start else ""
        if before in CURRENCY_PREFIXES:
            currency = CURRENCY_PREFIXES[before]
            if suffix and suffix.kind is Kind.MONEY:
                currency = suffix.unit or currency
            self._add(Kind.MONEY, value, core, (start - 1, end), unit=currency)
            return end
        if suffix is None:
            if before == "第":
                self._add(Kind.ORDINAL, value, core, (start - 1, end), weak=weak)
            else:
                doubtful = is_kanji and not self._is_long(core)
                self._add(Kind.NUMBER, value, core, weak=weak or doubtful)
            return end
        after = end + len(word)
        word = word.strip()
        kind, unit, scale, inside = suffix
        span = (start, after) if inside else core
        also = _NOTHING
        if before == "第":
            self._add(Kind.ORDINAL, value, core, (start - 1, end), weak=weak, unit=None)
            return after
        if kind is Kind.DECADE:
            return self._decade(core, value, word)
        if word == "割":
            tenths = re.compile(r"(\d|[一二三四五六七八九])分").match(self.text, after)
            also = frozenset({value / 10})
            extra = Fraction(0)
            if tenths and (part := numeral_value(tenths[1])) is not None:
                extra, after = part, tenths.end()
                span = (start, after)
            self._add(kind, value * 10 + extra, core, span, also, scale=scale, weak=weak)
            return after
        if kind is Kind.PERCENT:
            also = frozenset({value / 100})
            # "100%" is often only "entirely".
            weak = value in (0, 100)
        if word in {"時間", "分", "倍", "分間"} and self.text.startswith("半", after):
            also = frozenset({value})
            value += Fraction(1, 2)
            after += 1
        if kind is Kind.MULTIPLE or kind is Kind.MONEY:
            weak = False
        self._add(kind, value, core, span, also, unit, weak=weak)
        return after

    def _is_long(self, core: tuple[int, int]) -> bool:
        """百二十 and 三千 are numerals on their own; 二, 千 and 万 may be parts of a name."""
        return core[1] - core[0] > 1

    def _suffix(self, end: int) -> tuple[Suffix | None, str]:
        if self.text.startswith(" ", end):
            suffix, word = self._suffix(end + 1)
            return suffix, f" {word}" if suffix else ""
        for length in range(min(_LONGEST_SUFFIX, len(self.text) - end), 0, -1):
            word = self.text[end : end + length]
            if word in SUFFIXES:
                following = self.text[end + length : end + length + 1]
                if (
                    word.isascii()
                    and word.isalpha()
                    and following.isascii()
                    and following.isalpha()
                ):
                    continue
                return SUFFIXES[word], word
        return None, ""

    def _decade(self, core: tuple[int, int], value: Fraction, word: str) -> int:
        start, end = core
        after = self.text.index(word[-1], end) + 1
        if value == 0 or (word == "代" and value % 10):
            self._add(Kind.NUMBER, value, core, weak=value == 1)
            return after
        also, offset = _NOTHING, 0
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
        self._add(Kind.DECADE, value + offset, core, (start, after), also, offset=offset)
        return after


_WEAK_WORDS: dict[str, tuple[Kind, Fraction, str | None]] = {
    "半": (Kind.FRACTION, Fraction(1, 2), None),
    "両": (Kind.NUMBER, Fraction(2), None),
    "倍": (Kind.MULTIPLE, Fraction(2), None),
    "正午": (Kind.HOUR, Fraction(12), None),
    "双子": (Kind.NUMBER, Fraction(2), None),
    "ダース": (Kind.NUMBER, Fraction(12), None),
    "四半期": (Kind.FRACTION, Fraction(1, 4), None),
    "世紀": (Kind.NUMBER, Fraction(100), "year"),
}
# Counters that Sudachi may join with the numeral into one word: 二人, 三つ, 二十歳.
_PLAIN_COUNTERS = frozenset(
    in_a_row(
        "人 つ 度 回 倍 年 月 日 歳 名 個 本 匹 枚 台 軒 点 件 階 位 代 割 番 "
        "人組 番目 週間 時間 円"
    )
)


def _is_day(month: str, day: str) -> bool:
    return 1 <= int(month) <= 12 and 1 <= int(day) <= 31


def _with_shared_units(found: list[Quantity], text: str) -> list[Quantity]:
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
