"""Which words render which, learned from translations: the dictionary's free hand.

A dictionary says what a word means; translators write what the sentence needs. The table holds the
words, short phrases and compounds that stood for one another in translated text, with the shares of
their occurrences in which they did (`training/associations.py`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from alignqa.errors import AlignqaError
from alignqa.mapped import mapped_tensors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

EMBEDDED = Path(__file__).parent.parent / "data" / "associations" / "associations.safetensors"
_WHOLE = 255


class _Keys:
    """Texts by number, found by their checksums: nothing is unpacked before it is asked for.

    Args:
        text: all keys in UTF-8, laid end to end; key n ends at `ends[n]`.
        checksums: CRC-32 of each key, ascending.
    """

    def __init__(
        self, text: NDArray[np.uint8], ends: NDArray[np.uint32], checksums: NDArray[np.uint32]
    ) -> None:
        # A megabyte: pieces of bytes are read sooner than pieces of what is mapped.
        self._text = text.tobytes()
        self._ends = ends.data
        self._checksums = checksums.data

    def texts(self, numbers: Iterable[int]) -> list[str]:
        """The keys of these numbers."""
        text, ends = self._text, self._ends
        return [
            text[ends[number - 1] if number else 0 : ends[number]].decode() for number in numbers
        ]

    def number(self, key: str) -> int | None:
        """The number of a key, `None` for one that is not there."""
        checksum = crc32(key.encode())
        number = bisect_left(self._checksums, checksum)
        while number < len(self._checksums) and self._checksums[number] == checksum:
            if self.texts([number]) == [key]:
                return number
            number += 1
        return None


class Associations:
    """The learned table, read-only. Keys are those of `keys.english_key` and `keys.japanese_key`.

    Raises:
        AlignqaError: if the file is not there or is not such a table.
    """

    def __init__(self, path: Path = EMBEDDED) -> None:
        try:
            tensors = mapped_tensors(path)
            self._english, self._japanese = (
                _Keys(tensors[side], tensors[f"{side}_ends"], tensors[f"{side}_checksums"])
                for side in ("english", "japanese")
            )
            self._english_starts = tensors["english_starts"].data
            self._japanese_starts = tensors["japanese_starts"].data
            self._order, self._english_of, self._japanese_of = (
                tensors[name] for name in ("by_japanese", "english_of", "japanese_of")
            )
            self._forward, self._backward = tensors["forward"], tensors["backward"]
        except (OSError, KeyError, ValueError) as error:
            raise AlignqaError(
                f"The associations {path} cannot be read ({error}); reinstall alignqa."
            ) from error
        self.renderings = lru_cache(maxsize=20_000)(self._renderings)
        self.meanings = lru_cache(maxsize=20_000)(self._meanings)
        self.shares = lru_cache(maxsize=50_000)(self._shares)

    def strength(self, english_key: str, japanese_base: str) -> float:
        """How firmly two words belong together, 0 (never seen to) to 1.

        The greater of the two shares, drawn towards the smaller: a rare name that always renders
        one word is firm, a word that renders everything is not.
        """
        forward, backward = self.shares(english_key).get(japanese_base, (0.0, 0.0))
        return 0.7 * max(forward, backward) + 0.3 * min(forward, backward)

    def _renderings(self, english_key: str) -> tuple[tuple[str, float], ...]:
        """Japanese words for an English key, each with the share of the English word's occurrences
        that it rendered, most usual first; empty for an unknown key."""
        return tuple((base, forward) for base, (forward, _) in self.shares(english_key).items())

    def _meanings(self, japanese_base: str) -> tuple[tuple[str, float], ...]:
        """English keys for a Japanese word, each with the share of the Japanese word's occurrences
        that rendered it, most usual first; empty for an unknown word."""
        number = self._japanese.number(japanese_base)
        if number is None:
            return ()
        places = self._order[self._japanese_starts[number] : self._japanese_starts[number + 1]]
        keys = self._english.texts(self._english_of[places].tolist())
        shares = self._backward[places].tolist()
        return tuple([(key, share / _WHOLE) for key, share in zip(keys, shares, strict=True)])

    def _shares(self, english_key: str) -> dict[str, tuple[float, float]]:
        """For an English key: each Japanese word with the share of the English word's and of its
        own occurrences in which the one rendered the other."""
        number = self._english.number(english_key)
        if number is None:
            return {}
        places = slice(self._english_starts[number], self._english_starts[number + 1])
        bases = self._japanese.texts(self._japanese_of[places].tolist())
        forward, backward = self._forward[places].tolist(), self._backward[places].tolist()
        return {
            base: (of_english / _WHOLE, of_japanese / _WHOLE)
            for base, of_english, of_japanese in zip(bases, forward, backward, strict=True)
        }


@cache
def shipped_associations() -> Associations:
    """The shipped table, opened once."""
    return Associations()
