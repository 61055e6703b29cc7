"""Tab-separated values, plain: a tab separates, a line end ends, nothing is quoted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from alignqa.bitext import Bitext
from alignqa.errors import UnreadableFile
from alignqa.formats.table import Cells, has_header, read_table

NAME = "tab-separated values"
SUFFIXES = (".tsv", ".tab")


def recognises(text: str) -> bool:
    """The first line is a header that names both sides."""
    return has_header(text.partition("\n")[0].split("\t"))


def read(text: str, path: Path) -> Bitext:
    """Row n is pair n.

    Raises:
        UnreadableFile: a blank line between rows, or a row with too few or too many columns.
        MissingLanguage: both sides are in the same language, or a side is in neither.
    """
    return read_table(_rows(text, path), path, "tab")


def _rows(text: str, path: Path) -> Iterator[Cells]:
    blank: int | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        # Cells that are all empty are a row; a line without cells is none.
        if "\t" not in line and not line.strip():
            blank = blank or number
            continue
        if blank is not None:
            raise UnreadableFile(
                f"{path}:{blank} is blank but rows follow; delete the line, or write a tab for a "
                "pair whose sides are both empty."
            )
        yield line.split("\t"), number
