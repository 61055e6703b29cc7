"""Markdown (CommonMark with tables): headings, paragraphs, items, cells; blocks of code apart.

A block's text keeps its inline marks, so that links, emphasis and code can be compared, and loses
the marks that made it a block. Of front matter, the title and the description are read. What site
generators add is known: the text of admonitions, tabs and notes is read, directives are left out.
A comment may silence rules for what follows it, a paragraph, a list or a table, or for the block
that it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

from alignqa.bitext import Block, Blocks, Part
from alignqa.errors import UnreadableFile
from alignqa.formats import html
from alignqa.formats.markdown_boxes import FURTHEST, boxes
from alignqa.formats.markdown_dialects import in_commonmark
from alignqa.formats.mdx import in_markdown
from alignqa.formats.silencing import Silencing
from alignqa.text import HEADING, Silence

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

NAME = "Markdown"
SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn", ".mdx", ".qmd")

_FRONT_MATTER = re.compile(
    r"\s*+(---|\+\+\+)[ \t]*\n(.*?\n)?(?:\1|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL
)
_FIELD = re.compile(
    r"^(title|linktitle|subtitle|description|summary)[ \t]*[:=][ \t]*(\S.*?)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
# ## Install {#install}
_ANCHOR = re.compile(r"(?<!\s)\s*\{:?\s*[#.][^{}]*\}\s*$")
_COMMENTS = re.compile(r"\s*(?:<!--.*?-->\s*)++", re.DOTALL)
_CODE = r"(?P<code>(?<!`)(?P<marks>`{1,3})(?!`).+?(?<!`)(?P=marks)(?!`))"
# In a page of HTML or in one of MDX; code may show one.
_COMMENT = re.compile(
    rf"{_CODE}|(?<![ \t])[ \t]*(?:<!--(?P<html>(?:[^<]|<(?!!--))*?)-->"
    r"|\{/\*(?P<mdx>(?:[^{]|\{(?!/\*))*?)\*/\})",
    re.DOTALL,
)
# Japanese is often emphasised with tags, since ** does not work between its characters.
_EMPHASIS = re.compile(rf"{_CODE}|</?(?P<tag>em|i|strong|b|del|s|code)>", re.IGNORECASE | re.DOTALL)
_MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**", "del": "~~", "s": "~~", "code": "`"}
# Those that would be taken for tags, and blanks that mean to be what they are, stay as they are.
_ENTITY = re.compile(
    rf"{_CODE}|&(?!(?:lt|gt|nbsp|zwnj|zwj|shy|#60|#62|#160);)(?:[A-Za-z]+|#\d+);", re.DOTALL
)
# {{< glossary_tooltip term_id="pod" text="pods" >}}
_WORDED = re.compile(
    rf"{_CODE}|\{{\{{[<%][^{{}}]*?\btext=\"(?P<text>[^\"]+)\"[^{{}}]*[>%]\}}\}}", re.DOTALL
)
# <img
#   src="door.png" />
_BROKEN_TAG = re.compile(rf"{_CODE}|</?[A-Za-z][\w.-]*(?=[^<>]*\n)[^<>]*>", re.DOTALL)
_LISTED = frozenset({"list_item_open", "td_open", "th_open"})
# By how many lines below its first a block of code begins: a fence has one of its own.
_CODE_LINES = {"fence": 1, "code_block": 0}
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_PICTURE = re.compile(r"!\[[^\[\]]*+\](?:\([^()]*+\)|\[[^\[\]]*+\])?")


def read(text: str, path: Path) -> Blocks:
    """Its blocks, in order.

    Raises:
        UnreadableFile: there is nothing in it.
    """
    front = _FRONT_MATTER.match(text)
    blocks = []
    if front is not None:
        blocks += list(_fields(front.group(2) or ""))
        # So that lines keep their numbers.
        text = "\n" * front.group().count("\n") + text[front.end() :]
    silencing = Silencing(str(path))
    is_mdx = path.suffix.lower() == ".mdx"
    plain = in_commonmark(in_markdown(text) if is_mdx else text, is_mdx=is_mdx)
    tokens = _parser(is_mdx).parse(plain)
    code: list[Block] = []
    blocks += list(_blocks(tokens, silencing, code))
    if not text.strip() and front is None:
        raise UnreadableFile(f"{path} is empty.")
    return Blocks(_in_boxes(blocks, boxes(text)), str(path), silencing.remarks(), tuple(code))


def _in_boxes(blocks: list[Block], kinds: dict[int, str]) -> tuple[Block, ...]:
    """The blocks, each that is the first in a box with the box's kind."""
    opened = {}
    for line, kind in kinds.items():
        inside = (n for n, b in enumerate(blocks) if b.line and 0 <= b.line - line <= FURTHEST)
        opened[next(inside, None)] = kind
    return tuple(
        replace(block, mark=opened[number]) if number in opened else block
        for number, block in enumerate(blocks)
    )


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
            part, mark = (Part.TITLE, HEADING) if is_title else (Part.CAPTION, "")
            yield Block(value.strip(), line, part, mark=mark)


