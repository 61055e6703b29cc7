"""A second, closer look at the runs of phrases of which the first one leaves a doubt.

The first look (`gaps.py`) is cheap and passes nearly every pair. This one reads more of each run
(`run_features.py`). A small network weighs it; `training/coverage_second_look.py` fits it on pairs
as wholes: the likeliest run of an untouched pair against the likeliest right run of one from which
a clause was taken.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np

from alignqa.coverage.run_features import Doubt, Floats, Look, Words, look, word_odds
from alignqa.errors import AlignqaError
from alignqa.lexicon.vectors import WordVectors
from alignqa.text import Lang

EMBEDDED = Path(__file__).parent.parent / "data" / "coverage" / "second_look.npz"

# Of a run of a sentence that has a counterpart, what the matcher says of it as a whole counts for so
# much by itself, besides being one thing that the network weighs.
_OF_MATCHER = 0.2


class SecondLook:
    """Reads the network and the weights of single words.

    Raises:
        AlignqaError: if the file is not there or is not such a model.
    """

    def __init__(self, path: Path = EMBEDDED) -> None:
        try:
            with np.load(path) as arrays:
                self._word = {lang: arrays[f"word_{lang}"].astype(np.float64) for lang in Lang}
                self._hidden, self._hidden_offset, self._out = (
                    arrays[name].astype(np.float64) for name in ("hidden", "hidden_offset", "out")
                )
                self._middle, self._spread = (
                    arrays[name].astype(np.float64) for name in ("middle", "spread")
                )
                self._out_offset = float(arrays["out_offset"][0])
        except (OSError, KeyError, ValueError, IndexError) as error:
            raise AlignqaError(
                f"The coverage model {path} cannot be read ({error}); reinstall alignqa."
            ) from error

    def word_odds(self, words: Words) -> Floats:
        """For each word its log-odds of not being rendered."""
        return word_odds(words, self._word[words.lang])

    def look(self, doubt: Doubt, vectors: WordVectors) -> tuple[Look, Floats] | None:
        """The runs of a stretch and the log-odds of each, `None` where there is no run."""
        found = look(doubt, self.word_odds(doubt.own), self.word_odds(doubt.other), vectors)
        if found is None:
            return None
        rows = np.clip((found.features - self._middle) / self._spread, -4.0, 4.0)
        hidden = np.tanh(rows @ self._hidden + self._hidden_offset)
        odds = np.asarray(hidden @ self._out + self._out_offset)
        if not doubt.stretch.alone:
            odds += _OF_MATCHER * (found.as_read - odds)
        return found, odds


@cache
def embedded_look() -> SecondLook:
    """The shipped model, loaded once."""
    return SecondLook()
