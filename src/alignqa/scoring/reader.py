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
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from alignqa.scoring.runs import Runs, key_of
from alignqa.scoring.sides import Rows, Sides, Words
from alignqa.text import Lang

EMBEDDED = Path(__file__).parent.parent / "data" / "quality" / "reader.npz"

_LATIN, _DIGIT = re.compile(r"[a-z]"), re.compile(r"\d")
_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-鿿]")
_NEIGHBOURS = (1, 2, -1, -2)
# The logarithm of the count of a word that is everywhere.
_COMMONEST = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network makes of a pair.

    `summary` is the mean of its hidden layer, with the sum and the greatest of each logit's
    probability, English then Japanese, and the logarithm of the ratio of their words. `wrong` is
    the logit that the side in this language was tampered with.
    """

    summary: Rows
    wrong: dict[Lang, float]


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
        self._traits: dict[str, tuple[float, ...]] = {}

    def read(self, sides: Sides) -> Reading:
        """The network's view of a pair that has words on both sides."""
        english, japanese = sides.english, sides.japanese
        counts = len(english), len(japanese)
        places = [np.linspace(0, 1, n, endpoint=False, dtype=np.float32) for n in counts]
        apart = np.abs(places[0][:, None] - places[1][None, :])
        logits = self._weights["beta"] * sides.cosines - self._weights["gam"] * apart
        covered = sides.cosines.max(axis=1), sides.cosines.max(axis=0)
        ratio = float(np.log(counts[0] / counts[1]))
        left = self._side("en", english, japanese, logits, places, covered, -ratio)
        right = self._side("ja", japanese, english, logits.T, places[::-1], covered[::-1], ratio)
        summary = np.concatenate([*left, *right, [ratio]]).astype(np.float32)
        return Reading(summary, {lang: self._head(lang, summary) for lang in Lang})

    def _head(self, lang: Lang, summary: Rows) -> float:
        weights = self._weights
        return float((weights[f"head.{lang}.weight"] @ summary + weights[f"head.{lang}.bias"])[0])

    def _side(
        self,
        name: str,
        words: Words,
        other: Words,
        logits: Rows,
        places: list[Rows],
        covered: tuple[Rows, ...],
        ratio: float,
    ) -> tuple[Rows, Rows, Rows]:
        weights, own = self._weights, f"side.{name}."
        across = "ja" if name == "en" else "en"
        attention = np.exp(logits - logits.max(axis=1, keepdims=True))
        attention /= attention.sum(axis=1, keepdims=True)
        rendered = attention @ (other.rows @ weights[f"Q.{across}.weight"].T)
        where = attention @ places[1]
        scalars = np.column_stack(
            [
                covered[0],
                where - places[0],
                np.diff(where, prepend=np.float32(0)),
                attention @ (1 - covered[1]),
                np.full(len(words), ratio, np.float32),
                self._traits_of(words),
            ]
        )
        seen = words.rows @ weights[own + "P.weight"].T
        edge = weights[own + "edge"]
        context = [seen, *(_shifted(seen, by, edge) for by in _NEIGHBOURS)]
        context += [rendered, _shifted(rendered, 1), _shifted(rendered, -1), scalars]
        first = _layer(np.hstack(context), weights, own + "h1")
        second = _layer(
            np.hstack([first, _shifted(first, 1), _shifted(first, -1)]), weights, own + "h2"
        )
        odds = second @ weights[own + "out.weight"].T + weights[own + "out.bias"]
        chance = 1 / (1 + np.exp(-odds))
        return second.mean(axis=0), np.log1p(chance.sum(axis=0)), chance.max(axis=0)

    def _traits_of(self, words: Words) -> Rows:
        """Latin letters, digits, Japanese letters, and how common the word is, each 0 to 1."""
        known = self._traits
        if len(known) > 200_000:
            known.clear()
        new = [word for word in dict.fromkeys(words.texts) if word not in known]
        counts = self._runs.logs([key_of([word]) for word in new]) if new else ()
        for word, count in zip(new, counts, strict=True):
            known[word] = (
                float(bool(_LATIN.search(word))),
                float(bool(_DIGIT.search(word))),
                float(bool(_JAPANESE.search(word))),
                min(max(count, 0.0) / _COMMONEST, 1.0),
            )
        return np.array([known[word] for word in words.texts], np.float32)


def _layer(inputs: Rows, weights: dict[str, Rows], name: str) -> Rows:
    return np.asarray(np.maximum(inputs @ weights[name + ".weight"].T + weights[name + ".bias"], 0))


def _shifted(rows: Rows, by: int, edge: Rows | None = None) -> Rows:
    """Each row's neighbour `by` places before it; `edge`, or zeros, beyond the ends."""
    beyond = np.zeros(rows.shape[1], np.float32) if edge is None else edge
    shifted = np.empty_like(rows)
    if by > 0:
        shifted[:by] = beyond
        shifted[by:] = rows[:-by]
    else:
        shifted[by:] = beyond
        shifted[:by] = rows[-by:]
    return shifted
