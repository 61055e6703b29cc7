"""Many documents at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from alignqa.gate.judging import Job, judge_document
from alignqa.verdict import JudgedFile
from alignqa.workers import can_fork, how_many, in_order

# How many short documents are worth a worker that starts anew, and one that is forked.
_WORTH_A_WORKER, _WORTH_A_FORK = 6, 2


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
    worth = _WORTH_A_FORK if can_fork() else _WORTH_A_WORKER
    with in_order(jobs, judge, how_many(workers, len(jobs), worth)) as files:
        yield from files
