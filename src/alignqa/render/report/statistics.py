"""`--format statistics`: how often each rule spoke, the most frequent first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from alignqa.finding import Finding, Severity
from alignqa.render.language import severity_word, worded
from alignqa.render.look import QUIET, STRONG, Look, label_style
from alignqa.render.wrap import fold
from alignqa.report import Report

FORMAT = "statistics"


def render(report: Report) -> str:
    """A line a rule: how often, its code, its name, and its findings by severity."""
    return "".join(f"{line.plain}\n" for line in _lines(report))


def show(report: Report, console: Console) -> None:
    """Prints the same on a console, in its colours, each line cut to its width."""
    look = Look.of(console)
    for line in _lines(report):
        console.print(line if line.cell_len <= look.width else fold(line.plain, look.width))


def _lines(report: Report) -> Iterator[Text]:
    findings = [finding for _, finding in report.findings()]
    if not findings:
        yield Text(worded("nothing found"))
        return
    rules = Counter(finding.rule for finding in findings)
    digits = len(str(max(rules.values())))
    longest = max(len(rule.name) for rule in rules)
    for rule, times in sorted(rules.items(), key=lambda item: (-item[1], item[0].code)):
        line = Text.assemble(
            f"{times:>{digits}}  ", (rule.code, STRONG), (f"  {rule.name:<{longest}} ", QUIET)
        )
        for severity, count in _by_severity([f for f in findings if f.rule == rule]):
            line.append(f" {count} ").append(severity_word(severity), label_style(severity))
        yield line


def _by_severity(findings: list[Finding]) -> Iterator[tuple[Severity, int]]:
    counts = Counter(finding.severity for finding in findings)
    return ((severity, counts[severity]) for severity in reversed(Severity) if counts[severity])
