"""`--format csv`: one finding a row, for a spreadsheet."""

from __future__ import annotations

import csv
import io

from alignqa.render.inert import inert
from alignqa.render.place import places
from alignqa.report import Report
from alignqa.text import Span

FORMAT = "csv"

_COLUMNS = (
    "path", "line", "pair", "rule", "name", "category", "severity", "confidence", "message",
    "expected", "source_words", "target_words", "source", "target", "score", "risk", "fingerprint",
)  # fmt: skip
# What begins so is a formula to a spreadsheet, which would reckon it out.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(report: Report) -> str:
    """RFC 4180 with a header; texts that a spreadsheet would take for formulas begin with "'"."""
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for pair, finding in report.findings():
        place, _ = places(finding, pair, report)
        source, target = pair.source.text, pair.target.text
        row = (
            place.path, place.line, pair.index, finding.rule.code, finding.rule.name,
            finding.rule.category, finding.severity, round(finding.confidence, 4),
            finding.message, finding.suggestion, _words(finding.source_spans, source),
            _words(finding.target_spans, target), source, target, round(pair.score, 2),
            round(pair.risk, 4), finding.fingerprint(source, target),
        )  # fmt: skip
        writer.writerow([_cell(value) for value in row])
    return page.getvalue()


def _words(spans: tuple[Span, ...], text: str) -> str:
    return " | ".join(span.of(text) for span in spans)


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return "" if value is None else value
    # Line ends are a cell's own affair; nothing else in it may act.
    text = "\n".join(inert(line) for line in value.splitlines())
    return f"'{text}" if text.startswith(_FORMULA) else text
