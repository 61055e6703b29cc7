"""A check that looks at the sentences which render each other, and at nothing beside them.

What is said ten sentences on says nothing of a word, and in a long passage there is always a word
for the opposite.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import wraps

from alignqa.bitext import Pair, SentenceBead
from alignqa.checks.context import Context
from alignqa.checks.registry import CheckFunction
from alignqa.finding import Finding
from alignqa.text import Lang, Segment, Span


def in_stretches(check: CheckFunction) -> CheckFunction:
    """`check`, looking at each stretch of a pair as at a pair of its own."""

    @wraps(check)
    def of_each(pair: Pair, context: Context) -> Iterator[Finding]:
        stretches = pair.stretches if len(pair.beads) > 1 else ()
        if len(stretches) < 2:
            yield from check(pair, context)
        for english, japanese in stretches if len(stretches) > 1 else ():
            turned = pair.source.lang is Lang.JAPANESE
            source, target = (japanese, english) if turned else (english, japanese)
            for finding in check(_part(pair, source, target), context):
                yield replace(
                    finding,
                    source_spans=_moved(finding.source_spans, source.start),
                    target_spans=_moved(finding.target_spans, target.start),
                )

    return of_each


def _part(pair: Pair, source: Span, target: Span) -> Pair:
    beads = [
        SentenceBead(
            _within(bead.source, source), _within(bead.target, target), bead.similarity, bead.shape
        )
        for bead in pair.beads
    ]
    return replace(
        pair,
        source=_cut(pair.source, source),
        target=_cut(pair.target, target),
        beads=tuple(bead for bead in beads if bead.source or bead.target),
    )


def _cut(segment: Segment, span: Span) -> Segment:
    return replace(segment, text=span.of(segment.text))


def _within(span: Span | None, whole: Span) -> Span | None:
    if span is None or not span.overlaps(whole):
        return None
    return Span(max(span.start, whole.start) - whole.start, min(span.end, whole.end) - whole.start)


def _moved(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple(Span(span.start + by, span.end + by) for span in spans)
