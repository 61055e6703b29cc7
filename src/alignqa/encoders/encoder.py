"""What an encoder is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Progress = Callable[[str, int, int], None]


class Encoder(Protocol):
    """Turns texts of both languages into vectors of one space."""

    @property
    def fingerprint(self) -> str:
        """Names the model and its weights: equal fingerprints give equal vectors."""
        ...

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Vectors of shape (len(texts), dimensions): rows of unit length, or all zeros for a text
        in which the encoder finds nothing. `progress` is told (what, done, of how many)."""
        ...
