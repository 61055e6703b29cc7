"""The last layers of the matcher: each word in the light of all others, and runs as wholes.

What a translator may leave to be understood (a subject, who said it, when) and what is a clause of
its own shows only in what surrounds it. A few layers of attention give each word of both sides its
log-odds of being unrendered and how well a gap begins or ends with it. Half of the heads look at
the other side, by how well the words match, or at nothing; half at their own side, by how far off a
word stands. A run's log-odds are the sum of its words', what its two ends say, and how many words
it has, what share of its text it is, the marks at its ends, and how the two lengths agree without it.
`training/coverage_in_context.py` trains these layers with the others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignqa.coverage.gaps import spread, summed_up

Matrix = NDArray[np.float32]
Floats = NDArray[np.float64]

# How far off a word of the same side stands, at most.
_FARTHEST = 8
_HEADS = 2
_EPSILON = 1e-5
# Beyond these what two words' match says is nothing more.
_LEAST_MATCH = -30.0
_MOST_CLAIMED = 3.0
_CLIP = 8.0
# In characters: of a word's length and the space behind it no more counts.
_LONGEST = 30.0


@dataclass(frozen=True, slots=True, eq=False)
class SideShape:
    """Of each word of a side whether a phrase opens with it, whether a mark stands before it, and
    its length with what stands up to the next, in English characters."""

    opens: NDArray[np.bool_]
    breaks: NDArray[np.bool_]
    lengths: Floats


@dataclass(frozen=True, slots=True, eq=False)
class ReadSide:
    """What the network says of one side: of each word the log-odds that it is unrendered (`odds`)
    and how well a gap begins or ends with it; `weights` are those of a run's intercept, number of
    words, lengths, share and marks."""

    odds: Floats
    begins: Floats
    ends: Floats
    shape: SideShape
    other_length: float
    word_weight: float
    weights: Floats

    def runs(self, begin: NDArray[np.int64], end: NDArray[np.int64]) -> Floats:
        """The log-odds of runs of words, half-open, none of them empty, that each is a gap."""
        upto, lengths = summed_up(self.odds), summed_up(self.shape.lengths)
        own, other = max(float(lengths[-1]), 1.0), max(self.other_length, 1.0)
        taken = lengths[end] - lengths[begin]
        before, after = np.log(own / other), np.log(np.maximum(own - taken, 1.0) / other)
        agree = np.clip((before**2 - after**2) / (2 * spread(own, other) ** 2), -6.0, 10.0)
        marks = np.append(self.shape.breaks, True).astype(np.float64)
        rest = np.column_stack(
            [
                np.ones(len(begin)),
                np.log(end - begin),
                agree / 2,
                np.minimum(taken / own, 1.0),
                marks[begin] + marks[end],
            ]
        )
        words = self.word_weight * (upto[end] - upto[begin])
        return np.asarray(words + self.begins[begin] + self.ends[end - 1] + rest @ self.weights)


class InContext:
    """The layers, from the matcher's arrays."""

    def __init__(self, weights: Mapping[str, Matrix]) -> None:
        self._weights = weights
        self._layers = sum(name.endswith("qkv.weight") for name in weights)

    def read(
        self,
        inner: Sequence[Matrix],
        odds: Sequence[Matrix],
        traits: Sequence[Matrix],
        shapes: Sequence[SideShape],
        matches: Matrix,
    ) -> tuple[ReadSide, ReadSide]:
        """Of the English and of the Japanese side, from what the layers before say of each word
        (`inner`, `odds`) and of each two (`matches`)."""
        hidden = []
        sizes = [float(shape.lengths.sum()) for shape in shapes]
        for i in (0, 1):
            count = len(odds[i])
            row = _lengths(sizes[i], sizes[1 - i], count, len(odds[1 - i]))
            shape = shapes[i]
            rows = np.column_stack(
                [
                    inner[i],
                    np.clip(odds[i], -_CLIP, _CLIP) / 3,
                    traits[i],
                    shape.opens,
                    shape.breaks,
                    np.minimum(shape.lengths, _LONGEST) / 10,
                    np.tile(row, (count, 1)),
                ]
            ).astype(np.float32)
            hidden.append(self._linear(f"inp.{i}", rows))
        joined, parts = np.vstack(hidden), len(odds[0])
        matches = np.maximum(matches, np.float32(_LEAST_MATCH))
        apart = [_apart(len(side)) for side in odds]
        for layer in range(self._layers):
            joined = self._layer(f"layers.{layer}", joined, parts, matches, apart)
        joined = _evened(joined)
        found = []
        for i, rows in ((0, joined[:parts]), (1, joined[parts:])):
            says = self._linear(f"out_run.{i}", rows).astype(np.float64)
            found.append(
                ReadSide(
                    says[:, 0] + odds[i],
                    says[:, 1],
                    says[:, 2],
                    shapes[i],
                    sizes[1 - i],
                    float(self._weights["word"][i]),
                    self._weights["run"][i].astype(np.float64),
                )
            )
        return found[0], found[1]

    def _layer(
        self,
        name: str,
        rows: Matrix,
        parts: int,
        matches: Matrix,
        apart: Sequence[NDArray[np.int64]],
    ) -> Matrix:
        width = rows.shape[1] // (2 * _HEADS)
        # Of three kinds (asking, asked, told) for each head and word.
        three = self._linear(f"{name}.qkv", _evened(rows)).reshape(len(rows), 3, 2 * _HEADS, width)
        ask, key, value = three.transpose(1, 2, 0, 3)
        mix, offsets = self._weights[f"{name}.mix"], self._weights[f"{name}.offsets"]
        sides = (slice(0, parts), slice(parts, None))
        told = np.empty((2 * _HEADS, len(rows), width), np.float32)
        beside = np.empty((2 * _HEADS, len(rows)), np.float32)
        ask = ask / np.float32(np.sqrt(width))
        for i, (own, other) in enumerate((sides, sides[::-1])):
            match = matches if i == 0 else matches.T
            across = ask[:_HEADS, own] @ key[:_HEADS, other].transpose(0, 2, 1)
            across += mix[:, 0, None, None] * match
            null = mix[:, 1, None, None]
            most = np.maximum(across.max(axis=2, keepdims=True), null)
            np.exp(across - most, out=across)
            across /= across.sum(axis=2, keepdims=True) + np.exp(null - most)
            told[:_HEADS, own] = across @ value[:_HEADS, other]
            beside[:_HEADS, other] = np.minimum(across.sum(axis=1), _MOST_CLAIMED)
            beside[_HEADS:, own] = 1 - across.sum(axis=2)
            within = ask[_HEADS:, own] @ key[_HEADS:, own].transpose(0, 2, 1)
            within += offsets[:, apart[i]]
            np.exp(within - within.max(axis=2, keepdims=True), out=within)
            within /= within.sum(axis=2, keepdims=True)
            told[_HEADS:, own] = within @ value[_HEADS:, own]
        flat = told.transpose(1, 0, 2).reshape(len(rows), -1)
        rows = rows + self._linear(f"{name}.o", np.hstack([flat, beside.T]))
        inner = np.maximum(self._linear(f"{name}.f1", _evened(rows)), 0)
        return np.asarray(rows + self._linear(f"{name}.f2", inner))

    def _linear(self, name: str, rows: Matrix) -> Matrix:
        return np.asarray(rows @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"])


def _lengths(own: float, other: float, words: int, others: int) -> list[float]:
    """How the lengths of the two sides, and their numbers of words, agree."""
    own, other = max(own, 1.0), max(other, 1.0)
    ratio = float(np.log(own / other))
    return [
        min(max(2 * ratio, -3.0), 3.0),
        float(np.log(own)) / 3 - 1,
        float(np.log(other)) / 3 - 1,
        min(max(float(np.log(words / others)), -2.0), 2.0),
        min(max(ratio / spread(own, other), -6.0), 6.0) / 3,
    ]


def _apart(count: int) -> NDArray[np.int64]:
    """For each two words of a side how far the second stands behind the first, from 0."""
    places = np.arange(count)
    behind = np.clip(places[None] - places[:, None], -_FARTHEST, _FARTHEST)
    return np.asarray(behind + _FARTHEST)


def _evened(rows: Matrix) -> Matrix:
    """Each row brought to a mean square of 1."""
    squares = (rows * rows).mean(axis=1, keepdims=True)
    return np.asarray(rows / np.sqrt(squares + np.float32(_EPSILON)))
