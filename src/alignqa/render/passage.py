"""One side of a pair as it is shown: an excerpt with the findings' spans marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.text import Text

from alignqa.finding import Severity
from alignqa.render.excerpt import excerpt
from alignqa.render.inert import inert_with_places
from alignqa.render.look import QUIET, Look, span_style
from alignqa.text import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to mark, and how bad what it marks is."""

    span: Span
    severity: Severity


def passage(text: str, marks: Iterable[Mark], look: Look, room: int, fallback: float = 0.0) -> Text:
    """The part of the text around the marks, in about `room` cells; all of it if it fits.

    Without marks, the part around `fallback`, a fraction of the text.
    """
    harmless = inert_with_places(text)
    places = [(harmless.span(mark.span), mark.severity) for mark in marks]
    marks = _disjoint([Mark(span, severity) for span, severity in places if span is not None])
    shown = Text()
    end = 0
    for part in excerpt(harmless.text, [mark.span for mark in marks], room, fallback):
        if part.start > end:
            shown.rstrip()
            shown.append(f" {look.gap} " if end else f"{look.gap} ", QUIET)
        _append(shown, harmless.text, part, marks, look)
        end = part.end
    if end < len(harmless.text):
        shown.rstrip()
        shown.append(f" {look.gap}", QUIET)
    return shown


def middle(spans: Sequence[Span], text: str) -> float:
    """Where in the text the spans stand, as a fraction of it; 0 for none."""
    if not spans or not text:
        return 0.0
    return min(1.0, (spans[0].start + spans[-1].end) / 2 / len(text))


def _disjoint(marks: Iterable[Mark]) -> list[Mark]:
    """Marks that overlap become one, as bad as the worst of them."""
    merged: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: mark.span):
        if merged and merged[-1].span.overlaps(mark.span):
            last = merged[-1]
            merged[-1] = Mark(
                Span(last.span.start, max(last.span.end, mark.span.end)),
                max(last.severity, mark.severity, key=lambda severity: severity.rank),
            )
        else:
            merged.append(mark)
    return merged


def _append(shown: Text, text: str, part: Span, marks: Sequence[Mark], look: Look) -> None:
    opening, closing = look.brackets or ("", "")
    place = part.start
    for mark in marks:
        if not part.overlaps(mark.span):
            continue
        start, end = max(part.start, mark.span.start), min(part.end, mark.span.end)
        shown.append(text[place:start])
        # An excerpt may leave out a span's middle: only its own ends are bracketed.
        marked = (opening if start == mark.span.start else "") + text[start:end]
        marked += closing if end == mark.span.end else ""
        shown.append(marked, span_style(mark.severity))
        place = end
    shown.append(text[place : part.end])
