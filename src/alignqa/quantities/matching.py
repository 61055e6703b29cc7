"""Pairs the quantities of two texts by value, and says what is left over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from alignqa.quantities.quantity import Bound, Kind, Quantity
from alignqa.quantities.units import COUNT, POUND, conflict, converts

# Texts with more left over than this on a side are no translations of each other.
_MOST_LEFT = 24
_MOST_LOOKED_AT = 8
# From here on a value is rarely said by chance.
_TELLING = 1000


@dataclass(frozen=True, slots=True)
class Comparison:
    """Quantities of two texts: those of equal value, paired, and those without a counterpart.

    `echoes` are those left over whose value the other side does say, but fewer times.
    """

    matched: tuple[tuple[Quantity, Quantity], ...]
    source_only: tuple[Quantity, ...]
    target_only: tuple[Quantity, ...]
    echoes: frozenset[Quantity] = frozenset()


def compare(source: Iterable[Quantity], target: Iterable[Quantity]) -> Comparison:
    """Pairs quantities of equal value, the most alike first."""
    sources, targets = list(source), list(target)
    matched: list[tuple[Quantity, Quantity]] = []
    for keys in (_exact, _by_kind, _by_value, _by_readings):
        sources, targets = _join(sources, targets, keys, matched)
    if len(sources) <= _MOST_LEFT and len(targets) <= _MOST_LEFT:
        sources, targets = _join_nearly(sources, targets, matched)
    said_in_source = {v for s, _ in matched for v in s.readings} | _values(sources)
    said_in_target = {v for _, t in matched for v in t.readings} | _values(targets)
    echoes = [q for q in sources if not q.readings.isdisjoint(said_in_target)]
    echoes += [q for q in targets if not q.readings.isdisjoint(said_in_source)]
    return Comparison(tuple(matched), tuple(sources), tuple(targets), frozenset(echoes))


def _values(quantities: list[Quantity]) -> set[Fraction]:
    return {value for quantity in quantities for value in quantity.readings}


_Keys = Callable[[Quantity], Iterable[Hashable]]


def _exact(quantity: Quantity) -> Iterable[Hashable]:
    return ((quantity.kind, quantity.value, quantity.unit),)


def _by_kind(quantity: Quantity) -> Iterable[Hashable]:
    return ((quantity.kind, quantity.value),)


def _by_value(quantity: Quantity) -> Iterable[Hashable]:
    return (quantity.value,)


def _by_readings(quantity: Quantity) -> Iterable[Hashable]:
    return sorted(quantity.readings)


def _join(
    sources: list[Quantity],
    targets: list[Quantity],
    keys: _Keys,
    matched: list[tuple[Quantity, Quantity]],
) -> tuple[list[Quantity], list[Quantity]]:
    """Takes out the pairs that share a key, in order of the texts."""
    if not sources or not targets:
        return sources, targets
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for place in range(len(targets) - 1, -1, -1):
        for key in keys(targets[place]):
            waiting[key].append(place)
    taken: set[int] = set()
    left = []
    for quantity in sources:
        found = None
        for key in keys(quantity):
            places = waiting.get(key, [])
            while places and places[-1] in taken:
                places.pop()
            # A few are looked at, not all: the time stays linear.
            found = next(
                (
                    place
                    for place in places[: -_MOST_LOOKED_AT - 1 : -1]
                    if place not in taken and may_be_same(quantity, targets[place])
                ),
                None,
            )
            if found is not None:
                break
        if found is None:
            left.append(quantity)
        else:
            taken.add(found)
            matched.append((quantity, targets[found]))
    return left, [target for place, target in enumerate(targets) if place not in taken]


def may_be_same(a: Quantity, b: Quantity) -> bool:
    """Nothing but the value is compared elsewhere: here, what the two quantities count."""
    if a.kind is Kind.LABEL and b.kind is Kind.LABEL:
        return a.unit == b.unit or not a.unit or not b.unit
    for kind, companions in _COMPANIONS.items():
        if (a.kind is kind and b.kind not in companions) or (
            b.kind is kind and a.kind not in companions
        ):
            return False
    if Kind.LABEL in {a.kind, b.kind} or not {a.kind, b.kind} <= _COUNTING:
        return True
    return not conflict(a.unit, b.unit)


def _join_nearly(
    sources: list[Quantity], targets: list[Quantity], matched: list[tuple[Quantity, Quantity]]
) -> tuple[list[Quantity], list[Quantity]]:
    """Takes out the pairs that are equal but for rounding or the unit."""
    left = []
    for source in sources:
        for target in targets:
            if nearly_equal(source, target):
                matched.append((source, target))
                targets = [other for other in targets if other is not target]
                break
        else:
            left.append(source)
    return left, targets


def nearly_equal(a: Quantity, b: Quantity) -> bool:
    """One value rounds to the other, converts into it, or leaves the same whole numbers."""
    if converts(a.value, a.unit, b.value, b.unit) or _bound_the_same(a, b):
        return True
    if a.kind not in _COUNTING or b.kind not in _COUNTING:
        return False
    enough = 1 if a.is_approximate or b.is_approximate else 3
    return _rounds_to(a.value, b.value, enough) or _rounds_to(b.value, a.value, enough)


def _bound_the_same(a: Quantity, b: Quantity) -> bool:
    """ "more than 3" and 4以上 leave the same whole numbers."""
    if a.kind is not Kind.NUMBER or b.kind is not Kind.NUMBER or a.value.denominator != 1:
        return False
    return _STEPS.get((a.bound, b.bound)) == b.value - a.value


_STEPS: dict[tuple[Bound | None, Bound | None], int] = {
    (Bound.ABOVE, Bound.AT_LEAST): 1,
    (Bound.AT_LEAST, Bound.ABOVE): -1,
    (Bound.BELOW, Bound.AT_MOST): -1,
    (Bound.AT_MOST, Bound.BELOW): 1,
}


# What these may be rendered by, without being said wrong.
_COMPANIONS = {
    Kind.PERCENT: {Kind.PERCENT, Kind.NUMBER, Kind.FRACTION, Kind.MULTIPLE, Kind.LABEL},
    Kind.MONEY: {Kind.MONEY, Kind.NUMBER, Kind.LABEL, Kind.YEAR},
    Kind.MONTH: {Kind.MONTH, Kind.NUMBER, Kind.LABEL, Kind.FRACTION},
    Kind.HOUR: {Kind.HOUR, Kind.NUMBER, Kind.LABEL},
    Kind.MINUTE: {Kind.MINUTE, Kind.NUMBER, Kind.LABEL, Kind.FRACTION},
}
_COUNTING = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.MULTIPLE})


def _rounds_to(exact: Fraction, rounded: Fraction, enough: int) -> bool:
    """1,234,567 rounds to 1,230,000: at least `enough` digits less that say something."""
    kept = len(_significant(rounded))
    if not exact or not rounded or kept < 2 or len(_significant(exact)) < kept + enough:
        return False
    step = Fraction(1, 10**6)
    while (rounded / (step * 10)).denominator == 1:
        step *= 10
    return abs(exact - rounded) <= step / 2


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
    sources, targets = comparison.source_only, comparison.target_only
    if not sources or not targets or max(len(sources), len(targets)) > _MOST_LEFT:
        return ()
    candidates = []
    for s in sources:
        for t in targets:
            closeness = _closeness(s, t)
            if not closeness or not _is_telling(s, t, closeness, comparison.echoes):
                continue
            apart = abs(s.span.start / source_length - t.span.start / target_length)
            candidates.append((-closeness, _unlike(s, t), apart, s.span, t.span, s, t))
    candidates.sort(key=lambda candidate: candidate[:5])
    used_sources: set[Quantity] = set()
    used_targets: set[Quantity] = set()
    found = []
    for minus_closeness, _, _, _, _, s, t in candidates:
        if s not in used_sources and t not in used_targets:
            used_sources.add(s)
            used_targets.add(t)
            found.append(Change(s, t, -minus_closeness))
    return tuple(sorted(found, key=lambda change: change.source.span))


def _is_telling(
    source: Quantity, target: Quantity, closeness: int, echoes: frozenset[Quantity]
) -> bool:
    """The two values cannot be left over by chance."""
    echoing = (source in echoes) + (target in echoes)
    if echoing == 2:
        return False
    if echoing and closeness < 3 and not power_of_ten(source.value, target.value):
        return False
    if source.is_weak and target.is_weak:
        return False
    if source.is_weak or target.is_weak:
        # A weak word counts where what it counts is said: "second" with 五番目, "twice" with 9回.
        # A year of an era that is not known says nothing.
        return closeness == 3 and not echoing and source.kind is not Kind.YEAR
    return True


def _unlike(a: Quantity, b: Quantity) -> int:
    """0 where the digits that say something are the same, 1 where some are, 2 otherwise."""
    first, second = _significant(a.value), _significant(b.value)
    if first == second:
        return 0
    return 1 if first[:1] == second[:1] or first[-1:] == second[-1:] else 2


def _significant(value: Fraction) -> str:
    return f"{float(value):.6f}".strip("0").replace(".", "").strip("0")


def _closeness(a: Quantity, b: Quantity) -> int:
    """How surely two quantities of different value say the same thing; 0: they do not."""
    if a.kind is b.kind:
        if a.kind is Kind.LABEL:
            return 3 if a.unit and a.unit == b.unit else 0
        if a.kind in {Kind.NUMBER, Kind.MONEY}:
            return _same_unit(a.unit, b.unit)
        return 3
    kinds = {a.kind, b.kind}
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
        case Kind.MONEY | Kind.PERCENT:
            return 1 if bare else 0
        case Kind.ORDINAL:
            return 2 if bare or number.unit == COUNT else 0
        case Kind.MULTIPLE:
            return 3 if number.unit == "times" else int(bare)
        case Kind.HOUR:
            return 2 if bare and number.value <= 24 else 0
        case Kind.YEAR if bare and other.unit is None:
            return 2 if number.value >= _TELLING else 1
        case Kind.DAY if number.unit == "day":
            return 2
        case Kind.DAY | Kind.YEAR if not bare and number.unit == other.unit:
            return 2
        case Kind.DAY if bare and other.unit is None:
            return 1
    return 0


def _same_unit(a: str | None, b: str | None) -> int:
    if a == b and a is not None and a != COUNT:
        return 3
    if a is None or b is None or COUNT in {a, b}:
        return 0 if conflict(a, b) else 2
    # Miles and kilometres, dollars and yen: whoever converted them knew what they did.
    return 0
