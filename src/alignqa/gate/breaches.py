"""What a file falls short of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from alignqa.finding import Finding, Severity
from alignqa.render.place import places
from alignqa.report import JudgedPair, Report
from alignqa.settings import Thresholds
from alignqa.verdict import Breach, Figures

_ROUNDING = 1e-9

Rerun = Callable[[Sequence[str]], str]


@dataclass(frozen=True, slots=True)
class Judged:
    """A document's report, without what is known of it, and what it measures.

    `path` is its translation's. `rerun` gives the command that reports on it, for rules of these
    codes, or for all of them.
    """

    report: Report
    figures: Figures
    path: str
    rerun: Rerun


def breaches_of(judged: Judged, thresholds: Thresholds) -> Iterator[Breach]:
    """Every threshold that is not kept: the findings first, in the order of the file, then pairs,
    then the file as a whole."""
    limits = {
        Severity.CRITICAL: thresholds.max_critical,
        Severity.MAJOR: thresholds.max_major,
        Severity.MINOR: thresholds.max_minor,
    }
    forbidden = [severity for severity, most in limits.items() if most == 0]
    for pair, finding in judged.report.findings():
        if finding.severity in forbidden:
            yield _of_finding(pair, finding, judged)
    for severity, most in limits.items():
        if most and judged.figures.counts[severity] > most:
            yield _too_many(severity, most, judged)
    yield from _of_pairs(judged, thresholds)
    yield from _of_file(judged, thresholds)


def _of_finding(pair: JudgedPair, finding: Finding, judged: Judged) -> Breach:
    place, _ = places(finding, pair, judged.report)
    expected = f" Expected: {finding.suggestion}" if finding.suggestion is not None else ""
    return Breach(
        f"max-{finding.severity}",
        f"{finding.rule.code} {finding.severity} {finding.message}{expected}",
        place.path or judged.path,
        place.line,
        finding.rule.code,
        judged.rerun([finding.rule.code]),
    )


def _too_many(severity: Severity, most: int, judged: Judged) -> Breach:
    """The place is that of the first one that is too many."""
    found = [(p, f) for p, f in judged.report.findings() if f.severity is severity]
    pair, finding = found[most]
    place, _ = places(finding, pair, judged.report)
    return Breach(
        f"max-{severity}",
        f"{len(found)} {severity} findings; at most {most} allowed",
        place.path or judged.path,
        place.line,
        rerun=judged.rerun(sorted({f.rule.code for _, f in found})),
    )


def _of_pairs(judged: Judged, thresholds: Thresholds) -> Iterator[Breach]:
    least, most = thresholds.min_pair_score, thresholds.max_risk
    for pair in judged.report.pairs:
        if not pair.is_whole:
            continue
        path, line = pair.target.path or judged.path, pair.target.line
        if least is not None and pair.score < least - _ROUNDING:
            message = f"the pair's score is {pair.score:.1f}; at least {least:g} is asked for"
            yield Breach("min-pair-score", message, path, line, rerun=judged.rerun(()))
        if most is not None and pair.risk > most + _ROUNDING:
            message = f"the pair's risk is {pair.risk:.2f}; at most {most:g} allowed"
            yield Breach("max-risk", message, path, line, rerun=judged.rerun(()))


def _of_file(judged: Judged, thresholds: Thresholds) -> Iterator[Breach]:
    figures = judged.figures
    asked = thresholds.min_score
    if asked is not None and figures.score < asked - _ROUNDING:
        message = f"the file's score is {figures.score:.1f}; at least {asked:g} is asked for"
        yield Breach("min-score", message, judged.path, rerun=judged.rerun(()))
    asked = thresholds.min_coverage
    if asked is not None and figures.coverage < asked - _ROUNDING:
        message = (
            f"{figures.coverage:.1%} of the source is paired; at least {asked:.1%} is asked for"
        )
        yield Breach("min-coverage", message, judged.path, rerun=judged.rerun(()))
    asked = thresholds.min_chrf
    if asked is not None and figures.chrf is not None and figures.chrf < asked - _ROUNDING:
        message = (
            f"chrF against the reference is {figures.chrf:.1f}; at least {asked:g} is asked for"
        )
        yield Breach("min-chrf", message, judged.path, rerun=judged.rerun(()))
    most = thresholds.max_mqm
    if most is not None and figures.mqm > most + _ROUNDING:
        message = f"MQM's penalty is {figures.mqm:.1f} for 1,000 words; at most {most:g} allowed"
        yield Breach("max-mqm", message, judged.path, rerun=judged.rerun(()))
