"""Which value of the source gave way to which of the translation."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from alignqa.quantities.matching import MOST_LEFT, Comparison
from alignqa.quantities.quantity import Kind, Quantity
from alignqa.quantities.sameness import bound_the_same, significant
from alignqa.quantities.units import COUNT, POINT, POUND, TURN, are_one, conflict, is_measure
from alignqa.text import Span

# From here on a value is rarely said by chance.
_TELLING = 1000
_HANDFUL = 10
_SELDOM = frozenset({Kind.ORDINAL, Kind.FRACTION, Kind.MULTIPLE})
_OCCURRENCES = frozenset({"times", TURN})


@dataclass(frozen=True, slots=True)
class Change:
    """A value of the source whose place another value takes in the target.

    `closeness` says how surely the two words mean the same thing: 3 the same unit or part of a
    date, 2 the same kind, 1 kinds that may go together.
    """

    source: Quantity
    target: Quantity
    closeness: int

    @property
    def power_of_ten(self) -> int:
        """n where the target is the source × 10ⁿ, 0 where it is not, or not by a power of ten."""
        return power_of_ten(self.source.value, self.target.value)


def power_of_ten(a: Fraction, b: Fraction) -> int:
    """n where b is a × 10ⁿ, 0 where it is not."""
    if not a or not b:
        return 0
    ratio, n = b / a, 0
    while ratio.denominator == 1 and ratio.numerator % 10 == 0:
        ratio, n = ratio / 10, n + 1
    while ratio.numerator == 1 and ratio.denominator % 10 == 0:
        ratio, n = ratio * 10, n - 1
    return n if ratio == 1 else 0


def changes(
    comparison: Comparison, source_length: int = 1, target_length: int = 1
) -> tuple[Change, ...]:
    """The likeliest pairs of what is left over on both sides, in order of the source.

    The lengths of the texts, in code points, let quantities of a like place be preferred.
    """
    said_twice = _years_said_twice(comparison)
    contradicting = {change.target for change in said_twice}
    sources = comparison.source_only
    targets = [q for q in comparison.target_only if q not in contradicting]
    if not sources or not targets or max(len(sources), len(targets)) > MOST_LEFT:
        return said_twice
    said = [ours for ours, _ in comparison.matched]
    are_alone = len(sources) == len(targets) == 1
    candidates: list[tuple[int, int, int, float, Span, Span, Quantity, Quantity]] = []
    for s in sources:
        for t in targets:
            closeness = _closeness(s, t)
            if not closeness or not _is_telling(s, t, closeness, comparison.echoes, are_alone):
                continue
            if any(ours.value == s.value and bound_the_same(ours, t) for ours in said):
                # "less than 6, or 6 and more": 5以下か6以上
                continue
            apart = abs(s.span.start / source_length - t.span.start / target_length)
            doubts = s.is_weak + t.is_weak
            candidates.append((-closeness, doubts, _unlike(s, t), apart, s.span, t.span, s, t))
    candidates.sort(key=lambda candidate: candidate[:6])
    used_sources: set[Quantity] = set()
    used_targets: set[Quantity] = set()
    found = list(said_twice)
    for minus_closeness, _, _, _, _, _, s, t in candidates:
        if s not in used_sources and t not in used_targets:
            used_sources.add(s)
            used_targets.add(t)
            found.append(Change(s, _uncrossed(s, t, comparison), -minus_closeness))
    return tuple(sorted(found, key=lambda change: change.source.span))


def _uncrossed(source: Quantity, target: Quantity, comparison: Comparison) -> Quantity:
    """Of several quantities of the target's value, the one that keeps the order of the texts."""
    for other_source, other in comparison.matched:
        if (
            (other.kind, other.value, other.unit) == (target.kind, target.value, target.unit)
            and source.span < other_source.span
            and other.span < target.span
        ):
            return other
    return target


def _years_said_twice(comparison: Comparison) -> tuple[Change, ...]:
    """2006年（平成17年）: one of the two is the year of the source, and the other is another."""
    return tuple(
        Change(ours, wrong, 3)
        for wrong in comparison.target_only
        for ours, right in comparison.matched
        if wrong.kind is right.kind is ours.kind is Kind.YEAR
        and wrong.value != ours.value
        and bool(wrong.offset) is not bool(right.offset)
        and not (wrong.is_weak or right.is_weak)
        and 1 in {wrong.span.start - right.span.end, right.span.start - wrong.span.end}
    )


def _is_telling(
    source: Quantity,
    target: Quantity,
    closeness: int,
    echoes: frozenset[Quantity],
    are_alone: bool,
) -> bool:
    """The two values cannot be left over by chance. `are_alone`: nothing else is left over."""
    echoing = (source in echoes) + (target in echoes)
    if echoing == 2:
        return False
    is_weak = source.is_weak or target.is_weak
    if echoing and closeness < 3 and not power_of_ten(source.value, target.value):
        # "aged six and six" for 6歳 and 9歳: one of them has lost its counterpart.
        is_alike = source.kind is target.kind and _are_of_a_size(source, target)
        return are_alone and not is_weak and is_alike
    if source.is_weak and target.is_weak:
        return closeness == 3 and not echoing and _is_of_a_kind(source, target)
    if is_weak:
        # A weak word counts where what it counts is said: "second" with 五番目, "twice" with 9回.
        # A year of an era that is not known says nothing.
        if source.kind is Kind.YEAR or target.kind is Kind.YEAR:
            return are_alone and not echoing and closeness == 2 and _are_of_a_size(source, target)
        if echoing:
            return are_alone and closeness == 3 and source.kind is target.kind is Kind.ORDINAL
        return closeness == 3 or (are_alone and _may_be_counts(source, target))
    return True


