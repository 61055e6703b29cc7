"""Files of pairs: one pair a line, two columns and perhaps more, with a tab between."""

from __future__ import annotations

import lzma
from pathlib import Path

_HEADER = ["en", "ja"]


def rows_of(path: Path) -> list[list[str]]:
    """The columns of each line that has at least two, a header left out; the file may be compressed
    (`.xz`)."""
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        rows = [line.split("\t") for line in file.read().splitlines()]
    return [row for row in rows if len(row) > 1 and row[:2] != _HEADER]
