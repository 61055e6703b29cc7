"""Japanese Markdown with its lines broken already.

Rich breaks Japanese anywhere, also before 。; it leaves lines alone that fit.
"""

from __future__ import annotations

import re

from rich.text import Text

from alignqa.render.phrases import phrase_starts
from alignqa.render.wrap import Breaks, wrap
from alignqa.text import Lang

_CODE = re.compile(r"`[^`]+`")
_BREAK = "\\\n"
_BULLET = 3  # cells that Rich puts before an item
_UNTOUCHED = ("#", "    ")  # headings and code


def broken(markdown: str, width: int) -> str:
    """The text with a hard break wherever a line of `width` cells ends, for paragraphs and items
    of one line each."""
    return "\n".join(_line(line, width) for line in markdown.splitlines())


def _line(line: str, width: int) -> str:
    if not line.strip() or line.startswith(_UNTOUCHED):
        return line
    if line.startswith("- "):
        return "- " + (_BREAK + "  ").join(_wrapped(line[2:], width - _BULLET))
    return _BREAK.join(_wrapped(line, width))


def _wrapped(text: str, width: int) -> list[str]:
    code = {place for match in _CODE.finditer(text) for place in range(*match.span())}
    starts = {match.start() for match in _CODE.finditer(text)}
    breaks = Breaks(phrase_starts(text, Lang.JAPANESE), frozenset(code - starts))
    lines: list[str] = []
    end = 0
    for line in wrap(Text(text), max(width, 1), breaks):
        start = text.index(line.plain, end)
        if start - 1 in code and start in code:
            # Code that no line holds: a hard break in it would be read as a part of it.
            lines[-1] += text[end:start] + line.plain
        else:
            lines.append(line.plain)
        end = start + len(line.plain)
    return lines
