"""Findings one below the other, a line each where they fit."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from alignqa.finding import Finding
from alignqa.render.inert import inert
from alignqa.render.language import said, severity_word, worded
from alignqa.render.look import EXPECTED, QUIET, Look, label_style
from alignqa.render.phrases import phrase_starts
from alignqa.render.wrap import Breaks, wrap
from alignqa.text import Lang

_ROOMY = 48  # cells that a page needs for a column of severities
_SEVERITY = 10  # cells for the longest severity and a space
_NARROW = 4  # cells that text is set in on a page without such a column


def listed(finding: Finding, before: Text, look: Look, *, expected: bool = False) -> Iterator[Text]:
    """`before`, its severity, its message, its code; with what was `expected` if so wished."""
    severity = Text(severity_word(finding.severity), label_style(finding.severity))
    body = Text(inert(said(finding.message)))
    together = set()
    if expected and finding.suggestion:
        body.append("  " + worded("expected "), QUIET)
        together.add(len(body))
        body.append(inert(finding.suggestion), EXPECTED)
    body.append("  ")
    # Nor does the code stand alone on a line.
    together.add(len(body))
    breaks = Breaks(phrase_starts(body.plain, Lang.JAPANESE), frozenset(together))
    body.append(finding.rule.code, QUIET)
    head = Text.assemble("  ", before, " ", severity)
    if look.width >= _ROOMY:
        indent = 2 + before.cell_len + 1 + _SEVERITY
        first, *rest = wrap(body, look.width - indent, breaks)
        head.pad_right(indent - head.cell_len)
        yield Text.assemble(head, first)
    else:
        indent = _NARROW
        rest = wrap(body, max(look.width - indent, 1), breaks)
        yield head
    for line in rest:
        yield Text.assemble(" " * indent, line)
