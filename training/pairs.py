"""Read the training pairs that `sources.toml` names."""

from __future__ import annotations

import lzma
import random
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SOURCES = Path(__file__).with_name("sources.toml")


@dataclass(frozen=True)
class Source:
    """One pair file and the terms under which it may be used."""

    name: str
    what: str
    licence: str
    types: frozenset[str] = frozenset()
    at_most: int | None = None


def sources() -> list[Source]:
    """The sources listed in `sources.toml`, in its order."""
    table = tomllib.loads(SOURCES.read_text(encoding="utf-8"))
    return [
        Source(
            name,
            entry["what"],
            entry["licence"],
            frozenset(entry.get("types", ())),
            entry.get("at_most"),
        )
        for name, entry in table.items()
    ]


def read_rows(path: Path) -> Iterator[list[str]]:
    """The rows of one `.tsv.xz` file, split at tabs."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def read_pairs(folder: Path, source: Source, seed: int = 0) -> list[tuple[str, str]]:
    """The (English, Japanese) pairs of one source, without repeats, thinned to `at_most`."""
    seen: dict[tuple[str, str], None] = {}
    for row in read_rows(folder / f"{source.name}.tsv.xz"):
        if len(row) < 2 or not row[0].strip() or not row[1].strip():
            continue
        if source.types and (len(row) < 3 or row[2] not in source.types):
            continue
        english, japanese = (unicodedata.normalize("NFKC", cell).strip() for cell in row[:2])
        seen[english, japanese] = None
    pairs = list(seen)
    if source.at_most is not None and len(pairs) > source.at_most:
        pairs = random.Random(seed).sample(pairs, source.at_most)
    return pairs


def read_all(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """Every source's pairs by its name."""
    return {source.name: read_pairs(folder, source) for source in sources()}
