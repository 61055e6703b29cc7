"""XML in whatever encoding, and the places of its elements in the bytes."""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat

from alignqa.errors import UnreadableFile
from alignqa.safe_xml import local_name, xml_root

if TYPE_CHECKING:
    from lxml import etree

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32's mark begins with UTF-16's.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    # Without a mark the first character tells.
    (b"", "utf-8"),
)
_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z][A-Za-z0-9._-]{0,40})")
# What is declared as Shift_JIS is mostly Microsoft's, which has more characters.
_WIDER = {"shift_jis": "cp932", "iso8859-1": "cp1252"}
# The document that was translated, packed into the file: it may be larger than a text may be.
_EMBEDDED = re.compile(rb"(<(?:[\w.-]+:)?internal-file(?:\s[^>]*)?>)([^<]+)")


@dataclass(frozen=True, slots=True)
class XmlFile:
    """A parsed file. `text` is what was parsed, in UTF-8, its line ends as they were."""

    root: etree._Element
    text: bytes
    encoding: str
    mark: bytes

    def encoded(self, text: bytes) -> bytes:
        """UTF-8 text in the file's own encoding."""
        return self.mark + text.decode().encode(self.encoding, "xmlcharrefreplace")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an element stands in the UTF-8 text, in bytes: `<name …>` … `</name>`.

    `start` is its `<`, `inside` what follows the start tag's `>`, and `end` where the end tag
    begins. An element written as one empty tag has no `end`, and `inside` follows it.
    """

    start: int
    after_name: int
    inside: int
    end: int | None


def parse_xml(data: bytes, path: Path) -> XmlFile:
    """The parsed file. No entity, file or address that it names is followed.

    Raises:
        UnreadableFile: not well-formed, in another encoding than it says, or with entities of its
            own.
    """
    text, encoding, mark = _decoded(data, path)
    root = xml_root(_EMBEDDED.sub(_lines_only, text), path)
    return XmlFile(root, text, encoding, mark)


def _lines_only(embedded: re.Match[bytes]) -> bytes:
    return embedded.group(1) + b"\n" * embedded.group(2).count(b"\n")


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The children with one of these local names, in the element's own namespace."""
    space = element.tag.rpartition("}")[0]
    for child in element:
        if local_name(child) in names and child.tag.rpartition("}")[0] == space:
            yield child


def places_of(
    file: XmlFile, wanted: Collection[etree._Element], path: Path
) -> dict[etree._Element, Place]:
    """Where these elements of the file stand in its text.

    Raises:
        UnreadableFile: not well-formed where `parse_xml` did not look, in what is packed into it.
    """
    from lxml import etree

    starts: list[int] = []
    ends: dict[int, int] = {}
    open_elements: list[int] = []
    parser = expat.ParserCreate("utf-8")

    def begin(_name: str, _attributes: object) -> None:
        open_elements.append(len(starts))
        starts.append(parser.CurrentByteIndex)

    def finish(_name: str) -> None:
        ends[open_elements.pop()] = parser.CurrentByteIndex

    parser.StartElementHandler = begin
    parser.EndElementHandler = finish
    try:
        parser.Parse(file.text, True)
    except expat.ExpatError as error:
        raise UnreadableFile(
            f"{path}:{error.lineno} is not well-formed XML: {expat.ErrorString(error.code)}."
        ) from None
    return {
        element: _place(file.text, start, ends[number])
        for number, (element, start) in enumerate(
            zip(file.root.iter(etree.Element), starts, strict=True)
        )
        if element in wanted
    }


_NAME = re.compile(rb"<[^\s/>]+")
_START_TAG = re.compile(rb"<[^\s/>]+(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")


def _place(text: bytes, start: int, end: int) -> Place:
    name, tag = _NAME.match(text, start), _START_TAG.match(text, start)
    assert name is not None
    assert tag is not None
    is_empty = tag.group().endswith(b"/>")
    return Place(start, name.end(), tag.end(), None if is_empty else end)


def _decoded(data: bytes, path: Path) -> tuple[bytes, str, bytes]:
    """The text in UTF-8, the encoding that it was in, and its byte order mark."""
    mark, encoding = next(known for known in _MARKS if data.startswith(known[0]))
    rest = data.removeprefix(mark)
    if not mark:
        if rest.startswith(b"<\0"):
            encoding = "utf-16-le"
        elif rest.startswith(b"\0<"):
            encoding = "utf-16-be"
        elif declared := _DECLARED.match(rest):
            encoding = declared.group(1).decode()
    try:
        known_as = codecs.lookup(encoding).name
        encoding = _WIDER.get(known_as, known_as)
        text = rest.decode(encoding)
        return text.encode(), encoding, mark
    except (LookupError, UnicodeError):
        raise UnreadableFile(
            f"{path} is not in the encoding that it says ({encoding.upper()}); save it as UTF-8."
        ) from None
