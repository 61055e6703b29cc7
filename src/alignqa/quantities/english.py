"""Reads the quantities of an English text.

The text is cut into numbers, words and marks, and read once from left to right: each reader below
looks a few words ahead and behind, so the time is linear in the length of the text.
"""

from __future__ import annotations

from fractions import Fraction

from alignqa.quantities import english_words as lists
from alignqa.quantities.english_dates import (
    AFTER_NOON,
    BEFORE_NOON,
    DATE_WORDS,
    ORDINAL_ENDINGS,
    DateReader,
)
from alignqa.quantities.english_ranges import with_shared_units
from alignqa.quantities.english_scanner import DASHES, NOTHING, is_year, value_of
from alignqa.quantities.quantity import Kind, Quantity

_ADJECTIVES = frozenset({"us", "u.s.", "american", "canadian", "australian", "full", "consecutive"})
_APOSTROPHES = frozenset("'’‘`")


def read_english(text: str) -> tuple[Quantity, ...]:
    """The quantities of an English text, in order."""
    return _Reader(text).read()


class _Reader(DateReader):
    """Reads the numerals, in digits and in words, and what stands around them."""

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
        return tuple(with_shared_units(self.found, self.tokens))

    # ── numbers in digits ─────────────────────────────────────────────────────────────────────

    def _digits(self, i: int) -> int:
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
        over = self.at(i + 2)
        if over.text == "/" and not self.touches(i) and self.at(i + 3).kind == "number":
            # "3 1/2"
            top, bottom = value_of(self.at(i + 1).text), value_of(self.at(i + 3).text)
            is_tight = self.touches(i + 1) and self.touches(i + 2)
            if is_tight and 0 < top < bottom and bottom in {2, 3, 4, 5, 8, 16}:
                return self._amount(i, i + 4, value + top / bottom)
        after, value, scaled = self._scales(after, value)
        after, value = self._and_a_half(after, value, scaled)
        return self._amount(i, after, value, year_like=is_year(token.text) and after == i + 1)

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
        return self._finish_ordinal(i, i + 2, value_of(token.text))

    def _finish_ordinal(self, i: int, after: int, value: Fraction) -> int:
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
        self.add(Kind.ORDINAL, value, core, also=also, weak=weak)
        return after

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

    def _scales(self, after: int, value: Fraction) -> tuple[int, Fraction, int]:
        """ "million" and its like behind a numeral; returns the last scale, 1 for none."""
        scaled = 1
        attached = self.at(after)
        if attached.kind == "word" and self.touches(after - 1):
            short = lists.SHORT_SCALES.get(attached.low) or lists.SCALES.get(attached.low)
            money = self._currency_before(after - 1) is not None
            if short and (money or attached.low in {"k", "bn", "mn", "tn", *lists.SCALES}):
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

    def _and_a_half(self, after: int, value: Fraction, scaled: int) -> tuple[int, Fraction]:
        words = [self.at(after + k).low for k in range(3)]
        if words[0] == "and" and words[1] in {"a", "one"} and words[2] in {"half", "quarter"}:
            part = Fraction(1, 2 if words[2] == "half" else 4)
            scale_after = self.at(after + 3).low
            if scaled == 1 and scale_after in lists.SCALES:
                return after + 4, (value + part) * lists.SCALES[scale_after]
            return after + 3, value + part * scaled
        return after, value

    def _currency_before(self, i: int) -> str | None:
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

    # ── what follows a numeral ────────────────────────────────────────────────────────────────

    def _amount(
        self, i: int, after: int, value: Fraction, year_like: bool = False, weak: bool = False
    ) -> int:
        """A plain numeral of the tokens i to `after`, with its unit or sign if it has one."""
        core = (self.tokens[i].start, self.tokens[after - 1].end)
        if value == int(value) and 1 <= value <= 31 and after == i + 1:
            month = after + 1 if self.at(after).low == "of" else after
            if self.is_month(month) and self.at(month).text[0].isupper():
                return self.month(month, day=(core, value))
        if currency := self._currency_before(i):
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
                also=frozenset({value}),
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

    # ── words ─────────────────────────────────────────────────────────────────────────────────

    def _word(self, i: int) -> int:
        token = self.tokens[i]
        low = token.low
        if self.is_month(i):
            return self.month(i)
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
            self.add(Kind.DECADE, value, core, also=also)
        elif low in lists.WEAK_WORDS:
            kind, weak_value, unit = lists.WEAK_WORDS[low]
            self.add(kind, weak_value, core, unit=unit, weak=True)
        elif token.text in _ROMAN and self.at(i - 1).text[:1].isupper():
            self.add(Kind.LABEL, _ROMAN[token.text], core, weak=True)
        return i + 1

    def _article(self, i: int) -> int:
        """ "a hundred", "half a million", "a quarter of a million", "a third"."""
        low = self.tokens[i].low
        if low in {"half", "quarter"}:
            part = Fraction(1, 2 if low == "half" else 4)
            k = i + 1
            if self.at(k).low == "of":
                k += 1
            if self.at(k).low in {"a", "an"} or (
                self.at(k).text in DASHES and self.touches(i) and self.touches(k)
            ):
                k += 1
            word = self.at(k).low
            scale = lists.SCALES.get(word) or {"dozen": 12, "hundred": 100}.get(word)
            if scale and k > i + 1:
                return self._amount(i, k + 1, part * scale)
            if word in lists.LONG_UNITS and k > i + 1:
                return self._amount(i, k, part)
            return 0
        word = self.at(i + 1).low
        if word in {"hundred", "dozen", *lists.SCALES}:
            after, value, scaled = self._scales(i + 1, Fraction(1))
            after, value = self._and_a_half(after, value, scaled)
            return self._amount(i, after, value, weak=True)
        if word in lists.DENOMINATORS and lists.DENOMINATORS[word] > 4 and word in lists.ORDINALS:
            return 0
        following = self.at(i + 2)
        if word == "third" and (following.low == "of" or following.kind != "word"):
            core = (self.tokens[i].start, self.tokens[i + 1].end)
            self.add(Kind.FRACTION, Fraction(1, 3), core, also=frozenset({Fraction(3)}), weak=True)
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
            word = self.at(k)
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
            following = self.next_word(k + 1)
            if self.at(following).low == "and" and (hundred or total) and not (tens or ones):
                following = self.next_word(following + 1)
                if self.at(following).low not in {**lists.ONES, **lists.TENS}:
                    k += 1
                    break
            k = following
        after = self._last_word_before(k)
        value = Fraction(total + below)
        if self.at(self.next_word(after)).low == "dozen":
            after = self.next_word(after) + 1
            value *= 12
        denominator_at = self.next_word(after)
        denominator = lists.DENOMINATORS.get(self.at(denominator_at).low)
        if (
            denominator
            and value <= 20
            and (value == 1 or self.at(denominator_at).low.endswith("s"))
        ):
            core = (self.tokens[i].start, self.tokens[denominator_at].end)
            fraction = Fraction(int(value), denominator)
            # "two quarters" of a year are also just two, and 40 % may render two fifths.
            also = frozenset({value, fraction * 100})
            self.add(Kind.FRACTION, fraction, core, also=also)
            return denominator_at + 1
        if self.at(self.next_word(after)).low == "o" and self.at(after + 2).low == "clock":
            core = (self.tokens[i].start, self.tokens[after - 1].end)
            self.add(Kind.HOUR, value, core, also=frozenset({value + 12}))
            return after
        after, value = self._and_a_half(after, value, last_scale)
        # "nineteen eighty-four", "twenty eighteen": a year said in two halves.
        if 10 <= value <= 20 and self.at(after).low in lists.TENS and self.at(i - 1).low == "in":
            value = value * 100 + lists.TENS[self.at(after).low]
            after += 1
        # Part of a name, such as "Seven-Eleven", "Big Ten".
        is_name = self.tokens[i].text[0].isupper() and (
            self.at(i - 1).kind == "word" or self.at(i - 1).text in DASHES
        )
        if self.tokens[i].text[0].isupper() and self.at(after).text in DASHES:
            is_name = is_name or self.at(after + 1).text[:1].isupper()
        return self._amount(i, after, value, weak=value <= 1 or is_name)

    def _last_word_before(self, k: int) -> int:
        """k, or the place before the hyphen or the "and" that leads to k."""
        while self.at(k - 1).text in DASHES or self.at(k - 1).low == "and":
            k -= 1
        return k

    def _fuzzy(self, i: int) -> int:
        """ "dozens", "hundreds of thousands", "several hundred", "a few million"."""
        low = self.tokens[i].low
        k = i + 1
        if low in lists.FEW:
            word = self.at(k).low
            size = {"hundred": 100, "dozen": 10, **lists.SCALES}.get(word, 0)
            if not size:
                return 0
            k += 1
        else:
            size = lists.FUZZY[low]
        following = self.at(k + 1).low if self.at(k).low == "of" else self.at(k).low
        larger = lists.FUZZY.get(following) or lists.SCALES.get(following)
        if larger and larger >= 1000:
            size *= larger
            k += 2 if self.at(k).low == "of" else 1
        unit = "year" if low == "decades" else None
        core = (self.tokens[i].start, self.tokens[k - 1].end)
        self.add(Kind.FUZZY, size, core, unit=unit)
        return k


_ROMAN = {"II": 2, "III": 3, "IV": 4, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "XI": 11, "XII": 12}