def _blocks(tokens: list[Token], silencing: Silencing, code: list[Block]) -> Iterator[Block]:
    """The blocks of text; those of code are added to `code`."""
    around: list[Token] = []
    # By how deep they stand: what waits for the next thing there, and what is for the one begun.
    waiting: dict[int, list[Silence]] = {}
    begun: dict[int, list[Silence]] = {}
    for token in tokens:
        if token.type == "html_block" and _COMMENTS.fullmatch(token.content):
            waiting.setdefault(token.level, []).extend(_asked(token, silencing))
            continue
        if token.nesting >= 0 and token.level in waiting:
            begun[token.level] = waiting.pop(token.level)
            silencing.begin(begun[token.level])
        if token.nesting == 1:
            around.append(token)
        elif token.nesting == -1:
            around.pop()
            waiting.pop(token.level + 1, None)
        elif token.type in _CODE_LINES and token.content.strip():
            line = _line([token]) + _CODE_LINES[token.type]
            code.append(Block(token.content, line, Part.CODE, silencing.of_passage()))
        elif token.type == "html_block":
            yield from html.fragment(token.content, _line([token]), silencing)
        elif token.type == "inline":
            block = _block(token.content, _line([*around, token]), around[-1].type, silencing)
            if block is not None:
                yield replace(block, is_listed=any(token.type in _LISTED for token in around))
        if token.nesting <= 0:
            silencing.end(begun.pop(token.level, ()))


def _asked(comments: Token, silencing: Silencing) -> Iterator[Silence]:
    for comment in _COMMENT.finditer(comments.content):
        line = _line([comments]) + comments.content.count("\n", 0, comment.start("html"))
        yield from silencing.take(comment["html"] or "", line)


def _line(nested: list[Token]) -> int:
    """Where the innermost begins, or what is around it: cells do not say."""
    return next((token.map[0] + 1 for token in reversed(nested) if token.map), 1)


def _block(content: str, line: int, kind: str, silencing: Silencing) -> Block | None:
    own: list[Silence] = []

    def without(found: re.Match[str]) -> str:
        if found["code"]:
            return found["code"]
        place = line + content.count("\n", 0, found.start())
        own.extend(silencing.take(found["html"] or found["mdx"] or "", place))
        return ""

    text = _EMPHASIS.sub(_in_markdown, _COMMENT.sub(without, content)).strip()
    if "{{" in text:
        text = _WORDED.sub(lambda found: found["code"] or found["text"], text)
    if "<" in text and "\n" in text:
        text = _BROKEN_TAG.sub(lambda found: found["code"] or " ".join(found.group().split()), text)
    text = _ENTITY.sub(_character, text) if "&" in text else text
    if task := _TASK.match(text):
        text = text[task.end() :]
    part = Part.BODY
    if kind == "heading_open":
        text, part = _ANCHOR.sub("", text), Part.TITLE
    if not text:
        return None
    if not _PICTURE.sub("", text).strip():
        part = Part.CAPTION
    mark = HEADING if kind == "heading_open" else ""
    return Block(text, line, part, silencing.of_passage(own), mark=mark)


def _in_markdown(found: re.Match[str]) -> str:
    return found["code"] or _MARKS[found["tag"].lower()]


def _character(found: re.Match[str]) -> str:
    return found["code"] or unescape(found.group())
