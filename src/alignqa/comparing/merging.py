"""Neighbouring pairs as one, for the places where two translations are cut differently."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from alignqa.bitext import Part
from alignqa.finding import Finding
from alignqa.report import JudgedPair
from alignqa.text import Segment, Span

_JOINT = "\n"


def merged(pairs: Sequence[JudgedPair]) -> JudgedPair | None:
    """One pair with the texts of all, each figure the worst of them; `None` for no pairs."""
    if len(pairs) < 2:
        return pairs[0] if pairs else None
    source, source_starts = _joined([pair.source for pair in pairs])
    target, target_starts = _joined([pair.target for pair in pairs])
    findings = [
        _shifted(finding, *starts)
        for pair, *starts in zip(pairs, source_starts, target_starts, strict=True)
        for finding in pair.findings
    ]
    parts = [pair.part for pair in pairs]
    return JudgedPair(
        index=pairs[0].index,
        source=source,
        target=target,
        similarity=min(pair.similarity for pair in pairs),
        part=Part.BODY if Part.BODY in parts else parts[0],
        score=min(pair.score for pair in pairs),
        risk=max(pair.risk for pair in pairs),
        critical_error=any(pair.critical_error for pair in pairs),
        findings=tuple(sorted(findings, key=lambda finding: -finding.severity.rank)),
        moved=any(pair.moved for pair in pairs),
    )


def _joined(segments: Sequence[Segment]) -> tuple[Segment, list[int]]:
    """The segments as one, and where each begins in it."""
    first = next((s for s in segments if not s.is_empty), segments[0])
    text, starts = "", []
    for segment in segments:
        if text and not segment.is_empty:
            text += _JOINT
        starts.append(len(text))
        text += "" if segment.is_empty else segment.text
    return replace(first, text=text), starts


def _shifted(finding: Finding, source: int, target: int) -> Finding:
    return replace(
        finding,
        source_spans=tuple(Span(s.start + source, s.end + source) for s in finding.source_spans),
        target_spans=tuple(Span(s.start + target, s.end + target) for s in finding.target_spans),
    )
