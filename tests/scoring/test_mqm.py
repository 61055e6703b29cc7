"""MQM's figures, against sums done by hand."""

from __future__ import annotations

import pytest

from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.scoring import mqm_figures

RULE = Rule("XX001", "sample", MqmCategory.MISTRANSLATION, Severity.CRITICAL)
NEUTRAL, MINOR, MAJOR, CRITICAL = Severity


def findings(*severities: Severity) -> list[Finding]:
    return [Finding(RULE, severity, 0.9, "sample") for severity in severities]


# Findings, English words, then: penalty total, penalty a word, overall quality score.
BY_HAND = [
    ("one of each in 200 words", [NEUTRAL, MINOR, MAJOR, CRITICAL], 200, 31.0, 0.155, 84.5),
    ("two minor ones in 400 words", [MINOR, MINOR], 400, 2.0, 0.005, 99.5),
    ("nothing found", [], 120, 0.0, 0.0, 100.0),
    ("only neutral ones", [NEUTRAL, NEUTRAL], 50, 0.0, 0.0, 100.0),
    ("more penalty than words", [CRITICAL, CRITICAL], 10, 50.0, 5.0, -400.0),
    ("a figure that does not come out even", [MINOR], 3, 1.0, 0.333333, 66.67),
    ("no English words", [MAJOR], 0, 5.0, 0.0, 100.0),
]


@pytest.mark.parametrize(
    ("severities", "words", "penalty", "per_word", "score"),
    [case[1:] for case in BY_HAND],
    ids=[case[0] for case in BY_HAND],
)
def test_figures(
    severities: list[Severity], words: int, penalty: float, per_word: float, score: float
) -> None:
    figures = mqm_figures(findings(*severities), words)
    assert figures["absolute_penalty_total"] == penalty
    assert figures["evaluation_word_count"] == words
    assert figures["per_word_penalty_total"] == per_word
    assert figures["overall_quality_score"] == score


def test_the_signature_names_the_weights() -> None:
    signature = mqm_figures([], 1)["signature"]
    assert signature == (
        "model:raw|weights:neutral=0/minor=1/major=5/critical=25|words:english|version:mqm-2.0"
    )


def test_confidence_does_not_change_the_penalty() -> None:
    unsure = [Finding(RULE, MAJOR, 0.1, "sample")]
    assert mqm_figures(unsure, 100) == mqm_figures(findings(MAJOR), 100)
