"""Plain text to paragraphs.

Blank lines separate paragraphs. Lines without a blank line between them are paragraphs of their
own, too, as on Japanese pages, unless the text was wrapped to a width: then a line ends because
the next word did not fit on it, which is what is tested here, for each language by itself.

A format that marks its paragraphs is believed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from alignqa.bitext import Blocks, Part, PlainText
from alignqa.layout.language import language_of
from alignqa.layout.sentences import ends_sentence
from alignqa.text import Lang, Silence

# Without a visible character; str.strip() leaves zero-width ones standing.
_BLANK = re.compile(r"[\s\u200b-\u200d\u2060\ufeff]*")
_ITEM = re.compile(
    r"(?:[-*+–—]|\d{1,3}\.)\s|\(?\d{1,3}[)）]|[•◦‣▪●○◆◇■□・※►▶①-⑳]|\d{1,3}[．、]|#{1,6}\s"
)
_HEADING = re.compile(r"#{1,6}\s")
_WIDE = "WF"

# Widths in columns that people and programs wrap to. A shorter line is a label, a longer one
# a paragraph.
_NARROWEST, _WIDEST = 40, 120
# Japanese lines break between any two characters but the ones that may not open or close a line.
_JAPANESE_UNIT = 4
_TOO_LONG = 1.1
# The share of line ends, and the number, that must be there for want of room.
_MOSTLY, _NEARLY_ALL = 0.6, 0.8
_MANY = 4


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A verbatim stretch of the text without white space at its ends, and its 1-based line.

    A paragraph that was wrapped keeps its line ends. `part` is what its format says it is,
    `silences` what comments ask for it, `is_listed` whether it says that it is an item or a cell;
    `mark` is as in `Block`.
    """

    text: str
    line: int | None
    part: Part | None = None
    silences: tuple[Silence, ...] = ()
    is_listed: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    start: int
    end: int
    text: str
    lang: Lang | None


def lines_of(plain: PlainText) -> tuple[Paragraph, ...]:
    """The lines that are not blank, as they are but for white space at their ends."""
    lines = enumerate(plain.text.split("\n"), start=1)
    return tuple(Paragraph(line.strip(), number) for number, line in lines if line.strip())


def paragraphs_of(text: PlainText | Blocks) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, in order; together they hold every visible character."""
    if isinstance(text, Blocks):
        return tuple(
            Paragraph(b.text, b.line, b.part, b.silences, b.is_listed, b.mark) for b in text.blocks
        )
    blocks = list(_blocks(text.text))
    widths = _wrapped_widths(blocks)
    found = []
    for block in blocks:
        first = block[0]
        for line, following in [*pairwise(block), (block[-1], None)]:
            if following is None or not _continues(line, following, widths):
                found.append(Paragraph(text.text[first.start : line.end], first.number))
                first = following or line
    return tuple(found)


def by_language(paragraph: Paragraph) -> list[Paragraph]:
    """A paragraph whose lines are in both languages, cut where the language changes."""
    lines = paragraph.text.split("\n")
    langs = [language_of(line) for line in lines]
    if len(set(langs) - {None}) < 2:
        return [paragraph]
    starts = [0]
    current: Lang | None = None
    for number, lang in enumerate(langs):
        if current is not None and lang is current.other:
            starts.append(number)
        current = lang or current
    return [
        Paragraph(
            "\n".join(lines[start:end]).strip(),
            None if paragraph.line is None else paragraph.line + start,
            paragraph.part,
            paragraph.silences,
            paragraph.is_listed,
        )
        for start, end in pairwise([*starts, len(lines)])
    ]


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Lines with no blank line between them."""
    block: list[tuple[int, int, str]] = []
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if _BLANK.fullmatch(line):
            if block:
                yield _lines(block)
            block = []
        else:
            block.append((number, start + len(line) - len(line.lstrip()), line.strip()))
        start += len(line) + 1
    if block:
        yield _lines(block)


def _lines(block: Sequence[tuple[int, int, str]]) -> list[_Line]:
    # Which language matters only where lines may be joined.
    alone = len(block) == 1
    return [
        _Line(number, start, start + len(text), text, None if alone else language_of(text))
        for number, start, text in block
    ]


def _wrapped_widths(blocks: Sequence[Sequence[_Line]]) -> Mapping[Lang, int]:
    """The width that each language is wrapped to, for those that are."""
    found = {}
    for lang in Lang:
        pairs = [
            pair
            for block in blocks
            for pair in pairwise(block)
            if pair[0].lang is lang and _may_continue(*pair)
        ]
        if len(pairs) < 2:
            continue
        widths = sorted(_width(line.text) for pair in pairs for line in pair)
        # Among many lines a stray one that is too long does not make the width.
        width = widths[-1 - len(widths) // 20]
        full = [pair for pair in pairs if _is_full(*pair, width)]
        if _NARROWEST <= width <= _WIDEST and (
            (len(full) >= _MOSTLY * len(pairs) and _share(_runs_on, full) >= 0.5)
            # Names begin lines with capitals. So many lines are not as long by chance.
            or (
                len(full) >= _MANY
                and len(full) >= _NEARLY_ALL * len(pairs)
                and _share(_is_unfinished, full) >= 0.5
            )
        ):
            found[lang] = width
    return found


def _continues(line: _Line, following: _Line, widths: Mapping[Lang, int]) -> bool:
    """The next line goes on with this line's paragraph."""
    if not _may_continue(line, following):
        return False
    width = widths.get(line.lang) if line.lang else None
    if width is not None and _is_full(line, following, width):
        return True
    return (
        line.lang is Lang.ENGLISH
        and _NARROWEST <= len(line.text) <= _WIDEST
        and following.text[0].islower()
        and _runs_on(line, following)
    )


def _may_continue(line: _Line, following: _Line) -> bool:
    return (
        line.lang is not None
        and following.lang in (line.lang, None)
        and not _ITEM.match(following.text)
        and not _HEADING.match(line.text)
    )


def _runs_on(line: _Line, following: _Line) -> bool:
    """The sentence goes on with the next line, as far as an end mark and a capital letter tell."""
    return _is_unfinished(line, following) and not following.text[0].isupper()


def _is_unfinished(line: _Line, _: _Line) -> bool:
    return not ends_sentence(line.text)


def _share(holds: Callable[[_Line, _Line], bool], pairs: Sequence[tuple[_Line, _Line]]) -> float:
    return sum(holds(*pair) for pair in pairs) / len(pairs) if pairs else 0.0


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    """What the next line begins with had no room on this one."""
    unit = _JAPANESE_UNIT
    if line.lang is Lang.ENGLISH:
        unit = 1 + len(following.text.split(maxsplit=1)[0])
    return width - unit < _width(line.text) <= _TOO_LONG * width


def _width(text: str) -> int:
    """Columns on a terminal, not counted further than matters."""
    if text.isascii() or len(text) > _WIDEST:
        return len(text)
    return len(text) + sum(unicodedata.east_asian_width(char) in _WIDE for char in text)
