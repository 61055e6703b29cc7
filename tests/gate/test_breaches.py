"""Which threshold is not kept, where, and what is not counted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_reports import NUMBER, SOURCE, TARGET, finding, judged, pair, report

from alignqa.bitext import Part, SentenceBead
from alignqa.finding import Severity
from alignqa.gate.breaches import breaches_of
from alignqa.gate.figures import coverage, figures_of
from alignqa.report import Report, Score
from alignqa.settings import Thresholds
from alignqa.text import Span

MADE = report(
    pair(0, score=55.0, risk=0.3),
    pair(1, finding(), finding(Severity.MINOR, "港"), score=20.0, risk=0.9),
    pair(2, finding(Severity.MINOR, "閉鎖")),
)


def told(made: Report, **thresholds: float) -> list[str]:
    limits = Thresholds(**({"max_critical": None} | thresholds))  # type: ignore[arg-type]
    return [f"{b.place} {b.threshold} {b.message}" for b in breaches_of(judged(made), limits)]


@pytest.mark.parametrize(
    ("thresholds", "expected"),
    [
        ({}, []),
        ({"min_chrf": 100}, []),
        (
            {"max_critical": 0},
            ["ja.txt:7 max-critical AQ201 critical The source says 9, the translation 8."
             " Expected: 9"],
        ),
        ({"max_critical": 1}, []),
        ({"max_minor": 1}, ["ja.txt:9 max-minor 2 minor findings; at most 1 allowed"]),
        ({"max_minor": 2, "max_major": 0}, []),
        ({"min_score": 80}, []),
        (
            {"min_score": 80.5},
            ["ja.txt min-score the file's score is 80.0; at least 80.5 is asked for"],
        ),
        (
            {"min_pair_score": 55.5},
            [
                "ja.txt:5 min-pair-score the pair's score is 55.0; at least 55.5 is asked for",
                "ja.txt:7 min-pair-score the pair's score is 20.0; at least 55.5 is asked for",
            ],
        ),
        ({"max_risk": 0.5}, ["ja.txt:7 max-risk the pair's risk is 0.90; at most 0.5 allowed"]),
        ({"max_mqm": 135}, []),
        (
            {"max_mqm": 130},
            ["ja.txt max-mqm MQM's penalty is 135.0 for 1,000 words; at most 130 allowed"],
        ),
        ({"min_coverage": 1}, []),
    ],
)  # fmt: skip
def test_thresholds(thresholds: dict[str, float], expected: list[str]) -> None:
    assert told(MADE, **thresholds) == expected


@pytest.mark.parametrize(
    ("thresholds", "command"),
    [
        ({"max_critical": 0}, "check en.txt ja.txt --select AQ201 --no-config"),
        ({"max_minor": 1}, "check en.txt ja.txt --select AQ201 --no-config"),
        ({"min_score": 90}, "check en.txt ja.txt --select=AQ2 --no-config"),
        ({"max_mqm": 130}, "gate --pair en.txt:ja.txt --max-mqm 130 --select=AQ2 --no-config"),
        ({"max_risk": 0.5}, "gate --pair en.txt:ja.txt --max-risk 0.5 --select=AQ2 --no-config"),
    ],
)
def test_the_command_that_shows_it_again(thresholds: dict[str, float], command: str) -> None:
    limits = Thresholds(**({"max_critical": None} | thresholds))  # type: ignore[arg-type]
    breaches = breaches_of(judged(MADE), limits)
    assert {breach.rerun for breach in breaches} == {f"alignqa {command}"}


def test_the_default_asks_for_no_critical_finding() -> None:
    assert [breach.rule for breach in breaches_of(judged(MADE), Thresholds())] == [NUMBER.code]


def test_what_is_known_is_not_counted() -> None:
    known = {found.fingerprint(SOURCE, TARGET) for _, found in MADE.findings()}
    figures = figures_of(MADE, known)
    assert figures.known == 3
    assert sum(figures.counts.values()) == 0
    assert figures.mqm == 0
    assert figures.pairs == 3
    assert (figures.pair_score, figures.risk) == (55.0, 0.3)
    some = figures_of(MADE, {finding().fingerprint(SOURCE, TARGET)})
    assert (some.known, some.counts[Severity.MINOR], some.pair_score) == (1, 2, 20.0)


def test_chrf_against_a_reference() -> None:
    scores = (Score("BLEU", 12.0, "v"), Score("chrF2", 48.25, "v"))
    made = replace(MADE, reference=scores)
    assert told(made, min_chrf=48) == []
    assert told(made, min_chrf=50) == [
        "ja.txt min-chrf chrF against the reference is 48.2; at least 50 is asked for"
    ]


def test_coverage_is_the_share_of_the_source_that_is_paired() -> None:
    alone = SentenceBead(Span(25, 41), None, 0.0, (1, 0))
    assert coverage(report(pair(0))) == 1.0
    assert coverage(report(pair(0), pair(1, target=""))) == 0.5
    assert coverage(report(pair(0, beads=(alone,)))) == pytest.approx(25 / 41)
    assert coverage(report(pair(0), pair(1, target="", part=Part.FURNITURE))) == 1.0
    assert coverage(report(pair(0, source=""))) == 1.0
    assert coverage(report()) == 1.0
    said = told(report(pair(0), pair(1, target="")), min_coverage=0.9)
    assert said == [
        "ja.txt min-coverage 50.0% of the source is paired; at least 90.0% is asked for"
    ]


def test_a_document_without_pairs_keeps_every_threshold() -> None:
    everything = {"min_pair_score": 100.0, "max_risk": 0.0, "max_mqm": 0.0, "min_coverage": 1.0}
    assert told(report(), **everything, max_minor=0, max_major=0) == []
