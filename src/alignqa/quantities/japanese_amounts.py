"""Japanese numerals with what stands behind them: counters, units, currencies, parts of a hundred."""

from __future__ import annotations

import re
from fractions import Fraction

from alignqa.quantities.collector import NOTHING
from alignqa.quantities.japanese_dates import DateReader
from alignqa.quantities.japanese_scanner import KANJI
from alignqa.quantities.japanese_words import CURRENCY_PREFIXES
from alignqa.quantities.kanji import numeral_value
from alignqa.quantities.quantity import Kind
from alignqa.quantities.units import CELSIUS, FAHRENHEIT, TURN

_FRACTION = re.compile(rf"分の(?P<top>\d+|[{KANJI}]+)")
_AND_A_HALF = re.compile("半(?!ば)")
# 1か月半 is a month and a half.
_HALVED = frozenset({"minute", "hour", "week", "month", "year"})
# 9秒58 is 9.58 seconds, and 8メートル90 is 8.90 metres.
_TIMED_OR_MEASURED: frozenset[str | None] = frozenset({"second", "m"})
# In minutes.
_HALF_OF_A_MATCH = 45
_DIGITS_BEHIND = re.compile(r"\d{1,2}(?![\d.,:/-])")
# 1ユーロ=160円 is "160 to the euro", 1株当たり "per share".
_FOR_ONE = re.compile(r" ?=|[当あ]たり|につき")
# 149円52〜54銭 is 149.52 to 54.
_SEN = re.compile(r"(\d{1,2})(?=(?:[~-]\d{1,2})?銭)")


class AmountReader(DateReader):
    """Reads what a numeral counts."""

    def fraction(self, core: tuple[int, int], value: Fraction) -> int:
        """3分の2."""
        match = _FRACTION.match(self.text, core[1])
        if not match or not value:
            return 0
        top = numeral_value(match["top"])
        if top is None:
            return 0
        fraction = top / value
        span = (core[0], match.end())
        self.add(Kind.FRACTION, fraction, span, also=frozenset({fraction * 100, top}))
        return match.end()

    def counted(self, core: tuple[int, int], value: Fraction, is_kanji: bool) -> int:
        """A numeral with its counter, unit or sign."""
        start, end = core
        if self.text.startswith("二度と", start):
            # Never again.
            return end
        suffix, word = self.suffix(end)
        # 一 is part of many words that count nothing; 1 is written to be counted.
        weak = value == 0 or (value == 1 and is_kanji)
        before = self.text[start - 1] if start else ""
        if before in CURRENCY_PREFIXES:
            currency = CURRENCY_PREFIXES[before]
            if suffix and suffix.kind is Kind.MONEY:
                currency = suffix.unit or currency
            self.add(Kind.MONEY, value, core, (start - 1, end), unit=currency)
            return end
        if suffix is None:
            if before == "第":
                self.add(Kind.ORDINAL, value, core, (start - 1, end), weak=weak)
            else:
                doubtful = is_kanji and not self._is_long(core)
                self.add(Kind.NUMBER, value, core, weak=weak or doubtful)
            return end
        after = end + len(word)
        word = word.strip()
        kind, unit, scale, inside = suffix
        if unit == TURN:
            unit = self._heat(start)
        span = (start, after) if inside else core
        also = NOTHING
        if before == "第":
            self.add(Kind.ORDINAL, value, core, (start - 1, end), weak=weak, unit=None)
            return after
        if kind is Kind.DECADE:
            return self.decade(core, value, word)
        if word == "割":
            tenths = re.compile(r"(\d|[一二三四五六七八九])分").match(self.text, after)
            also = frozenset({value / 10})
            extra = Fraction(0)
            if tenths and (part := numeral_value(tenths[1])) is not None:
                extra, after = part, tenths.end()
                span = (start, after)
            self.add(kind, value * 10 + extra, core, span, also, scale=scale, weak=weak)
            return after
        if kind is Kind.PERCENT:
            value *= scale
            also = frozenset({value / 100})
            # "100%" is often only "entirely".
            weak = value in (0, 100)
        if unit == "minute" and self.text.endswith("後半", 0, start):
            # The 60th minute of a match.
            also = frozenset({value + _HALF_OF_A_MATCH})
        if (unit in _HALVED or kind is Kind.MULTIPLE) and _AND_A_HALF.match(self.text, after):
            also = frozenset({value})
            value += Fraction(1, 2)
            after += 1
        if behind := self._part_behind(after, unit):
            value += behind[0]
            core = span = (start, behind[1])
            after = behind[1]
        if kind is Kind.MULTIPLE or kind is Kind.MONEY:
            weak = False
        if value == 1 and _FOR_ONE.match(self.text, after):
            weak = True
        self.add(kind, value, core, span, also, unit, scale=scale, weak=weak)
        return after

    def _part_behind(self, end: int, unit: str | None) -> tuple[Fraction, int] | None:
        """What follows a unit as a part of it, and where that ends: 9秒58, 150円25銭."""
        if unit == "JPY" and (sen := _SEN.match(self.text, end)):
            end = sen.end()
            return Fraction(int(sen[1]), 100), end + self.text.startswith("銭", end)
        digits = _DIGITS_BEHIND.match(self.text, end) if unit in _TIMED_OR_MEASURED else None
        if digits is None or self.suffix(digits.end())[0] is not None:
            return None
        return Fraction(int(digits[0]), 10 ** len(digits[0])), digits.end()

    def _heat(self, start: int) -> str:
        """The unit of 度, by what stands in front of the numeral."""
        before = self.text[max(0, start - 2) : start]
        return {"華氏": FAHRENHEIT, "カ氏": FAHRENHEIT, "摂氏": CELSIUS, "セ氏": CELSIUS}.get(
            before, TURN
        )

    def _is_long(self, core: tuple[int, int]) -> bool:
        """百二十 and 三千 are numerals on their own; 二, 千 and 万 may be parts of a name."""
        return core[1] - core[0] > 1
