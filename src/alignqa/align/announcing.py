"""Passages that only announce what follows, "Some examples:", joined by their place.

Their words say so little that a translator is free with them, and vectors tell nothing; but what
stands around them tells which belong together.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from alignqa.align.side import Side
from alignqa.bitext import Bead


def with_announcing(
    beads: Sequence[Bead], source: Side, target: Side, announcing: Sequence[Container[int]]
) -> list[Bead]:
    """The beads, with announcing passages of both sides that are left over at one place joined:
    each alone, or one alone beside a bead that took in the other at that end.

    Args:
        announcing: the indices of such passages of the source, and of the target.
    """
    result: list[Bead] = []
    for bead in beads:
        joined = _joined(result[-1], bead, announcing) if result else None
        if joined is None:
            result.append(bead)
            continue
        result[-1:] = [
            Bead(own, their, _cosine(source, own, target, their)) for own, their in joined
        ]
    return result


_Sides = tuple[tuple[int, ...], tuple[int, ...]]


def _joined(first: Bead, second: Bead, announcing: Sequence[Container[int]]) -> list[_Sides] | None:
    """What two neighbouring beads become, if they hold such passages."""
    if first.moved or second.moved:
        return None
    one, other = (first.source, first.target), (second.source, second.target)
    for own, their in ((0, 1), (1, 0)):
        # The one that stands alone is on the side `their`.
        for lone, taker, at_end in ((other, one, True), (one, other, False)):
            if lone[own] or len(taker[own]) - len(taker[their]) != 1 or len(taker[own]) > 2:
                continue
            number = taker[own][-1 if at_end else 0]
            if number not in announcing[own] or lone[their][0] not in announcing[their]:
                continue
            pair = _sides(own, (number,), lone[their])
            if not taker[their]:
                return [pair]
            rest = taker[own][:-1] if at_end else taker[own][1:]
            left = _sides(own, rest, taker[their])
            return [left, pair] if at_end else [pair, left]
    return None


def _sides(own: int, ours: tuple[int, ...], theirs: tuple[int, ...]) -> _Sides:
    return (ours, theirs) if own == 0 else (theirs, ours)


def _cosine(source: Side, own: tuple[int, ...], target: Side, their: tuple[int, ...]) -> float:
    """Of two single passages."""
    return float(source.vectors[own[0]] @ target.vectors[their[0]])
