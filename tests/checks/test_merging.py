"""Findings that explain one another are told once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignqa.checks.merging import merged
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.text import Span

TERM = Rule("AQ901", "term", MqmCategory.WRONG_TERM, Severity.CRITICAL)
LACKING = Rule("AQ902", "lacking", MqmCategory.MISTRANSLATION, Severity.MAJOR)
NUMBER = Rule("AQ903", "number", MqmCategory.NUMBER, Severity.CRITICAL)
OMISSION = Rule("AQ904", "omission", MqmCategory.OMISSION, Severity.MAJOR)
ADDITION = Rule("AQ907", "addition", MqmCategory.ADDITION, Severity.MAJOR)
REVERSED = Rule("AQ908", "reversed", MqmCategory.MISTRANSLATION, Severity.MAJOR)
DENIED = Rule("AQ909", "denied", MqmCategory.MISTRANSLATION, Severity.CRITICAL)
BRACKET = Rule("AQ905", "bracket", MqmCategory.PUNCTUATION, Severity.MINOR)
MOVED = Rule("AQ906", "moved", MqmCategory.ORGANIZATION, Severity.MINOR)


def finding(
    rule: Rule,
    source: tuple[int, int] | None = None,
    target: tuple[int, int] | None = None,
    confidence: float = 0.8,
) -> Finding:
    spans = [(Span(*span),) if span else () for span in (source, target)]
    return Finding(rule, rule.severity, confidence, "So it is.", spans[0], spans[1])


WHOLE_TERM = finding(TERM, (10, 20), (5, 9))

CASES = {
    "a swapped term is one finding, not three": (
        [finding(LACKING, (10, 20)), WHOLE_TERM, finding(LACKING, None, (5, 9))],
        [WHOLE_TERM],
    ),
    "words elsewhere stay": (
        [WHOLE_TERM, finding(LACKING, (30, 40))],
        [WHOLE_TERM, finding(LACKING, (30, 40))],
    ),
    "a number in a clause that was left out is missing because the clause is": (
        [finding(NUMBER, (30, 32)), finding(OMISSION, (20, 60))],
        [finding(OMISSION, (20, 60))],
    ),
    "a number that is another one is not": (
        [finding(NUMBER, (30, 32), (7, 9)), finding(OMISSION, (20, 60))],
        [finding(NUMBER, (30, 32), (7, 9)), finding(OMISSION, (20, 60))],
    ),
    "a clause is not left out because a number in it is another one": (
        [finding(NUMBER, (30, 32)), finding(LACKING, (0, 60))],
        [finding(NUMBER, (30, 32)), finding(LACKING, (0, 60))],
    ),
    "what is left out is rendered by no other word": (
        [finding(REVERSED, (30, 36), (7, 9)), finding(OMISSION, (20, 60))],
        [finding(OMISSION, (20, 60))],
    ),
    "a clause that is surely denied is not surely left out": (
        [finding(DENIED, (30, 36), (7, 9)), finding(OMISSION, (20, 60))],
        [finding(DENIED, (30, 36), (7, 9)), finding(OMISSION, (20, 60))],
    ),
    "what is added renders no other word": (
        [finding(REVERSED, (30, 36), (7, 9)), finding(ADDITION, None, (0, 20))],
        [finding(ADDITION, None, (0, 20))],
    ),
    "a word beside what is left out may be the wrong one": (
        [finding(REVERSED, (10, 16), (7, 9)), finding(OMISSION, (20, 60))],
        [finding(REVERSED, (10, 16), (7, 9)), finding(OMISSION, (20, 60))],
    ),
    "of two that say the same the surer stays": (
        [finding(TERM, (0, 4), (0, 2), 0.7), finding(NUMBER, (0, 4), (0, 2), 0.9)],
        [finding(NUMBER, (0, 4), (0, 2), 0.9)],
    ),
    "two of one rule stay": (
        [finding(TERM, (0, 4), (0, 2)), finding(TERM, (0, 4), (0, 3))],
        [finding(TERM, (0, 4), (0, 2)), finding(TERM, (0, 4), (0, 3))],
    ),
    "how it is written is another matter": (
        [finding(BRACKET, None, (5, 6)), WHOLE_TERM],
        [finding(BRACKET, None, (5, 6)), WHOLE_TERM],
    ),
    "and so is where it stands": (
        [finding(MOVED, (0, 90), (0, 50)), finding(BRACKET, None, (5, 6))],
        [finding(MOVED, (0, 90), (0, 50)), finding(BRACKET, None, (5, 6))],
    ),
}


@pytest.mark.parametrize(("findings", "expected"), CASES.values(), ids=CASES)
def test_what_stays(findings: list[Finding], expected: list[Finding]) -> None:
    assert list(merged(findings)) == expected


_SPAN = st.tuples(st.integers(0, 20), st.integers(1, 10)).map(lambda s: (s[0], s[0] + s[1]))
_FINDING = st.builds(
    finding,
    st.sampled_from([TERM, LACKING, NUMBER, OMISSION, BRACKET]),
    _SPAN,
    st.none() | _SPAN,
    st.sampled_from([0.5, 0.7, 0.9]),
)


@given(st.lists(_FINDING, max_size=6))
def test_something_is_always_left_and_nothing_is_made_up(findings: list[Finding]) -> None:
    kept = merged(findings)
    assert set(map(id, kept)) <= set(map(id, findings))
    assert bool(kept) == bool(findings)
    assert merged(kept) == kept
