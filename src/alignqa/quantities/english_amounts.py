"""Reads what stands around an English numeral: scales, currencies, units, signs."""

from __future__ import annotations

from fractions import Fraction

from alignqa.quantities import english_words as lists
from alignqa.quantities.collector import NOTHING
from alignqa.quantities.english_dates import DATE_WORDS, DateReader
from alignqa.quantities.quantity import Kind

_ADJECTIVES = frozenset({"us", "u.s.", "american", "canadian", "australian", "full", "consecutive"})


class AmountReader(DateReader):
    """Takes a numeral that was read, of the tokens up to `after`, and adds what it counts; returns
    the place behind it."""

    def amount(
        self, i: int, after: int, value: Fraction, year_like: bool = False, weak: bool = False
    ) -> int:
        """A plain numeral of the tokens i to `after`, with its unit or sign if it has one."""
        core = (self.tokens[i].start, self.tokens[after - 1].end)
        if value == int(value) and 1 <= value <= 31 and after == i + 1:
            month = after + 1 if self.at(after).low == "of" else after
            if self.is_month(month) and self.at(month).text[0].isupper():
                return self.month(month, day=(core, value))
        if currency := self.currency_before(i):
            start = self.tokens[i - 1].start
            if currency != lists.CURRENCY_SYMBOLS.get(self.at(i - 1).text, currency):
                start = self.tokens[i - 2].start
            self.add(Kind.MONEY, value, core, (start, core[1]), unit=currency)
            return after
        mark = self.at(after)
        if (
            mark.text in lists.CURRENCY_SYMBOLS
            and self.touches(after - 1)
            and not (self.touches(after) and self.at(after + 1).kind == "number")
        ):
            unit = lists.CURRENCY_SYMBOLS[mark.text]
            self.add(Kind.MONEY, value, core, (core[0], mark.end), unit=unit)
            return after + 1
        k = self.next_word(after)
        word = self.at(k)
        if word.low in {"%", "percent", "percentage", "pct", "％"} or (
            word.low == "per" and self.at(k + 1).low == "cent"
        ):
            end = k + 1 if word.low == "per" else k
            self.add(
                Kind.PERCENT,
                value,
                core,
                (core[0], self.tokens[end].end),
                also=frozenset({value / 100}),
                # "100%" is often only "entirely".
                weak=value in (0, 100),
            )
            return end + 1
        if word.low == "basis" and self.at(k + 1).low in {"point", "points"}:
            span = (core[0], self.tokens[k + 1].end)
            part = value / 10_000
            self.add(
                Kind.PERCENT,
                value / 100,
                core,
                span,
                also=frozenset({part}),
                scale=Fraction(1, 100),
            )
            return k + 2
        if word.low in _ADJECTIVES:
            word = self.at(k + 1)
            if word.low in lists.CURRENCY_WORDS or word.low in lists.UNITS:
                k += 1
            else:
                word = self.at(k)
        if word.kind == "word" and word.low in lists.CURRENCY_WORDS:
            span = (core[0], word.end)
            unit = lists.CURRENCY_WORDS[word.low]
            self.add(Kind.MONEY, value, core, span, unit=unit, weak=weak and value < 100)
            return k + 1
        if word.low in {"square", "sq"}:
            unit_word = self.at(k + 1).low
            self.add(Kind.NUMBER, value, core, unit=lists.SQUARED.get(unit_word, "area"))
            return after
        if word.low == "x" and (self.at(k + 1).kind != "number"):
            self.add(Kind.MULTIPLE, value, core, (core[0], word.end))
            return k + 1
        if word.low in lists.LONG_UNITS:
            years = lists.LONG_UNITS[word.low]
            self.add(
                Kind.NUMBER,
                value * years,
                core,
                # 2世紀, but not 60年 for six decades.
                also=frozenset({value} if years == 100 else ()),
                unit="year",
                scale=Fraction(years),
                weak=weak,
            )
            return k + 1
        if word.low == "°" or word.low in {"degrees", "degree"}:
            letter = self.at(k + 1).low
            unit = {"f": "F", "fahrenheit": "F"}.get(letter, "degree")
            self.add(Kind.NUMBER, value, core, unit=unit)
            return k + 1
        found_unit = lists.UNITS.get(word.low) if word.kind == "word" else None
        if found_unit == "m" and not (self.touches(after - 1) or len(word.text) > 1):
            found_unit = None
        also = NOTHING
        if self.at(after - 1).low == "k":
            also = frozenset({value / 1000})
        if word.text == "㎡":
            found_unit = "m2"
        if found_unit == "m" and word.low == "m":
            also = frozenset({value * 10**6})
        if found_unit == "times" and word.low == "time":
            found_unit = None
        before = self.at(i - 1).low
        if value % 100 == 0 and before not in DATE_WORDS | {"year"}:
            year_like = False
        if year_like and found_unit is None:
            self.add(Kind.YEAR, value, core)
            return after
        self.add(Kind.NUMBER, value, core, also=also, unit=found_unit, weak=weak or value == 0)
        return after

    def finish_ordinal(self, i: int, after: int, value: Fraction) -> int:
        """An ordinal that ends before token `after`: of a month, of a century, or plain."""
        core = (self.tokens[i].start, self.tokens[after - 1].end)
        month = after + 1 if self.at(after).low == "of" else after
        if value <= 31 and self.is_month(month):
            return self.month(month, day=(core, value))
        following = self.at(self.next_word(after)).low
        if following in {"century", "centuries"}:
            end = self.next_word(after)
            span = (core[0], self.tokens[end].end)
            self.add(Kind.CENTURY, value, core, span)
            return end + 1
        is_word = self.tokens[i].kind == "word"
        # "second" is a unit and an adverb, "first" an adverb; a "third" may be a fraction.
        weak = value <= 2 and is_word
        also = NOTHING
        if is_word and self.at(i - 1).low in {"a", "one"} and value > 2:
            also = frozenset({1 / value})
        elif self._is_part(i, after, value):
            self.add(Kind.FRACTION, 1 / value, core, also=frozenset({value}))
            return after
        self.add(Kind.ORDINAL, value, core, also=also, weak=weak)
        return after

    def _is_part(self, i: int, after: int, value: Fraction) -> bool:
        """ "the eastern third of the island": no third one, of which there is only one."""
        before = self.at(i - 1)
        is_plain = self.tokens[i].low in {"third", "quarter", "fifth"} and value > 2
        is_described = before.kind == "word" and before.low not in lists.DETERMINERS
        return is_plain and is_described and self.at(after).low == "of" and before.text.islower()

    def scales(self, after: int, value: Fraction) -> tuple[int, Fraction, int]:
        """ "million" and its like behind a numeral; returns the last scale, 1 for none."""
        scaled = 1
        attached = self.at(after)
        if attached.kind == "word" and self.touches(after - 1):
            short = lists.SHORT_SCALES.get(attached.low) or lists.SCALES.get(attached.low)
            # "2.0bN" is no billion.
            is_even = attached.text.islower() or attached.text.isupper() or attached.text.istitle()
            money = self.currency_before(after - 1) is not None
            if (
                short
                and is_even
                and (money or attached.low in {"k", "bn", "mn", "tn", *lists.SCALES})
            ):
                return after + 1, value * short, short
            return after, value, 1
        while True:
            word = self.at(self.next_word(after))
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
            after = self.next_word(after) + 1

    def and_a_half(self, after: int, value: Fraction, scaled: int) -> tuple[int, Fraction]:
        """ "and a half" behind a numeral with its scale: the place behind it, and the value."""
        words = [self.at(after + k).low for k in range(3)]
        if words[0] == "and" and words[1] in {"a", "one"} and words[2] in {"half", "quarter"}:
            part = Fraction(1, 2 if words[2] == "half" else 4)
            scale_after = self.at(after + 3).low
            if scaled == 1 and scale_after in lists.SCALES:
                return after + 4, (value + part) * lists.SCALES[scale_after]
            return after + 3, value + part * scaled
        return after, value

    def currency_before(self, i: int) -> str | None:
        """The currency written right before token i."""
        before = self.at(i - 1)
        if before.text in lists.CURRENCY_SYMBOLS:
            name = self.at(i - 2)
            if before.text == "$" and name.end == before.start and name.low in lists.DOLLARS:
                return lists.DOLLARS[name.low]
            return lists.CURRENCY_SYMBOLS[before.text]
        if before.text.isupper():
            return lists.CURRENCY_CODES.get(before.low)
        return None
