"""Vectors of words and phrases, which serve as a bilingual dictionary with degrees."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from alignqa.lexicon.row_table import RowTable

_KEPT = 50_000


class WordVectors:
    """Looks phrases up in the embedded encoder, whichever encoder pairs the passages.

    `encode` takes texts and gives unit rows of shape (len(texts), dimensions).
    """

    def __init__(self, encode: Callable[[Sequence[str]], NDArray[np.float32]]) -> None:
        self.encode = encode
        self._known = RowTable(encode, _KEPT)

    def look_up(self, phrases: Sequence[str]) -> None:
        """Looks many up together, which is faster than few at a time later."""
        self._known.look_up(phrases)

    def of(self, phrases: Sequence[str]) -> NDArray[np.float32]:
        """Unit rows of shape (len(phrases), dimensions)."""
        return self._known.of(phrases)
