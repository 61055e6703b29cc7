"""A name of one text that the other does not have."""

from __future__ import annotations

import re
from dataclasses import dataclass

from alignqa.lexicon import Entry
from alignqa.names.found import Part
from alignqa.names.known import EVERYDAY
from alignqa.text import Span

_KATAKANA = re.compile(r"[ァ-ヺー]+")


@dataclass(frozen=True, slots=True)
class Lost:
    """A name, or a part of one, without a counterpart, and what the dictionary says of its parts."""

    span: Span
    text: str
    parts: tuple[Part, ...]
    meanings: tuple[Entry, ...]
    is_surely_name: bool

    @property
    def is_katakana(self) -> bool:
        return bool(_KATAKANA.match(self.text))

    @property
    def is_word(self) -> bool:
        """Whether it is a word before it is a name: カーネル."""
        return any(entry.kind != "name" for entry in self.meanings[:1])

    @property
    def is_everyday_word(self) -> bool:
        """Whether it is such a word that everybody knows: コード."""
        return self.is_word and self.meanings[0].rank <= EVERYDAY
