"""Vectors that all aligners of a run share."""

from __future__ import annotations

import hashlib
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

import numpy as np

from alignqa.encoders import Encoder
from alignqa.encoders.encoder import Progress, Vectors


class Remembered:
    """An encoder that encodes a text once, whoever asks."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._rows: dict[str, Vectors] = {}
        self.fingerprint = encoder.fingerprint

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        new = [text for text in dict.fromkeys(texts) if text not in self._rows]
        if new:
            self._rows.update(zip(new, self._encoder.encode(new, progress), strict=True))
        width = len(next(iter(self._rows.values()), ()))
        return np.array([self._rows[text] for text in texts], np.float32).reshape(-1, width)


class Cognates:
    """Runs of four letters, and numbers, that occur on both sides of a document: rare ones weigh
    more. Weak vectors, but the same for every aligner, for two languages that share an alphabet.
    """

    def __init__(self, source: Sequence[str], target: Sequence[str]) -> None:
        digest = hashlib.sha256("\n".join([*source, *target]).encode()).hexdigest()
        self.fingerprint = f"cognates of {digest}"
        sides = [[set(_features(text)) for text in side] for side in (source, target)]
        shared = sorted(set().union(*sides[0]) & set().union(*sides[1]))
        self._column = {feature: column for column, feature in enumerate(shared)}
        lines = [line for side in sides for line in side]
        counts = Counter(feature for line in lines for feature in line)
        self._weight = np.array([math.log(len(lines) / counts[feature]) for feature in shared])

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:  # noqa: ARG002
        rows = np.zeros((len(texts), len(self._column)), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for feature, count in Counter(_features(text)).items():
                if feature in self._column:
                    column = self._column[feature]
                    row[column] = self._weight[column] * math.sqrt(count)
        return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9))


def overlaps(texts: Sequence[str], widths: int, encoder: Encoder) -> Vectors:
    """Vectors of the runs of 1 to `widths` neighbours, shape (widths, len(texts), dimensions): each
    where its last line stands, the rows before the first filled up, as Vecalign and Bertalign wish.
    """
    runs = [text for width in range(1, widths + 1) for text in _runs(texts, width)]
    return encoder.encode(runs).reshape(widths, len(texts), -1)


def overlap_lengths(texts: Sequence[str], widths: int) -> np.ndarray:
    """Bytes of the same runs, shape (widths, len(texts))."""
    return np.array(
        [
            [len(run.encode()) for run in _runs(texts, width)]
            for width in range(1, widths + 1)
        ]
    )  # fmt: skip


def _runs(texts: Sequence[str], width: int) -> list[str]:
    padding = ["PAD"] * min(width - 1, len(texts))
    return padding + [
        " ".join(texts[start : start + width]) for start in range(len(texts) - width + 1)
    ]


def _features(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    features = []
    for word in re.findall(r"\w+", plain):
        padded = f"<{word}>"
        if word.isdigit() or len(padded) <= 4:
            features.append(padded)
        else:
            features += [padded[start : start + 4] for start in range(len(padded) - 3)]
    return features
