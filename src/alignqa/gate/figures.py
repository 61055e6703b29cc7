"""What a report measures, for thresholds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from alignqa.bitext import Part
from alignqa.finding import Severity
from alignqa.report import JudgedPair, Report
from alignqa.verdict import Figures

_WORDS = 1000  # that the MQM penalty is told for


def without_known(report: Report, known: Collection[str]) -> tuple[Report, int]:
    """The report without the findings whose fingerprints are known, and how many those were.

    A pair that has findings, all of them known or silenced, goes with them: its score and its risk
    are known too.
    """
    if not known and not report.silenced:
        return report, 0
    pairs, left_out = [], 0
    for pair in report.pairs:
        new = tuple(
            finding
            for finding in pair.findings
            if finding.fingerprint(pair.source.text, pair.target.text) not in known
        )
        left_out += len(pair.findings) - len(new)
        if new or not (pair.findings or pair.silenced):
            pairs.append(replace(pair, findings=new))
    return replace(report, pairs=tuple(pairs)), left_out


def figures_of(report: Report, known: Collection[str] = ()) -> Figures:
    """The figures of a report.

    Args:
        known: fingerprints of findings that are not to count.
    """
    new, left_out = without_known(report, known)
    whole = [pair for pair in new.pairs if pair.is_whole]
    counts = Counter(finding.severity for _, finding in new.findings())
    words = float(report.mqm.get("evaluation_word_count", 0))
    penalty = sum(severity.weight * n for severity, n in counts.items())
    return Figures(
        pairs=sum(pair.is_whole for pair in report.pairs),
        score=report.score.value,
        pair_score=min((pair.score for pair in whole), default=None),
        risk=max((pair.risk for pair in whole), default=None),
        coverage=coverage(report),
        mqm=_WORDS * penalty / words if words else 0.0,
        counts={severity: counts[severity] for severity in Severity},
        known=left_out,
        silenced=report.silenced,
        chrf=next((s.value for s in report.reference if s.name.startswith("chrF")), None),
    )


def coverage(report: Report) -> float:
    """The share of the source's body text, by its characters, that is paired; 1 where there is none.

    A sentence that nothing corresponds to inside its paragraph is not paired.
    """
    body = [pair for pair in report.pairs if pair.part is Part.BODY and not pair.source.is_empty]
    total = sum(len(pair.source.text) for pair in body)
    return sum(_paired(pair) for pair in body) / total if total else 1.0


def _paired(pair: JudgedPair) -> int:
    if not pair.is_whole:
        return 0
    alone = (bead.source for bead in pair.beads if bead.source and not bead.target)
    return len(pair.source.text) - sum(span.end - span.start for span in alone)
