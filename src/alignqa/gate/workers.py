"""Many documents at a time, each worker with its models loaded once."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from alignqa.errors import IncompleteReport
from alignqa.gate.judging import Job, judge_document
from alignqa.verdict import JudgedFile

# A worker takes about as long to start as to judge so many short documents.
_WORTH_A_WORKER = 6
# Documents that are handed out ahead of the one whose result is awaited, for each worker. More of
# them would wait in memory for their turn.
_AHEAD = 8
# Workers share the cores among themselves; threads inside them would be in each other's way.
_THREADS = (
    "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS",
    "RAYON_NUM_THREADS",
)  # fmt: skip


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
    wanted = min(workers or cores(), len(jobs) // _WORTH_A_WORKER)
    if wanted <= 1:
        yield from map(judge, jobs)
        return
    # Not by forking: the libraries' threads would not live through it.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(wanted, context, _start_worker)
    waiting: deque[Future[JudgedFile]] = deque()
    try:
        for job in jobs:
            waiting.append(pool.submit(judge, job))
            if len(waiting) >= wanted * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
        pool.shutdown()
    except BrokenProcessPool as error:
        raise IncompleteReport(
            "A worker process was killed, for want of memory perhaps; give fewer --jobs."
        ) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _start_worker() -> None:
    """Runs in each worker, before it loads anything that has threads."""
    # An interrupt reaches the workers too; they end at once, and the parent has the word.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    for name in _THREADS:
        os.environ.setdefault(name, "1")
