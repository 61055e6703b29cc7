"""Findings that explain one another, told once.

A ministry that was swapped is a wrong term; that the words of the right one have no rendering, and
that nothing in the source stands for the wrong one, says the same thing three times. A number in a
clause that was left out is missing because the clause is.
"""

from __future__ import annotations

from collections.abc import Sequence

from alignqa.finding import Finding, MqmCategory
from alignqa.text import Span

# What says that words are there on one side only accounts for whatever else is missing there.
_COVERAGE = {MqmCategory.OMISSION, MqmCategory.ADDITION}
# Where a passage stands and how it is written accounts for nothing that it says.
_FORM = {
    MqmCategory.ORGANIZATION,
    MqmCategory.PUNCTUATION,
    MqmCategory.WHITESPACE,
    MqmCategory.CHARACTER_ENCODING,
    MqmCategory.MARKUP,
    MqmCategory.DO_NOT_TRANSLATE,
    MqmCategory.INCONSISTENT_STYLE,
    MqmCategory.INCONSISTENT_TERMS,
}


def merged(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings of one pair, without those that another one accounts for.

    One accounts for another rule's if it marks at least half of each of the other's spans, on the
    same sides, and is at least as severe, or says that these words stand on one side only. Of two
    that account for each other the more severe stays; then the one that marks both sides, the
    surer, and the earlier.
    """
    ranked = sorted(findings, key=_rank)
    return tuple(
        finding
        for finding in findings
        if not any(
            _explains(other, finding)
            and (ranked.index(other) < ranked.index(finding) or not _explains(finding, other))
            for other in findings
        )
    )


def _rank(finding: Finding) -> tuple[float, ...]:
    sides = bool(finding.source_spans) + bool(finding.target_spans)
    return -finding.severity.rank, -sides, -finding.confidence


def _explains(one: Finding, other: Finding) -> bool:
    if one.rule == other.rule or {one.rule.category, other.rule.category} & _FORM:
        return False
    if one.severity.rank < other.severity.rank and one.rule.category not in _COVERAGE:
        return False
    if other.rule.category is MqmCategory.MISTRANSLATION and _stands_alone(one, other):
        return True
    return _covers(one.source_spans, other.source_spans) and _covers(
        one.target_spans, other.target_spans
    )


def _stands_alone(one: Finding, other: Finding) -> bool:
    """The other takes a word for the rendering of one that has none: its clause is on one side."""
    if one.severity.rank < other.severity.rank:
        return False
    if one.rule.category is MqmCategory.OMISSION:
        return bool(other.source_spans) and _covers(one.source_spans, other.source_spans)
    if one.rule.category is MqmCategory.ADDITION:
        return bool(other.target_spans) and _covers(one.target_spans, other.target_spans)
    return False


def _covers(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether each of the others has at least half of its length within one of the spans."""
    return all(
        any(2 * _shared(span, other) >= _length(other) for span in spans) for other in others
    )


def _shared(span: Span, other: Span) -> int:
    return min(span.end, other.end) - max(span.start, other.start)


def _length(span: Span) -> int:
    return span.end - span.start
