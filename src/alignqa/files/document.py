"""A document to judge: a bilingual file, or a source and its translation."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from alignqa.settings.shown import shown


def real_place(path: Path) -> Path:
    """The path without links among its folders, as git knows it; the file may be a link itself."""
    return Path(os.path.realpath(path.parent)) / path.name


def places_of(path: Path) -> set[Path]:
    """Where a file is, by the links that lead there and without them."""
    return {path.absolute(), Path(os.path.realpath(path)), real_place(path)}


def with_folders(path: Path) -> set[Path]:
    """The places of a file, and the folders that it is in."""
    return {part for place in places_of(path) for part in (place, *place.parents)}


@dataclass(frozen=True, slots=True, order=True)
class Document:
    """Absolute paths; without a target, the source holds both languages. `reference` is another
    translation to compare it with."""

    source: Path
    target: Path | None = None
    reference: Path | None = None

    @property
    def paths(self) -> tuple[Path, ...]:
        """Its one file, or its two."""
        return (self.source,) if self.target is None else (self.source, self.target)

    @property
    def name(self) -> str:
        """The translation's path, as a person would write it."""
        return shown(self.target or self.source)
