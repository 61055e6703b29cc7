"""What `number-mismatch` says of one number in two units."""

from __future__ import annotations

from alignqa.finding import Finding, Rule, Severity
from alignqa.message import told
from alignqa.quantities import Kind, UnitChange, normalised
from alignqa.text import Segment


def in_other_unit(rule: Rule, change: UnitChange, source: Segment, target: Segment) -> Finding:
    """The finding of `rule` that an amount has the unit of another."""
    here, there = change.source, change.target
    is_money = Kind.MONEY in {here.kind, there.kind}
    return Finding(
        rule=rule,
        severity=Severity.CRITICAL if is_money else Severity.MAJOR,
        confidence=0.85,
        message=told(
            "The source says “{expected}”, the translation “{written}”: another unit.",
            expected=here.span.of(source.text),
            written=there.span.of(target.text),
        ),
        source_spans=(here.span,),
        target_spans=(there.span,),
        evidence={
            "kind": here.kind.value,
            "source": [normalised(here.value)],
            "target": [normalised(there.value)],
            "unit": here.unit,
            "unit_of_target": there.unit,
        },
        suggestion=change.expected,
    )
