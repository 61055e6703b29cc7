"""Texts of files as the content of XML."""

from __future__ import annotations

import html
import re

# What XML 1.0 cannot hold, and the other controls, which no text needs.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# What turns words round or ends lines where the file is merely looked at, and what a reader of XML
# would take for a line end. A reference says the same.
_ACTS = re.compile("[\r\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
# What ends an attribute, and what a reader of XML would take for a space in one.
_ACTS_IN_ATTRIBUTE = re.compile('["\t\n]')


def content(text: str) -> str:
    """The text between two tags; U+FFFD stands for what XML has no way to write."""
    harmless = html.escape(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", text), quote=False)
    return _ACTS.sub(_reference, harmless)


def attribute(text: str) -> str:
    """The text as an attribute's value, in its quotes."""
    return f'"{_ACTS_IN_ATTRIBUTE.sub(_reference, content(text))}"'


def _reference(match: re.Match[str]) -> str:
    return f"&#x{ord(match.group()):X};"
