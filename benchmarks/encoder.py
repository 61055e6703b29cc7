"""Retrieval, speed, load time and size of the embedded encoder.

    python benchmarks/encoder.py PAIRS.tsv [--encoder NAME|PATH]...

The file holds one pair a line, English <TAB> Japanese; a header `en <TAB> ja` is skipped. Retrieval
is the share of lines whose nearest line on the other side is their translation, both ways. Each
further encoder is measured in the same run; the baseline is the table before training, whose
vectors say only which tokens two texts share.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from alignqa.encoders import EMBEDDED, Encoder, load_encoder
from alignqa.encoders.encoder import Vectors
from rows import rows_of

LOAD = """
import time
began = time.perf_counter()
from alignqa.encoders import load_encoder
load_encoder(NAME)
print(time.perf_counter() - began)
"""


class SharedTokens:
    """Random vectors for the embedded encoder's tokens: alike is what shares tokens."""

    fingerprint = "shared tokens"

    def __init__(self) -> None:
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(EMBEDDED / "tokenizer.json"))
        shape = (self._tokenizer.get_vocab_size(), 256)
        self._table = np.random.default_rng(0).normal(size=shape).astype(np.float32)

    def encode(self, texts: Sequence[str], progress: object = None) -> Vectors:
        del progress  # Soon done.
        ids = [encoding.ids for encoding in self._tokenizer.encode_batch_fast(list(texts))]
        rows = np.array([self._table[row or [0]].mean(axis=0) for row in ids])
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True))


def retrieval(encoder: Encoder, english: list[str], japanese: list[str]) -> str:
    began = time.perf_counter()
    left, right = encoder.encode(english), encoder.encode(japanese)
    seconds = time.perf_counter() - began
    cosines = left @ right.T
    rows = np.arange(len(english))
    forth, back = (cosines.argmax(1) == rows).mean(), (cosines.argmax(0) == rows).mean()
    return f"en→ja {forth:.3f}  ja→en {back:.3f}  {2 * len(rows) / seconds:,.0f} sentences a second"


def load_seconds(name: str | None) -> float:
    """The best of three fresh processes."""
    code = LOAD.replace("NAME", repr(name))
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
        for _ in range(3)
    ]
    return min(float(run.stdout) for run in runs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--encoder", action="append", default=[], help="measure this one too")
    options = parser.parse_args()
    rows = rows_of(options.file)
    english, japanese = [row[0] for row in rows], [row[1] for row in rows]
    print(f"{len(rows)} pairs of {options.file.name}")
    print(f"{'shared tokens':24}", retrieval(SharedTokens(), english, japanese))
    for name in (None, *options.encoder):
        encoder = load_encoder(name)
        encoder.encode(english[:8])
        label = Path(name).name[:24] if name else "embedded"
        print(
            f"{label:24}",
            retrieval(encoder, english, japanese),
            f" loads in {load_seconds(name):.2f} s",
        )
    once = english + japanese
    many = once * max(1, 30_000 // len(once))
    fresh = load_encoder()
    for texts, what in ((once, "the first"), (many, "then")):
        began = time.perf_counter()
        fresh.encode(texts)
        seconds = time.perf_counter() - began
        print(f"embedded, {what} {len(texts):,} sentences: {len(texts) / seconds:,.0f} a second")
    sizes = [file.stat().st_size for file in EMBEDDED.iterdir()]
    print(f"size of the embedded encoder: {sum(sizes) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
