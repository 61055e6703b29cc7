"""A document to judge: a bilingual file, or a source and its translation."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from alignqa.settings.shown import shown


@dataclass(frozen=True, slots=True, order=True)
class Document:
    """Absolute paths; without a target, the source holds both languages."""

    source: Path
    target: Path | None = None

    @property
    def paths(self) -> tuple[Path, ...]:
        """Its one file, or its two."""
        return (self.source,) if self.target is None else (self.source, self.target)

    @property
    def name(self) -> str:
        """The translation's path, as a person would write it."""
        return shown(self.target or self.source)
