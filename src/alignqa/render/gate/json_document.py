"""`--format json` of the gate: the verdict as one object."""

from __future__ import annotations

from typing import Any

from alignqa.render import json_record, tool
from alignqa.verdict import Breach, Figures, JudgedFile, Verdict

FORMAT = "json"


def render(verdict: Verdict) -> str:
    """One JSON object: the outcome, the breaches, and each file with its figures and the pairs that
    have findings."""
    record = {
        "schema_version": 1,
        "tool": {"name": tool.NAME, "version": tool.version()},
        "passed": verdict.passed,
        "breaches": [_breach(breach) for breach in verdict.breaches],
        "notes": list(verdict.notes),
        "files": [_file(file) for file in verdict.files],
    }
    return json_record.dumps(record, indent=2) + "\n"


def _breach(breach: Breach) -> dict[str, Any]:
    return {
        "threshold": breach.threshold,
        "path": breach.path,
        "line": breach.line,
        "rule": breach.rule,
        "message": breach.message,
        "rerun": breach.rerun,
    }


def _file(file: JudgedFile) -> dict[str, Any]:
    pairs = file.report.pairs if file.report else ()
    return {
        "source": file.source,
        "target": file.target,
        "passed": not file.breaches and file.error is None,
        "error": file.error,
        "encoder": file.report.encoder if file.report else None,
        "figures": _figures(file.figures) if file.figures else None,
        "pairs": [json_record.pair_record(pair) for pair in pairs],
    }


def _figures(figures: Figures) -> dict[str, Any]:
    return {
        "pairs": figures.pairs,
        "score": round(float(figures.score), 4),
        "lowest_pair_score": _rounded(figures.pair_score),
        "highest_risk": _rounded(figures.risk),
        "coverage": round(figures.coverage, 6),
        "chrf": _rounded(figures.chrf),
        "mqm_per_1000_words": round(figures.mqm, 4),
        "findings": {severity.value: n for severity, n in figures.counts.items()},
        "known": figures.known,
        "silenced": figures.silenced,
    }


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(float(figure), 6)
