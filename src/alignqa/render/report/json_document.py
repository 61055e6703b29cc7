"""`--format json`: the whole report as one object."""

from __future__ import annotations

from alignqa.render import json_record
from alignqa.report import Report

FORMAT = "json"


def render(report: Report) -> str:
    """The report as one JSON object, indented."""
    record = {
        **json_record.head(report),
        "pairs": [json_record.pair_record(pair) for pair in report.pairs],
        **json_record.summary(report),
    }
    return json_record.dumps(record, indent=2) + "\n"
