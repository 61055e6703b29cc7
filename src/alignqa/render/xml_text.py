"""Texts of files as the content of XML."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

# What XML 1.0 cannot hold, and the other controls, which no text needs.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# What turns words round or ends lines where the file is merely looked at, and what a reader of XML
# would take for a line end. A reference says the same.
_ACTS = re.compile("[\r\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def content(text: str) -> str:
    """The text between two tags; U+FFFD stands for what XML has no way to write."""
    harmless = escape(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", text))
    return _ACTS.sub(lambda match: f"&#x{ord(match.group()):X};", harmless)
