"""On which line of a TOML file each key stands, which Python's reader does not tell."""

from __future__ import annotations

import re
from collections import Counter

_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\\\n]*"|'[^'\n]*')"""
_NAME = rf"{_PART}(?:\s*\.\s*{_PART})*"
_TABLE = re.compile(rf"\s*(?P<array>\[)?\[\s*(?P<name>{_NAME})\s*\]")
_KEY = re.compile(rf"\s*(?P<name>{_NAME})\s*=")
_PIECE = re.compile(_PART)


def lines_of(text: str) -> dict[str, int]:
    """The 1-based line of each key: `gate.max-major`, `overrides[0].ignore`.

    Keys of inline tables are not among them. What looks like a key inside a text of several lines
    is taken for one, unless the key was seen before.
    """
    lines: dict[str, int] = {}
    seen: Counter[str] = Counter()
    table = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if match := _TABLE.match(line):
            name = _plain(match["name"])
            if match["array"]:
                name = f"{name}[{seen[name]}]"
                seen[_plain(match["name"])] += 1
            lines.setdefault(name, number)
            table = f"{name}."
        elif match := _KEY.match(line):
            lines.setdefault(table + _plain(match["name"]), number)
    return lines


def _plain(name: str) -> str:
    return ".".join(part.strip("\"'") for part in _PIECE.findall(name))
