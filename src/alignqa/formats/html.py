"""HTML: headings, paragraphs, items, cells, texts of attributes; scripts and code left out.

A block's text is what a reader sees: inline tags are gone, a line break is a line end, and inline
code stands between backquotes. A comment may silence rules for the element that follows it, or for
the text that it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from alignqa.bitext import Block, Blocks, Part
from alignqa.errors import UnreadableFile
from alignqa.formats.silencing import Silencing
from alignqa.text import Silence

if TYPE_CHECKING:
    from lxml import etree

NAME = "HTML"
SUFFIXES = (".html", ".htm", ".xhtml")

_ROOT = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*+<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)

# What is laid out within a line.
_INLINE = frozenset(
    """a abbr acronym b bdi bdo big br button cite code data del dfn em font i img input ins kbd
    mark meter nobr output progress q rb rp rt rtc ruby s samp small span strike strong sub
    sup time tt u var wbr""".split()
)
# What HTML lays out apart; other elements are a site's own.
_APART = frozenset(
    """address article aside blockquote body caption center col colgroup dd details dialog dir div dl
    dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html label legend
    li link main map menu meta nav ol optgroup option p search section source summary table tbody td
    tfoot th thead title tr track ul""".split()
)
_LEFT_OUT = frozenset(
    """audio canvas datalist embed iframe math noembed noframes noscript object pre rp rt rtc script
    select style svg template textarea video""".split()
)
# What a comment that stands above them is not for: they are there even where no tag says so.
_FRAMES = frozenset({"html", "head", "body"})
_CODE = frozenset({"code", "samp", "tt"})
_LISTED = frozenset({"li", "dd", "td", "th"})
_TITLES = frozenset({"title", "h1", "h2", "h3", "h4", "h5", "h6"})
_CAPTIONS = frozenset({"caption", "figcaption"})
_FURNITURE = frozenset({"nav", "footer"})
# Attributes that a reader sees or hears; titles of larger elements are names for machines.
_SPOKEN = ("alt", "placeholder", "aria-label")
_UNSEEN = re.compile(r"(?:^|;)\s*display\s*:\s*none\b", re.IGNORECASE)
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_SPACE = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(r" ?\n ?")
# A line end of the file between two Japanese characters is no blank.
_BETWEEN_JAPANESE = re.compile(
    r"(?<=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef])[ \t]*[\n\r]\s*"
    r"(?=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef])"
)
# The parser holds no text of more characters between two tags.
_LARGEST_TEXT = 10_000_000
# The parser nests no deeper than about this.
_DEEPEST = 400


def recognises(text: str) -> bool:
    """It opens as a page."""
    return _ROOT.match(text[:4000]) is not None


def read(text: str, path: Path) -> Blocks:
    """The page's blocks, in order.

    Raises:
        UnreadableFile: nothing in it is text.
    """
    silencing = Silencing(str(path))
    blocks = tuple(fragment(text, 1, silencing))
    if not blocks and len(text) > _LARGEST_TEXT:
        raise UnreadableFile(f"{path} has a text of more than 10 MB in one place; it is not read.")
    if not blocks:
        raise UnreadableFile(f"{path} holds no text beside code and tags.")
    return Blocks(blocks, str(path), silencing.remarks())


def fragment(text: str, line: int, silencing: Silencing) -> Iterator[Block]:
    """The blocks of a piece of a page that begins on this line."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_pis=True)
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return
    if root is not None:
        reader = _Reader(line - 1, silencing)
        for comment in reversed(list(root.itersiblings(etree.Comment, preceding=True))):
            reader.take(comment)
        reader.walk(root, Part.BODY, 0)
        yield from reader.blocks


