"""Excel workbooks (.xlsx): two columns of every visible sheet that has them.

The columns are named (source and target, English and 日本語 and the like), or told by their script.
A row without either text is left out. A cell shows what it says, formulas their last result.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from alignqa.bitext import Bitext
from alignqa.errors import MissingLanguage, UnreadableFile
from alignqa.formats.archive import Archive
from alignqa.formats.columns import sides_of
from alignqa.formats.pairs import Row, bitext
from alignqa.formats.xml_file import children
from alignqa.safe_xml import local_name

if TYPE_CHECKING:
    from lxml import etree

NAME = "Excel workbook"
SUFFIXES = (".xlsx", ".xlsm")

_CELL = re.compile(r"([A-Z]{1,3})\d+")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read_bytes(data: bytes, path: Path) -> Bitext:
    """A pair for each row with a text in one of the two columns, sheet by sheet.

    Raises:
        UnreadableFile: no workbook, a broken one, or one that unpacks to far more than it seems.
        MissingLanguage: no sheet has an English and a Japanese column.
    """
    archive = Archive(data, path, ".xlsx")
    main = archive.main()
    workbook = archive.xml(main)
    if workbook is None or local_name(workbook) != "workbook":
        raise UnreadableFile(f"{path} is no Excel workbook.")
    members = archive.related(main)
    shared = [
        _text(item)
        for kind, name in members.values()
        if kind == "sharedStrings"
        for item in _children_of(archive.xml(name), "si")
    ]
    rows: list[Row] = []
    for sheets in children(workbook, "sheets"):
        for sheet in children(sheets, "sheet"):
            reference = next((v for k, v in sheet.attrib.items() if k.endswith("}id")), "")
            if sheet.get("state", "visible") == "visible" and reference in members:
                table = list(_table(archive.xml(members[reference][1]), shared))
                rows += _rows(table, sheet.get("name", ""))
    if not rows:
        raise MissingLanguage(
            f"{path} has no sheet with English in one column and Japanese in another; put them "
            "side by side, or name the columns source and target."
        )
    return bitext(rows, path)


def _children_of(root: etree._Element | None, name: str) -> Iterator[etree._Element]:
    if root is not None:
        yield from children(root, name)


def _table(root: etree._Element | None, shared: list[str]) -> Iterator[tuple[int, dict[int, str]]]:
    """Each row that is not empty: its number, and its cells by column."""
    number = 0
    for data in _children_of(root, "sheetData"):
        for row in children(data, "row"):
            given = row.get("r", "")
            number = int(given) if given.isdecimal() and len(given) < 9 else number + 1
            cells: dict[int, str] = {}
            column = -1
            for cell in children(row, "c"):
                place = _CELL.fullmatch(cell.get("r", ""))
                column = _column(place[1]) if place else column + 1
                if text := _cell(cell, shared).strip():
                    cells[column] = text
            if cells:
                yield number, cells


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number - 1


def _cell(cell: etree._Element, shared: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(_text(item) for item in children(cell, "is"))
    value = next((item.text or "" for item in children(cell, "v")), "")
    if kind == "s":
        place = int(value) if value.strip().isdecimal() and len(value) < 12 else -1
        return shared[place] if 0 <= place < len(shared) else ""
    return "" if kind == "e" else _unescaped(value)


def _text(item: etree._Element) -> str:
    """A string in one piece or in runs; how it is read aloud (`rPh`) is no part of it."""
    pieces = []
    for child in children(item, "t", "r"):
        texts = [child] if local_name(child) == "t" else children(child, "t")
        pieces += [text.text or "" for text in texts]
    return _unescaped("".join(pieces))


def _unescaped(text: str) -> str:
    """With the characters that stand as `_x000A_`."""
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text)


def _rows(table: list[tuple[int, dict[int, str]]], sheet: str) -> Iterator[Row]:
    """The pairs of one sheet; none where it does not have the two columns."""
    columns = sides_of([cells for _, cells in table])
    if columns is None:
        return
    names = table[0][1] if columns.has_header else {}
    for number, cells in table[1 if columns.has_header else 0 :]:
        source, target = cells.get(columns.source, ""), cells.get(columns.target, "")
        if not (source or target):
            continue
        others = {
            names.get(column, f"column{column + 1}"): cell
            for column, cell in cells.items()
            if column not in (columns.source, columns.target)
        }
        yield Row(source, target, number, {"sheet": sheet, **others})
