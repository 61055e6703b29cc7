"""Examples for `coverage_in_context.py`: two neighbouring pairs, linked once, and plants out of them.

Two pairs of a source are linked as one text, so that what is known of each two words holds for
whatever is put in or taken out afterwards: an example is a choice of words of either side, and only
what their order and their rivals say is worked out anew. So every pass over the data sees other
plants. Put in are clauses and phrases of the neighbour (`coverage_phrases.py`), runs of phrases, or
all of it; taken out likewise, or one of two sentences. Which words that leaves unrendered
the links tell as in `coverage_plants.py`; a plant whose words lie scattered is dropped.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))

import coverage_phrases
from alignqa.coverage.in_context import SideShape
from alignqa.coverage.linked import shape_of
from alignqa.coverage.matcher import traits
from alignqa.lexicon.link_evidence import KINDS
from alignqa.lexicon.link_units import Unit
from alignqa.lexicon.link_weights import LINK
from alignqa.lexicon.links import Linker
from alignqa.text import Lang, Span
from coverage_plants import FARTHEST, LANGS, LEAST, SURE

Texts = tuple[str, str]
Words = NDArray[np.int64]
FEWEST, MOST, MOST_JOINED = 3, 64, 110
# What a link's score owes to the order of the words and to their rivals.
OF_ORDER = [KINDS.index(name) for name in ("distance", "behind_in_row", "behind_in_column")]
OF_ITSELF = list(range(KINDS.index("distance")))
RUNS = KINDS.index("phrase_cosine")


@dataclass(frozen=True, eq=False)
class Side:
    """The words of one side: their numbers and traits, their shape, which of the two pairs each
    belongs to, and clauses and phrases as places."""

    words: Words
    traits: NDArray[np.float32]
    shape: SideShape
    pair: NDArray[np.int8]
    pieces: list[tuple[int, int]]

    def of_pair(self, pair: int) -> Words:
        return np.flatnonzero(self.pair == pair)


@dataclass(frozen=True, eq=False)
class Joined:
    """Two pairs: both sides, of each two words the part of the score that is theirs and their best
    phrases' cosine, and the links as English place, Japanese place and confidence."""

    source: str
    sides: tuple[Side, Side]
    scores: NDArray[np.float16]
    runs: NDArray[np.float16]
    links: NDArray[np.float32]
    has_two: bool


@dataclass(frozen=True, eq=False)
class Example:
    """What the network reads of a pair, labels as in `coverage_plants.Example`, and the side and the
    places of the planted run, half-open."""

    source: str
    words: tuple[Words, Words]
    traits: tuple[NDArray[np.float32], NDArray[np.float32]]
    shapes: tuple[SideShape, SideShape]
    scores: NDArray[np.float32]
    unrendered: tuple[NDArray[np.int8], NDArray[np.int8]]
    run: tuple[int, int, int] | None


def joined(
    source: str,
    here: Texts,
    there: Texts | None,
    linker: Linker,
    vocabulary: dict[tuple[Lang, str], int],
) -> Joined | None:
    """Two pairs as one, or one alone; `None` where one side has too few or too many words."""
    cuts = len(here[0]) + 1, len(here[1])
    texts = (f"{here[0]} {there[0]}", here[1] + there[1]) if there else here
    beads = [(Span(0, cuts[0]), Span(0, cuts[1]))]
    if there:
        beads.append((Span(cuts[0], len(texts[0])), Span(cuts[1], len(texts[1]))))
    links = linker.link(*texts, beads)
    linker.forget()
    units = links.english, links.japanese
    if not all(FEWEST <= len(side) <= MOST_JOINED for side in units):
        return None
    sides = tuple(_side(units[i], texts[i], LANGS[i], cuts[i], vocabulary) for i in (0, 1))
    if any(side.pair[0] for side in sides):
        return None
    found = links.found
    return Joined(
        source,
        (sides[0], sides[1]),
        (found[:, :, OF_ITSELF] @ LINK.weights[OF_ITSELF] + LINK.intercept).astype(np.float16),
        found[:, :, RUNS].astype(np.float16),
        np.array([(*cell, sure) for cell, sure in links.matched.items()], np.float32).reshape(
            -1, 3
        ),
        all(bool(side.pair[-1]) for side in sides),
    )


