"""Text from files as HTML: escaped, and what would act or hide made visible.

Japanese inside English prose gets its own `lang`, since the same code points are drawn otherwise
in Chinese, which is what a browser would take for want of a word.
"""

from __future__ import annotations

import html
import re

from alignqa.render.inert import InertText, inert, inert_with_places

_JAPANESE = re.compile(
    "[\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f]"
    "[\u3000-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U000e0100-\U000e01ef]*"
)


def plain(text: str) -> str:
    """The text for an element or an attribute."""
    return html.escape(inert(text))


def prose(text: str) -> str:
    """English prose for an element, with its Japanese named as such."""
    harmless = inert(text)
    parts = []
    place = 0
    for match in _JAPANESE.finditer(harmless):
        parts.append(html.escape(harmless[place : match.start()]))
        parts.append(f'<span lang="ja">{html.escape(match.group())}</span>')
        place = match.end()
    return "".join(parts) + html.escape(harmless[place:])


class Passage:
    """One side's text, made harmless, from which pieces are cut as HTML."""

    def __init__(self, text: str) -> None:
        self._signs: list[tuple[int, int]] = []
        if inert(text) == text:  # as nearly all are
            self.harmless = InertText(text, tuple(range(len(text) + 1)))
            return
        self.harmless = inert_with_places(text)
        starts = self.harmless.starts
        # What stands for a character that would have acted; line ends merely became spaces.
        self._signs = [
            (starts[i], starts[i + 1])
            for i, char in enumerate(text)
            if char not in "\n\t" and self.harmless.text[starts[i] : starts[i + 1]] != char
        ]

    def __len__(self) -> int:
        return len(self.harmless.text)

    def place(self, at: int) -> int:
        """Where in the harmless text this place of the original is."""
        return self.harmless.starts[min(at, len(self.harmless.starts) - 1)]

    def cut(self, start: int, end: int) -> str:
        """These characters of the harmless text, with the signs set apart from the words."""
        parts = []
        for opening, closing in self._signs:
            if closing <= start or opening >= end:
                continue
            opening, closing = max(opening, start), min(closing, end)
            parts.append(html.escape(self.harmless.text[start:opening]))
            parts.append(f'<i class="sign">{html.escape(self.harmless.text[opening:closing])}</i>')
            start = closing
        return "".join(parts) + html.escape(self.harmless.text[start:end])
