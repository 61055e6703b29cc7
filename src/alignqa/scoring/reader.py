"""A small network that reads both sides word by word, and says which words look out of place.

It was trained to tell the translations of the training pairs from the same ones with a word
replaced, left out, added, moved or negated (`training/reader.py`). For each word it sees the two
words before and after, what the other side has for it by attention over the cosines of the words,
and how well both are covered; two layers make three logits of that: *out of place*, *something is
missing before it*, and one that only the summary uses. Nothing here is decided: the figures are
evidence for the model.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from alignqa.lexicon.row_table import RowTable
from alignqa.scoring.runs import Runs, key_of
from alignqa.scoring.sides import Rows, Sides, Words
from alignqa.text import Lang

EMBEDDED = Path(__file__).parent.parent / "data" / "quality" / "reader.npz"

_LATIN, _DIGIT = re.compile(r"[a-z]"), re.compile(r"\d")
_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-鿿]")
_NEIGHBOURS = (1, 2, -1, -2)
# The logarithm of the count of a word that is everywhere.
_COMMONEST = 12
_KEPT = 100_000
_LOGITS = 3
_SUMS = tuple(f"reader_{kind}_{n}" for kind in ("sum", "most") for n in range(_LOGITS))


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network makes of a pair.

    `figures` are the sum and the greatest of each logit's probability on either side, and the
    logarithm of the ratio of their words. `wrong` is the logit that the side in this language was
    tampered with.
    """

    figures: dict[str, float]
    wrong: dict[Lang, float]


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """The words of one language of several pairs, laid end to end.

    `starts` and `counts` say where each pair's words begin and how many they are. `rows` are the
    words' vectors, `places` where in its text each stands, from 0 to 1, `covered` its best cosine
    with a word of the other side.
    """

    texts: list[str]
    starts: NDArray[np.int64]
    counts: NDArray[np.int64]
    rows: Rows
    places: Rows
    covered: Rows

    @classmethod
    def of(cls, sides: Sequence[Words], covered: Sequence[Rows]) -> _Side:
        counts = np.array([len(words) for words in sides])
        return cls(
            [text for words in sides for text in words.texts],
            np.cumsum(counts) - counts,
            counts,
            np.concatenate([words.rows for words in sides]),
            np.concatenate([_places(len(words)) for words in sides]),
            np.concatenate(covered),
        )

    def of_each(self, rows: Rows) -> list[Rows]:
        """Rows of all words as those of each pair."""
        ends = self.starts + self.counts
        return [rows[start:end] for start, end in zip(self.starts, ends, strict=True)]

    def shifted(self, rows: Rows, by: int, edge: Rows | None = None) -> Rows:
        """For each word the row of its neighbour `by` places before it; `edge`, or zeros, beyond
        the ends of its text."""
        inside = np.arange(len(rows)) - np.repeat(self.starts, self.counts) - by
        is_beyond = (inside < 0) | (inside >= np.repeat(self.counts, self.counts))
        neighbours = np.where(is_beyond, len(rows), np.arange(len(rows)) - by)
        beyond = np.zeros(rows.shape[1], np.float32) if edge is None else edge
        return np.vstack([rows, beyond]).take(neighbours, axis=0)


