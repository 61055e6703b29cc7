"""The pairs of a document judged: by the checks, and by the learned model.

A part of the document at a time, in this process or in others: what is found in a pair does not
hang on which. What belongs to the document as a whole, the checks that look at all of it and the
findings that explain one another, is done here, when all pairs were looked at.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from itertools import chain
from pathlib import Path

from alignqa import formats
from alignqa.bitext import Pair, Part
from alignqa.checks import moved_passage
from alignqa.checks.context import Context
from alignqa.checks.merging import merged
from alignqa.checks.registry import Check, all_checks
from alignqa.checks.reuniting import reunited
from alignqa.checks.running import Found, check_code, check_document, check_pairs
from alignqa.encoders import Encoder, load_encoder
from alignqa.errors import GlossaryError, InputError
from alignqa.glossary import Glossary, read_glossary
from alignqa.lexicon import Lexicon
from alignqa.lexicon.vectors import WordVectors
from alignqa.report import Failure, JudgedPair
from alignqa.scoring import Estimate, estimates, judged
from alignqa.settings import Settings
from alignqa.silencing import silenced
from alignqa.workers import can_fork, how_many, in_order

# Pairs that are looked at together: few take longer each, and many outgrow the processor's caches. The
# figures of a pair hang on the others in their last bits, so that the parts are the same however many
# workers there are. The first of several is small, since workers wait until it has loaded what they
# inherit; so are the last ones, for all workers to end at one time.
_FIRST, _PART, _LEAST = 16, 64, 32
# How many pairs are worth a worker that starts anew: it takes about as long to start as to judge so
# many. One that is forked starts at once.
_WORTH_A_WORKER, _WORTH_A_FORK = 600, 100


@contextmanager
def uncollected() -> Iterator[None]:
    """Without searches for cyclic garbage: there is hardly any, and much to look through, since the
    words that were seen are remembered."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if not gc.get_freeze_count():
                # What was made meanwhile counts as old; as new it would all be searched at once.
                gc.freeze()
                gc.unfreeze()
            gc.enable()


@dataclass(frozen=True, slots=True)
class Judgement:
    """Each pair with its findings and its figures; the checks that failed; and what is to be said of
    comments in the files that are for alignqa."""

    pairs: tuple[JudgedPair, ...]
    failures: tuple[Failure, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Looked:
    """What is known of each pair of a part by itself."""

    found: Found
    estimates: list[Estimate]


def judge_pairs(
    pairs: Sequence[Pair], settings: Settings, progress: Callable[[int], None]
) -> Judgement:
    """What the checks and the learned model say of each pair; of blocks of code, the check of code.

    Args:
        progress: told how many pairs are done.

    Raises:
        GlossaryError: if a glossary that the settings name is none.
        IncompleteReport: if a worker process was killed.
    """
    code = [pair for pair in pairs if pair.part is Part.CODE]
    pairs = [pair for pair in pairs if pair.part is not Part.CODE]
    worth = _WORTH_A_FORK if can_fork() else _WORTH_A_WORKER
    workers = how_many(settings.jobs, len(pairs), worth)
    context = context_of(settings.glossaries)
    parts = list(_parts(pairs))
    checks = checks_of(settings)
    look_at = (
        partial(_look_in_worker, settings)
        if workers > 1
        else partial(_look, checks=checks, context=context)
    )
    looked: list[_Looked] = []
    with in_order(parts, look_at, workers) as looks:
        for look in looks:
            looked.append(look)
            progress(sum(map(len, parts[: len(looked)])))
        gathered = {
            check.rule.code: [
                one for look in looked for one in look.found.gathered[check.rule.code]
            ]
            for check in checks
            if check.gather
        }
        whole = check_document(pairs, checks, context, gathered)
    found = chain.from_iterable(look.found.findings for look in looked)
    findings = [
        merged(of_document + own) for of_document, own in zip(whole.findings, found, strict=True)
    ]
    if any(check.rule == moved_passage.RULE for check in checks):
        findings = reunited(pairs, findings, context)
    of_code = check_code(code, checks, context)
    findings += of_code.findings
    pairs = [*pairs, *code]
    if code:
        progress(len(pairs))
    heard = silenced(
        pairs,
        findings,
        known=(check.rule for check in all_checks()),
        checked=(check.rule for check in checks),
    )
    estimated = [estimate for look in looked for estimate in look.estimates]
    # Nothing was estimated of code.
    estimated += [Estimate(adequacy=1.0, danger=0.0)] * len(code)
    scored = (
        replace(judged(pair, settings.graded(findings), estimate), silenced=count)
        for pair, findings, count, estimate in zip(
            pairs, heard.findings, heard.counts, estimated, strict=True
        )
    )
    failures = (failure for look in looked for failure in look.found.failures)
    return Judgement(
        tuple(sorted(scored, key=lambda pair: pair.index)),
        (*whole.failures, *failures, *of_code.failures),
        heard.remarks,
    )


def _parts(pairs: Sequence[Pair]) -> Iterator[Sequence[Pair]]:
    """The pairs, laid end to end."""
    start, size = 0, _PART if len(pairs) <= _PART else min(_FIRST, _PART)
    while start < len(pairs):
        yield pairs[start : start + size]
        start += size
        size = min(_PART, max(_LEAST, (len(pairs) - start) // 4))


def checks_of(settings: Settings) -> tuple[Check, ...]:
    """The checks that the settings ask for."""
    return tuple(check for check in all_checks() if settings.selects(check.rule))


def context_of(glossaries: Sequence[Path]) -> Context:
    """What checks consult, with the glossaries of these files."""
    return replace(default_context(), glossary=_glossary(glossaries))


def _glossary(paths: Sequence[Path]) -> Glossary:
    return _read_glossary(tuple((path, _stamp(path)) for path in paths))


@lru_cache(maxsize=8)
def _read_glossary(files: tuple[tuple[Path, object], ...]) -> Glossary:
    """The glossary in these files, read once however many documents there are, and anew where a
    file changes."""
    return read_glossary((_glossary_text(path), path) for path, _ in files)


def _glossary_text(path: Path) -> str:
    try:
        return formats.read_text(path)
    except InputError as error:
        # Not of one document, but of all.
        raise GlossaryError(f"The glossary cannot be read: {error}") from error


def _stamp(path: Path) -> object:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


@cache
def default_context() -> Context:
    """What checks consult: the shipped lexicon, and the embedded encoder's vectors of words."""
    return Context(Lexicon(), WordVectors(embedded_encoder().encode))


@cache
def embedded_encoder() -> Encoder:
    """The shipped encoder, loaded once."""
    return load_encoder()


@uncollected()
def _look(part: Sequence[Pair], checks: Sequence[Check], context: Context) -> _Looked:
    # First the estimates: they look up the words of all pairs, which the checks then find.
    estimated = estimates(part, context.vectors)
    context.look_up(part)
    return _Looked(check_pairs(part, checks, context), estimated)


def _look_in_worker(settings: Settings, part: Sequence[Pair]) -> _Looked:
    return _look(part, checks_of(settings), context_of(settings.glossaries))
