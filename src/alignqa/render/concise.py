"""`--format concise`: one finding a line, `path:line: CODE severity message`."""

from __future__ import annotations

from alignqa.render.inert import inert
from alignqa.render.place import places
from alignqa.report import Report

FORMAT = "concise"


def render(report: Report) -> str:
    """The findings in document order; nothing at all where there are none."""
    lines = []
    for pair, finding in report.findings():
        place, _ = places(finding, pair, report)
        expected = f" Expected: {finding.suggestion}" if finding.suggestion is not None else ""
        lines.append(f"{place}: {finding.rule.code} {finding.severity} {finding.message}{expected}")
    return "".join(inert(line) + "\n" for line in lines)
