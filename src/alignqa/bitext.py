"""Two texts, and which of their passages belong together."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from alignqa.text import Lang, Segment, Silence, Span


@dataclass(frozen=True, slots=True)
class Bead:
    """Indices of source and target segments that render each other.

    An empty side means that nothing corresponds. `similarity` is the cosine of the two sides'
    vectors, in [-1, 1], and 0 where a side is empty. `moved` says that the target stands out of
    the source's order.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    similarity: float
    moved: bool = False


@dataclass(frozen=True, slots=True)
class SentenceBead:
    """The sentences of one paragraph pair that render each other, as places in the two texts.

    A side that nothing corresponds to is `None`, and `similarity`, the cosine, is then 0. `shape`
    is how many sentences of the source and of the target it holds.
    """

    source: Span | None
    target: Span | None
    similarity: float
    shape: tuple[int, int]


class Unit(StrEnum):
    """What a segment is when two plain texts are aligned."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts and the beads between them, in order; every segment stands in exactly one bead.

    `encoder` is the fingerprint of the encoder whose cosines the beads carry; `unit` says what a
    segment is.
    """

    source: tuple[Segment, ...]
    target: tuple[Segment, ...]
    beads: tuple[Bead, ...]
    source_lang: Lang
    encoder: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class PlainText:
    """A file's text as it was read, decoded, its line ends made `\\n`."""

    text: str
    path: str | None = None


class Part(StrEnum):
    """What a pair is in its document: body text is judged for what is missing, the rest is not.

    Code is held against the source's by itself, and no text.
    """

    BODY = "body"
    TITLE = "title"
    CAPTION = "caption"
    FURNITURE = "furniture"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Block:
    """A passage that its format marks as one: a paragraph, a heading, an item of a list, a cell.

    `line` is the 1-based line of the file where it begins; `None` where the file has no lines.
    `silences` are what comments ask for it. `is_listed` says that it is an item or a cell, `mark` that
    it is a `heading`, or which kind of box it opens: a `note`, a `warning`.
    """

    text: str
    line: int | None = None
    part: Part = Part.BODY
    silences: tuple[Silence, ...] = ()
    is_listed: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Blocks:
    """A file's text as its format divides it, in one language or in both.

    `remarks` are what is to be said of its comments for alignqa. `code` are the blocks of code that
    stand between, by their lines, which are no text.
    """

    blocks: tuple[Block, ...]
    path: str | None = None
    remarks: tuple[str, ...] = ()
    code: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """A bead with its texts. A side that nothing corresponds to is a segment with empty text.

    `similarity` is the cosine of their vectors; of blocks of code, the share of what they have in
    common. `beads` are the sentences inside it, where it has both sides. `moved` is as in `Bead`. `extra` are
    the other columns of its row, or what its file says of the unit, by their names.
    """

    index: int
    source: Segment
    target: Segment
    similarity: float
    part: Part = Part.BODY
    beads: tuple[SentenceBead, ...] = ()
    moved: bool = False
    extra: tuple[tuple[str, str], ...] = ()

    def side(self, lang: Lang) -> Segment:
        """The side that is in this language."""
        return self.source if self.source.lang is lang else self.target

    @property
    def silences(self) -> tuple[Silence, ...]:
        """What comments in either file ask for it."""
        return tuple(dict.fromkeys(self.source.silences + self.target.silences))

    @property
    def is_whole(self) -> bool:
        """Both sides have text."""
        # Nearly every check asks this of every pair.
        source, target = self.source.text, self.target.text
        return bool(source and target) and not (source.isspace() or target.isspace())

    @property
    def stretches(self) -> tuple[tuple[Span, Span], ...]:
        """The sentences that render each other, in order, as places in the English text and in the
        Japanese one; those that nothing corresponds to go with their neighbours. All of a pair
        without beads is one."""
        turned = self.source.lang is Lang.JAPANESE
        found: list[tuple[list[Span], list[Span]]] = []
        is_open = True
        for bead in self.beads:
            is_lone = bead.source is None or bead.target is None
            if not found or not (is_open or is_lone):
                found.append(([], []))
            both = (bead.target, bead.source) if turned else (bead.source, bead.target)
            for side, span in zip(found[-1], both, strict=True):
                side += [span] if span else []
            is_open = is_lone
        whole = (self.side(Lang.ENGLISH).text, self.side(Lang.JAPANESE).text)
        if not all(left and right for left, right in found) or not found:
            return ((Span(0, len(whole[0])), Span(0, len(whole[1]))),)
        return tuple(
            (Span(left[0].start, left[-1].end), Span(right[0].start, right[-1].end))
            for left, right in found
        )


@dataclass(frozen=True, slots=True)
class Bitext:
    """Two texts, source and target.

    `paired` says that they were read as pairs already, so that segment n renders segment n.
    `extra` holds a paired file's other columns, one mapping a row. `parts` is what each source and
    each target segment is in its document, where the file itself says so. `remarks` are what is to
    be said of the files' comments for alignqa. `code` are the blocks of code of the source's file
    and of the target's.
    """

    source: tuple[Segment, ...]
    target: tuple[Segment, ...]
    source_lang: Lang
    paired: bool = False
    extra: tuple[dict[str, str], ...] = field(default=())
    parts: tuple[tuple[Part, ...], tuple[Part, ...]] | None = None
    remarks: tuple[str, ...] = ()
    code: tuple[tuple[Segment, ...], tuple[Segment, ...]] = ((), ())

    @property
    def target_lang(self) -> Lang:
        return self.source_lang.other
