"""What both texts say letter for letter: inline code, which a translation keeps."""

from __future__ import annotations

from alignqa.text import Span
from alignqa.words.markup import CODE

_SHORTEST = 3


def is_kept(span: Span, text: str, other: str) -> bool:
    """Whether a stretch of a text holds code that the other one has as often: whoever keeps the code
    renders, well or badly, what is said of it. A stretch inside code is none of prose."""
    if "`" not in text:
        return False
    return any(
        (code.start() <= span.start and span.end <= code.end())
        or (
            len(code.group(2)) >= _SHORTEST
            and text.count(code.group()) <= other.count(code.group())
        )
        for code in CODE.finditer(text)
        if span.overlaps(Span(*code.span()))
    )
