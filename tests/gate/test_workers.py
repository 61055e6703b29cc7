from __future__ import annotations

import os

import pytest
from counting import fail_on_the_third, jobs, judge, kill_a_worker

from alignqa.errors import GlossaryError, IncompleteReport
from alignqa.gate.workers import judge_all
from alignqa.workers import can_fork, cores


@pytest.fixture(params=["fork", "spawn"], autouse=True)
def start_of_workers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways in which workers begin, where this process can be forked."""
    if request.param == "spawn":
        for module in ("alignqa.workers", "alignqa.gate.workers"):
            monkeypatch.setattr(f"{module}.can_fork", lambda: False)
    elif not can_fork():
        pytest.skip("forks no process that has threads")
    return str(request.param)


def test_few_documents_are_judged_in_this_process() -> None:
    assert {file.target for file in judge_all(jobs(3), 2, judge)} == {str(os.getpid())}
    assert {file.target for file in judge_all(jobs(40), 1, judge)} == {str(os.getpid())}
    assert list(judge_all([], 2, judge)) == []
    assert cores() >= 1


def test_workers_give_results_in_order_and_keep_to_a_thread_each(
    monkeypatch: pytest.MonkeyPatch, start_of_workers: str
) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    files = list(judge_all(jobs(40), 2, judge))
    assert [file.source for file in files] == [str(n) for n in range(40)]
    if start_of_workers == "fork":
        # What it loads, the workers inherit.
        assert files.pop(0).target == str(os.getpid())
    assert str(os.getpid()) not in {file.target for file in files}
    assert {file.error for file in files} == {"1"}


def test_what_is_wrong_for_all_ends_it() -> None:
    with pytest.raises(GlossaryError, match=r"terms\.csv is wrong"):
        list(judge_all(jobs(12), 2, fail_on_the_third))


@pytest.mark.skipif(os.name != "posix", reason="kills by a signal")
def test_a_worker_that_is_killed_is_one_sentence() -> None:
    with pytest.raises(IncompleteReport, match="fewer --jobs"):
        list(judge_all(jobs(12), 2, kill_a_worker))
