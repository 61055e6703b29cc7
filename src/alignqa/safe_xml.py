"""XML from anywhere, parsed without following anything outside of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from alignqa.errors import UnreadableFile

if TYPE_CHECKING:
    from lxml import etree

# What lxml says after the reason.
_PLACE = re.compile(r",? line \d+, column \d+.*$", re.DOTALL)


def xml_root(text: bytes, path: Path) -> etree._Element:
    """The root of a file's text in UTF-8. No entity, file or address that it names is followed.

    Raises:
        UnreadableFile: not well-formed, or with entities of its own.
    """
    from lxml import etree

    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        strip_cdata=False,
    )
    try:
        root = etree.fromstring(text, parser)
    except etree.XMLSyntaxError as error:
        line, reason = error.lineno or 1, " ".join(_PLACE.sub("", error.msg or "").split())
        if "XML_PARSE_HUGE" in reason:
            raise UnreadableFile(
                f"{path}:{line} has a text of more than 10 MB in one place, or elements hundreds "
                "deep; it is not read."
            ) from None
        raise UnreadableFile(
            f"{path}:{line} is not well-formed XML: {reason[:200].rstrip('.') or 'it breaks off'}."
        ) from None
    except ValueError as error:
        raise UnreadableFile(f"{path} is not XML: {error}.") from None
    subset = root.getroottree().docinfo.internalDTD
    if subset is not None and any(True for _ in subset.iterentities()):
        raise UnreadableFile(
            f"{path} declares entities, which alignqa does not follow; write out what they stand "
            "for."
        )
    return root


def local_name(element: etree._Element) -> str:
    """The name without its namespace; empty for a comment or a processing instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
