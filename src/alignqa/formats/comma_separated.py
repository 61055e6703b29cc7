"""Comma-separated values as RFC 4180 has them: quotes may hold commas and line ends."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from alignqa.bitext import Bitext
from alignqa.errors import UnreadableFile
from alignqa.formats.table import Cells, read_table

NAME = "comma-separated values"
SUFFIXES = (".csv",)


def read(text: str, path: Path) -> Bitext:
    """Row n is pair n.

    Raises:
        UnreadableFile: quotes that do not match, a blank line between rows, or a row with too few
            or too many columns.
        MissingLanguage: both sides are in the same language, or a side is in neither.
    """
    # The limit is the whole process's, and by default shorter than a long paragraph.
    limit = csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    try:
        return read_table(_rows(text, path), path, "comma")
    finally:
        csv.field_size_limit(limit)


def _rows(text: str, path: Path) -> Iterator[Cells]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    blank: int | None = None
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise UnreadableFile(
                f"{path}:{line} begins a row whose quotes do not match ({error}); put a cell with "
                'commas, quotes or line ends between ", and write a " inside it twice.'
            ) from None
        if cells is None:
            return
        if not cells or (len(cells) == 1 and not cells[0].strip()):
            blank = blank or line
            continue
        if blank is not None:
            raise UnreadableFile(
                f"{path}:{blank} is blank but rows follow; delete the line, or write a comma for a "
                "pair whose sides are both empty."
            )
        yield cells, line
