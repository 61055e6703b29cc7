"""Reads the quantities of an English text.

The text is cut into numbers, words and marks, and read once from left to right: each reader below
looks a few words ahead and behind, so the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from alignqa.quantities import english_words as lists
from alignqa.quantities.quantity import Kind, Quantity
from alignqa.text import Span

_TOKEN = re.compile(
    r"""
    (?P<skip> https?://\S+ | www\.\S+ | [A-Za-z0-9_]{1,40}@[A-Za-z0-9.-]+ )
  | (?P<number> \d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)? | \d{1,3}(?:[ ]000)+(?!\d)
      | \d+(?:\.\d+)? | (?<![\w.])\.\d+ )
  | (?P<word> (?:[A-Za-z]\.){2,} | [^\W\d_]+ )
  | (?P<mark> \S )
    """,
    re.VERBOSE,
)
_DASHES = frozenset("-–—‐‑−~〜～")
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_BEFORE_NOON = frozenset({"am", "a.m."})
_AFTER_NOON = frozenset({"pm", "p.m."})
# What may stand before a month's name that is also another word.
_DATE_WORDS = frozenset(
    "in of on since by last this next until till from late early mid during through to and "
    "between before after for every each around".split()
)
_ADJECTIVES = frozenset({"us", "u.s.", "american", "canadian", "australian", "full", "consecutive"})
_APPROXIMATE = frozenset(
    "about around nearly almost some roughly approximately circa over than least".split()
)
_APOSTROPHES = frozenset("'’‘`")
_NOTHING: frozenset[Fraction] = frozenset()


class _Token(NamedTuple):
    kind: str
    text: str
    low: str
    start: int
    end: int


_DOTTED_CLOCK = re.compile(r"([01]?\d|2[0-4])\.([0-5]\d)")
_END = _Token("end", "", "", -2, -2)


def read_english(text: str) -> tuple[Quantity, ...]:
    """The quantities of an English text, in order."""
    return _Reader(text).read()


class _Reader:
    """One text being read: its tokens and what was found so far."""

    def __init__(self, text: str) -> None:
        self.tokens = [
            _Token(m.lastgroup or "", m.group(), m.group().lower(), m.start(), m.end())
            for m in _TOKEN.finditer(text)
        ]
        self.found: list[Quantity] = []
        self.place = 0

    def read(self) -> tuple[Quantity, ...]:
        i = 0
        while i < len(self.tokens):
            token = self.tokens[i]
            after = i + 1
            self.place = i
            if token.kind == "number":
                after = self._digits(i)
            elif token.kind == "word":
                after = self._word(i)
            i = max(after, i + 1)
        return tuple(_with_shared_units(self.found, self.tokens))

    # ── looking around ────────────────────────────────────────────────────────────────────────

    def _at(self, i: int) -> _Token:
        return self.tokens[i] if 0 <= i < len(self.tokens) else _END

    def _touches(self, i: int) -> bool:
        """Token i + 1 follows token i without a space."""
        return self._at(i).end == self._at(i + 1).start

    def _next_word(self, i: int) -> int:
        """The word after token i - 1, which ends at i, across a hyphen: "10-year", "10 year"."""
        if self._at(i).text in _DASHES and self._touches(i - 1) and self._touches(i):
            return i + 1
        return i

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
                is_approximate=self.tokens[self.place - 1].low in _APPROXIMATE
                if self.place
                else False,
                group=group,
            )
        )

    # ── numbers in digits ─────────────────────────────────────────────────────────────────────

    def _digits(self, i: int) -> int:
        token = self.tokens[i]
        for reader in (self._numeric_date, self._label, self._clock, self._ordinal, self._decade):
            if after := reader(i):
                return after
        value = _value(token.text)
        after = i + 1
        if self._at(i - 1).text in _APOSTROPHES and self._touches(i - 1) and len(token.text) == 2:
            also = frozenset({value + 1900, value + 2000})
            self._add(Kind.YEAR, value, (token.start, token.end), also=also, weak=True)
            return after
        over = self._at(i + 2)
        if over.text == "/" and not self._touches(i) and self._at(i + 3).kind == "number":
            # "3 1/2"
            top, bottom = _value(self._at(i + 1).text), _value(self._at(i + 3).text)
            is_tight = self._touches(i + 1) and self._touches(i + 2)
            if is_tight and 0 < top < bottom and bottom in {2, 3, 4, 5, 8, 16}:
                return self._amount(i, i + 4, value + top / bottom)
        after, value, scaled = self._scales(after, value)
        after, value = self._and_a_half(after, value, scaled)
        return self._amount(i, after, value, year_like=_is_year(token.text) and after == i + 1)

    def _label(self, i: int) -> int:
        """Digits that name something: "G7", "COVID-19", "1.2.3", a telephone number."""
        token, before = self.tokens[i], self._at(i - 1)
        start = i
        if before.kind == "word" and before.end == token.start:
            is_size = before.low == "x" and self._at(i - 2).kind == "number"
            if (
                is_size
                or before.low in lists.CURRENCY_CODES
                or before.low in lists.PLAIN_PREFIXES
                or before.low == "rs"
            ):
                return 0
            start = i - 1
        elif before.text in _DASHES and before.end == token.start and self._touches(i - 2):
            name = self._at(i - 2)
            if name.kind == "word" and name.text[0].isupper() and not self._is_month(i - 2):
                start = i - 2
        end = i
        while True:
            following = self._at(end + 1)
            if (
                following.text in {".", "-"}
                and self._touches(end)
                and self._touches(end + 1)
                and self._at(end + 2).kind == "number"
            ):
                end += 2
            else:
                break
        is_chain = end - i >= 4 or (end - i == 2 and self._at(i + 1).text == ".")
        if is_chain and start == i:
            # Each of its parts may be copied, or be a score that is written in another way.
            for part in self.tokens[i : end + 1 : 2]:
                core = (part.start, part.end)
                self._add(Kind.LABEL, _value(part.text), core, unit="", weak=True)
            return end + 1
        if not is_chain:
            end = i
        letters = self._at(end + 1)
        if (
            letters.kind == "word"
            and self._touches(end)
            and letters.low not in lists.SHORT_SCALES
            and letters.low not in lists.SCALES
            and letters.low not in lists.UNITS
            and letters.low not in lists.CURRENCY_WORDS
            and (len(letters.text) < 3 or not letters.text.islower())
            and letters.low not in _ORDINAL_ENDINGS | _BEFORE_NOON | _AFTER_NOON | {"s", "x", "yo"}
        ):
            end += 1
            is_chain = True
        elif (
            letters.kind == "word"
            and self._touches(end)
            and letters.text in {"K", "G", "D"}
            and self._at(i - 1).text not in lists.CURRENCY_SYMBOLS
        ):
            end += 1
            is_chain = True
        if start == i and not is_chain:
            return 0
        stem = "".join(t.low for t in self.tokens[start : end + 1] if t.kind == "word")
        span = (self.tokens[start].start, self.tokens[end].end)
        self._add(
            Kind.LABEL,
            _value(token.text),
            (token.start, token.end) if not is_chain or end == i + 1 else span,
            span,
            unit=stem,
            weak=end - i >= 2,
        )
        return end + 1

    def _numeric_date(self, i: int) -> int:
        """2018-03-04, 3/14/2018, 14.3.2018; "3/14" alone may be a fraction or a score."""
        first, mark, second = self._at(i), self._at(i + 1), self._at(i + 2)
        if (
            mark.text not in {"-", "/", "."}
            or second.kind != "number"
            or not (self._touches(i) and self._touches(i + 1))
            or not (first.text.isdigit() and second.text.isdigit())
        ):
            return 0
        if self._at(i - 1).kind == "word" and self._touches(i - 1):
            return 0
        third = self._at(i + 4)
        whole = (
            self._at(i + 3).text == mark.text
            and third.kind == "number"
            and third.text.isdigit()
            and self._touches(i + 2)
            and self._touches(i + 3)
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
            also = _NOTHING
            if kind is Kind.YEAR and value < 100:
                also = frozenset({Fraction(value + 2000), Fraction(value + 1900)})
            elif kind is not Kind.YEAR and swaps:
                also = frozenset({Fraction(int(month.text)), Fraction(int(day.text))})
            self._add(kind, value, (part.start, part.end), also=also, group=first.start)
        self.found[-3:] = sorted(self.found[-3:], key=lambda q: q.span)
        return i + 5

    def _slashed(self, first: _Token, second: _Token) -> None:
        a, b = int(first.text), int(second.text)
        if 0 < a < b:
            core = (first.start, second.end)
            readings = frozenset({Fraction(a), Fraction(b)})
            self._add(Kind.FRACTION, Fraction(a, b), core, also=readings, weak=True)
        for part in (first, second):
            self._add(Kind.NUMBER, int(part.text), (part.start, part.end), weak=True)

    def _clock(self, i: int) -> int:
        """3:30, 3 p.m., 15:30, 3 o'clock."""
        hour = self.tokens[i]
        if dotted := _DOTTED_CLOCK.fullmatch(hour.text):
            half = self._at(i + 1).low
            if half not in _BEFORE_NOON | _AFTER_NOON:
                return 0
            # "5.30pm" is read as the three tokens of "5:30pm" would be.
            middle = hour.start + dotted.end(1)
            self._add_hour(int(dotted[1]), (hour.start, middle), (hour.start, middle), half)
            self._add_minute(int(dotted[2]), (middle + 1, hour.end), hour.start, i + 2)
            return i + 2
        if not (hour.text.isdigit() and int(hour.text) <= 24):
            return 0
        minute: _Token | None = None
        after = i + 1
        if self._at(i + 1).text == ":" and self._touches(i) and self._touches(i + 1):
            minute = self._at(i + 2)
            if minute.kind != "number" or len(minute.text) != 2 or not minute.text.isdigit():
                return 0
            if int(minute.text) > 59:
                return 0
            after = i + 3
        half = self._at(after).low
        is_clock = half in _BEFORE_NOON | _AFTER_NOON
        is_oclock = half == "o" and self._at(after + 2).low == "clock"
        if minute is None and not is_clock and not is_oclock:
            return 0
        after += 1 if is_clock else 3 if is_oclock else 0
        core = (hour.start, hour.end)
        last = self.tokens[after - 1].end
        span = (hour.start, last if minute is None else hour.end)
        self._add_hour(int(hour.text), core, span, half if is_clock else "")
        if minute is not None:
            self._add_minute(int(minute.text), (minute.start, minute.end), hour.start, after)
        return after

    def _add_hour(self, hour: int, core: tuple[int, int], span: tuple[int, int], half: str) -> None:
        """The hour of a clock time; `half` is "am", "pm" or nothing."""
        also, offset = {hour + 12 if hour <= 12 else hour - 12}, 0
        if half in _AFTER_NOON:
            also, offset = ({hour}, 12) if hour < 12 else ({0}, 0)
        elif half:
            also, offset = ({12, 24}, -12) if hour == 12 else (set(), 0)
        readings = frozenset(map(Fraction, also))
        self._add(
            Kind.HOUR, hour + offset, core, span, readings, offset=offset, group=core[0]
        )

    def _add_minute(self, minute: int, core: tuple[int, int], group: int, after: int) -> None:
        span = (core[0], self.tokens[after - 1].end)
        self._add(Kind.MINUTE, minute, core, span, weak=minute == 0, group=group)

    def _ordinal(self, i: int) -> int:
        token, ending = self.tokens[i], self._at(i + 1)
        if not (self._touches(i) and ending.low in _ORDINAL_ENDINGS):
            return 0
        return self._finish_ordinal(i, i + 2, _value(token.text))

    def _finish_ordinal(self, i: int, after: int, value: Fraction) -> int:
        """An ordinal that ends before token `after`: of a month, of a century, or plain."""
        core = (self.tokens[i].start, self.tokens[after - 1].end)
        month = after + 1 if self._at(after).low == "of" else after
        if value <= 31 and self._is_month(month):
            return self._month(month, day=(core, value))
        following = self._at(self._next_word(after)).low
        if following in {"century", "centuries"}:
            end = self._next_word(after)
            span = (core[0], self.tokens[end].end)
            self._add(Kind.CENTURY, value, core, span)
            return end + 1
        is_word = self.tokens[i].kind == "word"
        # "second" is a unit and an adverb, "first" an adverb; a "third" may be a fraction.
        weak = value <= 2 and is_word
        also = _NOTHING
        if is_word and self._at(i - 1).low in {"a", "one"} and value > 2:
            also = frozenset({1 / value})
        self._add(Kind.ORDINAL, value, core, also=also, weak=weak)
        return after

    def _decade(self, i: int) -> int:
        """1990s, '90s, 30s, 1990's."""
        token = self.tokens[i]
        if not (token.text.isdigit() and len(token.text) in {2, 4} and token.text.endswith("0")):
            return 0
        after = i + 1
        if self._at(after).text in {"'", "’"} and self._touches(i):
            after += 1
        if self._at(after).text != "s" or not self._touches(after - 1):
            return 0
        value = int(token.text)
        also = frozenset(map(Fraction, (1900 + value, 2000 + value) if value < 100 else ()))
        if value % 100 == 0:
            # "the 1800s" is a century.
            also |= {Fraction(value // 100 + 1)}
        self._add(
            Kind.DECADE,
            value,
            (token.start, token.end),
            (token.start, self.tokens[after].end),
            also,
        )
        return after + 1

    def _scales(self, after: int, value: Fraction) -> tuple[int, Fraction, int]:
        """ "million" and its like behind a numeral; returns the last scale, 1 for none."""
        scaled = 1
        attached = self._at(after)
        if attached.kind == "word" and self._touches(after - 1):
            short = lists.SHORT_SCALES.get(attached.low) or lists.SCALES.get(attached.low)
            money = self._currency_before(after - 1) is not None
            if short and (money or attached.low in {"k", "bn", "mn", "tn", *lists.SCALES}):
                return after + 1, value * short, short
            return after, value, 1
        while True:
            word = self._at(self._next_word(after))
            scale = lists.SCALES.get(word.low)
            if word.low == "hundred":
                scale = 100
            elif word.low in {"bn", "tn", "mn", "mil"}:
                scale = lists.SHORT_SCALES[word.low]
            elif word.low == "dozen":
                scale = 12
            if scale is None:
                return after, value, scaled
            value *= scale
            scaled = scale
            after = self._next_word(after) + 1

    def _and_a_half(self, after: int, value: Fraction, scaled: int) -> tuple[int, Fraction]:
        words = [self._at(after + k).low for k in range(3)]
        if words[0] == "and" and words[1] in {"a", "one"} and words[2] in {"half", "quarter"}:
            part = Fraction(1, 2 if words[2] == "half" else 4)
            scale_after = self._at(after + 3).low
            if scaled == 1 and scale_after in lists.SCALES:
                return after + 4, (value + part) * lists.SCALES[scale_after]
            return after + 3, value + part * scaled
        return after, value

    def _currency_before(self, i: int) -> str | None:
        """The currency written right before token i."""
        before = self._at(i - 1)
        if before.text in lists.CURRENCY_SYMBOLS:
            name = self._at(i - 2)
            if before.text == "$" and name.end == before.start and name.low in lists.DOLLARS:
                return lists.DOLLARS[name.low]
            return lists.CURRENCY_SYMBOLS[before.text]
        if before.text.isupper():
            return lists.CURRENCY_CODES.get(before.low)
        return None

    # ── what follows a numeral ────────────────────────────────────────────────────────────────

    def _amount(
        self, i: int, after: int, value: Fraction, year_like: bool = False, weak: bool = False
    ) -> int:
        """A plain numeral of the tokens i to `after`, with its unit or sign if it has one."""
        core = (self.tokens[i].start, self.tokens[after - 1].end)
        if value == int(value) and 1 <= value <= 31 and after == i + 1:
            month = after + 1 if self._at(after).low == "of" else after
            if self._is_month(month) and self._at(month).text[0].isupper():
                return self._month(month, day=(core, value))
        if currency := self._currency_before(i):
            start = self.tokens[i - 1].start
            if currency != lists.CURRENCY_SYMBOLS.get(self._at(i - 1).text, currency):
                start = self.tokens[i - 2].start
            self._add(Kind.MONEY, value, core, (start, core[1]), unit=currency)
            return after
        mark = self._at(after)
        if (
            mark.text in lists.CURRENCY_SYMBOLS
            and self._touches(after - 1)
            and not (self._touches(after) and self._at(after + 1).kind == "number")
        ):
            unit = lists.CURRENCY_SYMBOLS[mark.text]
            self._add(Kind.MONEY, value, core, (core[0], mark.end), unit=unit)
            return after + 1
        k = self._next_word(after)
        word = self._at(k)
        if word.low in {"%", "percent", "percentage", "pct", "％"} or (
            word.low == "per" and self._at(k + 1).low == "cent"
        ):
            end = k + 1 if word.low == "per" else k
            self._add(
                Kind.PERCENT,
                value,
                core,
                (core[0], self.tokens[end].end),
                also=frozenset({value / 100}),
                # "100%" is often only "entirely".
                weak=value in (0, 100),
            )
            return end + 1
        if word.low in _ADJECTIVES:
            word = self._at(k + 1)
            if word.low in lists.CURRENCY_WORDS or word.low in lists.UNITS:
                k += 1
            else:
                word = self._at(k)
        if word.kind == "word" and word.low in lists.CURRENCY_WORDS:
            span = (core[0], word.end)
            unit = lists.CURRENCY_WORDS[word.low]
            self._add(Kind.MONEY, value, core, span, unit=unit, weak=weak and value < 100)
            return k + 1
        if word.low in {"square", "sq"}:
            unit_word = self._at(k + 1).low
            self._add(Kind.NUMBER, value, core, unit=lists.SQUARED.get(unit_word, "area"))
            return after
        if word.low == "x" and (self._at(k + 1).kind != "number"):
            self._add(Kind.MULTIPLE, value, core, (core[0], word.end))
            return k + 1
        if word.low in lists.LONG_UNITS:
            years = lists.LONG_UNITS[word.low]
            self._add(
                Kind.NUMBER,
                value * years,
                core,
                also=frozenset({value}),
                unit="year",
                scale=Fraction(years),
                weak=weak,
            )
            return k + 1
        if word.low == "°" or word.low in {"degrees", "degree"}:
            letter = self._at(k + 1).low
            unit = {"f": "F", "fahrenheit": "F"}.get(letter, "degree")
            self._add(Kind.NUMBER, value, core, unit=unit)
            return k + 1
        found_unit = lists.UNITS.get(word.low) if word.kind == "word" else None
        if found_unit == "m" and not (self._touches(after - 1) or len(word.text) > 1):
            found_unit = None
        also = _NOTHING
        if self._at(after - 1).low == "k":
            also = frozenset({value / 1000})
        if word.text == "㎡":
            found_unit = "m2"
        if found_unit == "m" and word.low == "m":
            also = frozenset({value * 10**6})
        if found_unit == "times" and word.low == "time":
            found_unit = None
        before = self._at(i - 1).low
        if value % 100 == 0 and before not in _DATE_WORDS | {"year"}:
            year_like = False
        if year_like and found_unit is None:
            self._add(Kind.YEAR, value, core)
            return after
        self._add(Kind.NUMBER, value, core, also=also, unit=found_unit, weak=weak or value == 0)
        return after

    # ── words ─────────────────────────────────────────────────────────────────────────────────

    def _word(self, i: int) -> int:
        token = self.tokens[i]
        low = token.low
        if self._is_month(i):
            return self._month(i)
        if low in {"a", "an", "half", "quarter"} and (after := self._article(i)):
            return after
        if low in lists.ONES or low in lists.TENS:
            return self._cardinal(i)
        if low in lists.ORDINALS or low in lists.LARGE_ORDINALS:
            value = lists.ORDINALS.get(low) or lists.LARGE_ORDINALS[low]
            return self._finish_ordinal(i, i + 1, Fraction(value))
        if low in lists.FUZZY or low in lists.FEW:
            return self._fuzzy(i)
        core = (token.start, token.end)
        if low in lists.DECADES:
            value = lists.DECADES[low]
            also = frozenset(map(Fraction, (1900 + value, 2000 + value)))
            self._add(Kind.DECADE, value, core, also=also)
        elif low in lists.WEAK_WORDS:
            kind, weak_value, unit = lists.WEAK_WORDS[low]
            self._add(kind, weak_value, core, unit=unit, weak=True)
        elif token.text in _ROMAN and self._at(i - 1).text[:1].isupper():
            self._add(Kind.LABEL, _ROMAN[token.text], core, weak=True)
        return i + 1

    def _article(self, i: int) -> int:
        """ "a hundred", "half a million", "a quarter of a million", "a third"."""
        low = self.tokens[i].low
        if low in {"half", "quarter"}:
            part = Fraction(1, 2 if low == "half" else 4)
            k = i + 1
            if self._at(k).low == "of":
                k += 1
            if self._at(k).low in {"a", "an"} or (
                self._at(k).text in _DASHES and self._touches(i) and self._touches(k)
            ):
                k += 1
            word = self._at(k).low
            scale = lists.SCALES.get(word) or {"dozen": 12, "hundred": 100}.get(word)
            if scale and k > i + 1:
                return self._amount(i, k + 1, part * scale)
            if word in lists.LONG_UNITS and k > i + 1:
                return self._amount(i, k, part)
            return 0
        word = self._at(i + 1).low
        if word in {"hundred", "dozen", *lists.SCALES}:
            after, value, scaled = self._scales(i + 1, Fraction(1))
            after, value = self._and_a_half(after, value, scaled)
            return self._amount(i, after, value, weak=True)
        if word in lists.DENOMINATORS and lists.DENOMINATORS[word] > 4 and word in lists.ORDINALS:
            return 0
        following = self._at(i + 2)
        if word == "third" and (following.low == "of" or following.kind != "word"):
            core = (self.tokens[i].start, self.tokens[i + 1].end)
            self._add(Kind.FRACTION, Fraction(1, 3), core, also=frozenset({Fraction(3)}), weak=True)
            return i + 2
        return 0

    def _cardinal(self, i: int) -> int:
        """A number in words, and what it turns out to be: an ordinal, a fraction, an amount."""
        total, below = 0, 0
        hundred = tens = ones = False
        smallest = 10**15
        last_scale = 1
        k = i
        while True:
            word = self._at(k)
            low = word.low
            if low in lists.TENS and not (tens or ones):
                below += lists.TENS[low]
                tens = True
            elif low in lists.ONES and not ones and (lists.ONES[low] < 10 or not tens):
                below += lists.ONES[low]
                ones = True
                tens = tens or lists.ONES[low] > 9
            elif low == "hundred" and not hundred and below:
                below *= 100
                hundred, tens, ones = True, False, False
                last_scale = 100
            elif low in lists.SCALES and below and lists.SCALES[low] < smallest:
                smallest = last_scale = lists.SCALES[low]
                total += below * smallest
                below = 0
                hundred = tens = ones = False
            elif (
                low in lists.ORDINALS
                and k > i
                and not ones
                and lists.ORDINALS[low] < 20
                and ((tens and lists.ORDINALS[low] < 10) or (not tens and (hundred or total)))
            ):
                return self._finish_ordinal(i, k + 1, Fraction(total + below + lists.ORDINALS[low]))
            else:
                break
            following = self._next_word(k + 1)
            if self._at(following).low == "and" and (hundred or total) and not (tens or ones):
                following = self._next_word(following + 1)
                if self._at(following).low not in {**lists.ONES, **lists.TENS}:
                    k += 1
                    break
            k = following
        after = self._last_word_before(k)
        value = Fraction(total + below)
        if self._at(self._next_word(after)).low == "dozen":
            after = self._next_word(after) + 1
            value *= 12
        denominator_at = self._next_word(after)
        denominator = lists.DENOMINATORS.get(self._at(denominator_at).low)
        if (
            denominator
            and value <= 20
            and (value == 1 or self._at(denominator_at).low.endswith("s"))
        ):
            core = (self.tokens[i].start, self.tokens[denominator_at].end)
            fraction = Fraction(int(value), denominator)
            # "two quarters" of a year are also just two, and 40 % may render two fifths.
            also = frozenset({value, fraction * 100})
            self._add(Kind.FRACTION, fraction, core, also=also)
            return denominator_at + 1
        if self._at(self._next_word(after)).low == "o" and self._at(after + 2).low == "clock":
            core = (self.tokens[i].start, self.tokens[after - 1].end)
            self._add(Kind.HOUR, value, core, also=frozenset({value + 12}))
            return after
        after, value = self._and_a_half(after, value, last_scale)
        # "nineteen eighty-four", "twenty eighteen": a year said in two halves.
        if 10 <= value <= 20 and self._at(after).low in lists.TENS and self._at(i - 1).low == "in":
            value = value * 100 + lists.TENS[self._at(after).low]
            after += 1
        # Part of a name, such as "Seven-Eleven", "Big Ten".
        is_name = self.tokens[i].text[0].isupper() and (
            self._at(i - 1).kind == "word" or self._at(i - 1).text in _DASHES
        )
        if self.tokens[i].text[0].isupper() and self._at(after).text in _DASHES:
            is_name = is_name or self._at(after + 1).text[:1].isupper()
        return self._amount(i, after, value, weak=value <= 1 or is_name)

    def _last_word_before(self, k: int) -> int:
        """k, or the place before the hyphen or the "and" that leads to k."""
        while self._at(k - 1).text in _DASHES or self._at(k - 1).low == "and":
            k -= 1
        return k

    def _fuzzy(self, i: int) -> int:
        """ "dozens", "hundreds of thousands", "several hundred", "a few million"."""
        low = self.tokens[i].low
        k = i + 1
        if low in lists.FEW:
            word = self._at(k).low
            size = {"hundred": 100, "dozen": 10, **lists.SCALES}.get(word, 0)
            if not size:
                return 0
            k += 1
        else:
            size = lists.FUZZY[low]
        following = self._at(k + 1).low if self._at(k).low == "of" else self._at(k).low
        larger = lists.FUZZY.get(following) or lists.SCALES.get(following)
        if larger and larger >= 1000:
            size *= larger
            k += 2 if self._at(k).low == "of" else 1
        unit = "year" if low == "decades" else None
        core = (self.tokens[i].start, self.tokens[k - 1].end)
        self._add(Kind.FUZZY, size, core, unit=unit)
        return k

    # ── months ────────────────────────────────────────────────────────────────────────────────

    def _is_month(self, i: int) -> bool:
        token = self._at(i)
        if token.kind != "word" or not token.text[0].isupper():
            return False
        if token.low in lists.MONTHS:
            return True
        if token.low not in lists.MONTH_ABBREVIATIONS:
            return False
        k = i + 2 if self._at(i + 1).text == "." else i + 1
        after, before = self._at(k), self._at(i - 1)
        return (after.kind == "number" and len(after.text) in {1, 2, 4}) or (
            before.kind == "number" or before.low in _ORDINAL_ENDINGS
        )

    def _month(self, i: int, day: tuple[tuple[int, int], Fraction] | None = None) -> int:
        """A month's name with the day before or after it and the year, if they stand there."""
        name = self.tokens[i]
        value = lists.MONTHS.get(name.low) or lists.MONTH_ABBREVIATIONS[name.low]
        group = day[0][0] if day else name.start
        month_at = len(self.found)
        if day:
            self._add(Kind.DAY, day[1], day[0], group=group)
        month_at = len(self.found)
        self._add(Kind.MONTH, value, (name.start, name.end), group=group)
        k = i + 1
        if self._at(k).text == "." and self._touches(i):
            k += 1
        has_more = day is not None
        while not day or len(self.found) == month_at + 1:
            number = self._at(k)
            if (
                number.kind != "number"
                or not number.text.isdigit()
                or not 1 <= int(number.text) <= 31
            ):
                break
            after = k + 1
            if self._at(after).low in _ORDINAL_ENDINGS and self._touches(k):
                after += 1
            if day or self._at(after).text in {":", "%"}:
                break
            core = (number.start, self.tokens[after - 1].end)
            self._add(Kind.DAY, int(number.text), core, group=group)
            has_more = True
            k = after
            if self._at(k).text in _DASHES and self._at(k + 1).kind == "number":
                k += 1
                continue
            break
        year_at = k + 1 if self._at(k).text == "," or self._at(k).low == "of" else k
        year = self._at(year_at)
        is_next_date = self._at(year_at + 1).text in {"-", "/"} and self._at(year_at + 3).text in {
            "-",
            "/",
        }
        if year.kind == "number" and _is_year(year.text) and not is_next_date:
            self._add(Kind.YEAR, int(year.text), (year.start, year.end), group=group)
            has_more = True
            k = year_at + 1
        if not has_more and name.low in {"may", "march"}:
            if self._at(i - 1).low not in _DATE_WORDS:
                del self.found[month_at]
            else:
                self.found[month_at] = replace(self.found[month_at], is_weak=True)
        return k


_ROMAN = {"II": 2, "III": 3, "IV": 4, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "XI": 11, "XII": 12}


def _value(digits: str) -> Fraction:
    return Fraction(digits.replace(",", "").replace(" ", ""))


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.isdigit() and 1000 <= int(digits) <= 2100


def _with_shared_units(found: list[Quantity], tokens: list[_Token]) -> list[Quantity]:
    """ "10-20%" and "2 to 3 million": the first number shares the second's unit and scale."""
    joints = {token.start for token in tokens if token.text in _DASHES or token.low in _JOINTS}
    if not joints:
        return found
    joined = list(found)
    for n in range(len(found) - 1):
        first, second = joined[n], found[n + 1]
        gap = range(first.span.end, second.span.start)
        if len(gap) > 6 or joints.isdisjoint(gap):
            continue
        if first.kind is Kind.YEAR and second.value < 100 and second.kind is Kind.NUMBER:
            century = first.value - first.value % 100
            joined[n + 1] = replace(second, also=second.also | {century + second.value})
            continue
        if first.kind not in {Kind.NUMBER, Kind.MONEY}:
            continue
        if first.unit is not None and second.unit not in {None, first.unit}:
            continue
        factor = _thousands(second.value)
        also = first.also
        if factor > 1 and first.value < 1000:
            also |= {first.value * factor}
        kind = second.kind if second.kind in {Kind.MONEY, Kind.PERCENT} else first.kind
        joined[n] = replace(first, kind=kind, unit=second.unit or first.unit, also=also)
        if first.kind is Kind.MONEY and second.kind is Kind.NUMBER and second.unit is None:
            joined[n + 1] = replace(second, kind=Kind.MONEY, unit=first.unit)
    return joined


_JOINTS = frozenset({"to", "and", "or"})


def _thousands(value: Fraction) -> int:
    """The largest power of a thousand that is not above the value."""
    return next((scale for scale in (10**12, 10**9, 10**6, 10**3) if value >= scale), 1)
