"""Controls, which no text needs, for outputs in which one would act."""

from __future__ import annotations

import re

# What XML 1.0 cannot hold, and the other controls, which no text needs and a terminal would obey.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def without_controls(text: str) -> str:
    """The text with U+FFFD in place of what XML or a terminal could not take."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
