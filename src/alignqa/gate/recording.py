"""Today's findings, as a baseline."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from alignqa.baseline import Baseline, Entry
from alignqa.errors import InputError
from alignqa.gate.known import baseline_path, files_there
from alignqa.gate.plan import plan
from alignqa.gate.remembering import judge_jobs
from alignqa.settings import Configuration
from alignqa.verdict import JudgedFile

Progress = Callable[[str, int, int], None]


def judge_for_baseline(
    configuration: Configuration, files: Sequence[Path], progress: Progress | None = None
) -> list[JudgedFile]:
    """Every document that is there, whatever changed and whatever is missing.

    Raises:
        InputError: if one of them cannot be judged, or not wholly.
        SettingsError: as `plan`.
    """
    from alignqa.checks.registry import all_checks

    configuration = configuration.for_all_files()
    jobs = configuration.in_force()["gate.jobs"].value
    planned = plan(configuration, files, [check.rule for check in all_checks()])
    judged = []
    for file in judge_jobs(planned.jobs, jobs if isinstance(jobs, int) else None):
        if file.error is not None:
            raise InputError(f"{file.error} No baseline was written.")
        judged.append(file)
        if progress is not None:
            progress("judging", len(judged), len(planned.jobs))
    return judged


def renewed(
    before: Baseline, judged: Sequence[JudgedFile], folder: Path, reason: str | None = None
) -> Baseline:
    """The baseline, which is in this folder, with today's findings of these files in place of what it
    knew of them.

    Args:
        reason: why they are accepted, for each that has no reason yet.
    """
    names = [baseline_path(Path(file.path), folder) for file in judged]
    entries = [
        entry for file, name in zip(judged, names, strict=True) for entry in _entries(file, name)
    ]
    return before.renewed(entries, names, reason)


def pruned(before: Baseline, judged: Sequence[JudgedFile], folder: Path) -> Baseline:
    """The baseline without what is fixed in these files, and without files that are gone."""
    found = {baseline_path(Path(file.path), folder): file.fingerprints for file in judged}
    gone = before.stale(files_there(before, folder))
    return before.without([*before.fixed(found), *gone])


def _entries(file: JudgedFile, name: str) -> Iterator[Entry]:
    if file.report is None:
        return
    for pair, finding in file.report.findings():
        fingerprint = finding.fingerprint(pair.source.text, pair.target.text)
        severity = finding.severity.value
        yield Entry(name, fingerprint, finding.rule.code, severity, finding.message)
