"""The small numbers that join a finding to its words."""

from __future__ import annotations

from alignqa.finding import Finding
from alignqa.render.look import Look
from alignqa.report import JudgedPair

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def sign(number: int, look: Look) -> str:
    """`①` to `⑳`, then `(21)`; `(1)` where the page has only ASCII."""
    if number <= len(_CIRCLED) and look.gutter == "│":
        return _CIRCLED[number - 1]
    return f"({number})"


def in_reading_order(pair: JudgedPair) -> list[Finding]:
    """The pair's findings by where their first words stand; number n is the n-th of them."""
    return sorted(pair.findings, key=lambda finding: _depth(finding, pair))


def _depth(finding: Finding, pair: JudgedPair) -> float:
    """How far into the pair its first words stand, as a fraction."""
    for spans, segment in (
        (finding.source_spans, pair.source),
        (finding.target_spans, pair.target),
    ):
        if spans and segment.text:
            return min(span.start for span in spans) / len(segment.text)
    return 1.0
