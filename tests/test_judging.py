"""A document is judged in parts: the same here and in worker processes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import alignqa
from alignqa import judging, workers
from alignqa.settings import Settings

ENGLISH = [
    "The museum will reopen on Thursday after two years of repairs.",
    "Visitors from Norway paid for the new roof.",
    "The harbour master, Ingrid Solberg, signed the contract in March.",
    "Children may enter free of charge.",
]
JAPANESE = [
    "美術館は2年にわたる改修を終え、火曜日に再び開館する。",
    "新しい屋根の費用はノルウェーの来館者が出した。",
    "港長のイングリッド・ソルベルグ氏は5月に契約書に署名した。",
    "子どもは無料で入場できる。です。",
]


def report(jobs: int | None) -> alignqa.Report:
    return alignqa.check(source=ENGLISH * 3, target=JAPANESE * 3, settings=Settings(jobs=jobs))


@pytest.mark.parametrize("fork", [True, False])
def test_workers_come_to_the_same_report(monkeypatch: pytest.MonkeyPatch, fork: bool) -> None:
    monkeypatch.setattr(judging, "_PART", 4)
    here = report(1)
    monkeypatch.setattr(judging, "_WORTH_A_WORKER", 6)
    monkeypatch.setattr(judging, "_WORTH_A_FORK", 6)
    if not fork:
        monkeypatch.setattr(workers, "can_fork", lambda: False)
    assert report(2) == here
    assert {finding.rule.code for _, finding in here.findings()} >= {"AQ101", "AQ201"}


@pytest.mark.skipif(sys.platform != "linux", reason="forks on Linux alone")
def test_a_process_without_threads_forks_its_workers() -> None:
    code = (
        "import test_judging\n"
        "from alignqa import judging, workers\n"
        "judging._PART, judging._WORTH_A_FORK = 4, 6\n"
        "here = test_judging.report(1)\n"
        "assert workers.can_fork()\n"
        "assert test_judging.report(2) == here\n"
    )
    folders = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    threads = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    env = {**os.environ, **threads, "PYTHONPATH": folders}
    subprocess.run([sys.executable, "-c", code], env=env, check=True)


def test_the_parts_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = report(1)
    monkeypatch.setattr(judging, "_PART", 5)
    parted = report(1)
    assert [f for _, f in parted.findings()] == [f for _, f in whole.findings()]
    assert parted.score.value == pytest.approx(whole.score.value, abs=1e-3)


def test_the_first_part_and_the_last_ones_are_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "_FIRST", 2)
    monkeypatch.setattr(judging, "_LEAST", 1)
    monkeypatch.setattr(judging, "_PART", 3)
    pairs = alignqa.check(source=ENGLISH * 5, target=JAPANESE * 5).pairs
    parts = list(judging._parts(pairs))
    assert [pair for part in parts for pair in part] == list(pairs)
    assert [len(part) for part in parts] == [2, 3, 3, 3, 2, 1, 1, 1, 1, 1, 1, 1]
    assert list(judging._parts(pairs[:3])) == [pairs[:3]]
    assert not list(judging._parts(()))


def test_progress_goes_on_with_each_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "_PART", 5)
    pairs = report(1).pairs
    done: list[int] = []
    of = [
        alignqa.bitext.Pair(pair.index, pair.source, pair.target, pair.similarity) for pair in pairs
    ]
    judgement = judging.judge_pairs(of, Settings(), done.append)
    assert (len(judgement.pairs), judgement.failures, done) == (12, (), [5, 10, 12])


def test_a_document_without_pairs() -> None:
    done: list[int] = []
    assert judging.judge_pairs([], Settings(), done.append) == judging.Judgement((), (), ())
    assert done == []
