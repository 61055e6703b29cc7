"""Two texts, and which of their passages belong together."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from alignqa.text import Lang, Segment


@dataclass(frozen=True, slots=True)
class Bead:
    """Indices of source and target segments that render each other.

    An empty side means that nothing corresponds. `similarity` is the cosine of the two sides'
    vectors, in [-1, 1], and 0 where a side is empty.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    similarity: float


@dataclass(frozen=True, slots=True)
class PlainText:
    """A file's text as it was read, decoded, its line ends made `\\n`."""

    text: str
    path: str | None = None


class Part(StrEnum):
    """What a pair is in its document: body text is judged for what is missing, the rest is not."""

    BODY = "body"
    TITLE = "title"
    CAPTION = "caption"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Pair:
    """A bead with its texts. A side that nothing corresponds to is a segment with empty text."""

    index: int
    source: Segment
    target: Segment
    similarity: float
    part: Part = Part.BODY

    def side(self, lang: Lang) -> Segment:
        """The side that is in this language."""
        return self.source if self.source.lang is lang else self.target

    @property
    def is_whole(self) -> bool:
        """Both sides have text."""
        return not (self.source.is_empty or self.target.is_empty)


@dataclass(frozen=True, slots=True)
class Bitext:
    """Two texts, source and target.

    `paired` says that they were read as pairs already, so that segment n renders segment n.
    `extra` holds a paired file's other columns, one mapping a row.
    """

    source: tuple[Segment, ...]
    target: tuple[Segment, ...]
    source_lang: Lang
    paired: bool = False
    extra: tuple[dict[str, str], ...] = field(default=())

    @property
    def target_lang(self) -> Lang:
        return self.source_lang.other
