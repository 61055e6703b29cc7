"""What there is to do: which documents, by which settings, and what can be said before the work."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from alignqa.baseline import Baseline
from alignqa.errors import SettingsError
from alignqa.files import (
    Document,
    FoundFiles,
    History,
    NoHistory,
    find_documents,
    open_history,
    places_of,
    with_folders,
)
from alignqa.finding import Rule
from alignqa.gate.command import Commands
from alignqa.gate.judging import Job
from alignqa.gate.known import known_of
from alignqa.message import told
from alignqa.settings import Configuration, settings_of, thresholds_of
from alignqa.settings.shown import shown
from alignqa.verdict import Breach


@dataclass(frozen=True, slots=True)
class Plan:
    """The jobs, in order; the breaches that are there whatever the texts say; and what is worth a
    word."""

    jobs: tuple[Job, ...]
    breaches: tuple[Breach, ...] = ()
    notes: tuple[str, ...] = ()


def plan(
    configuration: Configuration,
    files: Sequence[Path],
    rules: Iterable[Rule],
    *,
    baseline: Baseline | None = None,
    baseline_folder: Path | None = None,
    options: Sequence[str] = (),
) -> Plan:
    """What the configuration and the command line ask for.

    Args:
        files: a file that a rule of the configuration claims stands for its document, a folder for
            the documents in it, any other for a bilingual file. Without any: all that the rules
            find.
        rules: the checks' rules.
        baseline: findings that do not count; its paths are sought from `baseline_folder`.
        options: what `alignqa check` must be told to come to the same findings.

    Raises:
        SettingsError: if a setting is wrong, a pattern matches nothing, or there is nothing to do.
    """
    known_rules = tuple(rules)
    everywhere = {name: known.value for name, known in configuration.in_force().items()}
    allow_missing = bool(everywhere["gate.allow-missing"])
    since, most_stale = everywhere["gate.changed-since"], everywhere["gate.max-stale"]
    _refuse_unknown_rules(configuration, known_rules)
    if not files and not configuration.files:
        raise SettingsError(
            "There is nothing to judge: give FILEs, or say which files are translations of which "
            "with --pair or [[files]] in alignqa.toml."
        )
    found = _found(configuration, files, allow_missing=allow_missing)
    history = _history(configuration)
    if isinstance(since, str):
        found = _changed(found, history, since, configuration, known_rules)
    breaches = [] if allow_missing else list(_unmatched(found))
    notes: list[str] = []
    most = most_stale if isinstance(most_stale, int) else None
    stale = _stale_documents(found, history, asked=most is not None)
    if most is not None and len(stale) > most:
        breaches += [_stale(document, most) for document in stale]
    else:
        notes += [_stale(document, 0).message for document in stale]
    known = known_of(found.documents, baseline, baseline_folder)
    jobs = [
        _job(document, configuration, known_rules, known[document], tuple(options))
        for document in found.documents
    ]
    _refuse_references(jobs)
    return Plan(tuple(jobs), tuple(breaches), tuple(notes))


def _changed(
    found: FoundFiles,
    history: History | NoHistory,
    since: str,
    configuration: Configuration,
    rules: Sequence[Rule],
) -> FoundFiles:
    """Only the documents that a change since this commit has to do with."""
    changed = _needed(history, "--changed-since").changed_since(since)

    def held_against(document: Document) -> Iterator[Path]:
        settings = settings_of(configuration.in_force(*document.paths), rules)
        references = (document.reference, settings.reference)
        yield from (*settings.glossaries, *(path for path in references if path is not None))

    return found.touching(sorted(changed), held_against)


def _stale_documents(
    found: FoundFiles, history: History | NoHistory, *, asked: bool
) -> tuple[Document, ...]:
    """The documents whose translation is older than its source; none where nobody asked for them
    and git cannot tell."""
    if asked:
        return _needed(history, "--max-stale").whole().stale(found.documents)
    if isinstance(history, History) and not history.is_shallow:
        return history.stale(found.documents)
    return ()


def _job(
    document: Document,
    configuration: Configuration,
    rules: Sequence[Rule],
    known: frozenset[str],
    options: tuple[str, ...],
) -> Job:
    values = configuration.in_force(*document.paths)
    settings = settings_of(values, rules)
    if settings.reference is None and document.reference is not None:
        settings = replace(settings, reference=Path(shown(document.reference)))
        options = (*options, f"--reference={shown(document.reference)}")
    thresholds = thresholds_of(values)
    return Job(document.source, document.target, settings, thresholds, known, options)


def _found(
    configuration: Configuration, files: Sequence[Path], *, allow_missing: bool
) -> FoundFiles:
    by_rules = FoundFiles(())
    if configuration.files:
        by_rules = find_documents(configuration.files, allow_missing=allow_missing)
    if not files:
        return by_rules
    claimed = by_rules.touching(files)
    documents = (*claimed.documents, *claimed.missing, *claimed.orphans)
    taken = {part for document in documents for p in document.paths for part in with_folders(p)}
    given = dict.fromkeys(Path(os.path.normpath(file.absolute())) for file in files)
    alone = [Document(path) for path in given if not places_of(path) & taken]
    return FoundFiles((*claimed.documents, *alone), claimed.missing, claimed.orphans)


def _history(configuration: Configuration) -> History | NoHistory:
    return open_history(configuration.path.parent if configuration.path else Path.cwd())


def _needed(history: History | NoHistory, option: str) -> History:
    if isinstance(history, History):
        return history
    raise SettingsError(f"{option} needs git: {history.reason}.")


def _refuse_references(jobs: Sequence[Job]) -> None:
    """A reference is of one document, and chrF needs one."""
    seen: dict[Path, Job] = {}
    for job in jobs:
        reference = job.settings.reference
        if reference is not None and seen.setdefault(reference, job) is not job:
            raise SettingsError(
                f"{reference} cannot be the reference of several documents; give one of them, or "
                "say which is whose: --pair 'SOURCE:TARGET:REFERENCE'."
            )
        if reference is None and job.thresholds.min_chrf is not None:
            raise SettingsError(
                f"--min-chrf needs a reference; {shown(job.target or job.source)} has none."
            )


def _unmatched(found: FoundFiles) -> Iterable[Breach]:
    for document in found.missing:
        message = told("the translation {path} is missing", path=document.name)
        yield Breach(
            "allow-missing", message, shown(document.source), rerun=_commands(document).gate()
        )
    for document in found.orphans:
        message = told(
            "the source of this translation, {path}, is missing", path=shown(document.source)
        )
        yield Breach("allow-missing", message, document.name, rerun=_commands(document).gate())


def _stale(document: Document, most: int) -> Breach:
    return Breach(
        "max-stale",
        told(
            "{path} is older than the last change of its source, {source}",
            path=document.name,
            source=shown(document.source),
        ),
        document.name,
        rerun=_commands(document).gate("--max-stale", most),
    )


def _commands(document: Document) -> Commands:
    return Commands(document.source, document.target)


def _refuse_unknown_rules(configuration: Configuration, rules: Sequence[Rule]) -> None:
    """Says so even where an override that names one covers no file of this run."""
    base = configuration.in_force()
    settings_of(base, rules)
    for override in configuration.overrides:
        settings_of({**base, **override.values}, rules)
