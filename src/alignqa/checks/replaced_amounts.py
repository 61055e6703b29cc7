"""What `number-mismatch` says of words in the place of others beside a number, or without one: a time
cut short, another unit, day of the week, time or era, the other side of a bound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from alignqa.finding import Finding, Rule, Severity
from alignqa.message import Message, told
from alignqa.quantities import (
    Comparison,
    CutTime,
    Kind,
    OppositeBound,
    OtherEra,
    OtherSign,
    OtherTime,
    OtherWeekday,
    TurnedRound,
    UnitChange,
    cut_times,
    normalised,
    opposite_bounds,
    other_era,
    other_sign,
    other_times,
    other_weekday,
    turned_round,
    unit_changes,
)
from alignqa.text import Segment, Span


def replaced_amounts(
    rule: Rule, comparison: Comparison, source: Segment, target: Segment
) -> Iterator[Finding]:
    """The findings of `rule` on what says the same number, or none, and another thing."""
    for cut in cut_times(comparison):
        yield _without_minutes(rule, cut)
    for unit in unit_changes(comparison, source.text, target.text, source.lang):
        yield _in_other_unit(rule, unit, source, target)
    if weekday := other_weekday(source.text, target.text, source.lang):
        yield _on_other_weekday(rule, weekday, source, target)
    for time in other_times(source.text, target.text, source.lang):
        yield _at_other_time(rule, time, source, target)
    if era := other_era(comparison, source.text, target.text, source.lang):
        yield _in_other_words(
            rule,
            era,
            source,
            target,
            "era",
            told(
                "The source says “{expected}”, the translation “{written}”: another era.",
                expected=era.source.of(source.text),
                written=era.target.of(target.text),
            ),
        )
    if sign := other_sign(comparison, source.text, target.text, source.lang):
        yield _in_other_words(
            rule,
            sign,
            source,
            target,
            "sign",
            told(
                "The source says “{expected}”, the translation “{written}”: another sign.",
                expected=sign.source.of(source.text),
                written=sign.target.of(target.text),
            ),
        )
    if turned := turned_round(comparison, source.text, target.text, source.lang):
        yield _in_other_words(
            rule,
            turned,
            source,
            target,
            "order",
            told(
                "The source says “{expected}”, the translation “{written}”: the other way round.",
                expected=turned.source.of(source.text),
                written=turned.target.of(target.text),
            ),
        )
    for bound in opposite_bounds(comparison, source.text, target.text):
        yield _on_other_side(rule, bound, source, target)


def _in_other_unit(rule: Rule, change: UnitChange, source: Segment, target: Segment) -> Finding:
    """The finding of `rule` that an amount has the unit of another."""
    here, there = change.source, change.target
    is_money = Kind.MONEY in {here.kind, there.kind}
    return _replaced(
        rule,
        Severity.CRITICAL if is_money else Severity.MAJOR,
        told(
            "The source says “{expected}”, the translation “{written}”: another unit.",
            expected=here.span.of(source.text),
            written=there.span.of(target.text),
        ),
        (here.span, there.span),
        {
            "kind": here.kind.value,
            "source": [normalised(here.value)],
            "target": [normalised(there.value)],
            "unit": here.unit,
            "unit_of_target": there.unit,
        },
        change.expected,
    )


def _on_other_weekday(
    rule: Rule, change: OtherWeekday, source: Segment, target: Segment
) -> Finding:
    """The finding of `rule` that a date has another day of the week."""
    here, there = change.source, change.target
    return _replaced(
        rule,
        Severity.MAJOR,
        told(
            "The source says “{expected}”, the translation “{written}”: another day of the week.",
            expected=here.span.of(source.text),
            written=there.span.of(target.text),
        ),
        (here.span, there.span),
        {"kind": "weekday", "source": [here.day + 1], "target": [there.day + 1]},
        change.expected,
    )


def _at_other_time(rule: Rule, change: OtherTime, source: Segment, target: Segment) -> Finding:
    """The finding of `rule` that a word which says when says another time."""
    here, there = change.source, change.target
    return _replaced(
        rule,
        Severity.MAJOR,
        told(
            "The source says “{expected}”, the translation “{written}”: another time.",
            expected=here.span.of(source.text),
            written=there.span.of(target.text),
        ),
        (here.span, there.span),
        {"kind": change.scale, "source": sorted(here.places), "target": sorted(there.places)},
        change.expected,
    )


def _in_other_words(
    rule: Rule,
    change: OtherEra | OtherSign | TurnedRound,
    source: Segment,
    target: Segment,
    kind: str,
    message: Message,
) -> Finding:
    """The finding of `rule` that the words around the same numbers say another thing."""
    said, written = change.source.of(source.text), change.target.of(target.text)
    return _replaced(
        rule,
        Severity.MAJOR,
        message,
        (change.source, change.target),
        {"kind": kind, "source": [said], "target": [written]},
        change.expected,
    )


def _on_other_side(rule: Rule, change: OppositeBound, source: Segment, target: Segment) -> Finding:
    """The finding of `rule` that a number is the least in one text and the most in the other."""
    said, written = change.source.of(source.text), change.target.of(target.text)
    return _replaced(
        rule,
        Severity.MAJOR,
        told(
            "The source says “{expected}”, the translation “{written}”: the other side of it.",
            expected=said,
            written=written,
        ),
        (change.source, change.target),
        {"kind": "bound", "source": [said], "target": [written]},
    )


def _without_minutes(rule: Rule, cut: CutTime) -> Finding:
    """The finding of `rule` that one side has the hour of a time and not its minutes."""
    whole = f"{int(cut.hour.value)}:{int(cut.minute.value):02}"
    bare = f"{int(cut.other.value)}:00"
    spans = (
        Span(
            min(cut.hour.span.start, cut.minute.span.start),
            max(cut.hour.span.end, cut.minute.span.end),
        ),
        cut.other.span,
    )
    said, written = (whole, bare) if cut.in_source else (bare, whole)
    return _replaced(
        rule,
        Severity.MAJOR,
        told(
            "The source says {expected}, the translation {written}.",
            expected=said,
            written=written,
        ),
        spans if cut.in_source else (spans[1], spans[0]),
        {"kind": Kind.MINUTE.value, "source": [said], "target": [written]},
        confidence=0.75,
    )


def _replaced(
    rule: Rule,
    severity: Severity,
    message: Message,
    spans: tuple[Span, Span],
    evidence: Mapping[str, object],
    expected: str | None = None,
    confidence: float = 0.85,
) -> Finding:
    """`spans` are that of the source and that of the target."""
    here, there = spans
    return Finding(rule, severity, confidence, message, (here,), (there,), evidence, expected)
