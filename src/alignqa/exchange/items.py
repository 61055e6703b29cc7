"""What both sides say once, and may be exchanged for something of its kind: values, the two ends of
an opposition, names, and things of one field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from alignqa.lexicon.fields import ACTS, STATES, Fields
from alignqa.lexicon.links import Link
from alignqa.polarity.oppositions import poles
from alignqa.quantities import Comparison, Kind
from alignqa.text import Lang, Span
from alignqa.words import Token, Word, english_words, japanese_tokens
from alignqa.words.markup import prose

# Of other kinds, fuzzy ones and labels, the one says little, and the other is no value.
_VALUES = frozenset(Kind) - {Kind.FUZZY, Kind.LABEL}
# How surely a word must be linked to its rendering.
_LEAST = 0.6
_PERSON, _PLACE = "person", "place"
# What stands behind a person's name.
_TITLE = re.compile(
    r"氏|さん|様|君|選手|大統領|首相|監督|議員|知事|市長|長官|大臣|社長|会長|教授|博士|容疑者|被告|外相"
    r"|国防相|財務相|議長|書記|委員長|代表"
)


class Item(NamedTuple):
    """One thing, where either side says it. A value has its `unit`, if that is known; what stands in
    the table of fields has the number of its `thing`."""

    english: Span
    japanese: Span
    kind: str
    thing: int = -1
    is_value: bool = False
    unit: str | None = None

    def may_be(self, other: Item) -> bool:
        """Whether one may be taken for the other."""
        is_other = self.thing < 0 or self.thing != other.thing
        units = {self.unit, other.unit} - {None}
        return self.kind == other.kind and is_other and len(units) < 2


def values(comparison: Comparison) -> Iterator[Item]:
    """The values that either side says once and no more. `comparison` is of English with Japanese."""
    said = [*comparison.source_only, *comparison.target_only]
    said += [quantity for both in comparison.matched for quantity in both]
    for ours, theirs in comparison.matched:
        if (
            ours.kind is theirs.kind
            and ours.kind in _VALUES
            and not (ours.is_weak or theirs.is_weak)
            and sum(quantity.value == ours.value for quantity in said) == 2
        ):
            yield Item(ours.span, theirs.span, ours.kind, is_value=True, unit=ours.unit)


def opposites(english: str, japanese: str) -> Iterator[Item]:
    """The two ends of each opposition of which either side has both, each once."""
    ours, theirs = poles(prose(english), Lang.ENGLISH), poles(prose(japanese), Lang.JAPANESE)
    # One word may be an end of several.
    told: set[tuple[Span, ...]] = set()
    for name in dict.fromkeys(pole.name for pole in ours):
        ends = [
            {pole.span for pole in side if (pole.name, pole.end) == (name, end)}
            for side in (ours, theirs)
            for end in (0, 1)
        ]
        places = tuple(next(iter(spans)) for spans in ends if len(spans) == 1)
        if len(places) < len(ends) or places in told:
            continue
        told.add(places)
        yield Item(places[0], places[2], f"opposite {name}")
        yield Item(places[1], places[3], f"opposite {name}")


def named(english: str, japanese: str, links: Sequence[Link]) -> Iterator[Item]:
    """The people, the places and the things of one field that either side names once."""
    words = {word.span: word for word in english_words(english)}
    tokens = japanese_tokens(japanese)
    for ours, theirs, is_capital in _joined(links, words):
        text = theirs.of(japanese)
        if japanese.count(text) > 1 or english.lower().count(ours.of(english).lower()) > 1:
            continue
        fields = _fields().own[Lang.JAPANESE].get(text, {})
        for field, thing in fields.items():
            if field not in ACTS and field not in STATES:
                # France and a state are both places, but nobody takes one for the other.
                yield Item(ours, theirs, f"{field} {is_capital}", thing.number)
        if not fields and is_capital and (kind := _kind_of_name(theirs, japanese, tokens)):
            yield Item(ours, theirs, kind)


def _joined(links: Sequence[Link], words: dict[Span, Word]) -> list[tuple[Span, Span, bool]]:
    """The linked words, names of several as one, each with whether it has a capital."""
    found: list[tuple[Span, Span, bool]] = []
    for link in links:
        word = words.get(link.english)
        if link.confidence < _LEAST or word is None:
            continue
        if found and word.begins_upper and found[-1][2]:
            ours, theirs, _ = found[-1]
            if link.english.start - ours.end <= 1 and _are_beside(theirs, link.japanese):
                found[-1] = (
                    Span(ours.start, link.english.end),
                    Span(
                        min(theirs.start, link.japanese.start), max(theirs.end, link.japanese.end)
                    ),
                    True,
                )
                continue
        found.append((link.english, link.japanese, word.begins_upper))
    return found


def _are_beside(one: Span, other: Span) -> bool:
    """Whether at most one character stands between, such as the dot of a foreign name."""
    return -1 <= other.start - one.end <= 1 or -1 <= one.start - other.end <= 1


def _kind_of_name(name: Span, japanese: str, tokens: Sequence[Token]) -> str | None:
    own = [
        token for token in tokens if name.start <= token.span.start and token.span.end <= name.end
    ]
    if _TITLE.match(japanese, name.end) or any("人名" in token.pos for token in own):
        return _PERSON
    if any("地名" in token.pos for token in own):
        return _PLACE
    return _PERSON if "・" in name.of(japanese) else None


@cache
def _fields() -> Fields:
    return Fields.read()
