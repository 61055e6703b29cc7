"""Score and risk of a pair, and of a document: simple, the same for every run, and documented.

    adequacy = 1 / (1 + exp(−(cosine − 0.18) / 0.12))                   from the encoder's cosine
    kept     = Π over findings (1 − confidence × loss)                  loss: minor .03, major .30, critical .60
    score    = 100 × adequacy^0.5 × kept
    risk     = 1 − (1 − 0.25 × (1 − adequacy)) × Π (1 − confidence × danger)
                                                            danger: minor .02, major .30, critical .80

`critical_error` is `risk` at or above 0.5: one critical finding that the tool is sure of, or several
major ones. The score of a document is the mean of its pairs' scores weighted by their length.
The cosine term is laid out for the embedded encoder; with another one it shifts.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from alignqa.bitext import Pair, Part
from alignqa.finding import Finding, Severity
from alignqa.report import JudgedPair, Score
from alignqa.words.lengths import translated_length

_MIDDLE, _WIDTH = 0.18, 0.12
_LOSS = {Severity.NEUTRAL: 0.0, Severity.MINOR: 0.03, Severity.MAJOR: 0.30, Severity.CRITICAL: 0.60}
_DANGER = {
    Severity.NEUTRAL: 0.0,
    Severity.MINOR: 0.02,
    Severity.MAJOR: 0.30,
    Severity.CRITICAL: 0.8,
}
_DOUBT = 0.25
_THRESHOLD = 0.5


def judge_pair(pair: Pair, findings: Iterable[Finding]) -> JudgedPair:
    """The pair with its findings, worst first, and its figures."""
    ordered = tuple(sorted(findings, key=_worst_first))
    adequacy = 1 / (1 + math.exp(-(pair.similarity - _MIDDLE) / _WIDTH)) if pair.is_whole else 1.0
    kept = math.prod(1 - f.confidence * _LOSS[f.severity] for f in ordered)
    safe = math.prod(1 - f.confidence * _DANGER[f.severity] for f in ordered)
    risk = 1 - (1 - _DOUBT * (1 - adequacy)) * safe
    return JudgedPair(
        index=pair.index,
        source=pair.source,
        target=pair.target,
        similarity=pair.similarity,
        part=pair.part,
        score=100 * math.sqrt(adequacy) * kept,
        risk=risk,
        critical_error=risk >= _THRESHOLD,
        findings=ordered,
        beads=pair.beads,
        moved=pair.moved,
    )


def document_score(pairs: Sequence[JudgedPair]) -> Score:
    """The mean score of the pairs that count, weighted by length; 100 where there are none."""
    counted = [pair for pair in pairs if pair.is_whole or pair.part is Part.BODY]
    weights = [
        max(translated_length(side.text, side.lang) for side in (pair.source, pair.target))
        for pair in counted
    ]
    total = sum(weights)
    mean = (
        sum(w * pair.score for w, pair in zip(weights, counted, strict=True)) / total
        if total
        else 100.0
    )
    return Score("score", mean, "mean:length-weighted|formula:quality-1")


def _worst_first(finding: Finding) -> tuple[int, float, int]:
    start = finding.target_spans[0].start if finding.target_spans else 0
    return -finding.severity.rank, -finding.confidence, start
