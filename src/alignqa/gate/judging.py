"""One document: its report, its figures, its breaches; kept small, since there may be many."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from alignqa.errors import (
    AlignqaError,
    InputError,
    NotTranslated,
    is_traceback_wanted,
    own_fault,
)
from alignqa.gate.breaches import Judged, breaches_of
from alignqa.gate.command import Commands
from alignqa.gate.figures import figures_of, without_known
from alignqa.report import Report
from alignqa.settings import Settings, Thresholds
from alignqa.settings.shown import shown
from alignqa.verdict import JudgedFile


@dataclass(frozen=True, slots=True)
class Job:
    """A document to judge, and how.

    `known` are fingerprints of findings that do not count. `options` are those of the command line
    that `alignqa check` needs to come to the same findings.
    """

    source: Path
    target: Path | None
    settings: Settings
    thresholds: Thresholds = field(default_factory=Thresholds)
    known: frozenset[str] = frozenset()
    options: tuple[str, ...] = ()

    @property
    def commands(self) -> Commands:
        """Those that show again what is wrong with the document."""
        return Commands(self.source, self.target, self.options)


def judge_document(job: Job) -> JudgedFile:
    """Judges a document; what is wrong with its files is told in the result.

    Raises:
        AlignqaError: if what all documents share is wrong, the encoder or a glossary.
    """
    from alignqa import pipeline

    names = [shown(path) for path in (job.source, job.target) if path is not None]
    source, target = Path(names[0]), Path(names[1]) if names[1:] else None
    unjudged = JudgedFile(names[0], names[1] if names[1:] else None)
    try:
        if job.settings.reference is None:
            report = pipeline.run(source, target, job.settings, _ignore_progress)
        else:
            from alignqa import references

            report = references.run(source, target, job.settings, _ignore_progress)
    except NotTranslated:
        return replace(unjudged, is_translated=False)
    except InputError as error:
        return replace(unjudged, error=str(error))
    except AlignqaError:
        raise
    except Exception as error:
        if is_traceback_wanted():
            raise
        return replace(unjudged, error=own_fault(error))
    return _judged(job, report, unjudged)


def _ignore_progress(_what: str, _done: int, _total: int) -> None: ...


def _judged(job: Job, report: Report, unjudged: JudgedFile) -> JudgedFile:
    new, _ = without_known(report, job.known)
    judged = Judged(new, figures_of(report, job.known), unjudged.path, job.commands)
    fingerprints = frozenset(
        finding.fingerprint(pair.source.text, pair.target.text)
        for pair, finding in report.findings()
    )
    return replace(
        unjudged,
        report=_slim(new),
        figures=judged.figures,
        breaches=tuple(breaches_of(judged, job.thresholds)),
        fingerprints=fingerprints,
        error=f"the report is incomplete: {report.failures[0]}" if report.failures else None,
    )


def _slim(report: Report) -> Report:
    """The pairs with findings, and no documentation of rules, which is the same for every file."""
    pairs = tuple(replace(pair, beads=()) for pair in report.pairs if pair.findings)
    return replace(report, pairs=pairs, rules=())
