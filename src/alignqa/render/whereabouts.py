"""Where a pair stands, for a person: `talks.txt:7 → 21`."""

from __future__ import annotations

from alignqa.render.inert import inert
from alignqa.render.language import worded
from alignqa.render.look import Look
from alignqa.report import JudgedPair, Report
from alignqa.text import Segment


def whereabouts(pair: JudgedPair, report: Report, look: Look) -> str:
    """`file:line → line`, or `file:line → file:line` for two files."""
    source_path = pair.source.path or report.source_path
    target_path = pair.target.path or report.target_path or source_path
    one_file = source_path == target_path
    source = spot(pair.source, source_path)
    target = spot(pair.target, None if one_file and not pair.source.is_empty else target_path)
    if not (source or target):
        return worded("pair {index}", index=pair.index)
    nothing = worded("nothing")
    return f"{source or nothing} {look.arrow} {target or nothing}"


def spot(segment: Segment, path: str | None) -> str:
    """`file:line`; nothing for a segment that came from no line."""
    if segment.is_empty or segment.line is None:
        return ""
    return f"{inert(path)}:{segment.line}" if path else str(segment.line)
