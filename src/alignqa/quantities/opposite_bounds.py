"""A number that is the least in one text and the most in the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from alignqa.quantities.matching import Comparison
from alignqa.quantities.quantity import Bound, Quantity
from alignqa.text import Span

_HIGH = frozenset({Bound.ABOVE, Bound.AT_LEAST})
_DENIAL = re.compile(
    r"n['’]t\b|\b(?:not?|nor|never|without|cannot|fail\w*)\b|な[いかくけ]|ませ|ず[、にと]|無",
    re.IGNORECASE,
)
_NEARBY = 40


@dataclass(frozen=True, slots=True)
class OppositeBound:
    """One number that leaves room on one side in the source and on the other in the target.

    The spans take in the words that say so.
    """

    source: Span
    target: Span


def opposite_bounds(comparison: Comparison, source: str, target: str) -> Iterator[OppositeBound]:
    """The numbers that both texts say, one as the least and the other as the most.

    Where either denies something nearby, it may have turned the sentence around: "no more than 3
    fit" is 3人以上は入らない.
    """
    # "less than 6, or 6 and more": each has its own.
    said = Counter(ours.value for ours, _ in comparison.matched)
    said += Counter(q.value for q in comparison.source_only)
    for ours, theirs in comparison.matched:
        if ours.bound is None or theirs.bound is None:
            continue
        if (ours.bound in _HIGH) is (theirs.bound in _HIGH) or said[ours.value] > 1:
            continue
        here, there = _with_bound(ours), _with_bound(theirs)
        if not (_is_denied(source, here) or _is_denied(target, there)):
            yield OppositeBound(here, there)


def _with_bound(quantity: Quantity) -> Span:
    span, words = quantity.span, quantity.bound_words or quantity.span
    return Span(min(span.start, words.start), max(span.end, words.end))


def _is_denied(text: str, span: Span) -> bool:
    return _DENIAL.search(text, max(0, span.start - _NEARBY), span.end + _NEARBY) is not None
