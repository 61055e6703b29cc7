"""How often words stood together in the training pairs: whether a side reads like its language.

Counts of words, and of runs of two and three, lower-cased and without punctuation, kept by a hash
of four bytes. A chance collision (1 in 4,000) makes one rare run look known; nothing hangs on it.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Figures = NDArray[np.float64]

EMBEDDED = Path(__file__).parent.parent / "data" / "quality" / "runs.npz"
EDGE = "\x02"
# A count's logarithm is stored in steps of 1/STEPS.
STEPS = 20
# Words that the counts were made of: 3.2 million English, 3.6 million Japanese.
_ALL = 3.4e6
_BACK_OFF = np.log(0.4)
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

    def figures(self, words: Sequence[str], name: str) -> dict[str, float]:
        """How usual the words of one text are, and how usual they are next to each other.

        A word's probability after the two before it is that of the longest run that is known,
        backing off by 0.4 (Brants et al. 2007).
        """
        padded = [EDGE, EDGE, *words, EDGE]
        count = len(padded) - 2
        keys = [key_of(padded[i : i + 1]) for i in range(1, count + 2)]
        keys += [key_of(padded[i : i + 2]) for i in range(count + 1)]
        keys += [key_of(padded[i : i + 3]) for i in range(count)]
        ones, twos, threes = np.split(self.logs(keys), [count + 1, 2 * count + 2])
        alone = np.maximum(ones[1:], -0.7) - np.log(_ALL)
        after_one = np.where(twos[1:] >= 0, twos[1:] - np.maximum(ones[:-1], 0), alone + _BACK_OFF)
        after_two = np.where(
            threes >= 0, threes - np.maximum(twos[:-1], threes), after_one + _BACK_OFF
        )
        gain, gain_two = after_two - alone, after_one - alone
        unseen_two, unseen_three = twos[1:] < 0, threes < 0
        values = (
            after_two.mean(),
            after_two.sum() / 30,
            gain.mean(),
            gain.min(),
            unseen_two.mean(),
            np.sqrt(unseen_two.sum()),
            unseen_three.mean(),
            np.sqrt(unseen_three.sum()),
            np.sqrt((gain < -1).sum()),
            gain_two.mean(),
            np.sort(gain_two)[:2].mean(),
            np.sqrt((ones[1:] < 2).sum()),
        )
        return {f"{figure}_{name}": float(v) for figure, v in zip(NAMES, values, strict=True)}
