"""How near things stand to the words around them, on either side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from alignqa.exchange.items import Item
from alignqa.text import Lang, Span

# What `Neighbours.signs` tells of two items, in its order: sums over the anchors before or after the
# nearer item, in English and in Japanese; the strongest of them; their balance; the order.
SIGNS = (
    "before, before",
    "before, after",
    "after, before",
    "after, after",
    "strongest",
    "balance",
    "order",
)
# Nearness falls by the factor `e` with so many words between, and by half with the end of a clause.
_REACH, _BEHIND_CLAUSE = 4.0, 0.5
_CLAUSES = {
    Lang.ENGLISH: re.compile(r"[,;:()—–]|\b(?:and|but|while|whereas|which|who)\b"),
    Lang.JAPANESE: re.compile(r"[、，；：（）()]"),
}
# Of signs that hardly say anything the balance says nothing either.
_SMOOTHING = 0.05


class Anchor(NamedTuple):
    """What stands on both sides, and things stand beside it; `sure` is from 0 to 1, `telling` how
    readily a reader sees what is meant."""

    english: Span
    japanese: Span
    sure: float
    telling: float = 1.0


class _Side(NamedTuple):
    """Of items (rows) and anchors (columns): `near` from 0 to 1; `is_after` where the anchor follows
    the item; `is_apart` where they share no character."""

    near: NDArray[np.float64]
    is_after: NDArray[np.bool_]
    is_apart: NDArray[np.bool_]


class Neighbours:
    """The items and the anchors of two texts, English and Japanese, whose `words` are given in order."""

    def __init__(
        self,
        items: Sequence[Item],
        anchors: Sequence[Anchor],
        texts: tuple[str, str],
        words: tuple[Sequence[Span], Sequence[Span]],
    ) -> None:
        self._sure = np.array([anchor.sure for anchor in anchors])
        self._telling = np.array([anchor.telling for anchor in anchors])
        self._starts = [(item.english.start, item.japanese.start) for item in items]
        own = ([item.english for item in items], [item.japanese for item in items])
        others = ([anchor.english for anchor in anchors], [anchor.japanese for anchor in anchors])
        clauses = (_CLAUSES[Lang.ENGLISH], _CLAUSES[Lang.JAPANESE])
        self._english, self._japanese = map(_side, own, others, words, clauses, texts)

    def signs(self, one: int, other: int, *, crossed: bool = False) -> NDArray[np.float64]:
        """What speaks for two items standing where they should, above 0, or against it, by `SIGNS`;
        `crossed` tells it were they exchanged in one of the texts."""
        turn = -1.0 if crossed else 1.0
        said = turn * self._said(one, other)
        quarter = 2 * _follows_nearer(self._english, one, other)
        quarter += _follows_nearer(self._japanese, one, other)
        sums = np.bincount(quarter, weights=said, minlength=4)
        strongest = max(said.max(initial=0.0), 0.0) + min(said.min(initial=0.0), 0.0)
        balance = said.sum() / (np.abs(said).sum() + _SMOOTHING)
        first, second = self._starts[one], self._starts[other]
        in_order = (first[0] < second[0]) == (first[1] < second[1])
        return np.array([*sums, strongest, balance, turn if in_order else -turn])

    def against(self, one: int, other: int) -> int | None:
        """The place of the anchor by which a reader sees best that two items are not in their places:
        it stands close by, and is telling. `None` where none
        speaks against them."""
        said = self._said(one, other)
        if said.min(initial=0.0) >= 0:
            return None
        close = [side.near[[one, other]].max(0) for side in (self._english, self._japanese)]
        return int((said * close[0] * close[1] * self._telling).argmin())

    def is_with(self, one: int, other: int, anchor: int) -> bool:
        """Whether an anchor is nearer to the one of two items in English."""
        near = self._english.near[:, anchor]
        return bool(near[one] > near[other])

    def _said(self, one: int, other: int) -> NDArray[np.float64]:
        """What each anchor says: above 0 where it is nearer to the same item on both sides, below
        where it is nearer to the one in English and to the other in Japanese."""
        ours, theirs = self._english, self._japanese
        is_apart = ours.is_apart[[one, other]].all(0) & theirs.is_apart[[one, other]].all(0)
        product: NDArray[np.float64] = (
            self._sure
            * (ours.near[one] - ours.near[other])
            * (theirs.near[one] - theirs.near[other])
            * is_apart
        )
        return product


def _side(
    items: Sequence[Span],
    anchors: Sequence[Span],
    words: Sequence[Span],
    clauses: re.Pattern[str],
    text: str,
) -> _Side:
    own = np.array(items, int).reshape(-1, 1, 2)
    others = np.array(anchors, int).reshape(1, -1, 2)
    # The stretch between the two; where they touch it ends before it starts.
    start = np.minimum(own[..., 1], others[..., 1])
    end = np.maximum(own[..., 0], others[..., 0])
    count = _counted([word.start for word in words], start, end)
    ends = _counted([match.start() for match in clauses.finditer(text)], start, end)
    near = np.exp(-count / _REACH) * _BEHIND_CLAUSE**ends
    return _Side(near, others[..., 0] >= own[..., 0], end >= start)


def _counted(
    places: Sequence[int], start: NDArray[np.int64], end: NDArray[np.int64]
) -> NDArray[np.int64]:
    """How many of the places, which are in order, each stretch has."""
    found: NDArray[np.int64] = np.searchsorted(places, end) - np.searchsorted(places, start)
    return np.maximum(found, 0)


def _follows_nearer(side: _Side, one: int, other: int) -> NDArray[np.int64]:
    """1 for each anchor that follows the nearer of the two items, 0 for the others."""
    is_one = side.near[one] > side.near[other]
    found: NDArray[np.int64] = np.where(is_one, side.is_after[one], side.is_after[other])
    return found.astype(np.int64)
