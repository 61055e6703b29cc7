"""Numbers, dates, units and money: from text to values, in both languages."""

from __future__ import annotations

from functools import lru_cache

from alignqa.quantities.before_christ import OtherEra, other_era
from alignqa.quantities.changing import Change, changes
from alignqa.quantities.clock_times import CutTime, cut_times, in_other_zone
from alignqa.quantities.english import read_english
from alignqa.quantities.from_to import TurnedRound, turned_round
from alignqa.quantities.japanese import read_japanese
from alignqa.quantities.left_in_english import english_stretches, read_stretches, without
from alignqa.quantities.machine_digits import without_machine_digits
from alignqa.quantities.matching import Comparison, compare
from alignqa.quantities.minus import OtherSign, other_sign
from alignqa.quantities.opposite_bounds import OppositeBound, opposite_bounds
from alignqa.quantities.other_time import OtherTime, other_times
from alignqa.quantities.quantity import Bound, Kind, Quantity
from alignqa.quantities.rendering import normalised, plain, rewritten
from alignqa.quantities.shares import with_shares
from alignqa.quantities.sums import with_sums
from alignqa.quantities.unit_changes import UnitChange, unit_changes
from alignqa.quantities.weekdays import KANJI_DAYS, OtherWeekday, other_weekday
from alignqa.text import Lang
from alignqa.words.markup import prose

__all__ = [
    "KANJI_DAYS",
    "Bound",
    "Change",
    "Comparison",
    "CutTime",
    "Kind",
    "OppositeBound",
    "OtherEra",
    "OtherSign",
    "OtherTime",
    "OtherWeekday",
    "Quantity",
    "TurnedRound",
    "UnitChange",
    "changes",
    "compare",
    "compared",
    "cut_times",
    "in_other_zone",
    "normalised",
    "opposite_bounds",
    "other_era",
    "other_sign",
    "other_times",
    "other_weekday",
    "plain",
    "quantities",
    "rewritten",
    "turned_round",
    "unit_changes",
    "with_shares",
]


# The judgement asks for a pair before the checks do, with its part of the document.
@lru_cache(maxsize=256)
def compared(source: str, target: str, source_lang: Lang) -> Comparison:
    """The quantities of a text with those of its translation."""
    here, there = quantities(source, source_lang), quantities(target, source_lang.other)
    return compare(
        with_sums(with_shares(here, source, source_lang, there), source, there),
        with_sums(with_shares(there, target, source_lang.other, here), target, here),
    )


@lru_cache(maxsize=4096)
def quantities(text: str, lang: Lang) -> tuple[Quantity, ...]:
    """The quantities that a text of this language says, in the order of the text.

    The parts of a date or a clock time are a quantity each. Spans are code points of `text`.
    """
    plain = without_machine_digits(prose(text))
    if lang is Lang.ENGLISH:
        return read_english(plain)
    stretches = english_stretches(plain)
    if not stretches:
        return read_japanese(plain)
    found = [*read_japanese(without(plain, stretches)), *read_stretches(plain, stretches)]
    return tuple(sorted(found, key=lambda quantity: quantity.span))
