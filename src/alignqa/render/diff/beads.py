"""The parts of a pair that stand level with each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from alignqa.report import JudgedPair
from alignqa.text import Span


@dataclass(frozen=True, slots=True)
class Level:
    """A part of the source and a part of the target; `None` where nothing corresponds."""

    source: Span | None
    target: Span | None


def levels(pair: JudgedPair) -> list[Level]:
    """The pair's sentences as they render each other, all its text among them, in order.

    One level holds everything if the sentences are not paired, or out of order on a side.
    """
    source = [bead.source for bead in pair.beads]
    target = [bead.target for bead in pair.beads]
    if not pair.is_whole or not (_in_order(source) and _in_order(target)):
        return [Level(_all(pair.source.text), _all(pair.target.text))]
    return [
        Level(left, right)
        for left, right in zip(
            _stretched(source, len(pair.source.text)),
            _stretched(target, len(pair.target.text)),
            strict=True,
        )
    ]


def _all(text: str) -> Span | None:
    return Span(0, len(text)) if text.strip() else None


def _in_order(spans: Sequence[Span | None]) -> bool:
    given = [span for span in spans if span]
    return bool(given) and all(a.end <= b.start for a, b in pairwise(given))


def _stretched(spans: Sequence[Span | None], length: int) -> list[Span | None]:
    """The spans from one beginning to the next, so that no text falls between them."""
    begins = [span.start for span in spans if span]
    ends = iter([*begins[1:], length])
    first = True
    stretched: list[Span | None] = []
    for span in spans:
        if span is None:
            stretched.append(None)
        else:
            stretched.append(Span(0 if first else span.start, next(ends)))
            first = False
    return stretched
