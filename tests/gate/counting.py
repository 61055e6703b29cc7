"""Stands in for the judging of a document, in this process or in a worker's."""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path

from alignqa.errors import GlossaryError
from alignqa.gate.judging import Job
from alignqa.settings import Settings
from alignqa.verdict import JudgedFile


def jobs(n: int) -> list[Job]:
    return [Job(Path(str(number)), None, Settings()) for number in range(n)]


def judge(job: Job) -> JudgedFile:
    threads = os.environ.get("OMP_NUM_THREADS", "")
    return JudgedFile(str(job.source), str(os.getpid()), error=threads)


def fail_on_the_third(job: Job) -> JudgedFile:
    if str(job.source) == "3":
        raise GlossaryError("terms.csv is wrong.")
    return judge(job)


def kill_a_worker(job: Job) -> JudgedFile:
    if multiprocessing.parent_process() is not None:
        os.kill(os.getpid(), signal.SIGKILL)
    return judge(job)
