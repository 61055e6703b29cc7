"""The gate from its configuration to its verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from alignqa.baseline import Baseline, Entry, read_baseline
from alignqa.gate.breaches import not_translated, says_not_translated
from alignqa.gate.known import baseline_path, files_there
from alignqa.gate.plan import plan
from alignqa.gate.remembering import judge_jobs
from alignqa.message import told
from alignqa.report import DocumentedRule
from alignqa.settings import Configuration
from alignqa.verdict import JudgedFile, Verdict

Progress = Callable[[str, int, int], None]


def run_gate(
    configuration: Configuration,
    files: Sequence[Path],
    *,
    options: Sequence[str] = (),
    progress: Progress | None = None,
) -> Verdict:
    """Judge every document that is asked for.

    Args:
        files: see `plan`.
        options: what `alignqa check` must be told to come to the same findings.

    Raises:
        SettingsError: if a setting is wrong, or there is nothing to do.
        AlignqaError: if what all documents share is wrong: the encoder, a glossary.
    """
    # Not above: the workers load this package before they say how many threads they want.
    from alignqa.checks.registry import all_checks

    values = configuration.in_force()
    checks = all_checks()
    path = values["gate.baseline"].value
    baseline = None if path is None else read_baseline(Path(str(path)))
    folder = Path(str(path)).parent
    planned = plan(
        configuration,
        files,
        [check.rule for check in checks],
        baseline=baseline,
        baseline_folder=folder,
        options=options,
    )
    judged = []
    jobs = values["gate.jobs"].value
    allow_missing = bool(values["gate.allow-missing"].value)
    for file in judge_jobs(planned.jobs, jobs if isinstance(jobs, int) else None):
        is_missing = not (file.is_translated or allow_missing)
        judged.append(replace(file, breaches=(not_translated(file),)) if is_missing else file)
        if progress is not None:
            progress("judging", len(judged), len(planned.jobs))
    notes = planned.notes
    notes += tuple(remark for file in judged if file.report for remark in file.report.remarks)
    if allow_missing:
        notes += tuple(says_not_translated(file) for file in judged if not file.is_translated)
    if baseline is not None:
        notes += tuple(_became(baseline, judged, folder))
    return Verdict(
        tuple(judged),
        planned.breaches,
        notes,
        tuple(DocumentedRule(check.rule, check.documentation) for check in checks),
    )


def _became(baseline: Baseline, judged: Sequence[JudgedFile], folder: Path) -> Iterator[str]:
    """What became of known findings that are not there any more."""
    found = {
        baseline_path(Path(file.path), folder): file.fingerprints
        for file in judged
        if file.error is None
    }
    fixed, stale = baseline.fixed(found), baseline.stale(files_there(baseline, folder))
    for entry in fixed:
        yield told("fixed: {finding}", finding=_named(entry, entry.message))
    for entry in stale:
        yield told("stale: {finding}; the file is gone", finding=_named(entry))
    if fixed or stale:
        yield told("`alignqa baseline --prune` forgets what is fixed and stale")


def _named(entry: Entry, *more: str) -> str:
    return " ".join(filter(None, (entry.path, entry.fingerprint, entry.rule, *more)))
