"""Work shared among processes, each of which loads its models once."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from alignqa.errors import IncompleteReport

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")

# Tasks that are handed out ahead of the one whose result is awaited, for each worker. More of them
# would wait in memory for their turn.
_AHEAD = 8
# Workers share the cores among themselves; threads inside them would be in each other's way.
_THREADS = (
    "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS",
    "RAYON_NUM_THREADS",
)  # fmt: skip


@contextmanager
def in_order(
    tasks: Iterable[_Task], work: Callable[[_Task], _Result], workers: int
) -> Iterator[Iterator[_Result]]:
    """What comes of each task, in order. Workers, where there are any, begin at once, or once the
    first task is done here, and are let go at the end.

    Args:
        work: a function of a module; it, the tasks and the results can be pickled.
        workers: how many processes; one does the work here, when its result is asked for.

    Raises:
        IncompleteReport: if a worker was killed.
        Exception: what `work` raises.
    """
    if workers <= 1:
        yield map(work, tasks)
        return
    tasks = iter(tasks)
    done: list[_Result] = []
    if can_fork():
        # What the first task loads and learns, the workers inherit.
        done = [work(task) for task in islice(tasks, 1)]
    # It may have started threads.
    method = "fork" if can_fork() else "spawn"
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context(method), _start)
    try:
        submitted = (pool.submit(work, task) for task in tasks)
        results = _results(deque(islice(submitted, workers * _AHEAD)), submitted, pool)
        yield chain(done, results)
        pool.shutdown()
    except BrokenProcessPool as error:
        raise IncompleteReport(
            "A worker process was killed, for want of memory perhaps; give fewer --jobs."
        ) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _results(
    waiting: deque[Future[_Result]],
    submitted: Iterator[Future[_Result]],
    pool: ProcessPoolExecutor,
) -> Iterator[_Result]:
    while waiting:
        yield waiting.popleft().result()
        waiting.extend(islice(submitted, 1))
    # They end while the results are looked at.
    pool.shutdown(wait=False)


def how_many(wanted: int | None, tasks: int, worth_a_worker: int) -> int:
    """How many processes to work in: as many as are wanted, or as there are cores, but no more than
    the tasks are worth."""
    return max(1, min(wanted or cores(), tasks // worth_a_worker))


def can_fork() -> bool:
    """Whether workers can be forked from this process, which costs a fraction of a new one. The
    libraries' threads would not live through it, and other systems than Linux advise against it."""
    return sys.platform == "linux" and sum(1 for _ in Path("/proc/self/task").iterdir()) == 1


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _start() -> None:
    """Runs in each worker, before it loads anything that has threads."""
    # What a forked worker inherits stays as it is.
    gc.freeze()
    # An interrupt reaches the workers too; they end at once, and the parent has the word.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.set_threshold(50_000, 20, 20)
    for name in _THREADS:
        os.environ.setdefault(name, "1")
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A parent that was killed says nothing: its workers would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
