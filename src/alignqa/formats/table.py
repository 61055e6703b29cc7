"""Rows of columns, with a header or without: what tab- and comma-separated files share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from alignqa.bitext import Bitext
from alignqa.errors import UnreadableFile
from alignqa.formats.columns import Columns, named_sides
from alignqa.formats.pairs import Row, bitext

# The cells of a row, and the line where it begins.
Cells = tuple[Sequence[str], int]


def has_header(cells: Sequence[str]) -> bool:
    """This row names both sides."""
    return _named(cells) is not None


def read_table(table: Iterable[Cells], path: Path, separator: str) -> Bitext:
    """A table's pairs. Its first row may be a header; without one the first two columns are the
    source and the target. `separator` is the word for it in messages.

    Raises:
        UnreadableFile: a row with another number of columns than the first, or only one column.
        MissingLanguage: both sides are in the same language, or a side is in neither.
    """
    rows: list[Row] = []
    names: list[str] = []
    source = target = -1
    for cells, line in table:
        if not names:
            if len(cells) < 2:
                raise UnreadableFile(
                    f"{path}:{line} has only one column; put the source and the target into two "
                    f"columns, with a {separator} between them."
                )
            source, target, names = _columns(cells)
            if has_header(cells):
                continue
        if len(cells) != len(names):
            raise UnreadableFile(
                f"{path}:{line} has {_columns_counted(len(cells))} where the first row has "
                f"{len(names)}; give every row the same number, with a {separator} between them."
            )
        extra = {
            name: cell
            for index, (name, cell) in enumerate(zip(names, cells, strict=True))
            if index not in (source, target)
        }
        rows.append(Row(cells[source], cells[target], line, extra))
    return bitext(rows, path)


def _columns(first: Sequence[str]) -> tuple[int, int, list[str]]:
    """Where the source and the target stand, and a name of its own for every column."""
    numbered = [f"column{number}" for number in range(1, len(first) + 1)]
    sides = _named(first)
    if sides is None:
        return 0, 1, numbered
    names: list[str] = []
    for cell, fallback in zip(first, numbered, strict=True):
        name = cell.strip()
        names.append(name if name and name not in names else fallback)
    return sides.source, sides.target, names


def _named(cells: Sequence[str]) -> Columns | None:
    return named_sides(dict(enumerate(cells)))


def _columns_counted(count: int) -> str:
    return "1 column" if count == 1 else f"{count} columns"
