"""A document is judged in parts: the same here and in worker processes."""

from __future__ import annotations

import pytest

import alignqa
from alignqa import judging
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


def test_workers_come_to_the_same_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "_PART", 4)
    here = report(1)
    monkeypatch.setattr(judging, "_WORTH_A_WORKER", 6)
    assert report(2) == here
    assert {finding.rule.code for _, finding in here.findings()} >= {"AQ101", "AQ201"}


def test_the_parts_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = report(1)
    monkeypatch.setattr(judging, "_PART", 5)
    parted = report(1)
    assert [f for _, f in parted.findings()] == [f for _, f in whole.findings()]
    assert parted.score.value == pytest.approx(whole.score.value, abs=1e-3)


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
