"""The outputs of a diff, by name."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from rich.console import Console
from rich.text import Text

from alignqa.render.diff import comparison_page, record, report_page
from alignqa.render.look import Look
from alignqa.render.report.terminal import PLAIN_WIDTH
from alignqa.render.wrap import wrap
from alignqa.report import Report
from alignqa.revision import Comparison

WIDEST = 200  # cells; two columns of which either is still easy to read

Diff = Report | Comparison


@dataclass(frozen=True, slots=True)
class DiffOutput:
    """One output: `render` gives its text, as a file would hold it, with a line end at its end.

    Both take how many passages to show around each that has something to tell, `None` for all.
    `show` prints on a console, in its colours and to its width.
    """

    name: str
    render: Callable[[Diff, int | None], str]
    show: Callable[[Diff, int | None, Console], None] | None = None


def show(diff: Diff, context: int | None, console: Console) -> None:
    """Prints the diff on a console, in its colours and to its width."""
    look = replace(Look.of(console), width=max(1, min(console.width, WIDEST)))
    for line in _page(diff, context, look):
        for piece in wrap(line, look.width) if line.cell_len > look.width else [line]:
            console.print(piece, no_wrap=True, overflow="ignore", crop=False)


def _page(diff: Diff, context: int | None, look: Look) -> Iterator[Text]:
    if isinstance(diff, Report):
        return report_page.page(diff, context, look)
    return comparison_page.page(diff, context, look)


def _plain(diff: Diff, context: int | None) -> str:
    sheet = io.StringIO()
    console = Console(file=sheet, width=PLAIN_WIDTH, color_system=None, force_terminal=False)
    show(diff, context, console)
    return sheet.getvalue()


def _json(diff: Diff, _context: int | None) -> str:
    return record.render(diff)


OUTPUTS = {
    output.name: output
    for output in (DiffOutput("terminal", _plain, show), DiffOutput("json", _json))
}
