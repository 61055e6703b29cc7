"""What changes from one value to another, and changes back in the translation: "from 8% to 10%" and
10％から8％に."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from alignqa.quantities.matching import Comparison
from alignqa.quantities.quantity import Quantity
from alignqa.text import Lang, Span

_FROM, _TO = re.compile(r"\bfrom (?:\w+ )?$", re.IGNORECASE), re.compile(r"\b(?:in)?to (?:\w+ )?$")
# What stands between the two, and behind the second in Japanese.
_FROM_TO, _TO_FROM = (
    re.compile(r"[^.;]{0,20}? to (?:\w+ )?"),
    re.compile(r"[^.;]{0,20}? from (?:\w+ )?"),
)
_KARA, _NI = re.compile(r"[^、。]{0,6}?から(?:約|およそ)?"), re.compile(r"[^、。]{0,6}?[にへまと]")


@dataclass(frozen=True, slots=True)
class TurnedRound:
    """The places of both values in the source and in the target, and the target's words put right."""

    source: Span
    target: Span
    expected: str


def turned_round(
    comparison: Comparison, source: str, target: str, source_lang: Lang
) -> TurnedRound | None:
    """The one change of a value that goes the other way in the translation."""
    if len(comparison.matched) < 2:
        return None
    ours = {id(mine): theirs for mine, theirs in comparison.matched}
    here = list(_changes([mine for mine, _ in comparison.matched], source, source_lang))
    there = list(_changes([theirs for _, theirs in comparison.matched], target, source_lang.other))
    if len(here) != 1 or len(there) != 1:
        return None
    (start, end), (first, last) = here[0], there[0]
    if start.value == end.value or not (ours[id(start)] is last and ours[id(end)] is first):
        return None
    spans = sorted([first.span, last.span])
    words = spans[1].of(target) + target[spans[0].end : spans[1].start] + spans[0].of(target)
    return TurnedRound(
        Span(min(start.span.start, end.span.start), max(start.span.end, end.span.end)),
        Span(spans[0].start, spans[1].end),
        words,
    )


def _changes(
    found: Sequence[Quantity], text: str, lang: Lang
) -> Iterator[tuple[Quantity, Quantity]]:
    """From what to what something changes, for each two quantities that stand side by side."""
    for one, other in pairwise(sorted(found, key=lambda quantity: quantity.span)):
        if one.kind is not other.kind or one.unit != other.unit:
            continue
        between = (one.span.end, other.span.start)
        if lang is Lang.JAPANESE:
            if _KARA.fullmatch(text, *between) and _NI.match(text, other.span.end):
                yield one, other
        elif _FROM.search(text, 0, one.span.start) and _FROM_TO.fullmatch(text, *between):
            yield one, other
        elif _TO.search(text, 0, one.span.start) and _TO_FROM.fullmatch(text, *between):
            yield other, one
