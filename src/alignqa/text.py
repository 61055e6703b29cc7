"""Places in a text, and pieces of it: the smallest words of the house."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Self

_LINE_END = re.compile("\\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\\s*")
_BETWEEN_LATIN_WORDS = re.compile(r"(?<=[!-~])\n(?=[!-~])")


HEADING = "heading"


class Lang(StrEnum):
    """The two languages, by their ISO 639-1 codes."""

    ENGLISH = "en"
    JAPANESE = "ja"

    @property
    def other(self) -> Lang:
        return Lang.JAPANESE if self is Lang.ENGLISH else Lang.ENGLISH

    @property
    def english_name(self) -> str:
        """The language's English name."""
        return "English" if self is Lang.ENGLISH else "Japanese"


class _Range(NamedTuple):
    start: int
    end: int


class Span(_Range):
    """A half-open range of code points: `text[start:end]`. There are many of them: a tuple is made
    and compared in half the time that a dataclass takes.

    Raises:
        ValueError: if it is empty or starts before the text.
    """

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> Self:
        if not 0 <= start < end:
            raise ValueError(f"not a span: {start}..{end}")
        return tuple.__new__(cls, (start, end))

    def of(self, text: str) -> str:
        """The words it covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Silence:
    """What a comment in a file asks not to be told of its passages: findings of these rules, by
    code, name or beginning of a code; without any, of all rules. `line` and `path` are the
    comment's."""

    rules: tuple[str, ...]
    line: int | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A passage of one language as it was read: a paragraph, a line, a row's cell.

    `line` is the 1-based line of the file where it begins; `None` for text that came from no file.
    `silences` are what comments ask for it. `is_listed` says that its file marks it as an item of a
    list or a cell of a table, `mark` that it does as a `heading`, or as the opening of a box of some kind.
    """

    text: str
    lang: Lang
    line: int | None = None
    path: str | None = None
    silences: tuple[Silence, ...] = ()
    is_listed: bool = False
    mark: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.text or self.text.isspace()


def one_line(segments: Iterable[Segment]) -> str:
    """The segments of one side as one line, which has no tab and no line end.

    English goes on after a space. Japanese goes on at once, but for a Latin word after another.
    """
    segments = list(segments)
    text = _LINE_END.sub("\n", "\n".join(segment.text for segment in segments).strip())
    if segments and segments[0].lang is Lang.JAPANESE:
        text = _BETWEEN_LATIN_WORDS.sub(" ", text).replace("\n", "")
    return text.replace("\n", " ").replace("\t", " ")
