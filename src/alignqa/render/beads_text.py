"""One side of a bead on one line, for outputs in which a line end or a control has a meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable

from alignqa.text import Lang, Segment

_LINE_END = re.compile("\\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\\s*")
_BETWEEN_LATIN_WORDS = re.compile(r"(?<=[!-~])\n(?=[!-~])")
# What XML 1.0 cannot hold, and the other controls, which no text needs and a terminal would obey.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def one_line(segments: Iterable[Segment]) -> str:
    """The segments of one side as one line, which has no tab and no line end.

    English goes on after a space. Japanese goes on at once, but for a Latin word after another.
    """
    segments = list(segments)
    text = _LINE_END.sub("\n", "\n".join(segment.text for segment in segments).strip())
    if segments and segments[0].lang is Lang.JAPANESE:
        text = _BETWEEN_LATIN_WORDS.sub(" ", text).replace("\n", "")
    return text.replace("\n", " ").replace("\t", " ")


def without_controls(text: str) -> str:
    """The text with U+FFFD in place of what XML or a terminal could not take."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
