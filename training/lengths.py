"""Fit how many English characters a Japanese character of each script stands for.

    python training/lengths.py PAIRS.tsv...

Each file holds one pair a line, English <TAB> Japanese. Prints the weights that
`words/lengths.py` holds: least squares of the English length on the counts of each script, every
pair by the inverse of its length, so that long ones do not outvote the rest; and the spread of the
logarithm of the length ratio with them, beside that of one weight for all characters.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from alignqa.words.lengths import SCRIPTS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    options = parser.parse_args()
    rows = [
        row.split("\t") for path in options.files for row in path.read_text("utf-8").split("\n")
    ]
    pairs = [
        (row[0], row[1]) for row in rows if len(row) > 1 and len(row[0]) > 20 and len(row[1]) > 8
    ]
    english = np.array([len(pair[0]) for pair in pairs], dtype=float)
    counts = np.array([_counts(pair[1]) for pair in pairs], dtype=float)
    weights = np.linalg.lstsq(counts / english[:, None], np.ones(len(pairs)), rcond=None)[0]
    for name, weight in zip([*SCRIPTS, "other"], weights, strict=True):
        print(f"{name:10} {weight:.2f}")
    flat = np.log(english / counts.sum(axis=1)).std()
    fitted = np.log(english / np.maximum(counts @ weights, 1)).std()
    print(f"spread of the length ratio: one weight {flat:.3f}, by script {fitted:.3f}")


def _counts(text: str) -> list[int]:
    found = [len(pattern.findall(text)) for pattern, _ in SCRIPTS.values()]
    return [*found, len(text) - sum(found)]


if __name__ == "__main__":
    main()
