"""What a file falls short of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from alignqa.finding import Finding, Severity
from alignqa.gate.command import Commands
from alignqa.message import Message, told
from alignqa.render.language import SEVERITIES
from alignqa.render.place import places
from alignqa.report import JudgedPair, Report
from alignqa.settings import Thresholds
from alignqa.verdict import Breach, Figures, JudgedFile

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Judged:
    """A document's report, without what is known of it, and what it measures.

    `path` is its translation's. `commands` show a breach again: `alignqa check` where its report
    tells of it, else the gate.
    """

    report: Report
    figures: Figures
    path: str
    commands: Commands


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


def not_translated(file: JudgedFile) -> Breach:
    """Of a document whose translation is missing, for what stands in its place is none."""
    commands = Commands(Path(file.source), Path(file.path))
    return Breach("allow-missing", says_not_translated(file), file.path, rerun=commands.gate())


def says_not_translated(file: JudgedFile) -> Message:
    """That a document's translation is in the language of its source."""
    return told(
        "{path} is not translated: it is in the language of its source, {source}",
        path=file.path,
        source=file.source,
    )


def _of_finding(pair: JudgedPair, finding: Finding, judged: Judged) -> Breach:
    place, _ = places(finding, pair, judged.report)
    wanted = finding.suggestion
    return Breach(
        f"max-{finding.severity}",
        told(
            "{code} {severity} {message}{expected}",
            code=finding.rule.code,
            severity=SEVERITIES[finding.severity],
            message=finding.message,
            expected="" if wanted is None else told(" Expected: {words}", words=wanted),
        ),
        place.path or judged.path,
        place.line,
        finding.rule.code,
        judged.commands.check([finding.rule.code]),
    )


def _too_many(severity: Severity, most: int, judged: Judged) -> Breach:
    """The place is that of the first one that is too many."""
    found = [(p, f) for p, f in judged.report.findings() if f.severity is severity]
    pair, finding = found[most]
    place, _ = places(finding, pair, judged.report)
    return Breach(
        f"max-{severity}",
        told(
            "{n} {severity} findings; at most {most} allowed",
            n=len(found),
            severity=SEVERITIES[severity],
            most=most,
        ),
        place.path or judged.path,
        place.line,
        rerun=judged.commands.check(sorted({f.rule.code for _, f in found})),
    )


def _of_pairs(judged: Judged, thresholds: Thresholds) -> Iterator[Breach]:
    least, most = thresholds.min_pair_score, thresholds.max_risk
    for pair in judged.report.pairs:
        if not pair.is_whole:
            continue
        path, line = pair.target.path or judged.path, pair.target.line
        if least is not None and pair.score < least - _ROUNDING:
            message = told(
                "the pair's score is {score:.1f}; at least {least:g} is asked for",
                score=pair.score,
                least=least,
            )
            yield Breach(
                "min-pair-score",
                message,
                path,
                line,
                rerun=judged.commands.gate("--min-pair-score", least),
            )
        if most is not None and pair.risk > most + _ROUNDING:
            message = told(
                "the pair's risk is {risk:.2f}; at most {most:g} allowed", risk=pair.risk, most=most
            )
            yield Breach(
                "max-risk", message, path, line, rerun=judged.commands.gate("--max-risk", most)
            )


def _of_file(judged: Judged, thresholds: Thresholds) -> Iterator[Breach]:
    figures = judged.figures
    asked = thresholds.min_score
    if asked is not None and figures.score < asked - _ROUNDING:
        message = told(
            "the file's score is {score:.1f}; at least {least:g} is asked for",
            score=figures.score,
            least=asked,
        )
        yield Breach("min-score", message, judged.path, rerun=judged.commands.check())
    asked = thresholds.min_coverage
    if asked is not None and figures.coverage < asked - _ROUNDING:
        message = told(
            "{share:.1%} of the source is paired; at least {least:.1%} is asked for",
            share=figures.coverage,
            least=asked,
        )
        yield Breach(
            "min-coverage",
            message,
            judged.path,
            rerun=judged.commands.gate("--min-coverage", asked),
        )
    asked = thresholds.min_chrf
    if asked is not None and figures.chrf is not None and figures.chrf < asked - _ROUNDING:
        message = told(
            "chrF against the reference is {chrf:.1f}; at least {least:g} is asked for",
            chrf=figures.chrf,
            least=asked,
        )
        yield Breach("min-chrf", message, judged.path, rerun=judged.commands.check())
    most = thresholds.max_mqm
    if most is not None and figures.mqm > most + _ROUNDING:
        message = told(
            "MQM's penalty is {mqm:.1f} for 1,000 words; at most {most:g} allowed",
            mqm=figures.mqm,
            most=most,
        )
        yield Breach("max-mqm", message, judged.path, rerun=judged.commands.gate("--max-mqm", most))
