"""`--format github`: workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from alignqa.finding import Severity
from alignqa.render.checkout import from_checkout
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
        expected = f" Expected: {finding.suggestion}" if finding.suggestion is not None else ""
        title = f"{finding.rule.code} {finding.rule.name}"
        kind = _COMMANDS[finding.severity]
        lines.append(command(kind, title, finding.message + expected, place.path, place.line))
    return "".join(lines)


def command(
    kind: str, title: str, message: str, path: str | None = None, line: int | None = None
) -> str:
    """One workflow command with its line end; `kind` is error, warning or notice."""
    properties = {"title": title}
    if path is not None:
        properties = {"file": from_checkout(path)} | properties
    if line is not None:
        properties["line"] = str(line)
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{kind} {listed}::{_data(message)}\n"


def _data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return inert(escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
