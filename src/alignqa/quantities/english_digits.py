"""Reads the English numerals in digits, and what digits name."""

from __future__ import annotations

from fractions import Fraction

from alignqa.quantities import english_words as lists
from alignqa.quantities.english_amounts import AmountReader
from alignqa.quantities.english_dates import AFTER_NOON, BEFORE_NOON, ORDINAL_ENDINGS
from alignqa.quantities.english_scanner import DASHES, is_year, value_of
from alignqa.quantities.quantity import Kind

_APOSTROPHES = frozenset("'’‘`")


class DigitReader(AmountReader):
    """Each reader takes the place of a number token and returns the place behind what it read, or 0."""

    def digits(self, i: int) -> int:
        """Whatever a number token begins: a date, a label, a clock time, an amount."""
        token = self.tokens[i]
        for reader in (self.numeric_date, self._label, self.clock, self._ordinal, self._decade):
            if after := reader(i):
                return after
        value = value_of(token.text)
        after = i + 1
        if self.at(i - 1).text in _APOSTROPHES and self.touches(i - 1) and len(token.text) == 2:
            also = frozenset({value + 1900, value + 2000})
            self.add(Kind.YEAR, value, (token.start, token.end), also=also, weak=True)
            return after
        is_over = self.at(i + 2).text == "/" and not self.touches(i)
        if is_over and self.at(i + 1).kind == self.at(i + 3).kind == "number":
            # "3 1/2"
            top, bottom = value_of(self.at(i + 1).text), value_of(self.at(i + 3).text)
            is_tight = self.touches(i + 1) and self.touches(i + 2)
            if is_tight and 0 < top < bottom and bottom in {2, 3, 4, 5, 8, 16}:
                return self.amount(i, i + 4, value + top / bottom)
        if (era := lists.ERAS.get(self.at(i - 1).low)) and value.denominator == 1:
            core, start = (token.start, token.end), self.tokens[i - 1].start
            also = frozenset({value})
            self.add(Kind.YEAR, value + era, core, (start, token.end), also, offset=era)
            return after
        after, value, scaled = self.scales(after, value)
        after, value = self.and_a_half(after, value, scaled)
        return self.amount(i, after, value, year_like=is_year(token.text) and after == i + 1)

    def _label(self, i: int) -> int:
        """Digits that name something: "G7", "COVID-19", "1.2.3", a telephone number."""
        token, before = self.tokens[i], self.at(i - 1)
        start = i
        if before.kind == "word" and before.end == token.start:
            is_size = before.low == "x" and self.at(i - 2).kind == "number"
            if (
                is_size
                or before.low in lists.CURRENCY_CODES
                or before.low in lists.PLAIN_PREFIXES
                or before.low == "rs"
            ):
                return 0
            start = i - 1
        elif before.text in DASHES and before.end == token.start and self.touches(i - 2):
            name = self.at(i - 2)
            if name.kind == "word" and name.text[0].isupper() and not self.is_month(i - 2):
                start = i - 2
        end = i
        while True:
            following = self.at(end + 1)
            if (
                following.text in {".", "-"}
                and self.touches(end)
                and self.touches(end + 1)
                and self.at(end + 2).kind == "number"
            ):
                end += 2
            else:
                break
        is_chain = end - i >= 4 or (end - i == 2 and self.at(i + 1).text == ".")
        if is_chain and start == i:
            # Each of its parts may be copied, or be a score that is written in another way.
            for part in self.tokens[i : end + 1 : 2]:
                core = (part.start, part.end)
                self.add(Kind.LABEL, value_of(part.text), core, unit="", weak=True)
            return end + 1
        if not is_chain:
            end = i
        letters = self.at(end + 1)
        if (
            letters.kind == "word"
            and self.touches(end)
            and letters.low not in lists.SHORT_SCALES
            and letters.low not in lists.SCALES
            and letters.low not in lists.UNITS
            and letters.low not in lists.CURRENCY_WORDS
            and (len(letters.text) < 3 or not letters.text.islower())
            and letters.low not in ORDINAL_ENDINGS | BEFORE_NOON | AFTER_NOON | {"s", "x", "yo"}
        ) or (
            letters.kind == "word"
            and self.touches(end)
            and letters.text in {"K", "G", "D"}
            and self.at(i - 1).text not in lists.CURRENCY_SYMBOLS
        ):
            end += 1
            is_chain = True
        if start == i and not is_chain:
            return 0
        stem = "".join(t.low for t in self.tokens[start : end + 1] if t.kind == "word")
        span = (self.tokens[start].start, self.tokens[end].end)
        self.add(
            Kind.LABEL,
            value_of(token.text),
            (token.start, token.end) if not is_chain or end == i + 1 else span,
            span,
            unit=stem,
            weak=end - i >= 2,
        )
        return end + 1

    def _ordinal(self, i: int) -> int:
        token, ending = self.tokens[i], self.at(i + 1)
        if not (self.touches(i) and ending.low in ORDINAL_ENDINGS):
            return 0
        return self.finish_ordinal(i, i + 2, value_of(token.text))

    def _decade(self, i: int) -> int:
        """1990s, '90s, 30s, 1990's."""
        token = self.tokens[i]
        if not (token.text.isdigit() and len(token.text) in {2, 4} and token.text.endswith("0")):
            return 0
        after = i + 1
        if self.at(after).text in {"'", "’"} and self.touches(i):
            after += 1
        if self.at(after).text != "s" or not self.touches(after - 1):
            return 0
        value = int(token.text)
        also = frozenset(map(Fraction, (1900 + value, 2000 + value) if value < 100 else ()))
        if value % 100 == 0:
            # "the 1800s" is a century.
            also |= {Fraction(value // 100 + 1)}
        self.add(
            Kind.DECADE,
            value,
            (token.start, token.end),
            (token.start, self.tokens[after].end),
            also,
        )
        return after + 1
