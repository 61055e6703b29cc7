"""`--format concise`: one finding a line, `path:line: CODE severity message`."""

from __future__ import annotations

from alignqa.render.inert import inert
from alignqa.render.language import said, severity_word, worded
from alignqa.render.place import places
from alignqa.report import Report

FORMAT = "concise"


def render(report: Report) -> str:
    """The findings in document order; nothing at all where there are none."""
    lines = []
    for pair, finding in report.findings():
        place, _ = places(finding, pair, report)
        expected = (
            worded(" Expected: {words}", words=finding.suggestion)
            if finding.suggestion is not None
            else ""
        )
        severity, message = severity_word(finding.severity), said(finding.message)
        lines.append(f"{place}: {finding.rule.code} {severity} {message}{expected}")
    return "".join(inert(line) + "\n" for line in lines)
