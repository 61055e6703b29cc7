"""Where a finding stands in a file, as other tools ask for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignqa.finding import Finding
from alignqa.report import JudgedPair, Report
from alignqa.text import Segment, Span


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file. `path` and `line` are `None` for text that came from no file; `words` are
    those that are marked there, or the whole passage."""

    path: str | None
    line: int | None
    words: str

    def __str__(self) -> str:
        """`talks.txt:5`"""
        line = "" if self.line is None else f":{self.line}"
        return f"{self.path or '-'}{line}"


def places(finding: Finding, pair: JudgedPair, report: Report) -> tuple[Place, Place | None]:
    """Where to mend what was found, and the passage on the other side, if there is one.

    That is the translation, but for what is left out of it altogether.
    """
    source = _place(pair.source, finding.source_spans, report.source_path)
    target_path = report.target_path or report.source_path
    target = _place(pair.target, finding.target_spans, target_path)
    if target is None:
        return source or Place(report.source_path, None, ""), None
    return target, source


def worst_first(report: Report) -> Iterator[tuple[JudgedPair, Finding]]:
    """Every finding with its pair, the most severe and surest first, in document order among
    equals."""
    yield from sorted(
        report.findings(), key=lambda found: (-found[1].severity.rank, -found[1].confidence)
    )


def _place(segment: Segment, spans: Sequence[Span], path: str | None) -> Place | None:
    if segment.is_empty:
        return None
    first = min(spans, default=None)
    line = segment.line
    if line is not None and first is not None:
        line += segment.text.count("\n", 0, first.start)
    words = first.of(segment.text) if first else segment.text
    return Place(segment.path or path, line, words)
