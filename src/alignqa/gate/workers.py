"""Many documents at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from alignqa.gate.judging import Job, judge_document
from alignqa.verdict import JudgedFile
from alignqa.workers import how_many, in_order

# A worker takes about as long to start as to judge so many short documents.
_WORTH_A_WORKER = 6


def judge_all(
    jobs: Sequence[Job],
    workers: int | None = None,
    judge: Callable[[Job], JudgedFile] = judge_document,
) -> Iterator[JudgedFile]:
    """What comes of each job, in order.

    Args:
        workers: how many processes at most; as many as there are cores by default. Few documents
            are judged in this one.

    Raises:
        AlignqaError: as `judge_document`; or if a worker was killed.
    """
    with in_order(jobs, judge, how_many(workers, len(jobs), _WORTH_A_WORKER)) as files:
        yield from files
