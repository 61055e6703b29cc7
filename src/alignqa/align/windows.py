"""Runs of neighbouring segments, which a bead may join."""

from __future__ import annotations

from collections.abc import Sequence

JOINT = "\n"


def joined(texts: Sequence[str]) -> str:
    """Neighbouring segments as one text."""
    return JOINT.join(texts)


def windows(texts: Sequence[str], width: int) -> list[str]:
    """Every run of `width` neighbours: the texts that start at 0, 1, … `len(texts) - width`."""
    return [joined(texts[start : start + width]) for start in range(len(texts) - width + 1)]
