"""What `number-mismatch` says of a date with the day of the week of another."""

from __future__ import annotations

from alignqa.finding import Finding, Rule, Severity
from alignqa.message import told
from alignqa.quantities import OtherWeekday
from alignqa.text import Segment


def on_other_weekday(rule: Rule, change: OtherWeekday, source: Segment, target: Segment) -> Finding:
    """The finding of `rule` that a date has another day of the week."""
    here, there = change.source, change.target
    return Finding(
        rule=rule,
        severity=Severity.MAJOR,
        confidence=0.85,
        message=told(
            "The source says “{expected}”, the translation “{written}”: another day of the week.",
            expected=here.span.of(source.text),
            written=there.span.of(target.text),
        ),
        source_spans=(here.span,),
        target_spans=(there.span,),
        evidence={
            "kind": "weekday",
            "source": [here.day + 1],
            "target": [there.day + 1],
        },
        suggestion=change.expected,
    )