class _Reader:
    """Collects what stands between one block's tag and the next."""

    def __init__(self, offset: int, silencing: Silencing) -> None:
        self.blocks: list[Block] = []
        self._offset = offset
        self._silencing = silencing
        # Of comments: what waits for the text or the element that follows, and what is for the
        # text that is being collected.
        self._waiting: list[Silence] = []
        self._own: list[Silence] = []
        self._pieces: list[str] = []
        self._line = 1
        # How many items and cells are around.
        self._listed = 0
        self._captions: list[Block] = []

    def walk(self, element: etree._Element, part: Part, depth: int) -> None:
        name = element.tag if isinstance(element.tag, str) else ""
        if name in _LEFT_OUT or _is_unseen(element) or depth > _DEEPEST:
            return
        if name == "meta":
            self._describe(element)
        if name in _INLINE or _is_own_inline(element, name):
            self._inside(name, element, part, depth)
            return
        self.flush(part)
        if _is_kept(element):
            return
        silences: list[Silence] = []
        if name not in _FRAMES:
            silences, self._waiting = self._waiting, []
        self._silencing.begin(silences)
        part = _part(name, part)
        self._listed += name in _LISTED
        self._inside(name, element, part, depth)
        self.flush(part)
        self._listed -= name in _LISTED
        self._silencing.end(silences)
        if name not in _FRAMES:
            self._waiting = []

    def take(self, comment: etree._Element) -> None:
        """Takes a comment, which may be one for alignqa."""
        text = comment.text or ""
        # The parser tells its last line.
        asked = self._silencing.take(text, self._at(comment) - text.count("\n"))
        (self._own if "".join(self._pieces).strip() else self._waiting).extend(asked)

    def _inside(self, name: str, element: etree._Element, part: Part, depth: int) -> None:
        self._open(name, element, part)
        self._say(element.text, element)
        for child in element:
            if isinstance(child.tag, str):
                self.walk(child, part, depth + 1)
            else:
                self.take(child)
            self._say(child.tail, child)
        if name in _CODE:
            self._pieces.append("`")

    def _open(self, name: str, element: etree._Element, part: Part) -> None:
        if name == "br":
            self._pieces.append("\n")
        elif name in _CODE:
            self._pieces.append("`")
        its = Part.FURNITURE if part is Part.FURNITURE else Part.CAPTION
        silences = self._silencing.of_passage(self._waiting)
        for attribute in (*_SPOKEN, "title") if name in _INLINE else _SPOKEN:
            if said := _folded(element.get(attribute) or ""):
                self._captions.append(Block(said, self._at(element), its, silences))

    def _describe(self, meta: etree._Element) -> None:
        if (meta.get("name") or "").lower() == "description" and meta.get("content", "").strip():
            self.blocks.append(Block(_folded(meta.get("content")), self._at(meta), Part.CAPTION))

    def _say(self, text: str | None, element: etree._Element) -> None:
        if not text:
            return
        if not "".join(self._pieces).strip():
            self._line = self._at(element)
        text = _BETWEEN_JAPANESE.sub("", text).replace(_SOFT_HYPHEN, "")
        if text.strip():
            self._own += self._waiting
            self._waiting = []
        self._pieces.append(_SPACE.sub(" ", text))

    def _at(self, element: etree._Element) -> int:
        return self._offset + (element.sourceline or 1)

    def flush(self, part: Part) -> None:
        """Ends a block."""
        text = _AROUND_BREAK.sub("\n", re.sub(" +", " ", "".join(self._pieces))).strip()
        text = text.replace("``", "")
        if text:
            silences = self._silencing.of_passage(self._own)
            self.blocks.append(Block(text, self._line, part, silences, self._listed > 0))
        self.blocks += self._captions
        self._pieces, self._captions, self._own = [], [], []


def _is_own_inline(element: etree._Element, name: str) -> bool:
    """Whether an element of the site's own stands in a line of text: <my-link>here</my-link>."""
    if name in _APART:
        return False
    before = element.getprevious()
    parent = element.getparent()
    behind = before.tail if before is not None else parent.text if parent is not None else ""
    return any(
        text.strip() and "\n" not in text[: len(text) - len(text.lstrip())]
        for text in ((behind or "")[::-1], element.tail or "")
    )


def _part(name: str, part: Part) -> Part:
    if part is Part.FURNITURE or name in _FURNITURE:
        return Part.FURNITURE
    if name in _TITLES:
        return Part.TITLE
    return Part.CAPTION if name in _CAPTIONS else part


def _is_unseen(element: etree._Element) -> bool:
    return element.get("hidden") is not None or bool(_UNSEEN.search(element.get("style") or ""))


def _is_kept(element: etree._Element) -> bool:
    """The page says of it that it is not to be translated."""
    return (element.get("translate") or "").lower() == "no" or "notranslate" in (
        element.get("class") or ""
    ).split()


def _folded(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
