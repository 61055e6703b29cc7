"""Time and memory of one aligner on a long document with made-up vectors.

    python -m aligners.timing alignqa|vecalign|none LINES [FOLDER]

Prints one JSON object. The vectors are those of 256-dimensional lines of which unrelated ones have
cosines of 0.1 or so and translations 0.6 or so; a twentieth of the lines stands on one side only.
`none` makes the vectors and stops. What an encoder would take is not counted.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

DIMENSIONS, RUNS = 256, 3


class MadeUp:
    """Vectors of texts that are numbers of rows; several lines are the sum of their rows."""

    fingerprint = "made up"

    def __init__(self, rows: np.ndarray) -> None:
        self._rows = rows
        self.seconds = 0.0

    def encode(self, texts: Sequence[str], progress: object = None) -> np.ndarray:  # noqa: ARG002
        began = time.perf_counter()
        made = np.empty((len(texts), DIMENSIONS), np.float32)
        for row, text in zip(made, texts, strict=True):
            words = [word for word in text.split() if word.isdigit()]
            row[:] = self._rows[[int(word) for word in words] or [0]].sum(axis=0)
        made /= np.linalg.norm(made, axis=1, keepdims=True)
        self.seconds += time.perf_counter() - began
        return made


def main() -> None:
    name, lines = sys.argv[1], int(sys.argv[2])
    folder = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    rng = np.random.default_rng(0)
    common = rng.standard_normal(DIMENSIONS, dtype=np.float32) * np.float32(0.3)
    topic = rng.standard_normal((lines, DIMENSIONS), dtype=np.float32) + common
    kept = [np.flatnonzero(rng.random(lines) >= 0.05) for _ in range(2)]
    rows = rng.standard_normal((sum(map(len, kept)), DIMENSIONS), dtype=np.float32)
    rows *= np.float32(0.75)
    for row, line in zip(rows, np.concatenate(kept), strict=True):
        row += topic[line]
    encoder = MadeUp(rows)
    del topic
    # Every text has a length of its own, which a translation keeps roughly.
    lengths = rng.integers(20, 200, lines)
    source = [f"{row:<{lengths[k]}}." for row, k in enumerate(kept[0])]
    target = [f"{row + len(kept[0]):<{lengths[k] // 2}}." for row, k in enumerate(kept[1])]
    place = {k: j for j, k in enumerate(kept[1].tolist())}
    gold = {((i,), (place[k],)) for i, k in enumerate(kept[0].tolist()) if k in place}
    seconds: list[float] = []
    share = 0.0
    if name != "none":
        from aligners import rivals
        from aligners.documents import Document

        document = Document(name, source, target, [], [])
        aligner = rivals.alignqa() if name == "alignqa" else rivals.vecalign(folder, 4)
        for _ in range(RUNS):
            encoder.seconds = 0.0
            began = time.perf_counter()
            found = aligner(document, encoder)
            seconds.append(time.perf_counter() - began - encoder.seconds)
        share = len(gold & set(found)) / len(gold)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak_mib": peak, "found": share}))


if __name__ == "__main__":
    main()
