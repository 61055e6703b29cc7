"""Two things of one kind of which each stands where the other should."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from alignqa.exchange.items import Item, may_name_two, named, opposites, values
from alignqa.exchange.neighbours import Anchor, Neighbours
from alignqa.lexicon.links import Link, WordLinks
from alignqa.quantities import Comparison
from alignqa.text import Span
from alignqa.words import english_words

# Weights of `neighbours.SIGNS`, fitted by `training/exchanges.py`.
WEIGHTS = np.array([1.12, 0.83, 0.7, 1.27, 1.36, 1.73, 0.69])
# A link so sure makes a word one that things stand beside; that a value is the same is as sure.
_LEAST, _OF_VALUE = 0.3, 0.9
# A name or a value says more to a reader than a word that is a little nearer.
_IF_NAME = 1.5
# Where so many of one kind stand, they are a table's.
_MOST = 12


Links = Callable[[], WordLinks]


class Couple(NamedTuple):
    """Two items that might be exchanged; `signs` for their places, by `neighbours.SIGNS`, and were
    they exchanged; the anchor that tells best against their places, if any does, stands with `one` in
    English."""

    one: Item
    other: Item
    signs: NDArray[np.float64]
    signs_exchanged: NDArray[np.float64]
    against: Anchor | None


class Exchange(NamedTuple):
    """Two items that have changed places, and how surely: in English `anchor` stands with `one`, in
    Japanese with `other`."""

    one: Item
    other: Item
    anchor: Anchor
    log_odds: float


def exchanges(
    english: str, japanese: str, comparison: Comparison, links: Links, least: float
) -> list[Exchange]:
    """What has changed places, the surest first, each item once.

    Args:
        comparison: of the English text with the Japanese.
        links: gives the words of the two that render each other, if it is asked.
        least: log-odds from which two are told.
    """
    weighed = [
        (-float(couple.signs @ WEIGHTS), couple)
        for couple in couples(english, japanese, comparison, links)
    ]
    found: list[Exchange] = []
    for log_odds, couple in sorted(weighed, key=lambda each: -each[0]):
        if log_odds < least or couple.against is None:
            break
        taken = [item for exchange in found for item in (exchange.one, exchange.other)]
        if not any(_overlap(item, other) for item in (couple.one, couple.other) for other in taken):
            found.append(Exchange(couple.one, couple.other, couple.against, log_odds))
    return found


def couples(english: str, japanese: str, comparison: Comparison, links: Links) -> Iterator[Couple]:
    """Every two items that might be exchanged, with what speaks for their places."""
    numbers = list(values(comparison))
    items = [*numbers, *opposites(english, japanese)]
    if not (any(_likes(items)) or may_name_two(japanese)):
        return
    linked, quantities = links(), _quantities(comparison)
    words = [link for link in _sure(linked) if not _is_in(link, quantities)]
    items += named(english, japanese, words)
    units = (
        [unit.span for unit in linked.english],
        [unit.span for unit in linked.japanese],
    )
    likes = [
        (one, other)
        for one, other in _likes(items)
        if _are_apart(items[one].english, items[other].english, units[0])
        and _are_apart(items[one].japanese, items[other].japanese, units[1])
    ]
    if not likes:
        return
    anchors = _anchors(english, japanese, words, numbers)
    neighbours = Neighbours(items, anchors, (english, japanese), units)
    for one, other in likes:
        signs, exchanged = neighbours.signs(one, other), neighbours.signs(one, other, crossed=True)
        against = neighbours.against(one, other)
        if against is not None and not neighbours.is_with(one, other, against):
            one, other = other, one
        anchor = None if against is None else anchors[against]
        yield Couple(items[one], items[other], signs, exchanged, anchor)


def _sure(linked: WordLinks) -> Iterator[Link]:
    for (row, column), sure in sorted(linked.matched.items()):
        yield Link(linked.english[row].span, linked.japanese[column].span, sure)


def _anchors(
    english: str, japanese: str, words: Sequence[Link], numbers: Sequence[Item]
) -> list[Anchor]:
    """The values, and the words that either side has once: which of two *days* is which, their order
    alone would tell."""
    names = {word.span for word in english_words(english) if word.is_capital}
    return [
        *(Anchor(number.english, number.japanese, _OF_VALUE, _IF_NAME) for number in numbers),
        *(
            Anchor(*link, _IF_NAME if link.english in names else 1.0)
            for link in words
            if link.confidence >= _LEAST
            and english.count(link.english.of(english)) == 1
            and japanese.count(link.japanese.of(japanese)) == 1
        ),
    ]


def _quantities(comparison: Comparison) -> tuple[list[Span], list[Span]]:
    """Where the quantities of either side stand."""
    return (
        [q.span for q in (*comparison.source_only, *(ours for ours, _ in comparison.matched))],
        [q.span for q in (*comparison.target_only, *(theirs for _, theirs in comparison.matched))],
    )


def _is_in(link: Link, quantities: tuple[Sequence[Span], Sequence[Span]]) -> bool:
    ours, theirs = quantities
    return any(link.english.overlaps(span) for span in ours) or any(
        link.japanese.overlaps(span) for span in theirs
    )


def _likes(items: Iterable[Item]) -> Iterator[tuple[int, int]]:
    """The places of every two items of one kind that are two things."""
    by_kind: defaultdict[str, list[tuple[int, Item]]] = defaultdict(list)
    for place, item in enumerate(items):
        by_kind[item.kind].append((place, item))
    for alike in by_kind.values():
        if len(alike) > _MOST:
            continue
        for (place, one), (further, other) in combinations(alike, 2):
            if one.may_be(other) and not _overlap(one, other):
                yield place, further


def _are_apart(one: Span, other: Span, words: Sequence[Span]) -> bool:
    """Whether a word stands between: of two that touch, the one belongs to the other, or they are
    listed."""
    first, second = sorted((one, other))
    return any(first.end <= word.start and word.end <= second.start for word in words)


def _overlap(one: Item, other: Item) -> bool:
    return one.english.overlaps(other.english) or one.japanese.overlaps(other.japanese)
