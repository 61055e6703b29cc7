"""Which noun stands with が or を before which verb, and how likely that is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignqa.errors import AlignqaError
from alignqa.judging import default_context
from alignqa.polarity.case_model import CaseModel, shipped_case_model
from alignqa.polarity.cases import cases


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("犬が猫を追った。", ["犬が追った", "猫を追った"]),
        ("赤い服を着た女の子が歩く。", ["服を着た", "女の子が歩く"]),
        ("消防士たちが梯子を登る。", ["消防士たちが登る", "梯子を登る"]),
        # Not with the next sentence's verb, nor with an adjective or a copula.
        ("犬が。猫を追う。", ["猫を追う"]),
        ("空が青いので窓を開ける。", ["窓を開ける"]),
        ("先生が医者なら薬を頼む。", ["薬を頼む"]),
        # Forms whose が may mark what is acted on.
        ("水が飲みたい。", []),
        ("歌が歌える。", []),
        ("窓が開けてある。", []),
        ("母が子を歩かせる。", []),
        ("肉が食べられる。", []),
        ("城が敵に囲まれる。", ["城が囲まれる"]),
        # A topic acts where there is an object besides.
        ("猫は魚を食べる。", ["猫が食べる", "魚を食べる"]),
        ("猫は眠る。", []),
    ],
)
def test_a_noun_waits_for_its_verb(text: str, expected: list[str]) -> None:
    found = [case for case in cases(text) if not case.is_far]
    assert [
        case.noun.of(text)
        + case.mark
        + text[case.verb.start :][: len(wanted) - len(case.noun.of(text)) - 1]
        for case, wanted in zip(found, expected, strict=True)
    ] == expected


def test_a_clause_before_a_noun_may_not_hold_the_verb() -> None:
    text = "荷物を列に並んだ客が受け取った。"
    found = [(case.noun.of(text), case.base, case.is_far) for case in cases(text)]
    assert found == [("荷物", "並ぶ", False), ("客", "受け取る", False), ("荷物", "受け取る", True)]


@pytest.mark.parametrize(
    ("plain", "odd"),
    [
        ("少年がギターを弾く。", "ギターが少年を弾く。"),
        ("女性がコートを着る。", "コートが女性を着る。"),
        ("子供が牛乳を飲む。", "牛乳が子供を飲む。"),
        ("観客がベンチに座る。", "観客をベンチに座る。"),
    ],
)
def test_nouns_go_with_their_particles(plain: str, odd: str) -> None:
    assert _fit(plain) > 0 > _fit(odd)


def _fit(text: str) -> float:
    """How much sooner the nouns have their particles than each other's."""
    found = cases(text)
    odds = shipped_case_model().log_odds(found, default_context().vectors)
    return sum(
        float(each) * (1 if case.mark == "を" else -1)
        for case, each in zip(found, odds, strict=True)
    )


def test_a_broken_model_is_told(tmp_path: Path) -> None:
    path = tmp_path / "cases.npz"
    np.savez(path, noun=np.zeros((3, 3)))
    with pytest.raises(AlignqaError, match="reinstall"):
        CaseModel(path)


@settings(max_examples=50)
@given(st.text(alphabet="犬猫がはをに着た追う走られる。、あるい静かな", max_size=40))
def test_places_lie_within_the_text(text: str) -> None:
    for case in cases(text):
        for span in (case.noun, case.verb):
            assert 0 <= span.start < span.end <= len(text)
