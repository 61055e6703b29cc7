"""Times that a program wrote: 22:20:02,165 or 10:27:25.813799277Z."""

from __future__ import annotations

import re

# Thousandths and less, behind a comma or a point, are neither thousands nor numbers of their own. A
# runner's time has tenths or hundredths.
_FRACTION = re.compile(r"(?<=\d:\d\d:\d\d)[.,]\d{3,9}(?!\d)(?:Z(?!\w))?", re.ASCII)


def without_fractions(text: str) -> str:
    """The text with blanks for the fractions of seconds in a program's times; as long as before."""
    if ":" not in text:
        return text
    return _FRACTION.sub(lambda found: " " * len(found.group()), text)
