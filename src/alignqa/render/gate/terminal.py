"""`--format terminal` of the gate: each breach on one line, the command that shows it again, then a
table by file and the outcome. Why a file could not be judged is told on standard error."""

from __future__ import annotations

import io
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from alignqa.render.gate.table import head, outcome, rows
from alignqa.render.inert import inert
from alignqa.render.language import said, worded
from alignqa.render.look import EXPECTED, QUIET, STRONG, Look
from alignqa.render.report.terminal import PLAIN_WIDTH
from alignqa.verdict import Breach, Verdict

FORMAT = "terminal"

_FAILED = "bold red"
_MOST_NOTES = 20


def render(verdict: Verdict) -> str:
    """The page without colours."""
    page = io.StringIO()
    show(verdict, Console(file=page, width=PLAIN_WIDTH, color_system=None, force_terminal=False))
    return page.getvalue()


def show(verdict: Verdict, console: Console) -> None:
    """Prints the page on a console, in its colours. Lines are not broken, so that a search finds
    whole ones."""
    look = Look.of(console)
    for line in _page(verdict, look):
        console.print(line, no_wrap=True, overflow="ignore", crop=False, soft_wrap=True)


def _page(verdict: Verdict, look: Look) -> Iterator[Text]:
    for breach in verdict.breaches:
        yield from _breach(breach)
    for note in verdict.notes[:_MOST_NOTES]:
        yield Text(f"{worded('note: ')}{inert(said(note))}", QUIET)
    if len(verdict.notes) > _MOST_NOTES:
        more = worded(
            "note: {gap} and {n} more notes", gap=look.gap, n=len(verdict.notes) - _MOST_NOTES
        )
        yield Text(more, QUIET)
    if verdict.breaches or verdict.notes:
        yield Text()
    yield from _table(verdict)
    yield Text()
    yield Text(outcome(verdict), EXPECTED if verdict.passed else _FAILED)


def _breach(breach: Breach) -> Iterator[Text]:
    yield Text.assemble(
        (f"{inert(breach.place)}:", STRONG),
        f" {inert(' '.join(said(breach.message).split()))}",
        (f"  ({breach.threshold})", QUIET),
    )
    if breach.rerun is not None:
        yield Text(f"    {inert(breach.rerun)}", QUIET)


def _table(verdict: Verdict) -> Iterator[Text]:
    table = [tuple(inert(cell) for cell in row) for row in [head(), *rows(verdict)]]
    widths = [max(cell_len(row[n]) for row in table) for n in range(len(table[0]))]
    for place, row in enumerate(table):
        first = row[0] + " " * (widths[0] - cell_len(row[0]))
        cells = [
            first,
            *(
                " " * (width - cell_len(cell)) + cell
                for cell, width in zip(row[1:], widths[1:], strict=True)
            ),
        ]
        style = {0: QUIET, len(table) - 1: STRONG}.get(place, "")
        yield Text("  ".join(cells).rstrip(), style)
