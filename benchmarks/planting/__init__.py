"""Planting of one drift into a translation that a professional made."""

from __future__ import annotations

from functools import partial

from . import coverage, names, negation, numbers, polarity, terms
from .plant import Plant, Planter, Row

__all__ = ["PLANTERS", "Plant", "Row"]

PLANTERS: dict[str, Planter] = {
    "names": names.swap,
    **{
        category: partial(terms.swap, category)
        for category in ("institutions", "offices", "countries", "cities", "weekdays", "months")
    },
    "numbers": numbers.change_number,
    "magnitudes": numbers.change_magnitude,
    "polarity": polarity.reverse,
    "negation": negation.negate,
    "omission": coverage.omit,
    "addition": coverage.add,
}
