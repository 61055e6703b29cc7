"""`--format json` of a diff: what differs, in JSON's types."""

from __future__ import annotations

from typing import Any

from alignqa.render import json_record
from alignqa.render.diff.signs import in_reading_order
from alignqa.report import JudgedPair, Report
from alignqa.revision import Change, Comparison, Edit, Fate


def render(diff: Report | Comparison) -> str:
    """The diff as one JSON object, indented. All of it: nothing is folded."""
    record = _report(diff) if isinstance(diff, Report) else _comparison(diff)
    return json_record.dumps(record, indent=2) + "\n"


def _report(report: Report) -> dict[str, Any]:
    return {
        **json_record.head(report),
        "diff": "translation",
        "pairs": [_pair(pair) for pair in report.pairs],
        **json_record.summary(report),
    }


def _pair(pair: JudgedPair) -> dict[str, Any]:
    """As in a report, the findings in reading order, and what would make the target as expected."""
    findings = in_reading_order(pair)
    return {
        **json_record.pair_record(pair),
        "findings": [
            {"number": number, **json_record.finding_record(finding, pair)}
            for number, finding in enumerate(findings, 1)
        ],
        "edits": [
            {
                "finding": number,
                "old": json_record.span_record(finding.target_spans[0], pair.target.text),
                "new": finding.suggestion,
            }
            for number, finding in enumerate(findings, 1)
            if finding.suggestion is not None and finding.target_spans
        ],
    }


def _comparison(comparison: Comparison) -> dict[str, Any]:
    old, new = comparison.old, comparison.new
    return {
        **json_record.head(new),
        "diff": comparison.against.value,
        "changes": [_change(change) for change in comparison.changes],
        "summary": {
            "passages": len(comparison.changes),
            "changed": comparison.rewritten,
            "findings": {fate.value: comparison.count(fate) for fate in Fate},
            "score": {"old": _rounded(old.score.value), "new": _rounded(new.score.value)},
            "signature": new.score.signature,
        },
        "failures": [
            *json_record.summary(old)["failures"],
            *json_record.summary(new)["failures"],
        ],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "index": change.index,
        "changed": change.is_rewritten,
        "source": json_record.side_record(change.source),
        "old": _version(change.old),
        "new": _version(change.new),
        "edits": [_edit(edit, change) for edit in change.edits],
        "findings": [
            {
                "fate": outcome.fate.value,
                **json_record.finding_record(outcome.finding, pair),
            }
            for outcome in change.outcomes
            if (pair := change.old if outcome.fate is Fate.FIXED else change.new) is not None
        ],
    }


def _version(pair: JudgedPair | None) -> dict[str, Any] | None:
    if pair is None:
        return None
    return {
        **json_record.side_record(pair.target),
        "pair": pair.index,
        "score": _rounded(pair.score),
        "risk": round(float(pair.risk), 6),
        "critical_error": bool(pair.critical_error),
    }


def _edit(edit: Edit, change: Change) -> dict[str, Any]:
    if edit.equal:
        kind = "equal"
    elif edit.old is None:
        kind = "insert"
    else:
        kind = "delete" if edit.new is None else "replace"
    return {
        "op": kind,
        "old": json_record.span_record(edit.old, change.old.target.text)
        if edit.old and change.old
        else None,
        "new": json_record.span_record(edit.new, change.new.target.text)
        if edit.new and change.new
        else None,
    }


def _rounded(score: float) -> float:
    return round(float(score), 4)
