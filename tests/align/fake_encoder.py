"""An encoder that knows nothing: equal lines get equal vectors, and nothing else is alike."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

import numpy as np

from alignqa.encoders import Vectors

DIMENSIONS = 32


class FakeEncoder:
    """Each line has a random vector of its own; a text of several lines has their mean's."""

    fingerprint = "fake@0"

    def encode(
        self, texts: Sequence[str], progress: Callable[[str, int, int], None] | None = None
    ) -> Vectors:
        rows = [sum(map(_vector, text.split("\n"))) for text in texts]
        vectors = np.array(rows, dtype=np.float32).reshape(len(texts), DIMENSIONS)
        if progress:
            progress("encoding", len(texts), len(texts))
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(lengths, 1e-12), dtype=np.float32)


def _vector(line: str) -> np.ndarray:
    # Blank lines are nothing to the encoder.
    if not line.strip():
        return np.zeros(DIMENSIONS)
    seed = int.from_bytes(hashlib.sha256(line.encode()).digest()[:8], "big")
    return np.random.default_rng(seed).standard_normal(DIMENSIONS)
