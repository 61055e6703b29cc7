"""A report in JSON's types, as docs and scripts know it, and JSON that is safe to look at."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from alignqa.finding import Finding
from alignqa.render import tool
from alignqa.report import JudgedPair, Report, Score
from alignqa.text import Segment, Span

# JSON itself escapes only the controls below U+0020. The rest that a terminal obeys is escaped
# too, so that `cat` of the output is harmless; surrogates, because UTF-8 cannot hold them, and
# U+FFFE, which is no character.
_ACTS = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def dumps(record: Mapping[str, Any], indent: int | None = None) -> str:
    """The record as JSON text, Japanese left readable.

    Raises:
        ValueError: if a figure is not finite.
    """
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, indent=indent)
    return _ACTS.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def head(report: Report) -> dict[str, Any]:
    """What made the report."""
    return {
        "schema_version": 1,
        "tool": {"name": tool.NAME, "version": tool.version()},
        "encoder": report.encoder,
    }


def summary(report: Report) -> dict[str, Any]:
    """The document's figures, and the passages that nothing corresponds to."""
    return {
        "document": {
            "score": round(float(report.score.value), 4),
            "mqm": _plain(report.mqm),
            "signature": report.score.signature,
            "silenced": report.silenced,
            **_reference(report.reference),
        },
        "unaligned": {
            "source": [_unaligned(p, p.source) for p in report.unaligned if p.target.is_empty],
            "target": [_unaligned(p, p.target) for p in report.unaligned if p.source.is_empty],
        },
        "failures": [
            {"rule": failure.rule.code, "pair": failure.index, "error": failure.error}
            for failure in report.failures
        ],
        "remarks": [str(remark) for remark in report.remarks],
    }


def pair_record(pair: JudgedPair) -> dict[str, Any]:
    """One pair with its figures and findings."""
    return {
        "type": "pair",
        "index": pair.index,
        "part": pair.part.value,
        "source": side_record(pair.source),
        "target": side_record(pair.target),
        # Six places: ties that rounding makes would blur a ranking by these figures.
        "similarity": round(float(pair.similarity), 6),
        "score": round(float(pair.score), 4),
        "risk": round(float(pair.risk), 6),
        "critical_error": bool(pair.critical_error),
        "moved": pair.moved,
        "beads": [
            {
                "source": [bead.source.start, bead.source.end] if bead.source else [],
                "target": [bead.target.start, bead.target.end] if bead.target else [],
                "similarity": round(float(bead.similarity), 6),
            }
            for bead in pair.beads
        ],
        "findings": [finding_record(finding, pair) for finding in pair.findings],
        **_reference(pair.reference),
        **({"extra": dict(pair.extra)} if pair.extra else {}),
    }


def _reference(scores: Sequence[Score]) -> dict[str, Any]:
    """The figures against a reference, if there are any."""
    figures = [
        {"name": s.name, "value": round(float(s.value), 4), "signature": s.signature}
        for s in scores
    ]
    return {"reference": figures} if figures else {}


def side_record(segment: Segment) -> dict[str, Any]:
    """A passage with its language and the line where it begins."""
    return {"text": segment.text, "lang": segment.lang.value, "line": segment.line}


def _unaligned(pair: JudgedPair, segment: Segment) -> dict[str, Any]:
    return {"pair": pair.index, "line": segment.line, "part": pair.part.value}


def finding_record(finding: Finding, pair: JudgedPair) -> dict[str, Any]:
    """A finding of this pair, its spans with their words."""
    return {
        "rule": finding.rule.code,
        "name": finding.rule.name,
        "category": finding.rule.category.value,
        "severity": finding.severity.value,
        "confidence": round(float(finding.confidence), 4),
        "message": finding.message,
        "source_spans": [span_record(span, pair.source.text) for span in finding.source_spans],
        "target_spans": [span_record(span, pair.target.text) for span in finding.target_spans],
        "evidence": _plain(finding.evidence),
        "suggestion": finding.suggestion,
        "fingerprint": finding.fingerprint(pair.source.text, pair.target.text),
    }


def span_record(span: Span, text: str) -> dict[str, Any]:
    """A place in a text, and the words there."""
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _plain(value: object) -> object:
    """The same in types that `json` writes: read-only mappings are not among them."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(item) for item in value]
    return value
