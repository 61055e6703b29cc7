"""How often words stood together in the training pairs: whether a side reads like its language.

Counts of words, and of runs of two and three, lower-cased and without punctuation, kept by a hash
of four bytes. A chance collision (1 in 4,000) makes one rare run look known; nothing hangs on it.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from math import log, sqrt
from pathlib import Path

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
        keys = [_keys(words) for words in texts]
        logs = self.logs([key for own in keys for runs in own for key in runs]).tolist()
        found, start = [], 0
        names = [f"{figure}_{name}" for figure in NAMES]
        for own in keys:
            of_text = []
            for runs in own:
                of_text.append(logs[start : start + len(runs)])
                start += len(runs)
            found.append(dict(zip(names, _figures(*of_text), strict=True)))
        return found


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


def _figures(ones: list[float], twos: list[float], threes: list[float]) -> tuple[float, ...]:
    """The figures of one text, in the order of `NAMES`, by the logarithms for `_keys`."""
    last, gains, gains_of_two = [], [], []
    for before, one, before_two, two, three in zip(
        ones, ones[1:], twos, twos[1:], threes, strict=False
    ):
        alone = max(one, -0.7) - _LOG_ALL
        after_one = two - max(before, 0.0) if two >= 0 else alone + _BACK_OFF
        after_two = three - max(before_two, three) if three >= 0 else after_one + _BACK_OFF
        last.append(after_two)
        gains.append(after_two - alone)
        gains_of_two.append(after_one - alone)
    count = len(last)
    unseen_two, unseen_three = (sum(log < 0 for log in logs) for logs in (twos[1:], threes))
    least = sorted(gains_of_two)[:2]
    return (
        sum(last) / count,
        sum(last) / 30,
        sum(gains) / count,
        min(gains),
        unseen_two / count,
        sqrt(unseen_two),
        unseen_three / count,
        sqrt(unseen_three),
        sqrt(sum(gain < -1 for gain in gains)),
        sum(gains_of_two) / count,
        sum(least) / len(least),
        sqrt(sum(one < 2 for one in ones[1:])),
    )
