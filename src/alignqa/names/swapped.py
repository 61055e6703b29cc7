"""Names that have changed places: each stands in the translation where the other should."""

from __future__ import annotations

import math
import re
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from alignqa.lexicon.link_units import Unit
from alignqa.lexicon.links import WordLinks
from alignqa.names.found import Name, Part
from alignqa.names.known import KnownNames
from alignqa.text import Span
from alignqa.words import japanese_tokens

# How surely two words must be linked to be one name. Chosen on development data, as is the rest.
_ONE = 0.6
# The words beside a name that say most of it: how near, what the links of them must come to for the
# two names, and may come to against either.
_NEAR = 2.0
_MOST, _TOO_MUCH = 0.4, 0.1
_KANJI = re.compile(r"[\u3400-\u9fff々ヶ]+")
# What stands between the members of a list, whose order is free.
_JOINS = re.compile(r"[\s,、，・/／]*(?:and|or|と|や|および|及び|そして)?[\s,、，]*")


@dataclass(frozen=True, slots=True)
class Swap:
    """Two names of each text; the first English one is the first Japanese one. `is_mixed` says that
    a full name is made of parts of the two."""

    english: tuple[Span, Span]
    japanese: tuple[Span, Span]
    is_mixed: bool


@dataclass(frozen=True, slots=True)
class _One:
    """A name that either text has once, with how near it is there to each link of other words."""

    english: Name
    japanese: Name
    in_english: tuple[float, ...]
    in_japanese: tuple[float, ...]


def swapped(
    theirs: Sequence[Name],
    ours: Sequence[Name],
    texts: tuple[str, str],
    linked_words: Callable[[], WordLinks],
    known: KnownNames,
) -> Iterator[Swap]:
    """The names of an English and a Japanese text (`texts`) that have changed places: those of which
    a full name is mixed; without such, those where either stands beside what is said of the other.
    """
    if len(theirs) < 2:
        return
    ours = sorted([*ours, *_countries_in_kanji(texts[1])], key=lambda name: name.span)
    if len(ours) < 2:
        return
    links = linked_words()
    linked = _linked(theirs, ours, links)
    if len(linked) < 2:
        return
    mixed = [
        *_mixed(ours, theirs, {other: one for one, other in linked}),
        *((b[::-1], a[::-1]) for a, b in _mixed(theirs, ours, dict(linked))),
    ]
    for one, other in {frozenset(swap): swap for swap in mixed}.values():
        yield Swap((one[0].span, other[0].span), (one[1].span, other[1].span), is_mixed=True)
    if not mixed:
        once = list(_said_once(theirs, ours, linked, links, known))
        if (found := _misplaced(once, theirs, ours, texts)) is not None:
            yield found


def _countries_in_kanji(japanese: str) -> Iterator[Name]:
    for token in japanese_tokens(japanese):
        if token.pos[3] == "国" and _KANJI.fullmatch(token.surface):
            yield Name((Part(token.span, token.surface),))


def _linked(
    theirs: Sequence[Name], ours: Sequence[Name], links: WordLinks
) -> list[tuple[Part, Part]]:
    """The words of names that are surely one, each said once in either text."""
    rows, columns = _parts_of(links.english, theirs), _parts_of(links.japanese, ours)
    found = {
        (rows[row], columns[column])
        for (row, column), sure in links.cells.items()
        if sure >= _ONE and row in rows and column in columns
    }
    times = Counter(part for pair in found for part in pair)
    said = Counter(part.text for name in (*theirs, *ours) for part in name.parts)
    return sorted(
        (pair for pair in found if all(times[part] == said[part.text] == 1 for part in pair)),
        key=lambda pair: pair[0].span,
    )


def _parts_of(units: Sequence[Unit], names: Sequence[Name]) -> dict[int, Part]:
    """The words of names, by the places of the units that begin with them or in them."""
    parts = [part for name in names for part in name.parts]
    starts = [part.span.start for part in parts]
    found = {}
    for place, unit in enumerate(units):
        at = bisect(starts, unit.span.start) - 1
        if at >= 0 and unit.span.start < parts[at].span.end:
            found[place] = parts[at]
    return found


