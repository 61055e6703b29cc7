"""XML that is broken, or meant to do harm; and files too large to read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from dialects import TMX, XLIFF_2, XLIFF_12
from format_files import bitext_of, pairs, written

from alignqa.errors import UnreadableFile
from alignqa.formats import load
from alignqa.formats.reading import LARGEST

LAUGHS = "<!DOCTYPE x [" + '<!ENTITY a0 "ha">'
for number in range(1, 30):
    LAUGHS += f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">'
LAUGHS += "]>"
OUTSIDE = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
PARAMETER = '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://localhost:9/x.dtd"> %p;]>'

XML = [("a.xlf", XLIFF_12), ("a.xliff", XLIFF_2), ("a.tmx", TMX.replace(' SYSTEM "tmx14.dtd"', ""))]


@pytest.mark.parametrize(("name", "text"), XML)
@pytest.mark.parametrize("doctype", [LAUGHS, OUTSIDE, PARAMETER])
def test_entities_are_refused(tmp_path: Path, name: str, text: str, doctype: str) -> None:
    body = text.partition("?>")[2].replace("<!DOCTYPE tmx>", "")
    for used in ("&a29;", "&secret;", ""):
        attacked = doctype + body.replace("Press ", f"Press {used}")
        with pytest.raises(UnreadableFile) as caught:
            load(written(tmp_path, name, attacked))
        assert "\n" not in str(caught.value)
        assert "root:" not in str(caught.value)


def test_a_document_type_that_names_a_file_is_not_followed(tmp_path: Path) -> None:
    assert len(pairs(written(tmp_path, "a.tmx", TMX))) == 2


@pytest.mark.parametrize(("name", "text"), XML)
def test_a_file_cut_off_anywhere_is_refused(tmp_path: Path, name: str, text: str) -> None:
    data = text.rstrip().encode()
    for end in range(1, len(data), 41):
        with pytest.raises(UnreadableFile) as caught:
            load(written(tmp_path, name, data[:end]))
        assert "\n" not in str(caught.value)
        assert len(str(caught.value)) < 600


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<xliff>\n\n<a></b></xliff>", r"a.xlf:3 is not well-formed XML: Opening and ending tag"),
        ('<?xml version="1.0" encoding="utf-8"?><xliff>é</xliff>'.encode("latin-1"), "UTF-8"),
        (b'<?xml version="1.0" encoding="klingon"?><xliff/>', r"\(KLINGON\)"),
        (b"\xff\xfe<\x00x\x00\x00\xd8", "UTF-16"),
        (b"no markup", "not well-formed"),
        (b" \n", "is empty"),
        (b"<xliff>" + b"<g>" * 3000 + b"</g>" * 3000 + b"</xliff>", "hundreds deep"),
        (b"<xliff><note>" + b"a" * 10_000_001 + b"</note></xliff>", "more than 10 MB in one place"),
    ],
)
def test_broken_xml(tmp_path: Path, data: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile, match=says) as caught:
        load(written(tmp_path, "a.xlf", data))
    assert "\n" not in str(caught.value)


def test_an_original_packed_into_the_file_may_be_large(tmp_path: Path) -> None:
    packed = '<header><reference><internal-file form="base64">' + "QUJD\n" * 2_200_000
    packed += "</internal-file></reference></header><body>"
    path = written(tmp_path, "a.xlf", XLIFF_12.replace("<body>", packed, 1))
    assert len(pairs(path)) == 3
    assert bitext_of(path).source[0].line == 10 + 2_200_000


@pytest.mark.parametrize("name", ["a.txt", "a.tmx", "a.docx", "a.csv", "a"])
def test_a_file_of_two_hundred_megabytes_is_refused_at_once(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        # It takes no room on the disk.
        os.truncate(file.fileno(), 200 * 2**20)
    assert LARGEST < 200 * 2**20
    with pytest.raises(UnreadableFile, match="larger than 100 MB"):
        load(path)
