"""How often words stood together in the training pairs: whether a side reads like its language.

Counts of words, and of runs of two and three, lower-cased and without punctuation, kept by a hash
of four bytes. A chance collision (1 in 4,000) makes one rare run look known; nothing hangs on it.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from itertools import chain
from math import log
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Figures = NDArray[np.float64]

EMBEDDED = Path(__file__).parent.parent / "data" / "quality" / "runs.npz"
EDGE = "\x02"
# A count's logarithm is stored in steps of 1/STEPS.
STEPS = 20
# Words that the counts were made of: 3.2 million English, 3.6 million Japanese.
_LOG_ALL = log(3.4e6)
_BACK_OFF = log(0.4)
NAMES = (
    "word_mean",
    "word_sum",
    "gain_mean",
    "gain_least",
    "unseen_two_share",
    "unseen_two",
    "unseen_three_share",
    "unseen_three",
    "unlikely",
    "two_gain_mean",
    "two_gain_least",
    "rare",
)


def key_of(words: Sequence[str]) -> int:
    """The hash under which a run of words is kept."""
    return zlib.crc32("\x1f".join(words).encode("utf-8", "surrogatepass"))


class Runs:
    """The counts, read-only.

    Args:
        file: an `.npz` with `keys`, ascending, and `counts`, as `training/reader.py` writes it.
    """

    def __init__(self, file: Path = EMBEDDED) -> None:
        with np.load(file) as stored:
            self._keys: NDArray[np.uint32] = stored["keys"]
            self._counts: NDArray[np.uint8] = stored["counts"]

    def logs(self, keys: Sequence[int]) -> Figures:
        """The logarithms of the counts; −1 for what is not known."""
        # In ascending order the look-ups stay near each other in memory.
        wanted, back = np.unique(np.array(keys, np.uint32), return_inverse=True)
        places = np.searchsorted(self._keys, wanted)
        places[places == len(self._keys)] = 0
        found = np.where(self._keys[places] == wanted, self._counts[places] / STEPS, -1.0)
        return np.asarray(found[back])

    def figures(self, texts: Sequence[Sequence[str]], name: str) -> list[dict[str, float]]:
        """For each text, given as its words: how usual these are, and how usual next to each other.

        A word's probability after the two before it is that of the longest run that is known,
        backing off by 0.4 (Brants et al. 2007).
        """
        if not texts:
            return []
        keys = [_keys(words) for words in texts]
        ones, twos, threes = (
            self.logs(list(chain.from_iterable(kind))) for kind in zip(*keys, strict=True)
        )
        counts = np.array([len(of_text) for _, _, of_text in keys])
        names = [f"{figure}_{name}" for figure in NAMES]
        figures = _figures(ones, twos, threes, counts)
        return [dict(zip(names, row, strict=True)) for row in figures.tolist()]


def _keys(words: Sequence[str]) -> tuple[list[int], list[int], list[int]]:
    """The hashes of the words, and of each two and each three in a row, with two edges before them
    and one behind; of the edges before, only the second is a word by itself."""
    spelled = [text.encode("utf-8", "surrogatepass") for text in (EDGE, EDGE, *words, EDGE)]
    joined = [b"\x1f" + text for text in spelled]
    # The checksum of a longer text goes on from that of its beginning.
    ones = [zlib.crc32(text) for text in spelled]
    twos = [zlib.crc32(text, before) for text, before in zip(joined[1:], ones, strict=False)]
    threes = [zlib.crc32(text, before) for text, before in zip(joined[2:], twos, strict=False)]
    return ones[1:], twos, threes


def _figures(ones: Figures, twos: Figures, threes: Figures, counts: NDArray[np.int64]) -> Figures:
    """The figures of each text, in the order of `NAMES`, by the logarithms for `_keys`, laid end to
    end. A text has as many of `threes` as its count, and one more of the others."""
    firsts, lasts = np.cumsum(counts + 1) - counts - 1, np.cumsum(counts + 1) - 1
    before, one = np.delete(ones, lasts), np.delete(ones, firsts)
    before_two, two = np.delete(twos, lasts), np.delete(twos, firsts)
    alone = np.maximum(one, -0.7) - _LOG_ALL
    after_one = np.where(two >= 0, two - np.maximum(before, 0.0), alone + _BACK_OFF)
    after_two = np.where(
        threes >= 0, threes - np.maximum(before_two, threes), after_one + _BACK_OFF
    )
    gains, gains_of_two = after_two - alone, after_one - alone
    starts = np.cumsum(counts) - counts
    ascending = gains_of_two[np.lexsort((gains_of_two, np.repeat(starts, counts)))]
    least = ascending[starts] + ascending[starts + np.minimum(counts - 1, 1)]

    def total(values: NDArray[Any]) -> Figures:
        return np.add.reduceat(values.astype(np.float64), starts)

    unseen_two, unseen_three = total(two < 0), total(threes < 0)
    return np.column_stack(
        [
            total(after_two) / counts,
            total(after_two) / 30,
            total(gains) / counts,
            np.minimum.reduceat(gains, starts),
            unseen_two / counts,
            np.sqrt(unseen_two),
            unseen_three / counts,
            np.sqrt(unseen_three),
            np.sqrt(total(gains < -1)),
            total(gains_of_two) / counts,
            least / 2,
            np.sqrt(total(one < 2)),
        ]
    )
