"""`--format github`: workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from alignqa.finding import Severity
from alignqa.render.inert import inert
from alignqa.render.place import places, worst_first
from alignqa.report import Report

FORMAT = "github"

_COMMANDS = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "warning",
    Severity.MINOR: "notice",
    Severity.NEUTRAL: "notice",
}


def render(report: Report) -> str:
    """A command a finding, the worst first, since GitHub shows only the first ten of each kind.

    Format: docs.github.com, "Workflow commands for GitHub Actions".
    """
    lines = []
    for pair, finding in worst_first(report):
        place, _ = places(finding, pair, report)
        properties = {"title": f"{finding.rule.code} {finding.rule.name}"}
        if place.path is not None:
            properties = {"file": place.path} | properties
        if place.line is not None:
            properties["line"] = str(place.line)
        expected = f" Expected: {finding.suggestion}" if finding.suggestion is not None else ""
        listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
        command = _COMMANDS[finding.severity]
        lines.append(f"::{command} {listed}::{_data(finding.message + expected)}\n")
    return "".join(lines)


def _data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return inert(escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
