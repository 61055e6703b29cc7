"""Inline codes of a localisation file as placeholders: `<1>`, `</1>`, `<2/>`.

What a code stands for (bold, a link, a picture) is not known or not worth a look; that it is in
both texts is. The same code has the same number on both sides of a pair.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignqa.safe_xml import local_name

if TYPE_CHECKING:
    from lxml import etree

_LINE_BREAK = frozenset({"lb", "x-html-br", "xlf:lb"})
# What a reviewer has deleted, and what is no text of the document.
_DELETED = frozenset({"x-sdl-deleted"})


class Codes:
    """The numbers of the codes of one pair, given out as its two sides are read."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, key: str) -> int:
        """The number of the code of this name: the name itself where it is a small number."""
        if key not in self._numbers:
            used = set(self._numbers.values())
            wanted = int(key) if key.isdecimal() and key.isascii() and len(key) < 3 else None
            if wanted is None or wanted in used:
                wanted = next(n for n in range(1, len(used) + 2) if n not in used)
            self._numbers[key] = wanted
        return self._numbers[key]

    def opening(self, key: str) -> str:
        return f"<{self.number(key)}>"

    def closing(self, key: str) -> str:
        return f"</{self.number(key)}>"

    def empty(self, key: str) -> str:
        return f"<{self.number(key)}/>"


def xliff_text(element: etree._Element, codes: Codes) -> str:
    """The text of a source, a target or a `mrk` of XLIFF, of any version."""
    return "".join(_pieces(element, codes))


def _pieces(element: etree._Element, codes: Codes) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield from _child(child, codes)
        yield child.tail or ""


def _child(child: etree._Element, codes: Codes) -> Iterator[str]:
    name = local_name(child)
    key = child.get("rid") or child.get("startRef") or child.get("id") or name
    if {child.get("ctype"), child.get("subType")} & _LINE_BREAK:
        yield "\n"
    elif name in ("g", "pc"):
        yield codes.opening(key)
        yield from _pieces(child, codes)
        yield codes.closing(key)
    elif name in ("bx", "bpt", "sc") or (name == "it" and child.get("pos") == "open"):
        yield codes.opening(key)
    elif name in ("ex", "ept", "ec", "it"):
        yield codes.closing(key)
    elif name in ("x", "ph"):
        yield codes.empty(key)
    elif name and name not in ("cp", "sm", "em") and child.get("mtype") not in _DELETED:
        yield from _pieces(child, codes)
    elif not name and isinstance(child.text, str) and child.text.startswith("&"):
        # An entity of a document type that was not read.
        yield child.text


def tmx_text(element: etree._Element, codes: Codes) -> str:
    """The text of a `seg` of TMX, of level 1 or 2.

    A code's number across languages is its `x`; without one, what it holds tells it.
    """
    return "".join(_tmx_pieces(element, codes, {}))


def _tmx_pieces(element: etree._Element, codes: Codes, opened: dict[str, str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = local_name(child)
        held = "".join(child.itertext()).strip() if name else ""
        key = child.get("x") or held or child.get("i") or name
        if name == "bpt":
            opened[child.get("i", "")] = key
            yield codes.opening(key)
        elif name == "ept":
            yield codes.closing(opened.get(child.get("i", ""), key))
        elif name == "it":
            is_open = child.get("pos", "").startswith(("b", "o"))
            yield codes.opening(key) if is_open else codes.closing(key.replace("</", "<"))
        elif name in ("ph", "ut"):
            yield codes.empty(key)
        elif name:
            yield from _tmx_pieces(child, codes, opened)
        yield child.tail or ""
