"""Reads the English numerals in words: cardinals, ordinals, fractions, "dozens"."""

from __future__ import annotations

from fractions import Fraction

from alignqa.quantities import english_words as lists
from alignqa.quantities.english_amounts import AmountReader
from alignqa.quantities.english_scanner import DASHES
from alignqa.quantities.quantity import Kind

_ROMAN = {"II": 2, "III": 3, "IV": 4, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "XI": 11, "XII": 12}

_PARTS_OF_AN_HOUR = {"quarter": 15, "half": 30}
# With an article, these are a length of time: 一週間. "a day" and "a minute" are idioms.
_LONG_TIMES = frozenset({"hour", "week", "month", "year"})


class WordReader(AmountReader):
    """Each reader takes the place of a word and returns the place behind what it read, or 0."""

    def word(self, i: int) -> int:
        """A word that says a number, or nothing."""
        token = self.tokens[i]
        low = token.low
        if self.is_month(i):
            return self.month(i)
        if low in _PARTS_OF_AN_HOUR and (after := self.part_of_an_hour(i, _PARTS_OF_AN_HOUR[low])):
            return after
        if low in {"a", "an", "half", "quarter"} and (after := self._article(i)):
            return after
        if low in lists.ONES or low in lists.TENS:
            return self._cardinal(i)
        if low in lists.ORDINALS or low in lists.LARGE_ORDINALS:
            value = lists.ORDINALS.get(low) or lists.LARGE_ORDINALS[low]
            return self.finish_ordinal(i, i + 1, Fraction(value))
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
                return self.amount(i, k + 1, part * scale)
            if (word in lists.LONG_UNITS or lists.UNITS.get(word) in _LONG_TIMES) and k > i + 1:
                return self.amount(i, k, part)
            return 0
        word = self.at(i + 1).low
        if self._is_length_of_time(i):
            after, value = self.and_a_half(i + 2, Fraction(1), 1)
            core = (self.tokens[i].start, self.tokens[i].end)
            self.add(Kind.NUMBER, value, core, unit=lists.UNITS[word], weak=True)
            return after
        if word in {"hundred", "dozen", *lists.SCALES}:
            after, value, scaled = self.scales(i + 1, Fraction(1))
            after, value = self.and_a_half(after, value, scaled)
            return self.amount(i, after, value, weak=True)
        if word in lists.DENOMINATORS and lists.DENOMINATORS[word] > 4 and word in lists.ORDINALS:
            return 0
        following = self.at(i + 2)
        is_joined = following.text in DASHES and self.touches(i + 1)
        if (
            word == "third"
            and not is_joined
            and (following.low in {"of", "the"} or following.kind != "word")
        ):
            core = (self.tokens[i].start, self.tokens[i + 1].end)
            self.add(Kind.FRACTION, Fraction(1, 3), core, also=frozenset({Fraction(3)}), weak=True)
            return i + 2
        return 0

    def _is_length_of_time(self, i: int) -> bool:
        """ "a week", also where something happens in it: "twice a week", 1週間に2回."""
        word = self.at(i + 1).low
        return lists.UNITS.get(word) in _LONG_TIMES and not word.endswith("s")

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
                return self.finish_ordinal(i, k + 1, Fraction(total + below + lists.ORDINALS[low]))
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
        after, value = self.and_a_half(after, value, last_scale)
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
        return self.amount(i, after, value, weak=value <= 1 or is_name)

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