def _mixed(
    names: Sequence[Name], others: Sequence[Name], linked: Mapping[Part, Part]
) -> Iterator[tuple[tuple[Part, Part], tuple[Part, Part]]]:
    """Names that join the given name of one of the `others` with the family name of another, while
    the family name of the first stands elsewhere: the two family names, as the `others` have them
    and as they are rendered. (Japanese couples two surnames as well: トランプ・プーチン会談.)"""
    whose = {part: name for name in others for part in name.parts}
    back = {other: one for one, other in linked.items()}
    for name in names:
        for given, family in pairwise(_given_first(name)):
            if given not in linked or family not in linked:
                continue
            right, wrong = (_given_first(whose[linked[part]])[-1] for part in (given, family))
            if (
                whose[right] != whose[wrong]
                and right != linked[given]
                and wrong == linked[family]
                and back.get(right, family) not in name.parts
            ):
                yield (right, back[right]), (wrong, family)


def _given_first(name: Name) -> tuple[Part, ...]:
    """The words of a name in the order of English; in kanji the family name stands first."""
    return name.parts[::-1] if _KANJI.fullmatch(name.parts[0].text) else name.parts


def _said_once(
    theirs: Sequence[Name],
    ours: Sequence[Name],
    linked: Sequence[tuple[Part, Part]],
    links: WordLinks,
    known: KnownNames,
) -> Iterator[_One]:
    """The names, such as either language knows for names, of which a word at least is linked, and
    with no other name."""
    whose = {part: name for name in (*theirs, *ours) for part in name.parts}
    pairs: dict[tuple[Name, Name], bool] = {}
    for one, other in linked:
        pair = whose[one], whose[other]
        pairs[pair] = pairs.get(pair, False) or _are_sure(one, other, known)
    times = Counter(name for pair in pairs for name in pair)
    once = [p for p, is_sure in pairs.items() if is_sure and times[p[0]] == times[p[1]] == 1]
    if len(once) < 2:
        return
    rows, columns = _parts_of(links.english, theirs), _parts_of(links.japanese, ours)
    cells = [
        (*cell, sure)
        for cell, sure in links.cells.items()
        if not (cell[0] in rows and cell[1] in columns)
    ]
    for english, japanese in once:
        in_english = _places(links.english, english.span)
        in_japanese = _places(links.japanese, japanese.span)
        yield _One(
            english,
            japanese,
            tuple(_nearness(row, in_english) for row, _, _ in cells),
            tuple(sure * _nearness(column, in_japanese) for _, column, sure in cells),
        )


def _are_sure(one: Part, other: Part, known: KnownNames) -> bool:
    return known.is_surely_english_name(
        one, known.english_term(one)
    ) or known.is_surely_japanese_name(known.japanese_term(other))


def _places(units: Sequence[Unit], span: Span) -> list[int]:
    return [at for at, unit in enumerate(units) if unit.span.overlaps(span)]


def _nearness(place: int, places: Sequence[int]) -> float:
    return math.exp(-min(abs(place - other) for other in places) / _NEAR)


def _misplaced(
    once: Sequence[_One], theirs: Sequence[Name], ours: Sequence[Name], texts: tuple[str, str]
) -> Swap | None:
    """The two names of which either stands beside what is said of the other: those that most speaks
    for, if anything does."""
    swaps = []
    for one, other in combinations(once, 2):
        said = _said_of(one, other), _said_of(other, one)
        if (
            max(said) < _TOO_MUCH
            and -sum(said) >= _MOST
            and not _are_listed(one.english, other.english, theirs, texts[0])
            and not _are_listed(one.japanese, other.japanese, ours, texts[1])
        ):
            english = one.english.span, other.english.span
            japanese = one.japanese.span, other.japanese.span
            swaps.append((sum(said), Swap(english, japanese, is_mixed=False)))
    return min(swaps, key=lambda swap: swap[0])[1] if swaps else None


def _are_listed(one: Name, other: Name, names: Sequence[Name], text: str) -> bool:
    """Whether nothing but other names stands between two names of a text."""
    first, last = sorted((one.span, other.span))
    ends = [first, *(n.span for n in names if first.end <= n.span.start < last.start), last]
    gaps = [text[before.end : after.start] for before, after in pairwise(sorted(ends))]
    return all(map(_JOINS.fullmatch, gaps))


def _said_of(one: _One, other: _One) -> float:
    """What is said beside a name in Japanese: how much more it is said of it in English than of the
    other name, below 0 if less."""
    return sum(
        here * (its - others)
        for here, its, others in zip(one.in_japanese, one.in_english, other.in_english, strict=True)
    )
