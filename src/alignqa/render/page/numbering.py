"""The number that joins each finding's note to its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from alignqa.finding import Finding
from alignqa.report import JudgedPair, Report


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding and its number in the report, from 1."""

    number: int
    finding: Finding


def numbered(report: Report) -> Iterator[tuple[JudgedPair, tuple[Numbered, ...]]]:
    """Every pair with its findings, numbered in the order in which they are met when reading."""
    number = 0
    for pair in report.pairs:
        findings = sorted(pair.findings, key=lambda finding: _depth(finding, pair))
        yield pair, tuple(Numbered(number + i, f) for i, f in enumerate(findings, 1))
        number += len(findings)


def _depth(finding: Finding, pair: JudgedPair) -> tuple[float, int]:
    """How far into the pair its first words stand, as a fraction; the source before the target."""
    sides = ((finding.source_spans, pair.source), (finding.target_spans, pair.target))
    for side, (spans, segment) in enumerate(sides):
        if spans and segment.text:
            return min(span.start for span in spans) / len(segment.text), side
    return 1.0, len(sides)
