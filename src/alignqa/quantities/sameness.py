"""Whether two quantities may say the same thing: by what they count, and by rounding or conversion."""

from __future__ import annotations

from fractions import Fraction

from alignqa.quantities.quantity import Bound, Kind, Quantity
from alignqa.quantities.units import conflict, converts, dimension

# What these may be rendered by, without being said wrong.
_COMPANIONS = {
    Kind.PERCENT: {Kind.PERCENT, Kind.NUMBER, Kind.FRACTION, Kind.MULTIPLE, Kind.LABEL},
    Kind.MONEY: {Kind.MONEY, Kind.NUMBER, Kind.LABEL, Kind.YEAR},
    # "decades ago" says nothing of people in their teens.
    Kind.FUZZY: {Kind.FUZZY, Kind.NUMBER, Kind.MONEY, Kind.MULTIPLE},
    Kind.MONTH: {Kind.MONTH, Kind.NUMBER, Kind.LABEL, Kind.FRACTION},
    Kind.HOUR: {Kind.HOUR, Kind.NUMBER, Kind.LABEL},
    Kind.MINUTE: {Kind.MINUTE, Kind.NUMBER, Kind.LABEL, Kind.FRACTION},
}
# A third is said as three tenths, two thirds as seven.
_THIRDS, _NEAR_A_SHARE = 3, 4
_COUNTING = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.MULTIPLE})
_STEPS: dict[tuple[Bound | None, Bound | None], int] = {
    (Bound.ABOVE, Bound.AT_LEAST): 1,
    (Bound.AT_LEAST, Bound.ABOVE): -1,
    (Bound.BELOW, Bound.AT_MOST): -1,
    (Bound.AT_MOST, Bound.BELOW): 1,
}


def may_be_same(a: Quantity, b: Quantity) -> bool:
    """Nothing but the value is compared elsewhere: here, what the two quantities count."""
    if a.kind is Kind.LABEL and b.kind is Kind.LABEL:
        return a.unit == b.unit or not a.unit or not b.unit
    if not (_may_go_with(a, b) and _may_go_with(b, a)):
        return False
    if a.kind is b.kind is Kind.HOUR and a.unit and b.unit and a.unit != b.unit:
        # Noon and midnight are said in either way.
        return a.value % 12 == 0 or b.value % 12 == 0
    if "times" in {a.unit, b.unit} and "time" in {dimension(a.unit), dimension(b.unit)}:
        # "once a day" is once, and in one day.
        return False
    if Kind.LABEL in {a.kind, b.kind} or not {a.kind, b.kind} <= _COUNTING:
        return True
    return not conflict(a.unit, b.unit)


def _may_go_with(a: Quantity, b: Quantity) -> bool:
    # "January" is not said by some "one" of the sentence.
    if a.kind is Kind.MONTH and b.kind is Kind.NUMBER and b.is_weak:
        return False
    companions = _COMPANIONS.get(a.kind)
    return companions is None or b.kind in companions


def nearly_equal(a: Quantity, b: Quantity) -> bool:
    """The value of the source rounds to that of the target, converts into it, or leaves the same
    whole numbers. A translation that is more exact than its source has made it up."""
    if converts(a.value, a.unit, b.value, b.unit) or bound_the_same(a, b):
        return True
    if a.kind is b.kind is Kind.HOUR:
        # 17:45 is 18時前.
        near = a.is_approximate or b.is_approximate
        if near and a.unit and b.unit:
            return abs(a.value - b.value) <= 1
        return near and any(abs(x - y) <= 1 for x in a.readings for y in b.readings)
    if {a.kind, b.kind} == {Kind.FRACTION, Kind.PERCENT}:
        return _are_near_shares(a, b)
    if a.kind not in _COUNTING or b.kind not in _COUNTING:
        return False
    enough = 1 if a.is_approximate or b.is_approximate else 3
    return _rounds_to(a.value, b.value, enough)


def _are_near_shares(a: Quantity, b: Quantity) -> bool:
    """ "about a third" is 約3割."""
    part, percentage = (a, b) if a.kind is Kind.FRACTION else (b, a)
    is_round = percentage.value % 10 == 0 and part.value.denominator == _THIRDS
    is_near = abs(100 * part.value - percentage.value) < _NEAR_A_SHARE
    return (a.is_approximate or b.is_approximate) and is_round and is_near


def bound_the_same(a: Quantity, b: Quantity) -> bool:
    """ "more than 3" and 4以上 leave the same whole numbers."""
    if a.kind is not Kind.NUMBER or b.kind is not Kind.NUMBER or a.value.denominator != 1:
        return False
    return _STEPS.get((a.bound, b.bound)) == b.value - a.value


def _rounds_to(exact: Fraction, rounded: Fraction, enough: int) -> bool:
    """1,234,567 rounds to 1,230,000: at least `enough` digits less that say something."""
    kept = len(significant(rounded))
    if not exact or not rounded or kept < 2 or len(significant(exact)) < kept + enough:
        return False
    step = Fraction(1, 10**6)
    while (rounded / (step * 10)).denominator == 1:
        step *= 10
    return abs(exact - rounded) <= step / 2


def significant(value: Fraction) -> str:
    """The digits that say something: 12 of 0.012 and of 1,200."""
    return f"{float(value):.6f}".strip("0").replace(".", "").strip("0")
