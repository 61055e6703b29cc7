"""`--format jsonl`: a pair a line, in order, then a line of summary."""

from __future__ import annotations

from alignqa.render import json_record
from alignqa.report import Report

FORMAT = "jsonl"


def render(report: Report) -> str:
    """One JSON object a line, the last one of type `summary`."""
    records = [json_record.pair_record(pair) for pair in report.pairs]
    records.append({"type": "summary", **json_record.head(report), **json_record.summary(report)})
    return "".join(json_record.dumps(record) + "\n" for record in records)
