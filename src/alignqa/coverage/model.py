"""A small learned model: how likely each content word is to be rendered on the other side.

Each word's vector is turned by a matrix of its language into a space where words that render each
other are near. A word is judged by the nearest word and the nearest run of one to three words on
the other side, by how near the runs that it stands in come to something there, by whether another
word of its own side lies nearer to what it matches, and by a term of its own: words such as
"however" often go unrendered. `training/coverage.py` fits it; the card in `data/coverage` has the
figures.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from alignqa.errors import AlignqaError
from alignqa.lexicon.row_table import RowTable
from alignqa.lexicon.vectors import WordVectors
from alignqa.text import Lang

EMBEDDED = Path(__file__).parent.parent / "data" / "coverage" / "model.npz"

Matrix = NDArray[np.float32]
_NOTHING = np.float32(-1.0)
_OWN_TERMS = 4
_AT_MOST = 50_000


class CoverageModel:
    """Reads the model's arrays.

    Raises:
        AlignqaError: if the file is not there or is not such a model.
    """

    def __init__(self, path: Path = EMBEDDED) -> None:
        try:
            with np.load(path) as arrays:
                self._turn = {lang: _wide(arrays[f"turn_{lang}"]) for lang in Lang}
                self._own = {lang: _wide(arrays[f"own_{lang}"]) for lang in Lang}
                self._offset = {lang: _wide(arrays[f"offset_{lang}"]) for lang in Lang}
                self._hidden, self._hidden_offset = (
                    _wide(arrays["hidden"]),
                    _wide(arrays["hidden_offset"]),
                )
                self._out, self._out_offset = _wide(arrays["out"]), float(arrays["out_offset"][0])
        except (OSError, KeyError, ValueError) as error:
            raise AlignqaError(
                f"The coverage model {path} cannot be read ({error}); reinstall alignqa."
            ) from error
        self._vectors: WordVectors | None = None
        self._known: dict[Lang, RowTable[str]] = {}

    def log_odds(
        self, english: list[str], japanese: list[str], vectors: WordVectors
    ) -> tuple[Matrix, Matrix]:
        """For each word of either side, in text order, the logarithm of the odds that it is rendered.

        Shapes (len(english),) and (len(japanese),); both sides must have a word.
        """
        left = self._rows(Lang.ENGLISH, english, vectors)
        right = self._rows(Lang.JAPANESE, japanese, vectors)
        cosines = _runs(left[:, _OWN_TERMS:]) @ _runs(right[:, _OWN_TERMS:]).T
        sizes = len(english), len(japanese)
        return (
            self._judge(left[:, :_OWN_TERMS], cosines, *sizes),
            self._judge(right[:, :_OWN_TERMS], cosines.T, *sizes[::-1]),
        )

    def look_up(self, lang: Lang, words: Iterable[str], vectors: WordVectors) -> None:
        """Looks up words of many texts together, which is faster than text by text later."""
        self._table(lang, vectors).look_up(list(words))

    def _rows(self, lang: Lang, words: list[str], vectors: WordVectors) -> Matrix:
        """Rows of each word's own terms, then its unit vector in the common space."""
        return self._table(lang, vectors).of(words)

    def _table(self, lang: Lang, vectors: WordVectors) -> RowTable[str]:
        if self._vectors is not vectors:
            self._vectors = vectors
            self._known = {of: RowTable(partial(self._made, of, vectors), _AT_MOST) for of in Lang}
        return self._known[lang]

    def _made(self, lang: Lang, vectors: WordVectors, words: list[str]) -> Matrix:
        rows = vectors.of(words)
        turned = rows @ self._turn[lang]
        turned /= np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-6)
        return np.hstack([rows @ self._own[lang] + self._offset[lang], turned])

    def _judge(self, own: Matrix, cosines: Matrix, count: int, others: int) -> Matrix:
        """`cosines` has a row for each run of this side and a column for each of the other."""
        nearest = np.maximum.reduce(cosines, axis=1)
        one, two, three = nearest[:count], nearest[count : 2 * count - 1], nearest[2 * count - 1 :]
        pairs = _in_runs(two, count, 2)
        triples = _in_runs(three, count, 3)
        words = cosines[:count, :others]
        features = np.empty((count, 6 + _OWN_TERMS), np.float32)
        best = np.maximum.reduce(words, axis=1)
        evidence = one, pairs, triples, best, _unrivalled(words, best), one * own[:, 1]
        for column, values in enumerate(evidence):
            features[:, column] = values
        features[:, len(evidence) :] = own
        hidden = np.tanh(features @ self._hidden + self._hidden_offset)
        return np.asarray(hidden @ self._out + self._out_offset + own[:, 0], dtype=np.float32)


@cache
def embedded_model() -> CoverageModel:
    """The shipped model, loaded once."""
    return CoverageModel()


def _in_runs(runs: Matrix, count: int, size: int) -> Matrix:
    """For each word the greatest figure of the runs of this size that it stands in."""
    best = np.empty(count, np.float32)
    best.fill(_NOTHING)
    for shift in range(size):
        part = best[shift : shift + len(runs)]
        np.maximum(part, runs, out=part)
    return best


def _unrivalled(words: Matrix, alone: Matrix) -> Matrix:
    """By how much a word at best beats every other word of its side at a word of the other; where
    it has no rival, its best cosine (`alone`)."""
    rows, columns = words.shape
    if rows == 1:
        return alone
    best, every = words.argmax(axis=0), np.arange(columns)
    nearest = words[best, every]
    rest = words.copy()
    rest[best, every] = _NOTHING
    ahead = words - np.maximum(nearest, 0)
    ahead[best, every] = nearest - np.maximum(np.maximum.reduce(rest, axis=0), 0)
    return np.asarray(np.maximum.reduce(ahead, axis=1))


def _runs(rows: Matrix) -> Matrix:
    """Unit rows of the runs of one, of two, and of three words."""
    twos = rows[:-1] + rows[1:]
    runs = np.concatenate([rows, twos, twos[:-1] + rows[2:]]) if len(rows) > 1 else rows
    lengths = np.sqrt(np.add.reduce(runs * runs, axis=1, keepdims=True))
    return np.asarray(runs / np.maximum(lengths, 1e-6))


def _wide(array: NDArray[np.float16]) -> Matrix:
    return np.asarray(array, dtype=np.float32)
