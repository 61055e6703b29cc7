"""`--format terminal` of an alignment: the two texts level with each other, for a person.

Side by side where the page has room for two columns, else one under the other. Before each bead
stand its similarity and its shape, how many segments of the source and of the target it holds, and
whether the target stands out of order; before each segment, the line of its file.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from alignqa.bitext import Alignment, Bead
from alignqa.render.inert import inert
from alignqa.render.look import QUIET, STRONG, Look
from alignqa.render.report.terminal import PLAIN_WIDTH
from alignqa.render.wrap import wrap
from alignqa.text import Lang, Segment, one_line

FORMAT = "terminal"

_TWO_COLUMNS = 90  # cells that a page needs for both texts side by side
_BETWEEN = 3  # cells around the gutter
_LABEL = 7  # cells for a language and its gutter
_MARGIN = 15  # cells for the figures of a bead and the space around them
_MOVED = "moved"


@dataclass(frozen=True, slots=True)
class _Column:
    """One text: its segments, how wide the numbers of their lines are, and how wide it all is."""

    segments: Sequence[Segment]
    lang: Lang
    digits: int
    width: int

    def lines(self, members: Sequence[int]) -> list[Text]:
        """These segments, each from a line of its own on."""
        indent = self.digits + 2 if self.digits else 0
        room = max(self.width - indent, 1)
        if not members:
            gap = wrap(Text("nothing corresponds", QUIET), room)
            return [Text.assemble(" " * indent, line) for line in gap]
        lines = []
        for index in members:
            segment = self.segments[index]
            number = f"{segment.line or '':>{self.digits}}  " if self.digits else ""
            for line in wrap(Text(inert(one_line([segment]))), room):
                lines.append(Text.assemble((number, QUIET), line))
                number = " " * indent
        return lines


_Columns = tuple[_Column, _Column]


def render(alignment: Alignment) -> str:
    """The alignment without colours, 100 cells wide."""
    page = io.StringIO()
    console = Console(file=page, width=PLAIN_WIDTH, color_system=None, force_terminal=False)
    show(alignment, console)
    return page.getvalue()


def show(alignment: Alignment, console: Console) -> None:
    """Prints the alignment on a console, in its colours and to its width."""
    look = Look.of(console)
    for line in _page(alignment, look):
        console.print(line, no_wrap=True, overflow="ignore", crop=False)


def _page(alignment: Alignment, look: Look) -> Iterator[Text]:
    for line in _summary(alignment, look):
        yield from wrap(line, look.width)
    if look.width >= _TWO_COLUMNS:
        draw, width = _side_by_side, (look.width - _MARGIN - _BETWEEN) // 2
    else:
        draw, width = _stacked, max(look.width - _LABEL, 1)
    columns = _columns(alignment, width)
    before: list[Text] = []
    for bead in alignment.beads:
        lines = list(draw(bead, columns, look))
        # Beads of one line each make a table.
        if len(before) != 1 or len(lines) > 1:
            yield Text()
        yield from lines
        before = lines
    yield Text()
    yield from wrap(Text(f"similarity by {inert(alignment.encoder)}", QUIET), look.width)


def _summary(alignment: Alignment, look: Look) -> list[Text]:
    """The files and the counts, on one line if they fit."""
    sides = (alignment.source, alignment.target)
    paths = dict.fromkeys(s.path for side in sides for s in side if s.path is not None)
    langs = (alignment.source_lang, alignment.source_lang.other)
    counts = (
        f"{len(side)} {lang.english_name} {alignment.unit.value}{'' if len(side) == 1 else 's'}"
        for side, lang in zip(sides, langs, strict=True)
    )
    alone = sum(not (bead.source and bead.target) for bead in alignment.beads)
    paired = len(alignment.beads) - alone
    items = [f" {look.arrow} ".join(counts), f"{paired} pair{'' if paired == 1 else 's'}"]
    if alone:
        items.append(f"{alone} unpaired")
    if moved := sum(bead.moved for bead in alignment.beads):
        items.append(f"{moved} {_MOVED}")
    counted = Text(f" {look.dot} ".join(items))
    if not paths:
        return [counted]
    files = Text(inert(f" {look.arrow} ".join(paths)), STRONG)
    both = Text.assemble(files, (f" {look.dot} ", QUIET), counted)
    return [both] if both.cell_len <= look.width else [files, counted]


def _figures(bead: Bead) -> str:
    """`0.81  2-1`; no similarity where nothing corresponds."""
    similarity = f"{bead.similarity:.2f}" if bead.source and bead.target else ""
    return f"{similarity:>5}  {len(bead.source)}-{len(bead.target)}"


def _side_by_side(bead: Bead, columns: _Columns, look: Look) -> Iterator[Text]:
    source, target = columns
    figures = [Text(f" {_figures(bead)}", QUIET)]
    if bead.moved:
        figures.append(Text(f"{'':8}{_MOVED}", QUIET))
    texts = source.lines(bead.source), target.lines(bead.target)
    for before, left, right in zip_longest(figures, *texts, fillvalue=Text()):
        line = Text.assemble(
            before,
            " " * (_MARGIN - before.cell_len),
            left,
            " " * (source.width - left.cell_len),
            (f" {look.gutter} ", QUIET),
            right,
        )
        line.rstrip()
        yield line


def _stacked(bead: Bead, columns: _Columns, look: Look) -> Iterator[Text]:
    yield Text(_figures(bead).strip() + (f"  {_MOVED}" if bead.moved else ""), QUIET)
    for column, members in zip(columns, (bead.source, bead.target), strict=True):
        label = column.lang.value
        for line in column.lines(members):
            yield Text.assemble("  ", (f"{label} {look.gutter} ", QUIET), line)
            label = "  "


def _columns(alignment: Alignment, width: int) -> _Columns:
    source, target = (
        _Column(side, lang, max((len(str(s.line)) for s in side if s.line), default=0), width)
        for side, lang in (
            (alignment.source, alignment.source_lang),
            (alignment.target, alignment.source_lang.other),
        )
    )
    return source, target
