"""Vectors of words and phrases, which serve as a bilingual dictionary with degrees."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class WordVectors:
    """Looks phrases up in the embedded encoder, whichever encoder pairs the passages.

    `encode` takes texts and gives unit rows of shape (len(texts), dimensions).
    """

    encode: Callable[[Sequence[str]], NDArray[np.float32]]
    _known: dict[str, NDArray[np.float32]] = field(default_factory=dict)

    def of(self, phrases: Sequence[str]) -> NDArray[np.float32]:
        """Unit rows of shape (len(phrases), dimensions)."""
        missing = list(dict.fromkeys(phrase for phrase in phrases if phrase not in self._known))
        if len(self._known) + len(missing) > 200_000:
            self._known.clear()
            missing = list(dict.fromkeys(phrases))
        if missing:
            self._known.update(zip(missing, self.encode(missing), strict=True))
        return np.array([self._known[phrase] for phrase in phrases])
