"""Digits that a program wrote and nobody counts: fractions of seconds, checksums."""

from __future__ import annotations

import re

# Thousandths and less, behind a comma or a point, are neither thousands nor numbers of their own. A
# runner's time has tenths or hundredths.
_FRACTION = re.compile(r"(?<=\d:\d\d:\d\d)[.,]\d{3,9}(?!\d)(?:Z(?!\w))?", re.ASCII)
# e3b0c44298fc, 123e4567-e89b-12d3-a456-426614174000
_LONG = re.compile(r"[0-9A-Fa-f]{7}")
_CHECKSUM = re.compile(
    r"\b[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\b"
    r"|\b(?=[A-Fa-f]*[0-9])(?=[0-9]*[A-Fa-f])[0-9A-Fa-f]{7,}\b",
    re.ASCII,
)


def without_machine_digits(text: str) -> str:
    """The text with blanks for them; as long as before."""
    if ":" in text:
        text = _FRACTION.sub(_blank, text)
    return _CHECKSUM.sub(_blank, text) if _LONG.search(text) else text


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())
