"""What both sides say once, and may be exchanged for something of its kind: values, the two ends of
an opposition, names, and things of one field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from alignqa.lexicon.fields import ACTS, STATES, shipped_fields
from alignqa.lexicon.links import Link
from alignqa.names.known import PERSON_TITLES
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
# As Sudachi has them.
_NAME, _OF_PERSON, _OF_PLACE = "固有名詞", "人名", "地名"


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
    ours, theirs = _both_ends(english, Lang.ENGLISH), _both_ends(japanese, Lang.JAPANESE)
    # One word may be an end of several.
    told: set[tuple[Span, ...]] = set()
    for name in sorted(ours.keys() & theirs.keys()):
        places = (*ours[name], *theirs[name])
        if places not in told:
            told.add(places)
            yield Item(ours[name][0], theirs[name][0], f"opposite {name}")
            yield Item(ours[name][1], theirs[name][1], f"opposite {name}")


def _both_ends(text: str, lang: Lang) -> dict[str, tuple[Span, Span]]:
    """Where the two ends of an opposition stand, if the text has each of them once."""
    places: dict[str, tuple[set[Span], set[Span]]] = {}
    for pole in poles(prose(text), lang):
        places.setdefault(pole.name, (set(), set()))[pole.end].add(pole.span)
    return {
        name: (min(first), min(second))
        for name, (first, second) in places.items()
        if len(first) == 1 == len(second)
    }


def may_name_two(japanese: str) -> bool:
    """Whether a text may name two people, two places, or two things of one field: asked before its
    words are linked, which takes longer."""
    things, seen = shipped_fields().own[Lang.JAPANESE], dict[str, str]()
    for token in japanese_tokens(japanese):
        surface = token.surface
        kinds: Iterable[str] = _of_fields(surface) if surface in things else ()
        if token.pos[1] == _NAME:
            kinds = (*kinds, token.pos[2])
        for kind in kinds:
            if seen.setdefault(kind, surface) != surface:
                return True
    return japanese.count("・") > 1 or sum(map(japanese.count, PERSON_TITLES)) > 1


def _of_fields(name: str) -> dict[str, int]:
    """The fields in which a Japanese name stands for a thing, with the number of that."""
    things = shipped_fields().own[Lang.JAPANESE].get(name)
    if not things:
        return {}
    return {
        field: thing.number
        for field, thing in things.items()
        if field not in ACTS and field not in STATES
    }


def named(english: str, japanese: str, links: Sequence[Link]) -> Iterator[Item]:
    """The people, the places and the things of one field that either side names once."""
    words = {word.span: word for word in english_words(english)}
    tokens = japanese_tokens(japanese)
    for ours, theirs, is_capital in _joined(links, words):
        text = theirs.of(japanese)
        if japanese.count(text) > 1 or english.lower().count(ours.of(english).lower()) > 1:
            continue
        fields = _of_fields(text)
        for field, thing in fields.items():
            # France and a state are both places, but nobody takes one for the other.
            yield Item(ours, theirs, f"{field} {is_capital}", thing)
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
    if japanese.startswith(PERSON_TITLES, name.end) or any(
        _OF_PERSON in token.pos for token in own
    ):
        return _PERSON
    if any(_OF_PLACE in token.pos for token in own):
        return _PLACE
    return _PERSON if "・" in name.of(japanese) else None
