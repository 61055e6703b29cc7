"""Text from files made harmless for a terminal, and where each character went.

A terminal obeys some characters instead of showing them: controls move the cursor and recolour
the screen, bidirectional overrides turn words round, zero-width characters hide. They become
visible: `␛` for a control that Unicode has a picture of, `<U+202E>` for the rest. A line end or
a tab becomes a space.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from alignqa.text import Span

# Controls, and what Unicode calls default ignorable: format characters, invisible fillers, tags.
# Variation selectors are left alone: they choose the glyph of the kanji before them. Surrogates
# come from undecodable file names, and no terminal could be sent them; nor can XML hold U+FFFE.
_ACTS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)
_DELETE = "\x7f"


@dataclass(frozen=True, slots=True)
class InertText:
    """A harmless text; `starts[i]` is where code point `i` of the original begins in it.

    `starts` has one entry more than the original has code points: the end.
    """

    text: str
    starts: tuple[int, ...]

    def span(self, span: Span) -> Span | None:
        """The same words in the harmless text; `None` if the span lies behind its end."""
        last = len(self.starts) - 1
        start, end = self.starts[min(span.start, last)], self.starts[min(span.end, last)]
        return Span(start, end) if start < end else None


def inert(text: str) -> str:
    """The text with nothing in it that a terminal would obey."""
    return _ACTS.sub(lambda match: _visible(match.group()), text)


def inert_with_places(text: str) -> InertText:
    """The same, with the places of the original's code points."""
    shown = [_visible(char) if _ACTS.match(char) else char for char in text]
    return InertText("".join(shown), tuple(accumulate(map(len, shown), initial=0)))


def _visible(char: str) -> str:
    if char in "\n\t":
        return " "
    if char < " ":
        return chr(0x2400 + ord(char))
    return "␡" if char == _DELETE else f"<U+{ord(char):04X}>"
