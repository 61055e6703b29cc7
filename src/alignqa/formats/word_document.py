"""Word documents (.docx): paragraphs, headings, cells and notes; or the rows of a bilingual table.

What is deleted or hidden, field codes, formulas and headers are left out. A document that is mostly
tables with English in one column and Japanese in another holds pairs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from alignqa.bitext import Bitext, Block, Blocks, Part
from alignqa.errors import UnreadableFile
from alignqa.formats.archive import Archive
from alignqa.formats.columns import sides_of
from alignqa.formats.pairs import Row, bitext
from alignqa.formats.xml_file import children
from alignqa.safe_xml import local_name

if TYPE_CHECKING:
    from lxml import etree

NAME = "Word document"
SUFFIXES = (".docx", ".docm")

_LEFT_OUT = frozenset(
    """del moveFrom delText instrText delInstrText pPr rPr oMath oMathPara rt rubyPr tblPr tblGrid
    trPr tcPr sdtPr sdtEndPr sectPr""".split()
)
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_CODE = frozenset({"source code", "html preformatted", "code", "code block"})
# So much of a document's letters stands in the table that makes it a bilingual one.
_MOST = 0.7
# How deep a style may rest on others.
_DEEPEST = 20


def read_bytes(data: bytes, path: Path) -> Blocks | Bitext:
    """Its blocks in order, notes last; or pairs, the rows of its bilingual tables.

    Raises:
        UnreadableFile: no Word document, a broken one, one that unpacks to far more than it seems,
            or one without text.
        MissingLanguage: a table whose two columns are in one language.
    """
    archive = Archive(data, path, ".docx")
    main = archive.main()
    document = archive.xml(main)
    if document is None or local_name(document) != "document":
        raise UnreadableFile(f"{path} is no Word document.")
    members = archive.related(main)
    reader = _Reader(_parts_of_styles(_member(archive, members, "styles")))
    for body in children(document, "body"):
        reader.read(body)
    pairs = reader.pairs()
    if pairs:
        return bitext(pairs, path)
    for kind in ("footnotes", "endnotes"):
        notes = _member(archive, members, kind)
        for note in children(notes, kind[:-1]) if notes is not None else ():
            if _value(note, "type") in ("", "normal"):
                reader.read(note, Part.CAPTION)
    if not reader.blocks:
        raise UnreadableFile(f"{path} holds no text.")
    return Blocks(tuple(reader.blocks), str(path))


def _member(
    archive: Archive, members: Mapping[str, tuple[str, str]], kind: str
) -> etree._Element | None:
    return next((archive.xml(name) for known, name in members.values() if known == kind), None)


class _Reader:
    """Collects blocks, and the tables that they stood in."""

    def __init__(self, styles: Mapping[str, Part | None]) -> None:
        self.blocks: list[Block] = []
        self._styles = styles
        self._tables: list[list[dict[int, str]]] = []

    def read(self, element: etree._Element, part: Part = Part.BODY) -> None:
        """The paragraphs and tables below an element, in order."""
        for child in element:
            name = local_name(child)
            if name == "p":
                self._paragraph(child, part)
            elif name == "tbl":
                self._table(child, part)
            elif name and name not in _LEFT_OUT:
                self.read(child, part)

    def pairs(self) -> list[Row]:
        """The rows of the bilingual tables, if the document is hardly anything else."""
        total = sum(len(block.text) for block in self.blocks)
        inside = 0
        rows: list[Row] = []
        for table in self._tables:
            columns = sides_of(table)
            if columns is None:
                continue
            inside += sum(len(cell) for row in table for cell in row.values())
            for row in table[1 if columns.has_header else 0 :]:
                source, target = row.get(columns.source, ""), row.get(columns.target, "")
                if source or target:
                    rows.append(Row(source, target, None, {}))
        return rows if inside >= _MOST * total else []

    def _paragraph(self, paragraph: etree._Element, part: Part) -> None:
        boxes: list[etree._Element] = []
        text = "".join(_pieces(paragraph, boxes)).strip()
        its_own = self._part(paragraph, part)
        if text and its_own is not None:
            self.blocks.append(Block(text, None, its_own))
        for box in boxes:
            self.read(box, part)

    def _part(self, paragraph: etree._Element, part: Part) -> Part | None:
        """What a paragraph is by its style; `None` for code."""
        for properties in children(paragraph, "pPr"):
            for style in children(properties, "pStyle"):
                found = self._styles.get(_value(style), Part.BODY)
                if found is not Part.BODY:
                    return found
            if any(_is_level(level) for level in children(properties, "outlineLvl")):
                return Part.TITLE
        return part

    def _table(self, table: etree._Element, part: Part) -> None:
        rows = []
        for row in _through(table, "tr"):
            cells = {}
            for column, cell in enumerate(_through(row, "tc")):
                first = len(self.blocks)
                self.read(cell, part)
                text = "\n".join(block.text for block in self.blocks[first:])
                if text:
                    cells[column] = text
            if cells:
                rows.append(cells)
        self._tables.append(rows)


def _through(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, those in content controls too."""
    for child in element:
        if local_name(child) == name:
            yield child
        elif local_name(child) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _through(child, name)


def _pieces(element: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
    """A paragraph's text; text boxes in it are put by for later."""
    for child in element:
        name = local_name(child)
        if name == "t":
            yield child.text or ""
        elif name in _BREAKS:
            yield _BREAKS[name]
        elif name == "txbxContent":
            boxes.append(child)
        elif name == "AlternateContent":
            # The same thing twice, for newer and for older readers.
            yield from _pieces(child[0], boxes) if len(child) else ()
        elif name and name not in _LEFT_OUT and not _is_hidden(child):
            yield from _pieces(child, boxes)


def _is_hidden(run: etree._Element) -> bool:
    return any(
        _value(mark) not in ("0", "false")
        for properties in children(run, "rPr")
        for mark in children(properties, "vanish")
    )


def _value(element: etree._Element, name: str = "val") -> str:
    return next((value for key, value in element.attrib.items() if key.endswith("}" + name)), "")


def _is_level(level: etree._Element) -> bool:
    """Nine levels, from 0, are headings; 9 is body text."""
    return _value(level) in set("012345678")


def _parts_of_styles(root: etree._Element | None) -> dict[str, Part | None]:
    """What a paragraph of each style is, by the style's id; `None` for code."""
    styles = {
        _value(s, "styleId"): s for s in (children(root, "style") if root is not None else ())
    }
    return {style: _part_of_style(style, styles) for style in styles}


def _part_of_style(name: str, styles: Mapping[str, etree._Element]) -> Part | None:
    for _ in range(_DEEPEST):
        style = styles.get(name)
        if style is None:
            break
        called = next((_value(known).lower() for known in children(style, "name")), "")
        if called in _CODE:
            return None
        if called in ("title", "subtitle") or called.startswith("heading "):
            return Part.TITLE
        if called == "caption":
            return Part.CAPTION
        if called.startswith(("toc ", "table of figures", "index ")):
            return Part.FURNITURE
        name = next((_value(known) for known in children(style, "basedOn")), "")
    return Part.BODY
