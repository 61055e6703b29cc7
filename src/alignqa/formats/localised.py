"""What files of translators' tools have in common: units that hold a source and its target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from alignqa.bitext import Bitext
from alignqa.errors import MissingLanguage
from alignqa.formats.pairs import Row, bitext
from alignqa.formats.silencing import Silencing
from alignqa.formats.xml_file import XmlFile
from alignqa.text import Lang

if TYPE_CHECKING:
    from lxml import etree


@dataclass(frozen=True, slots=True)
class Entry:
    """A pair as read, and the elements of its unit, its source and its target, if there is one."""

    row: Row
    unit: etree._Element
    source: etree._Element
    target: etree._Element | None


@dataclass(frozen=True, slots=True)
class Localised:
    """A file's entries in order. `source_lang` is `None` where the file leaves it open."""

    file: XmlFile
    entries: Sequence[Entry]
    source_lang: Lang | None

    def bitext(self, path: Path) -> Bitext:
        """The entries as pairs.

        Raises:
            MissingLanguage: nothing is translated yet; or, in a file that does not say its
                languages, its sides are not English and Japanese.
        """
        silencing = Silencing(str(path), regions=False)
        silences = {
            unit: silencing.of_unit(_notes(unit))
            for unit in dict.fromkeys(entry.unit for entry in self.entries)
        }
        rows = [replace(entry.row, silences=silences[entry.unit]) for entry in self.entries]
        if not any(row.target.strip() for row in rows):
            count = "only unit" if len(rows) == 1 else f"{len(rows)} units"
            raise MissingLanguage(f"{path} has no target yet for its {count}; translate it first.")
        return bitext(rows, path, self.source_lang, silencing.remarks())


def _notes(unit: etree._Element) -> Iterator[tuple[str, int | None]]:
    """The notes of a unit, with their lines."""
    for note in unit.iter("{*}note"):
        yield "".join(note.itertext()), note.sourceline


def declared_language(code: str | None) -> Lang | None:
    """The language that a code such as `ja-JP` names; `None` for any other than our two."""
    primary = (code or "").strip().lower().replace("_", "-").split("-")[0]
    return {
        "en": Lang.ENGLISH,
        "eng": Lang.ENGLISH,
        "ja": Lang.JAPANESE,
        "jpn": Lang.JAPANESE,
    }.get(primary)