def _may_be_counts(a: Quantity, b: Quantity) -> bool:
    """A handful of things on either side: "both" with 三つ."""
    return a.kind is b.kind is Kind.NUMBER and all(
        q.value <= _HANDFUL and not is_measure(q.unit) for q in (a, b)
    )


def _are_of_a_size(a: Quantity, b: Quantity) -> bool:
    """Neither is ten times the other, as a year that is said twice is of a handful."""
    return max(a.value, b.value) < 10 * min(a.value, b.value)


def _is_of_a_kind(a: Quantity, b: Quantity) -> bool:
    """Two doubtful words that are seldom left over together by chance: "half" and 三分の一."""
    return (a.kind is b.kind and a.kind in _SELDOM) or {a.unit, b.unit} <= _OCCURRENCES


def _unlike(a: Quantity, b: Quantity) -> int:
    """0 where the digits that say something are the same, 1 where some are, 2 otherwise; and 1 more
    where one has more digits."""
    first, second = significant(a.value), significant(b.value)
    if first == second:
        return 0
    is_like = first[:1] == second[:1] or first[-1:] == second[-1:]
    return (1 if is_like else 2) + (len(str(int(a.value))) != len(str(int(b.value))))


def _closeness(a: Quantity, b: Quantity) -> int:
    """How surely two quantities of different value say the same thing; 0: they do not."""
    if a.kind is b.kind:
        if a.kind is Kind.LABEL:
            return 3 if a.unit and a.unit == b.unit else 0
        if a.kind in {Kind.NUMBER, Kind.MONEY}:
            return _same_unit(a.unit, b.unit)
        return 3
    kinds = {a.kind, b.kind}
    if kinds == {Kind.FRACTION, Kind.PERCENT}:
        return 3
    if kinds == {Kind.LABEL, Kind.ORDINAL}:
        # "World War II", 第二次
        label = a if a.kind is Kind.LABEL else b
        return 3 if label.unit is None else 0
    if Kind.FUZZY in kinds or Kind.LABEL in kinds:
        return 0
    if Kind.NUMBER in kinds:
        number, other = (a, b) if a.kind is Kind.NUMBER else (b, a)
        return _number_and(number, other)
    if kinds == {Kind.ORDINAL, Kind.DAY}:
        return 2
    return 0


def _number_and(number: Quantity, other: Quantity) -> int:
    """How surely a plain number says the same thing as a quantity of another kind."""
    bare = number.unit is None
    match other.kind:
        case Kind.MONEY if number.unit == POUND and other.unit == "GBP":
            return 3
        case Kind.MONEY if bare and min(number.value, other.value) >= _TELLING:
            return 2
        case Kind.MONEY if (
            bare and number.value >= _TELLING and power_of_ten(number.value, other.value)
        ):
            return 2
        case Kind.PERCENT if number.unit == POINT:
            return 2
        case Kind.MONEY | Kind.PERCENT:
            return 1 if bare else 0
        case Kind.ORDINAL if number.value.denominator == 1:
            return 2 if bare or number.unit in {COUNT, "year", "minute", "day"} else 0
        case Kind.MINUTE if number.unit == "minute":
            return 3
        case Kind.YEAR if _has_lost_a_digit(number, other):
            return 2
        case Kind.DECADE if number.unit == "year" and other.value < 100:
            # A man of 23 is in his twenties.
            return 0 if other.value <= number.value < other.value + 10 else 2
        case Kind.DECADE if bare and other.value < 100 and number.value % 10 == 0:
            return 2
        case Kind.MULTIPLE:
            return 3 if number.unit == "times" else int(bare)
        case Kind.HOUR:
            return 2 if bare and number.value <= 24 else 0
        case Kind.YEAR if bare and other.unit is None:
            return 2 if number.value >= _TELLING else 1
        case Kind.DAY if number.unit == "day":
            return 3 if other.unit == "day" else 2
        case Kind.DAY | Kind.YEAR if not bare and number.unit == other.unit:
            return 2
        # 慶長5年 and "Keicho 5"
        case Kind.YEAR if bare and other.is_weak:
            return 2
        case Kind.DAY if bare and other.unit is None:
            return 1
    return 0


def _has_lost_a_digit(number: Quantity, year: Quantity) -> bool:
    """202年 for 2020, and 1240 for 124, which looks like a year."""
    if power_of_ten(number.value, year.value) and year.value >= _TELLING:
        return True
    short, long = str(number.value), str(year.value)
    return (
        len(long) == 4 and len(short) == 3 and short in {long[:i] + long[i + 1 :] for i in range(4)}
    )


def _same_unit(a: str | None, b: str | None) -> int:
    if a is not None and a != COUNT and are_one(a, b):
        return 3
    if TURN in {a, b} and "times" in {a, b}:
        return 3
    if a is None or b is None or not {COUNT, TURN}.isdisjoint({a, b}):
        return 0 if conflict(a, b) else 2
    # Miles and kilometres, dollars and yen: whoever converted them knew what they did.
    return 0
