"""What a text says in numbers: one value with its place, its kind and its unit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from alignqa.text import Span


class Kind(StrEnum):
    """What a value counts. A date or a clock time is read as its parts, one quantity each."""

    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    FRACTION = "fraction"
    MULTIPLE = "multiple"
    ORDINAL = "ordinal"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"
    DECADE = "decade"
    CENTURY = "century"
    # An order of magnitude: "dozens" and 数十 are 10, "hundreds" and 数百 are 100.
    FUZZY = "fuzzy"
    # Digits inside a name: "G7", "COVID-19", "1.2.3".
    LABEL = "label"

    @property
    def is_date(self) -> bool:
        return self in {Kind.YEAR, Kind.MONTH, Kind.DAY}

    @property
    def is_clock(self) -> bool:
        return self in {Kind.HOUR, Kind.MINUTE}


class Bound(StrEnum):
    """On which side of a count the text leaves room, and whether the count itself is meant."""

    ABOVE = "above"
    AT_LEAST = "at least"
    BELOW = "below"
    AT_MOST = "at most"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One value of a text.

    `span` covers the numeral with what belongs to its writing (a currency, a percent sign, 年),
    `core` the numeral alone. `value` is exact: the core's own value × `scale` + `offset`, so that
    3割 has the core value 3, the scale 10 and the value 30 per cent, and 令和元年 the offset 2018.
    `also` holds other values that the same words may mean: 18年 may be 2018, "3:30" may be 15:30.

    `is_weak` marks words whose absence from a translation says nothing: "one", "once", "second".
    `group` joins the parts of one date or clock time: the place where it begins, or `None`.
    `unit` names the unit in a way common to both languages, such as `km`, `JPY` or `person`;
    `None` when it is not known. A label's `unit` is its letters.
    `bound` is said by the words around the numeral: "more than 3" is above 3, 4人以上 at least 4;
    `bound_words` are these words.
    """

    span: Span
    core: Span
    kind: Kind
    value: Fraction
    also: frozenset[Fraction] = frozenset()
    unit: str | None = None
    scale: Fraction = Fraction(1)
    offset: int = 0
    is_weak: bool = False
    is_approximate: bool = False
    group: int | None = None
    bound: Bound | None = None
    bound_words: Span | None = None

    @property
    def readings(self) -> frozenset[Fraction]:
        """Every value that the words may mean."""
        return self.also | {self.value}
