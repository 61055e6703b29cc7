"""Passages that stand elsewhere in the translation: where the reader would look for them."""

from __future__ import annotations

from dataclasses import dataclass

from alignqa.report import JudgedPair, Report


@dataclass(frozen=True, slots=True)
class Move:
    """A pair drawn where its source stands; its target stands elsewhere: behind that of the pair
    `after`, or before all others if that is `None`. Both places show the label."""

    pair: JudgedPair
    after: int | None
    label: str


def moves(report: Report) -> list[Move]:
    """The report's moved passages, in order. Without line numbers nobody can say to where."""
    moved = [pair for pair in report.pairs if pair.moved and pair.target.line is not None]
    return [Move(pair, _after(pair, report), _label(n)) for n, pair in enumerate(moved)]


def _label(number: int) -> str:
    """A to Z, then A2, B2, …"""
    rounds, letter = divmod(number, 26)
    return chr(ord("A") + letter) + (str(rounds + 1) if rounds else "")


def _after(moved: JudgedPair, report: Report) -> int | None:
    """The index of the unmoved pair whose target stands nearest before."""
    before = [
        (pair.target.line, pair.index)
        for pair in report.pairs
        if not pair.moved
        and pair.target.line is not None
        and moved.target.line is not None
        and pair.target.line < moved.target.line
    ]
    return max(before)[1] if before else None
