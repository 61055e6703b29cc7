"""A small network that reads the words of both sides together: which words nothing renders.

The projection (`model.py`) judges each word by the nearest word of the other side, the links
(`linked.py`) each two words for themselves. This network sees them all at once. Each word attends to
the words of the other side by the score of their link, the likeness of their vectors and their
places, or to nothing; what attends back tells it whether its match is claimed by a better word. With
its neighbours, what they are matched to and the marks between them, two such layers give each word
the log-odds that it is unrendered. `in_context.py` has the layers that go on from there.
`training/coverage_matcher.py` and `training/coverage_in_context.py` train it; the card in
`data/coverage` has the figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from alignqa.coverage.in_context import InContext, ReadSide, SideShape
from alignqa.errors import AlignqaError
from alignqa.lexicon.link_units import Unit
from alignqa.lexicon.vectors import WordVectors

EMBEDDED = Path(__file__).parent.parent / "data" / "coverage" / "matcher.npz"

Matrix = NDArray[np.float32]
Floats = NDArray[np.float64]
_MARKS = frozenset(',;:.、。，：；()（）「」"“”—')
_DIGITS = frozenset("0123456789")
# In letters; no word counts for longer.
_LONGEST = 12
# What the second layer shares with the other side is half as wide as its own.
_NEIGHBOURS, _BESIDE = (0, 1, -1, 2, -2), (0, 1, -1)
# Where the null of an attention begins in training.
_NULL = 3.0
_SURE = 8.0


@dataclass(frozen=True, slots=True, eq=False)
class FirstReading:
    """For both sides what the first layers hold of each word, its log-odds of being unrendered, and
    its traits; and how well each two words match."""

    inner: list[Matrix]
    odds: list[Matrix]
    traits: list[Matrix]
    matches: Matrix

    @property
    def leaves_a_doubt(self) -> bool:
        """Whether somewhere two words in a row may be unrendered: 35 pairs in 100 of those that are
        read, with every gap that is found in the end."""
        return any(len(odds) > 1 and bool((odds[1:] + odds[:-1] >= 0).any()) for odds in self.odds)


class Matcher:
    """Reads the network's arrays.

    Raises:
        AlignqaError: if the file is not there or is not such a network.
    """

    def __init__(self, path: Path = EMBEDDED) -> None:
        try:
            with np.load(path) as arrays:
                self._weights = {
                    name: np.asarray(arrays[name], dtype=np.float32) for name in arrays.files
                }
            self._mix, self._second_mix = self._weights["mix"], self._weights["mix2"]
            self._in_context = InContext(self._weights)
        except (OSError, KeyError, ValueError) as error:
            raise AlignqaError(
                f"The coverage model {path} cannot be read ({error}); reinstall alignqa."
            ) from error

    def read(
        self,
        sides: tuple[Sequence[Unit], Sequence[Unit]],
        lengths: tuple[Floats, Floats],
        scores: NDArray[np.floating],
        vectors: WordVectors,
    ) -> FirstReading:
        """What the first layers say of the words of the English and of the Japanese side.

        `lengths` are those of the words, each with what stands up to the next, in English characters,
        `scores` the log-odds of each two words' link. Both sides must have a word.
        """
        rows = [vectors.of([unit.text for unit in units]) for units in sides]
        own = [traits(units, each) for units, each in zip(sides, lengths, strict=True)]
        seen = [rows[i] @ self._weights[f"P.{i}.weight"].T for i in (0, 1)]
        turned = [_unit(rows[i] @ self._weights[f"T.{i}.weight"].T) for i in (0, 1)]
        cosines = turned[0] @ turned[1].T
        apart = np.abs(own[0][:, 1, None] - own[1][None, :, 1])
        links = np.asarray(scores, dtype=np.float32)
        mix = self._mix
        logits = mix[0] * np.clip(links, -_SURE, _SURE) + mix[1] * cosines - mix[2] * apart
        hidden = self._first_layer(seen, own, links, cosines, logits)
        inner, matches = self._second_layer(hidden, logits)
        odds = [self._linear(f"out.{i}", inner[i])[:, 0] for i in (0, 1)]
        return FirstReading(inner, odds, own, matches)

    def read_in_context(
        self, first: FirstReading, shapes: tuple[SideShape, SideShape]
    ) -> tuple[ReadSide, ReadSide]:
        """For the words of both sides the log-odds that the other side does not render them, and for
        runs of them that they are left out or added."""
        return self._in_context.read(first.inner, first.odds, first.traits, shapes, first.matches)

    def _first_layer(
        self, seen: list[Matrix], own: list[Matrix], links: Matrix, cosines: Matrix, logits: Matrix
    ) -> list[Matrix]:
        attention = [_attention(turned, self._mix[3] - _NULL) for turned in (logits, logits.T)]
        hidden = []
        for i in (0, 1):
            there, back = attention[i][:, :-1], attention[1 - i][:, :-1].T
            scores, likeness = (links, cosines) if i == 0 else (links.T, cosines.T)
            where = (there @ own[1 - i][:, 1]) / (there.sum(axis=1) + 1e-3)
            evidence = np.column_stack(
                [
                    np.clip(scores.max(axis=1), -6, 6) / 3,
                    likeness.max(axis=1),
                    attention[i][:, -1],
                    np.minimum(back.sum(axis=1), 3),
                    (back * there).sum(axis=1),
                    back.max(axis=1),
                    where - own[i][:, 1],
                ]
            )
            beside = (there @ seen[1 - i], own[i], evidence)
            hidden.append(np.maximum(self._linear(f"h1.{i}", _with_neighbours(seen[i], beside)), 0))
        return hidden

    def _second_layer(self, hidden: list[Matrix], logits: Matrix) -> tuple[list[Matrix], Matrix]:
        asked = [hidden[i] @ self._weights[f"q.{i}.weight"].T for i in (0, 1)]
        shared = [hidden[i] @ self._weights[f"r.{i}.weight"].T for i in (0, 1)]
        logits = self._second_mix[0] * logits + self._second_mix[1] * (asked[0] @ asked[1].T)
        null = self._second_mix[2] - _NULL
        attention = [_attention(turned, null) for turned in (logits, logits.T)]
        found = []
        for i in (0, 1):
            there, back = attention[i][:, :-1], attention[1 - i][:, :-1].T
            evidence = np.column_stack(
                [
                    attention[i][:, -1],
                    np.minimum(back.sum(axis=1), 3),
                    (there * back).sum(axis=1),
                    back.max(axis=1),
                    there @ attention[1 - i][:, -1],
                ]
            )
            rows = _with_neighbours(hidden[i], (there @ shared[1 - i], evidence))
            found.append(np.maximum(self._linear(f"h2.{i}", rows), 0))
        return found, logits

    def _linear(self, name: str, rows: Matrix) -> Matrix:
        weights = self._weights
        return np.asarray(rows @ weights[f"{name}.weight"].T + weights[f"{name}.bias"])


@cache
def embedded_matcher() -> Matcher:
    """The shipped network, loaded once."""
    return Matcher()


def traits(units: Sequence[Unit], lengths: Floats) -> Matrix:
    """What a word looks like: whether it has matter of its own, its place as a share of all lengths,
    whether a mark stands before it, digits, a capital, katakana, whether anything stands between it
    and the word before, and its length; shape (len(units), 8)."""
    total = max(float(lengths.sum()), 1.0)
    places = (np.cumsum(lengths) - lengths) / total
    rows = [
        (
            unit.is_content,
            place,
            number == 0 or not _MARKS.isdisjoint(unit.gap),
            *_letters(unit.text),
            number > 0 and bool(unit.gap.strip()),
            min(len(unit.text), _LONGEST) / _LONGEST,
        )
        for number, (unit, place) in enumerate(zip(units, places.tolist(), strict=True))
    ]
    return np.array(rows, dtype=np.float32).reshape(len(rows), 8)


@lru_cache(maxsize=4096)
def _letters(word: str) -> tuple[bool, bool, bool]:
    """Whether it has digits, begins with a capital, begins in katakana."""
    first = word[0]
    has_digits = first.isdigit() or not _DIGITS.isdisjoint(word)
    return has_digits, first.isupper(), "ァ" <= first <= "ヺ"


def _attention(logits: Matrix, null: np.float32) -> Matrix:
    """The softmax of each row and a last column that stands for nothing."""
    rows, columns = logits.shape
    wide = np.empty((rows, columns + 1), np.float32)
    wide[:, :-1], wide[:, -1] = logits, null
    wide -= wide.max(axis=1, keepdims=True)
    np.exp(wide, out=wide)
    wide /= wide.sum(axis=1, keepdims=True)
    return wide


def _unit(rows: Matrix) -> Matrix:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6))


def _with_neighbours(rows: Matrix, beside: Sequence[Matrix]) -> Matrix:
    """Each word's row with those of its neighbours, then of each other table its row with those of
    the words beside it; zeros beyond the ends."""
    tables = [(rows, _NEIGHBOURS), *((table, _BESIDE) for table in beside)]
    width = sum(table.shape[1] * len(shifts) for table, shifts in tables)
    wide = np.zeros((len(rows), width), np.float32)
    left = 0
    for table, shifts in tables:
        for by in shifts:
            right = left + table.shape[1]
            if by > 0:
                wide[by:, left:right] = table[:-by]
            elif by < 0:
                wide[:by, left:right] = table[-by:]
            else:
                wide[:, left:right] = table
            left = right
    return wide
