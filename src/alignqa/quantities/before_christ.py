"""Years and centuries before Christ that are those after him in the other text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from alignqa.quantities.matching import Comparison
from alignqa.quantities.quantity import Kind, Quantity
from alignqa.text import Lang, Span

_ENGLISH = re.compile(r"(?:[ -]centur(?:y|ies))?[ ]?(?:BCE?\b|B\.\s?C\.(?:\s?E\.)?)")
_SAID_IN_ENGLISH = re.compile(
    r"\bBCE?\b|\bB\.\s?C\.|\bbefore (?:Christ|the (?:common|Christian) era)", re.IGNORECASE
)
_JAPANESE = re.compile(r"(?:紀元前|西暦前|BC|ＢＣ)[ ]?$")
# 前8世紀 says it, too.
_SAID_IN_JAPANESE = re.compile(r"紀元前|西暦前|BC|ＢＣ|前[\d０-９一二三四五六七八九十]")
_AFTER = re.compile(r"(?:紀元後?|西暦)$")
_BEHIND = re.compile(r"[ ]?(?:世紀|年代?|千年紀)")
_DATED = frozenset({Kind.YEAR, Kind.CENTURY, Kind.DECADE, Kind.NUMBER, Kind.ORDINAL})


@dataclass(frozen=True, slots=True)
class OtherEra:
    """The words of the source for a year or a century, those of the target, and what the latter
    should be."""

    source: Span
    target: Span
    expected: str


def other_era(
    comparison: Comparison, source: str, target: str, source_lang: Lang
) -> OtherEra | None:
    """The first year or century that only one of the texts puts before Christ, where the other says
    of nothing that it was before him."""
    english, japanese = (source, target) if source_lang is Lang.ENGLISH else (target, source)
    is_before = (
        _SAID_IN_ENGLISH.search(english) is not None,
        _SAID_IN_JAPANESE.search(japanese) is not None,
    )
    if is_before[0] is is_before[1]:
        return None
    for ours, theirs in comparison.matched:
        if ours.kind in _DATED and theirs.kind in _DATED:
            one, other = (ours, theirs) if source_lang is Lang.ENGLISH else (theirs, ours)
            if is_before[0] and (found := _ENGLISH.match(english, one.span.end)):
                return _other(
                    Span(one.span.start, found.end()), _of_japanese(other, japanese), source_lang,
                    (english, japanese), is_before=True,
                )  # fmt: skip
            if is_before[1] and (found := _JAPANESE.search(japanese, 0, other.span.start)):
                behind = _BEHIND.match(japanese, other.core.end)
                here = Span(found.start(), max(other.span.end, behind.end() if behind else 0))
                return _other(
                    _of_english(one, english), here, source_lang, (english, japanese),
                    is_before=False,
                )  # fmt: skip
    return None


def _of_japanese(quantity: Quantity, text: str) -> Span:
    before = _AFTER.search(text, 0, quantity.span.start)
    behind = _BEHIND.match(text, quantity.core.end)
    start = before.start() if before else quantity.span.start
    return Span(start, max(quantity.span.end, behind.end() if behind else 0))


def _of_english(quantity: Quantity, text: str) -> Span:
    behind = re.compile(r" centur(?:y|ies)").match(text, quantity.core.end)
    return Span(quantity.span.start, max(quantity.span.end, behind.end() if behind else 0))


def _other(
    english: Span, japanese: Span, source_lang: Lang, texts: tuple[str, str], *, is_before: bool
) -> OtherEra:
    """`is_before`: the English is before Christ, and the Japanese is not."""
    in_english, in_japanese = english.of(texts[0]), japanese.of(texts[1])
    if source_lang is Lang.ENGLISH:
        bare = re.sub(r"^(?:紀元[前後]?|西暦前?|BC|ＢＣ) ?", "", in_japanese)
        return OtherEra(english, japanese, f"紀元前{bare}" if is_before else bare)
    bare = _ENGLISH.sub(lambda match: match.group().partition("B")[0].rstrip(), in_english)
    return OtherEra(japanese, english, bare if is_before else f"{bare} BC")
