"""Short facts in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from alignqa.render.language import worded
from alignqa.render.look import QUIET, Look


def flow(items: Sequence[Text], look: Look) -> Iterator[Text]:
    """The items on as few lines as they need, a dot between, none of them broken if it fits."""
    line = Text()
    for item in items:
        longer = Text.assemble(line, (f" {look.dot} ", QUIET), item) if line else item
        if line and longer.cell_len > look.width:
            yield line
            longer = item
        line = longer
    yield line


def pairs_counted(n: int) -> str:
    """`1 pair`, `2 pairs`"""
    return worded("{n} pair", n=n) if n == 1 else worded("{n} pairs", n=n)


def passages_counted(n: int) -> str:
    """`1 passage`, `2 passages`"""
    return worded("{n} passage", n=n) if n == 1 else worded("{n} passages", n=n)


def findings_counted(n: int) -> str:
    """`1 finding`, `2 findings`"""
    return worded("{n} finding", n=n) if n == 1 else worded("{n} findings", n=n)


def counted(n: int, thing: str) -> str:
    """`1 file`, `2 files`: in English, for what is not translated."""
    return f"{n} {thing}{'' if n == 1 else 's'}"
