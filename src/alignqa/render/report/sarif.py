"""`--format sarif`: SARIF 2.1.0, for code scanning and editors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any
from urllib.parse import quote

from alignqa.finding import Finding, Severity
from alignqa.render import json_record, tool
from alignqa.render.checkout import from_checkout
from alignqa.render.inert import inert
from alignqa.render.place import Place, places, worst_first
from alignqa.report import DocumentedRule, JudgedPair, Report

FORMAT = "sarif"

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# GitHub takes no more of one run.
_MOST_RESULTS = 5000
_LEVELS = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "warning",
    Severity.MINOR: "note",
    Severity.NEUTRAL: "none",
}


def render(report: Report) -> str:
    """One run with its rules and at most 5,000 results, the worst first.

    Source: OASIS, Static Analysis Results Interchange Format 2.1.0.
    """
    rules = _rules(report)
    places_of_rules = {documented.rule.code: place for place, documented in enumerate(rules)}
    results = [
        _result(pair, finding, report, places_of_rules[finding.rule.code])
        for pair, finding in islice(worst_first(report), _MOST_RESULTS)
    ]
    run = {
        "tool": {
            "driver": {
                "name": tool.NAME,
                "version": tool.version(),
                "rules": [_rule(documented) for documented in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.failures,
                "toolExecutionNotifications": list(_notes(report, len(results))),
            }
        ],
        "results": results,
    }
    return (
        json_record.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"
    )


def _rules(report: Report) -> Sequence[DocumentedRule]:
    """The rules that were checked; a report made by hand may have findings of others."""
    rules = {documented.rule.code: documented for documented in report.rules}
    for _, finding in report.findings():
        rules.setdefault(finding.rule.code, DocumentedRule(finding.rule, finding.rule.name))
    return [rules[code] for code in sorted(rules)]


def _rule(documented: DocumentedRule) -> dict[str, Any]:
    rule = documented.rule
    return {
        "id": rule.code,
        "name": "".join(word.title() for word in rule.name.split("-")),
        "shortDescription": {"text": documented.summary},
        "fullDescription": {"text": documented.summary},
        "help": {"text": documented.documentation, "markdown": documented.documentation},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": ["translation", rule.category.value]},
    }


def _result(pair: JudgedPair, finding: Finding, report: Report, rule: int) -> dict[str, Any]:
    place, other = places(finding, pair, report)
    expected = f" Expected: {finding.suggestion}" if finding.suggestion is not None else ""
    result: dict[str, Any] = {
        "ruleId": finding.rule.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": inert(finding.message + expected)},
        "locations": list(_locations(place)),
        "partialFingerprints": {
            "alignqa/v1": finding.fingerprint(pair.source.text, pair.target.text)
        },
        "properties": {
            "severity": finding.severity.value,
            "category": finding.rule.category.value,
            "confidence": round(float(finding.confidence), 4),
            "score": round(float(pair.score), 2),
            "pair": pair.index,
        },
    }
    if other is not None and (related := list(_locations(other))):
        related[0]["message"] = {"text": inert(f"the source: {other.words}")}
        result["relatedLocations"] = related
    return result


def _locations(place: Place) -> Iterator[dict[str, Any]]:
    """Lines only: where a passage's words stand in the file's own line is not kept."""
    if place.path is None:
        return
    location: dict[str, Any] = {"artifactLocation": {"uri": uri(place.path)}}
    if place.line is not None:
        location["region"] = {"startLine": place.line, "snippet": {"text": inert(place.words)}}
    yield {"physicalLocation": location}


def uri(path: str) -> str:
    """A relative path as a relative reference, so that it is found in whatever checkout."""
    folded = from_checkout(path).replace("\\", "/")
    safe = quote(folded.encode("utf-8", "surrogateescape"), safe="/~")
    return f"file://{safe}" if folded.startswith("/") else safe


def _notes(report: Report, shown: int) -> Iterator[dict[str, Any]]:
    left_out = sum(len(pair.findings) for pair in report.pairs) - shown
    if left_out:
        text = f"{left_out} findings are left out, none worse than those that are here."
        yield {"level": "note", "message": {"text": text}}
    for failure in report.failures:
        yield {"level": "error", "message": {"text": inert(str(failure))}}