def _side(
    units: tuple[Unit, ...],
    text: str,
    lang: Lang,
    cut: int,
    vocabulary: dict[tuple[Lang, str], int],
) -> Side:
    starts = np.array([unit.span.start for unit in units])
    pair = (starts >= cut).astype(np.int8)
    shape = shape_of(units, Span(0, len(text)), text, lang)
    first = np.flatnonzero(np.diff(pair, prepend=-1))
    shape.opens[first] = shape.breaks[first] = True
    pieces = set()
    for offset, part in ((0, text[:cut]), (cut, text[cut:])):
        for span in coverage_phrases.pieces(part, lang):
            begin, end = np.searchsorted(starts, [span.start + offset, span.end + offset])
            if end - begin >= 2:
                pieces.add((int(begin), int(end)))
    words = [vocabulary.setdefault((lang, unit.text), len(vocabulary)) for unit in units]
    return Side(np.array(words), traits(units, shape.lengths), shape, pair, sorted(pieces))


class Plants:
    """Draws examples out of joined pairs."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng

    def draw(self, of: Joined, untouched: float) -> Example | None:
        """One example, untouched so often; `None` where nothing fits."""
        draw = self._rng.random()
        if draw < untouched:
            return self.whole(of)
        return self._put_in(of) if (draw - untouched) / (1 - untouched) < 0.4 else self._cut(of)

    def whole(self, of: Joined) -> Example | None:
        return _packed(of, self._hosts(of, 0.3), None, None)

    def _hosts(self, of: Joined, both: float) -> tuple[Words, Words]:
        """The words of both pairs, so often, or of one."""
        if of.has_two and self._rng.random() < both:
            english, japanese = (np.arange(len(side.words)) for side in of.sides)
        else:
            pair = int(of.has_two and self._rng.random() < 0.5)
            english, japanese = (side.of_pair(pair) for side in of.sides)
        return english, japanese

    def _piece(self, side: Side, words: Words, most: float) -> tuple[int, int] | None:
        """A clause, a phrase or a run of phrases among words that stand in a row."""
        first, behind = int(words[0]), int(words[-1]) + 1
        count = behind - first
        if count < 5:
            return None
        if self._rng.random() < 0.6:
            pieces = [
                (begin, end)
                for begin, end in side.pieces
                if begin >= first and end <= behind and end - begin <= most * count
            ]
            if pieces:
                return self._rng.choice(pieces)
        parted = side.shape.breaks if self._rng.random() < 0.6 else side.shape.opens
        starts = [first, *(n for n in range(first + 1, behind) if parted[n]), behind]
        if len(starts) < 3:
            return None
        for _ in range(6):
            begin = self._rng.randrange(len(starts) - 1)
            end = min(len(starts) - 1, begin + self._rng.choice([1, 1, 1, 2, 2, 3, 4]))
            if 2 <= starts[end] - starts[begin] <= max(3, int(most * count)):
                return starts[begin], starts[end]
        return None

    def _put_in(self, of: Joined) -> Example | None:
        if not of.has_two:
            return None
        host, where = self._rng.randrange(2), self._rng.randrange(2)
        hosts = [side.of_pair(host) for side in of.sides]
        side, words, guests = of.sides[where], hosts[where], of.sides[where].of_pair(1 - host)
        if min(map(len, hosts)) < FEWEST:
            return None
        is_whole = self._rng.random() < 0.2
        piece = (
            (int(guests[0]), int(guests[-1]) + 1) if is_whole else self._piece(side, guests, 0.8)
        )
        if piece is None:
            return None
        if is_whole:
            place = self._rng.choice([0, len(words), len(words)])
        else:
            parted = (side.shape.breaks if self._rng.random() < 0.5 else side.shape.opens)[words]
            place = self._rng.choice([*np.flatnonzero(parted).tolist(), len(words)])
        new = np.arange(*piece)
        behind = place + len(new)
        marks = set()
        if is_whole or self._rng.random() < 0.35:
            marks = {place, behind} if is_whole or self._rng.random() < 0.6 else {place}
        hosts[where] = np.concatenate([words[:place], new, words[place:]])
        labels = [np.zeros(len(chosen), np.int8) for chosen in hosts]
        labels[where][place:behind] = 1
        return _packed(
            of, (hosts[0], hosts[1]), (labels[0], labels[1]), (where, place, behind), marks
        )

    def _cut(self, of: Joined) -> Example | None:
        hosts = list(self._hosts(of, 0.35))
        if min(map(len, hosts)) < 5:
            return None
        cut = self._rng.randrange(2)
        own = 1 - cut
        words, kept_side = hosts[cut], of.sides[own]
        is_sentence = bool(np.ptp(of.sides[cut].pair[words])) and self._rng.random() < 0.4
        if is_sentence:
            pair = self._rng.randrange(2)
            gone = of.sides[cut].pair[words] == pair
            labels = (kept_side.pair[hosts[own]] == pair).astype(np.int8)
        else:
            piece = self._piece(of.sides[cut], words, 0.6)
            if piece is None:
                return None
            gone = (words >= piece[0]) & (words < piece[1])
            labels = _lost(of, own, hosts[own], words, gone)
        if (~gone).sum() < FEWEST:
            return None
        run = _cluster(labels)
        if run is None:
            return None
        hosts[cut] = words[~gone]
        both = [np.zeros(len(chosen), np.int8) for chosen in hosts]
        both[own] = labels
        return _packed(of, (hosts[0], hosts[1]), (both[0], both[1]), (own, *run))


def _lost(
    of: Joined, own: int, words: Words, others: Words, gone: NDArray[np.bool_]
) -> NDArray[np.int8]:
    """Of the words of one side: which were linked to what is taken out of the other alone."""
    best = np.zeros((2, len(of.sides[own].words)))
    is_gone = np.zeros(len(of.sides[1 - own].words), dtype=bool)
    is_gone[others[gone]] = True
    here, there = of.links[:, own].astype(int), of.links[:, 1 - own].astype(int)
    inside = np.isin(there, others)
    rows = is_gone[there[inside]].astype(int)
    np.maximum.at(best, (rows, here[inside]), of.links[inside, 2])
    kept, lost = best[:, words]
    labels = np.full(len(words), -1, dtype=np.int8)
    labels[kept >= SURE] = 0
    labels[(lost >= SURE) & (kept < LEAST)] = 1
    ones = np.flatnonzero(labels == 1)
    for left, right in pairwise(ones.tolist()):
        if right - left <= FARTHEST and not (labels[left:right] == 0).any():
            labels[left:right] = 1
    return labels


def _cluster(labels: NDArray[np.int8]) -> tuple[int, int] | None:
    """Where most of the unrendered words stand, with one rendered word among them at most."""
    ones = np.flatnonzero(labels == 1)
    best, begin = (0, -1), 0
    while begin < len(ones):
        end = begin
        while (
            end + 1 < len(ones)
            and ones[end + 1] - ones[end] <= FARTHEST - 1
            and (labels[ones[end] : ones[end + 1]] == 0).sum() <= 1
        ):
            end += 1
        if end - begin > best[1] - best[0]:
            best = begin, end
        begin = end + 1
    count = best[1] - best[0] + 1
    if count < 2 or count < 0.6 * len(ones):
        return None
    return int(ones[best[0]]), int(ones[best[1]]) + 1


def _packed(
    of: Joined,
    places: tuple[Words, Words],
    labels: tuple[NDArray[np.int8], NDArray[np.int8]] | None,
    run: tuple[int, int, int] | None,
    marks: set[int] | frozenset[int] = frozenset(),
) -> Example | None:
    """The example of these words; before `marks` of the side of the run stands a mark."""
    if not all(FEWEST <= len(chosen) <= MOST for chosen in places):
        return None
    seen, shapes = [], []
    for i, (side, chosen) in enumerate(zip(of.sides, places, strict=True)):
        shape, rows = side.shape, side.traits[chosen]
        opens, breaks = shape.opens[chosen], shape.breaks[chosen]
        lengths = shape.lengths[chosen]
        rows[:, 1] = (np.cumsum(lengths) - lengths) / max(float(lengths.sum()), 1.0)
        marked = [n for n in marks if run is not None and run[0] == i and n < len(chosen)]
        rows[marked, 2] = rows[marked, 6] = 1
        rows[0, 2], rows[0, 6] = 1, 0
        opens[[0, *marked]] = breaks[[0, *marked]] = True
        opens[np.flatnonzero(np.diff(chosen) != 1) + 1] = True
        seen.append(rows)
        shapes.append(replace(shape, opens=opens, breaks=breaks, lengths=lengths))
    cells = np.ix_(*places)
    runs = of.runs[cells].astype(np.float32)
    kinds = (
        np.abs(seen[0][:, 1][:, None] - seen[1][:, 1]),
        runs.max(axis=1, keepdims=True) - runs,
        runs.max(axis=0, keepdims=True) - runs,
    )
    scores = of.scores[cells].astype(np.float32)
    scores += sum(LINK.weights[kind] * table for kind, table in zip(OF_ORDER, kinds, strict=True))
    none = tuple(np.zeros(len(chosen), np.int8) for chosen in places)
    words = [side.words[chosen] for side, chosen in zip(of.sides, places, strict=True)]
    return Example(
        of.source,
        (words[0], words[1]),
        (seen[0], seen[1]),
        (shapes[0], shapes[1]),
        scores.astype(np.float32),
        labels or (none[0], none[1]),
        run,
    )
