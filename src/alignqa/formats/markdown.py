"""Markdown (CommonMark with tables): headings, paragraphs, items, cells; code blocks left out.

A block's text keeps its inline marks, so that links, emphasis and code can be compared, and loses
the marks that made it a block. Of front matter, the title and the description are read. What site
generators add is known: the text of admonitions, tabs and notes is read, directives are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from alignqa.bitext import Block, Blocks, Part
from alignqa.errors import UnreadableFile
from alignqa.formats import html
from alignqa.formats.markdown_dialects import in_commonmark

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

NAME = "Markdown"
SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn", ".mdx", ".qmd")

_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ \t]*\n(.*?\n)?(?:\1|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(
    r"^(title|linktitle|subtitle|description|summary)[ \t]*[:=][ \t]*(\S.*?)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
# ## Install {#install}
_ANCHOR = re.compile(r"(?<!\s)\s*\{:?\s*[#.][^{}]*\}\s*$")
_COMMENT = re.compile(r"[ \t]*(?:<!--.*?-->|\{/\*.*?\*/\})", re.DOTALL)
# Japanese is often emphasised with tags, since ** does not work between its characters.
_EMPHASIS = re.compile(
    r"(?P<code>(?<!`)(?P<marks>`+)(?!`).+?(?<!`)(?P=marks)(?!`))|</?(?P<tag>em|i|strong|b|del|s|code)>",
    re.IGNORECASE | re.DOTALL,
)
_MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**", "del": "~~", "s": "~~", "code": "`"}
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_PICTURE = re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?")


def read(text: str, path: Path) -> Blocks:
    """Its blocks, in order.

    Raises:
        UnreadableFile: nothing in it is text.
    """
    front = _FRONT_MATTER.match(text)
    blocks = []
    if front is not None:
        blocks += list(_fields(front.group(2) or ""))
        # So that lines keep their numbers.
        text = "\n" * front.group().count("\n") + text[front.end() :]
    is_mdx = path.suffix.lower() == ".mdx"
    blocks += list(_blocks(_parser(is_mdx).parse(in_commonmark(text, is_mdx=is_mdx))))
    if not blocks:
        raise UnreadableFile(f"{path} holds no text beside code and marks.")
    return Blocks(tuple(blocks), str(path))


@cache
def _parser(is_mdx: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt

    # What stands inside a block is not parsed: it is kept as it is.
    parser = MarkdownIt("commonmark", {"maxNesting": 50}).enable("table").disable("inline")
    # In MDX, indented lines stand inside a component.
    return parser.disable("code") if is_mdx else parser


def _fields(front: str) -> Iterator[Block]:
    """The fields of front matter that are prose, each on one line."""
    for match in _FIELD.finditer(front):
        value = match.group(2)
        if value[0] in "|>{[&*":
            continue
        if len(value) > 1 and value[0] in "\"'" and value.endswith(value[0]):
            value = value[1:-1]
        if value.strip():
            line = front.count("\n", 0, match.start()) + 2
            is_title = match.group(1).lower().endswith("title")
            yield Block(value.strip(), line, Part.TITLE if is_title else Part.CAPTION)


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    around: list[Token] = []
    for token in tokens:
        if token.nesting == 1:
            around.append(token)
        elif token.nesting == -1:
            around.pop()
        elif token.type == "html_block":
            yield from html.fragment(token.content, _line([token]))
        elif token.type == "inline":
            block = _block(token.content, _line([*around, token]), around[-1].type)
            if block is not None:
                yield block


def _line(nested: list[Token]) -> int:
    """Where the innermost begins, or what is around it: cells do not say."""
    return next((token.map[0] + 1 for token in reversed(nested) if token.map), 1)


def _block(content: str, line: int, kind: str) -> Block | None:
    text = _EMPHASIS.sub(_in_markdown, _COMMENT.sub("", content)).strip()
    if task := _TASK.match(text):
        text = text[task.end() :]
    part = Part.BODY
    if kind == "heading_open":
        text, part = _ANCHOR.sub("", text), Part.TITLE
    if not text:
        return None
    if not _PICTURE.sub("", text).strip():
        part = Part.CAPTION
    return Block(text, line, part)


def _in_markdown(found: re.Match[str]) -> str:
    return found["code"] or _MARKS[found["tag"].lower()]
