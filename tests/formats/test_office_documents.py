"""Word documents and Excel workbooks, as their own libraries write them."""

from __future__ import annotations

import contextlib
import io
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from format_files import bitext_of, blocks, pairs, written

from alignqa.bitext import Bitext
from alignqa.errors import MissingLanguage, UnreadableFile
from alignqa.formats import load, load_lines, load_plain
from alignqa.text import Lang

ROWS = [
    ("The shop opens at nine.", "店は九時に開きます。"),
    ("It closes at five.", "五時に閉まります。"),
    ("Bring a bag.", "袋を持参してください。"),
]


def saved(document: object, path: Path) -> Path:
    document.save(str(path))  # type: ignore[attr-defined]
    return path


def packed(members: dict[str, str | bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def repacked(path: Path, changed: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path) as archive:
        members: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    path.write_bytes(packed({**members, **changed}))
    return path


def test_a_document(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("The shop", 0)
    document.add_heading("Hours", 2)
    paragraph = document.add_paragraph("We open at ")
    paragraph.add_run("nine").bold = True
    paragraph.add_run(".\nSharp.")
    hidden = paragraph.add_run("secret")
    hidden.font.hidden = True
    document.add_paragraph("Bread", style="List Bullet")
    document.add_paragraph("A picture of bread", style="Caption")
    table = document.add_table(2, 2)
    for place, text in enumerate(("Day", "Hours", "Monday", "9–5")):
        table.cell(place // 2, place % 2).text = text
    changed = document.add_paragraph("Closed on ")
    w = nsdecls("w")
    changed._p.append(parse_xml(f"<w:del {w}><w:r><w:delText>Friday</w:delText></w:r></w:del>"))
    changed._p.append(parse_xml(f"<w:ins {w}><w:r><w:t>Sunday.</w:t></w:r></w:ins>"))
    changed._p.append(
        parse_xml(
            f"<w:r {w}><w:ruby><w:rubyPr/><w:rt><w:r><w:t>みせ</w:t></w:r></w:rt>"
            "<w:rubyBase><w:r><w:t>店</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        )
    )
    assert blocks(saved(document, tmp_path / "a.docx")) == [
        (None, "title", "The shop"),
        (None, "title", "Hours"),
        (None, "body", "We open at nine.\nSharp."),
        (None, "body", "Bread"),
        (None, "caption", "A picture of bread"),
        (None, "body", "Day"),
        (None, "body", "Hours"),
        (None, "body", "Monday"),
        (None, "body", "9–5"),
        (None, "body", "Closed on Sunday.店"),
    ]
    with pytest.raises(UnreadableFile, match="has no lines"):
        load_lines(tmp_path / "a.docx")


@pytest.mark.parametrize("header", [None, ("English", "日本語"), ("Source", "Target")])
def test_a_table_of_two_columns(tmp_path: Path, header: tuple[str, str] | None) -> None:
    document = docx.Document()
    document.add_heading("Review", 1)
    table = document.add_table(0, 3)
    rows = [(str(number), *texts) for number, texts in enumerate(ROWS, start=1)]
    for row in [("No.", *header), *rows] if header else rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    path = saved(document, tmp_path / "a.docx")
    assert pairs(path) == ROWS
    assert bitext_of(path).source_lang is Lang.ENGLISH
    with pytest.raises(UnreadableFile, match="holds pairs already"):
        load_plain(path)


def test_a_word_list_inside_a_text_does_not_make_it_bilingual(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("店は朝九時に開き、夕方五時に閉まります。" * 10)
    table = document.add_table(0, 2)
    for texts in (("shop", "店"), ("bag", "袋")):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    assert not isinstance(load(saved(document, tmp_path / "a.docx")), Bitext)


def test_a_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    cover = book.active
    assert cover is not None
    cover.append(["Shop texts", 3])
    sheet = book.create_sheet("Texts")
    sheet.append(["Key", "Japanese", "English (US)", "Note"])
    for number, (english, japanese) in enumerate(ROWS):
        sheet.append([f"shop.text.{number}", japanese, english, number])
    sheet.append([])
    sheet.append(["shop.text.9", None, "Line one\nLine <two> & three"])
    hidden = book.create_sheet("Old")
    hidden.append(["The old shop.", "古い店。"])
    hidden.sheet_state = "hidden"
    path = saved(book, tmp_path / "a.xlsx")
    assert pairs(path) == [
        *((japanese, english) for english, japanese in ROWS),
        ("", "Line one\nLine <two> & three"),
    ]
    bitext = bitext_of(path)
    assert bitext.source_lang is Lang.JAPANESE
    assert [segment.line for segment in bitext.source] == [2, 3, 4, 6]
    assert bitext.extra[0] == {"sheet": "Texts", "Key": "shop.text.0", "Note": "0"}


def test_a_row_number_beyond_all_sheets_is_counted_on(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for texts in ROWS:
        sheet.append(list(texts))
    path = saved(book, tmp_path / "a.xlsx")
    member = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(path) as archive:
        written_by_it = archive.read(member)
    huge = written_by_it.replace(b'<row r="2"', b'<row r="' + b"9" * 5000 + b'"')
    assert huge != written_by_it
    bitext = bitext_of(repacked(path, {member: huge}))
    assert [segment.line for segment in bitext.source] == [1, 2, 3]


def test_columns_without_names_are_told_by_their_script(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for number, texts in enumerate(ROWS):
        sheet.append([f"shop-text-{number}", *texts])
    assert pairs(saved(book, tmp_path / "a.xlsx")) == ROWS


def test_how_a_cell_is_read_aloud_is_no_part_of_it(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["A", "B"])
    path = saved(book, tmp_path / "a.xlsx")
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    # As Excel itself writes it: strings apart from the sheet.
    cells = '<c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1"><v>4.5</v></c>'
    strings = (
        f'<sst xmlns="{space}"><si><t>Closed_x000D_\nnow.</t></si><si><r><t>店</t></r><r><t>は</t>'
        '</r><rPh sb="0" eb="1"><t>ミセ</t></rPh></si></sst>'
    )
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kinds}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId9" Type="{kinds}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>"
    )
    members: dict[str, str | bytes] = {
        "xl/sharedStrings.xml": strings,
        "xl/_rels/workbook.xml.rels": relations,
        "xl/worksheets/sheet1.xml": (
            f'<worksheet xmlns="{space}"><sheetData><row r="3">{cells}</row></sheetData></worksheet>'
        ),
    }
    assert pairs(repacked(path, members)) == [("Closed\nnow.", "店は")]
    assert bitext_of(path).extra == ({"sheet": "Sheet", "column4": "4.5"},)


def test_a_workbook_in_one_language(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["The shop.", "La boutique."])
    with pytest.raises(MissingLanguage, match="no sheet with English"):
        load(saved(book, tmp_path / "a.xlsx"))


@pytest.fixture
def documents(tmp_path: Path) -> list[Path]:
    document = docx.Document()
    document.add_paragraph("The shop is closed.")
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["The shop is closed.", "店は休みです。"])
    return [saved(document, tmp_path / "a.docx"), saved(book, tmp_path / "a.xlsx")]


def test_a_bomb_is_not_unpacked(documents: list[Path]) -> None:
    for path, member in zip(
        documents, ["word/document.xml", "xl/worksheets/sheet1.xml"], strict=True
    ):
        repacked(path, {member: b"<x>" + b" " * 50_000_000 + b"</x>"})
        with pytest.raises(UnreadableFile, match="unpacks to 48 MB or more"):
            load(path)


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
)


def test_entities_are_refused(documents: list[Path]) -> None:
    for path, member in zip(documents, ["word/document.xml", "xl/workbook.xml"], strict=True):
        repacked(path, {member: LAUGHS + "<x>&b;&c;</x>"})
        with pytest.raises(UnreadableFile, match="declares entities"):
            load(path)


def test_broken_archives(documents: list[Path], tmp_path: Path) -> None:
    for path in documents:
        whole = path.read_bytes()
        suffix = path.suffix
        for data, says in [
            (whole[: len(whole) // 2], "or is cut off"),
            (b"\xd0\xcf\x11\xe0" + bytes(500), "format of old or has a password"),
            (b"plain text", "or is cut off"),
            (packed({"a.txt": "x"}), "no office document"),
            (b"", "is empty"),
        ]:
            with pytest.raises(UnreadableFile, match=says):
                load(written(tmp_path, f"broken{suffix}", data))


def test_a_byte_changed_anywhere_is_an_error_or_a_text(
    documents: list[Path], tmp_path: Path
) -> None:
    for path in documents:
        whole = path.read_bytes()
        for place in range(0, len(whole), 701):
            data = whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]
            with contextlib.suppress(UnreadableFile, MissingLanguage):
                load(written(tmp_path, f"changed{path.suffix}", data))


def test_one_kind_under_the_other_name(documents: list[Path], tmp_path: Path) -> None:
    word, excel = documents
    with pytest.raises(UnreadableFile, match="no Excel workbook"):
        load(written(tmp_path, "b.xlsx", word.read_bytes()))
    with pytest.raises(UnreadableFile, match="no Word document"):
        load(written(tmp_path, "b.docx", excel.read_bytes()))
