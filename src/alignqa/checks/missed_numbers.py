"""Numbers that only one of two texts has, where nothing stands in their place."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from alignqa.finding import Finding, Rule, Severity
from alignqa.message import told
from alignqa.quantities import Comparison, Kind, Quantity, normalised, plain

_LARGE = 1000
_MOST = 3
# Said for "many", "a year" or "all day".
_ROUND = frozenset({10, 12, 24, 100})


def missed_numbers(
    rule: Rule, comparison: Comparison, explained: Collection[Quantity]
) -> Iterator[Finding]:
    """The findings of `rule` on what only one side says and is not `explained` by another value."""
    left = [
        [q for q in side if q not in explained and q not in comparison.echoes]
        for side in (comparison.source_only, comparison.target_only)
    ]
    # A value of the same kind on the other side may be the same, converted or said otherwise.
    kinds = [{q.kind for q in side} for side in left]
    left = [
        [q for q in side if q.kind not in other and _is_missed(q)]
        for side, other in zip(left, reversed(kinds), strict=True)
    ]
    # Where much is left over, text is missing, not numbers.
    if sum(map(len, left)) <= _MOST:
        for quantity in left[0]:
            yield _missing(rule, quantity, in_source=True)
        for quantity in left[1]:
            yield _missing(rule, quantity, in_source=False)


def _is_missed(quantity: Quantity) -> bool:
    """A value whose absence is worth a look: no small or round number, no part of a name."""
    if _counts_occurrences(quantity):
        return True
    if quantity.is_weak:
        return False
    match quantity.kind:
        case Kind.MONEY | Kind.PERCENT:
            return True
        case Kind.YEAR:
            return quantity.value >= _LARGE
        case Kind.DAY:
            return quantity.group != quantity.span.start
        case Kind.NUMBER:
            return quantity.value >= 10 and quantity.value not in _ROUND
    return False


def _counts_occurrences(quantity: Quantity) -> bool:
    """ "twice", 3回: how often something is done is seldom left out, and never made up."""
    return quantity.kind is Kind.NUMBER and quantity.unit == "times" and quantity.value > 1


def _missing(rule: Rule, quantity: Quantity, *, in_source: bool) -> Finding:
    is_sure = _counts_occurrences(quantity)
    return Finding(
        rule=rule,
        severity=Severity.MAJOR if is_sure else Severity.MINOR,
        confidence=0.6 if is_sure else 0.3,
        message=told(
            "The source says {number}, the translation has no such number.", number=plain(quantity)
        )
        if in_source
        else told(
            "The translation says {number}, the source has no such number.", number=plain(quantity)
        ),
        source_spans=(quantity.span,) if in_source else (),
        target_spans=() if in_source else (quantity.span,),
        evidence={
            "kind": quantity.kind.value,
            "source": [normalised(quantity.value)] if in_source else [],
            "target": [] if in_source else [normalised(quantity.value)],
            **({"unit": quantity.unit} if quantity.unit else {}),
        },
    )
