from __future__ import annotations

import os

import pytest
from counting import be_killed, fail_on_the_third, jobs, judge

from alignqa.errors import GlossaryError, IncompleteReport
from alignqa.gate.workers import judge_all
from alignqa.workers import cores


def test_few_documents_are_judged_in_this_process() -> None:
    assert {file.target for file in judge_all(jobs(8), 2, judge)} == {str(os.getpid())}
    assert {file.target for file in judge_all(jobs(40), 1, judge)} == {str(os.getpid())}
    assert list(judge_all([], 2, judge)) == []
    assert cores() >= 1


def test_workers_give_results_in_order_and_keep_to_a_thread_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    files = list(judge_all(jobs(40), 2, judge))
    assert [file.source for file in files] == [str(n) for n in range(40)]
    assert str(os.getpid()) not in {file.target for file in files}
    assert {file.error for file in files} == {"1"}


def test_what_is_wrong_for_all_ends_it() -> None:
    with pytest.raises(GlossaryError, match=r"terms\.csv is wrong"):
        list(judge_all(jobs(12), 2, fail_on_the_third))


@pytest.mark.skipif(os.name != "posix", reason="kills by a signal")
def test_a_worker_that_is_killed_is_one_sentence() -> None:
    with pytest.raises(IncompleteReport, match="fewer --jobs"):
        list(judge_all(jobs(12), 2, be_killed))
