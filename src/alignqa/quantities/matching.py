"""Pairs the quantities of two texts by value, and says what is left over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from alignqa.quantities.quantity import Kind, Quantity
from alignqa.quantities.sameness import may_be_same, nearly_equal

# Texts with more left over than this on a side are no translations of each other.
MOST_LEFT = 24
_MOST_LOOKED_AT = 8
_HANDFUL = 10
_AMOUNTS = frozenset({Kind.NUMBER, Kind.MONEY})
# Twice as much is not the two of anything.
_SPECIFIC = frozenset({Kind.PERCENT, Kind.FRACTION, Kind.MULTIPLE, Kind.DECADE, Kind.CENTURY})


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
    if len(sources) <= MOST_LEFT and len(targets) <= MOST_LEFT:
        sources, targets = _join_nearly(sources, targets, matched)
    in_source = [*(s for s, _ in matched), *sources]
    in_target = [*(t for _, t in matched), *targets]
    echoes = [q for q in sources if any(_echo(q, other) for other in in_target)]
    echoes += [q for q in targets if any(_echo(q, other) for other in in_source)]
    return Comparison(tuple(matched), tuple(sources), tuple(targets), frozenset(echoes))


def _echo(a: Quantity, b: Quantity) -> bool:
    """One says the value of the other, in what may count the same: not 20% that of 0.2%."""
    # 2,400 of something else is 2,400 all the same; a two may be another two.
    kinds = {a.kind, b.kind}
    if a.value == b.value and kinds <= _AMOUNTS and (a.value > _HANDFUL or Kind.MONEY in kinds):
        return True
    if a.readings.isdisjoint(b.readings) or not may_be_same(a, b):
        return False
    if a.kind is not b.kind and not _SPECIFIC.isdisjoint({a.kind, b.kind}):
        return False
    if Kind.ORDINAL in {a.kind, b.kind} and "times" in {a.unit, b.unit}:
        return False
    if _is_of_calendar(a) is not _is_of_calendar(b):
        # The tenth month is not ten of anything.
        return False
    return a.value == b.value or a.kind is not b.kind or a.kind.is_date or a.kind.is_clock


def _is_of_calendar(quantity: Quantity) -> bool:
    is_in_year = quantity.kind in {Kind.MONTH, Kind.DAY}
    return (is_in_year and quantity.unit is None) or quantity.kind.is_clock


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