class Reader:
    """The network with its weights, in numpy.

    Args:
        runs: tells how common a word is.
        file: an `.npz` as `training/reader.py` writes it.
    """

    def __init__(self, runs: Runs, file: Path = EMBEDDED) -> None:
        with np.load(file) as stored:
            self._weights = {name: stored[name].astype(np.float32) for name in stored.files}
        self._runs = runs
        self._traits = RowTable(self._traits_of, _KEPT)

    def read(self, pairs: Sequence[Sides]) -> list[Reading]:
        """The network's view of each of some pairs, which have words on both sides.

        They are read together: what the matrices of one pair cost is mostly the asking.
        """
        if not pairs:
            return []
        left = _Side.of([p.english for p in pairs], [p.cosines.max(axis=1) for p in pairs])
        right = _Side.of([p.japanese for p in pairs], [p.cosines.max(axis=0) for p in pairs])
        logits = [self._logits(pair) for pair in pairs]
        ratios = np.log(left.counts / right.counts).astype(np.float32)
        summaries = (
            self._side("en", left, right, [_softmax(one) for one in logits], -ratios),
            self._side("ja", right, left, [_softmax(one.T) for one in logits], ratios),
        )
        whole = np.column_stack([*summaries, ratios])
        wrong = {lang: self._heads(lang, whole).tolist() for lang in Lang}
        names = [f"{name}_{side}" for side in ("en", "ja") for name in _SUMS]
        told = np.column_stack([side[:, -len(_SUMS) :] for side in summaries] + [ratios])
        return [
            Reading(
                dict(zip([*names, "reader_ratio"], figures, strict=True)),
                {lang: wrong[lang][number] for lang in Lang},
            )
            for number, figures in enumerate(told.tolist())
        ]

    def _logits(self, pair: Sides) -> Rows:
        """How much each word heeds each word of the other side: (English, Japanese)."""
        places = _places(len(pair.english)), _places(len(pair.japanese))
        apart = np.abs(places[0][:, None] - places[1])
        return np.asarray(self._weights["beta"] * pair.cosines - self._weights["gam"] * apart)

    def _heads(self, lang: Lang, summaries: Rows) -> Rows:
        weights = self._weights
        return np.asarray(
            summaries @ weights[f"head.{lang}.weight"][0] + weights[f"head.{lang}.bias"]
        )

    def _side(
        self, name: str, side: _Side, other: _Side, attentions: list[Rows], ratios: Rows
    ) -> Rows:
        """The part of each pair's summary that one language makes up: the mean of its hidden layer,
        then the sum and the greatest of each logit's probability."""
        weights, own = self._weights, f"side.{name}."
        across = "ja" if name == "en" else "en"
        turned = other.rows @ weights[f"Q.{across}.weight"].T
        offered = other.of_each(np.column_stack([turned, other.places, 1 - other.covered]))
        heeded = np.concatenate([a @ o for a, o in zip(attentions, offered, strict=True)])
        rendered, where, lost = heeded[:, :-2], heeded[:, -2:-1], heeded[:, -1]
        scalars = np.column_stack(
            [
                side.covered,
                where[:, 0] - side.places,
                where - side.shifted(where, 1),
                lost,
                np.repeat(ratios, side.counts),
                self._traits.of(side.texts),
            ]
        )
        seen = side.rows @ weights[own + "P.weight"].T
        edge = weights[own + "edge"]
        context = [seen, *(side.shifted(seen, by, edge) for by in _NEIGHBOURS)]
        context += [rendered, side.shifted(rendered, 1), side.shifted(rendered, -1), scalars]
        first = _layer(np.hstack(context), weights, own + "h1")
        beside = [first, side.shifted(first, 1), side.shifted(first, -1)]
        second = _layer(np.hstack(beside), weights, own + "h2")
        chance = 1 / (
            1 + np.exp(-(second @ weights[own + "out.weight"].T + weights[own + "out.bias"]))
        )
        return np.hstack(
            [
                np.add.reduceat(second, side.starts) / side.counts[:, None],
                np.log1p(np.add.reduceat(chance, side.starts)),
                np.maximum.reduceat(chance, side.starts),
            ]
        )

    def _traits_of(self, words: Sequence[str]) -> Rows:
        """Latin letters, digits, Japanese letters, and how common the word is, each 0 to 1."""
        counts = self._runs.logs([key_of([word]) for word in words])
        traits = [
            [bool(kind.search(word)) for kind in (_LATIN, _DIGIT, _JAPANESE)] for word in words
        ]
        common = np.clip(counts / _COMMONEST, 0.0, 1.0)
        return np.column_stack([np.array(traits).reshape(-1, 3), common]).astype(np.float32)


def _places(count: int) -> Rows:
    return np.arange(count, dtype=np.float32) / np.float32(count)


def _softmax(logits: Rows) -> Rows:
    heed = np.exp(logits - np.maximum.reduce(logits, axis=1, keepdims=True))
    return np.asarray(heed / np.add.reduce(heed, axis=1, keepdims=True))


def _layer(inputs: Rows, weights: dict[str, Rows], name: str) -> Rows:
    return np.asarray(np.maximum(inputs @ weights[name + ".weight"].T + weights[name + ".bias"], 0))
