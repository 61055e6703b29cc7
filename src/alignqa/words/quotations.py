"""Which words of a text stand between quotation marks."""

from __future__ import annotations

import re

from alignqa.text import Span

_CLOSING = {"「": "」", "『": "』", "“": "”", '"': '"'}
_MARK = re.compile(r"[「」『』“”\"]")
# A straight mark opens in front of a word and closes behind one.
_OPENS = re.compile(r"(?<!\w)\"(?=[\w'‘(\[$£€…])")
_CLOSES = re.compile(r"(?<=[\w.,!?…:;'’)\]—-])\"(?!\w)")


def quotations(text: str) -> tuple[Span, ...]:
    """What stands between two marks that belong together, without them, in order; of quotations in
    one another the outermost. A mark without a partner makes none."""
    found: list[Span] = []
    open_marks: list[tuple[str, int]] = []
    for match in _MARK.finditer(text):
        mark, place = match.group(), match.start()
        partner = _partner(mark, open_marks)
        if partner is not None and (mark != '"' or _CLOSES.match(text, place)):
            start = open_marks[partner][1]
            del open_marks[partner:]
            if start < place:
                found = [span for span in found if span.start < start]
                found.append(Span(start, place))
        elif mark in _CLOSING and (mark != '"' or _OPENS.match(text, place)):
            if partner is not None:
                # A straight mark within straight ones: the one before was never closed.
                del open_marks[partner:]
            open_marks.append((_CLOSING[mark], place + 1))
    return tuple(found)


def _partner(mark: str, open_marks: list[tuple[str, int]]) -> int | None:
    """Which of the open marks this one closes: the last of its kind."""
    places = (place for place in reversed(range(len(open_marks))) if open_marks[place][0] == mark)
    return next(places, None)
