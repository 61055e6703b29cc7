"""What the gate has to say of many files: the verdict, and what each file falls short of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain

from alignqa.finding import Severity
from alignqa.report import DocumentedRule, JudgedPair, Report, Score
from alignqa.text import Lang


@dataclass(frozen=True, slots=True)
class Breach:
    """One way in which files fall short of what is asked of them.

    `threshold` is the option that asks (`max-critical`), `rerun` a command that shows the breach
    again. `rule` is the code of the rule whose finding it is, `None` if it is no single finding.
    """

    threshold: str
    message: str
    path: str
    line: int | None = None
    rule: str | None = None
    rerun: str | None = None

    @property
    def place(self) -> str:
        """`docs/ja/guide.md:12`"""
        return self.path if self.line is None else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Figures:
    """What a file measures.

    Scores are 0–100, `risk` and `coverage` 0–1. `pairs` counts those with both sides; `pair_score`
    is the lowest of them and `risk` the highest, `None` without any. `coverage` is the share of the
    source's body text that is paired. `mqm` is the penalty for 1,000 words of English. `chrf`,
    0–100, is `None` without a reference. `counts` are the findings by severity, `known` those that
    a baseline knows, which are left out of `pair_score`, `risk`, `mqm` and `counts`; so are those
    that comments in the files silence, `silenced` of them.
    """

    pairs: int
    score: float
    pair_score: float | None
    risk: float | None
    coverage: float
    mqm: float
    counts: Mapping[Severity, int]
    known: int = 0
    chrf: float | None = None
    silenced: int = 0


@dataclass(frozen=True, slots=True)
class JudgedFile:
    """A document, of one file or of two, and what came of it.

    `report` holds only pairs with findings that no baseline knows, and of them only those findings.
    It and `figures` are `None` where the document could not be judged; `error` says why. An
    `error` beside a report says what the report lacks. `is_translated` is false where what stands in
    the translation's place is in the language of the source: there is no report, and no error.
    `fingerprints` are those of all findings, known or not.
    """

    source: str
    target: str | None
    report: Report | None = None
    figures: Figures | None = None
    breaches: tuple[Breach, ...] = ()
    fingerprints: frozenset[str] = frozenset()
    error: str | None = None
    is_translated: bool = True

    @property
    def path(self) -> str:
        """The translation's file."""
        return self.target or self.source

    @property
    def findings(self) -> int:
        """How many findings its report holds."""
        return sum(len(pair.findings) for pair in self.report.pairs) if self.report else 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """All files, in order; the breaches that are of no judged file, such as a translation that is
    missing; and what is worth a word though it is no breach. `rules` are those that were checked."""

    files: tuple[JudgedFile, ...]
    among_files: tuple[Breach, ...] = ()
    notes: tuple[str, ...] = ()
    rules: tuple[DocumentedRule, ...] = ()

    @property
    def breaches(self) -> tuple[Breach, ...]:
        """Every breach, file by file."""
        of_files = chain.from_iterable(file.breaches for file in self.files)
        return (*of_files, *self.among_files)

    @property
    def passed(self) -> bool:
        """Nothing falls short, and everything could be judged."""
        return not self.breaches and not self.errors

    @property
    def errors(self) -> tuple[JudgedFile, ...]:
        """The files that could not be judged."""
        return tuple(file for file in self.files if file.error is not None)

    @property
    def silenced(self) -> int:
        """How many findings comments in the files silence."""
        return sum(file.figures.silenced for file in self.files if file.figures)

    def count(self, severity: Severity) -> int:
        """How many findings have this severity, all files together."""
        return sum(file.figures.counts[severity] for file in self.files if file.figures)

    def merged(self) -> Report:
        """The findings of all files as one report, whose every passage says which file it is from.

        Its pairs keep the indices that they have in their own files. Its score is the mean of the
        files' scores.
        """
        reports = [file.report for file in self.files if file.report is not None]
        scores = [file.figures.score for file in self.files if file.figures is not None]
        return Report(
            pairs=tuple(_with_paths(pair, report) for report in reports for pair in report.pairs),
            source_lang=reports[0].source_lang if reports else Lang.ENGLISH,
            encoder=reports[0].encoder if reports else "",
            score=Score("score", sum(scores) / len(scores) if scores else 100.0, "mean:files"),
            mqm={},
            failures=tuple(failure for report in reports for failure in report.failures),
            rules=self.rules,
        )


def _with_paths(pair: JudgedPair, report: Report) -> JudgedPair:
    target_path = report.target_path or report.source_path
    return replace(
        pair,
        source=replace(pair.source, path=pair.source.path or report.source_path),
        target=replace(pair.target, path=pair.target.path or target_path),
    )
