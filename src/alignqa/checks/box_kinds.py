"""A note where the source has a warning: boxes whose kinds differ."""

from __future__ import annotations

from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.finding import Finding, Rule, Severity
from alignqa.message import told
from alignqa.text import HEADING, Segment, Span

# Names that generators have for one thing, or had: Docusaurus's caution is its warning of today.
_ALIKE = (
    frozenset({"note", "info"}),
    frozenset({"tip", "hint", "helpful"}),
    frozenset({"warning", "caution"}),
    frozenset({"danger", "error", "critical"}),
    frozenset({"important", "attention"}),
)
_GRAVE = frozenset({"warning", "danger", "caution", "important", "attention", "error", "critical"})


def other_box(rule: Rule, pair: Pair) -> Iterator[Finding]:
    """At most one finding, for a pair of passages that both open a box. It is minor where both kinds
    warn of something, or neither does."""
    ours, theirs = pair.source.mark, pair.target.mark
    if ours == theirs or not ours or not theirs or HEADING in {ours, theirs}:
        return
    if any({ours, theirs} <= kinds for kinds in _ALIKE):
        return
    is_graver = (ours in _GRAVE) != (theirs in _GRAVE)
    yield Finding(
        rule,
        Severity.MAJOR if is_graver else Severity.MINOR,
        0.9,
        told(
            "The box is of the kind “{kind}” in the source, and “{other}” here.",
            kind=ours,
            other=theirs,
        ),
        (_first_line(pair.source),),
        (_first_line(pair.target),),
        {"kind": "box"},
    )


def _first_line(segment: Segment) -> Span:
    text = segment.text
    start = len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip().partition("\n")[0]))
