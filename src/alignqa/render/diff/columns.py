"""Two texts level with each other: side by side, or one under the other on a narrow page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len
from rich.text import Text

from alignqa.render.language import padded
from alignqa.render.look import QUIET, Look

_TWO_COLUMNS = 90  # cells that a page needs for both texts side by side
_BETWEEN = 3  # cells for the gutter and a space on either side
_LABEL = 2  # cells that a text's name is padded to on a narrow page


def is_wide(look: Look) -> bool:
    """The page has room for two columns."""
    return look.width >= _TWO_COLUMNS


def column_width(look: Look, *labels: str) -> int:
    """The cells that a line of either text has; the labels are those of a narrow page."""
    if is_wide(look):
        return (look.width - _BETWEEN) // 2
    return max(look.width - _indent(labels), 1)


def side_by_side(left: Sequence[Text], right: Sequence[Text], look: Look) -> Iterator[Text]:
    """The lines of both, no wider than a column, behind each other on one line."""
    width = column_width(look)
    for one, other in zip_longest(left, right, fillvalue=Text()):
        line = Text.assemble(one, " " * (width - one.cell_len), (f" {look.gutter} ", QUIET), other)
        line.rstrip()
        yield line


def stacked(
    left: Sequence[Text], right: Sequence[Text], labels: tuple[str, str], look: Look
) -> Iterator[Text]:
    """The lines of the one, then those of the other, behind a gutter with their names."""
    across = _indent(labels) - _BETWEEN
    for lines, label in zip((left, right), labels, strict=True):
        for number, line in enumerate(lines):
            name = "" if number else label
            yield Text.assemble((f"{padded(name, across)} {look.gutter} ", QUIET), line)


def _indent(labels: Sequence[str]) -> int:
    return max((cell_len(label) for label in labels), default=_LABEL) + _BETWEEN
