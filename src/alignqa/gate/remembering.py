"""Jobs done, those first of which the result is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignqa.gate.judging import Job
from alignqa.gate.remembered import RememberedResults, key_of
from alignqa.gate.workers import judge_all
from alignqa.verdict import JudgedFile


def judge_jobs(jobs: Sequence[Job], workers: int | None = None) -> Iterator[JudgedFile]:
    """What comes of each job, in order; see `judge_all`. Unchanged documents are not judged anew."""
    results = _results()
    keys = [None if results is None else key_of(job) for job in jobs]
    known = [results.find(key) if results and key else None for key in keys]
    fresh = judge_all([j for j, file in zip(jobs, known, strict=True) if file is None], workers)
    for job, key, file in zip(jobs, keys, known, strict=True):
        if file is not None:
            yield file
            continue
        judged = next(fresh)
        # A file that was changed meanwhile has another key by now.
        if results is not None and key is not None and key == key_of(job):
            results.keep(key, judged)
        yield judged
    # So that the workers are waited for.
    yield from fresh


def _results() -> RememberedResults | None:
    from alignqa.encoders.vector_cache import cache_folder

    try:
        return RememberedResults(cache_folder())
    except RuntimeError:
        return None  # the user has no home
