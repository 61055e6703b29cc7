"""Degrees below zero that are above it in the other text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from alignqa.quantities.matching import Comparison
from alignqa.quantities.quantity import Kind, Quantity
from alignqa.quantities.units import CELSIUS, FAHRENHEIT, TURN
from alignqa.text import Lang, Span

_HEAT = frozenset({CELSIUS, FAHRENHEIT, TURN})
# A bare number beside one of degrees: "a low of minus 12".
_MAY_BE_HEAT = _HEAT | {None}
_BEFORE = {
    Lang.ENGLISH: re.compile(r"(?:\b(?:minus|negative) |(?<!\d )(?<![\w)])[-−–])$", re.IGNORECASE),
    Lang.JAPANESE: re.compile(r"(?:氷点下|零下|マイナス|(?<![\w)）])[-−－–])(?:約|およそ)?[ ]?$"),
}
_SAID = {
    Lang.ENGLISH: re.compile(
        r"\b(?:minus|negative|sub-?zero|freezing|below zero|under zero)\b|[-−–]\d", re.IGNORECASE
    ),
    Lang.JAPANESE: re.compile(r"氷点下|零下|マイナス|[-−－–][\d０-９]|氷点"),
}


@dataclass(frozen=True, slots=True)
class OtherSign:
    """The degrees of the source, those of the target, and what the latter should be."""

    source: Span
    target: Span
    expected: str


def other_sign(
    comparison: Comparison, source: str, target: str, source_lang: Lang
) -> OtherSign | None:
    """The first degrees that are below zero in one text, where the other has none below it."""
    texts = {source_lang: source, source_lang.other: target}
    for ours, theirs in comparison.matched:
        if not _are_degrees(ours, theirs):
            continue
        two = {source_lang: ours, source_lang.other: theirs}
        below = [lang for lang in Lang if _below(two[lang], lang, texts[lang])]
        if len(below) == 1 and not _SAID[below[0].other].search(texts[below[0].other]):
            return _other(two, texts, below[0], source_lang)
    return None


def _are_degrees(one: Quantity, other: Quantity) -> bool:
    return (
        one.kind is other.kind is Kind.NUMBER
        and not {one.unit, other.unit}.isdisjoint(_HEAT)
        and {one.unit, other.unit} <= _MAY_BE_HEAT
        and one.value != 0
    )


def _below(quantity: Quantity, lang: Lang, text: str) -> re.Match[str] | None:
    return _BEFORE[lang].search(text, max(0, quantity.span.start - 12), quantity.span.start)


def _other(
    two: dict[Lang, Quantity], texts: dict[Lang, str], below: Lang, source_lang: Lang
) -> OtherSign:
    spans = {lang: two[lang].span for lang in Lang}
    sign = _below(two[below], below, texts[below])
    assert sign is not None
    spans[below] = Span(sign.start(), spans[below].end)
    there = source_lang.other
    bare = two[there].span.of(texts[there])
    expected = bare
    if below is source_lang:
        expected = f"minus {bare}" if there is Lang.ENGLISH else f"氷点下{bare}"
    return OtherSign(spans[source_lang], spans[there], expected)
