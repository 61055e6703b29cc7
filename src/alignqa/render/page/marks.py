"""One side of a pair with the findings' words marked.

The text is cut wherever a span begins or ends, so that overlapping spans make a row of marks side
by side, never marks inside each other. What is not of the text itself (numbers, gaps, what was
expected) carries `data-x`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from alignqa.finding import Finding, MqmCategory
from alignqa.render.page.numbering import Numbered
from alignqa.render.page.safe_text import Passage, plain
from alignqa.report import JudgedPair
from alignqa.text import Segment, Span

_LONG = 40  # code points: more is underlined only, since so much colour would hide the words


@dataclass(frozen=True, slots=True)
class _Mark:
    """A span of the harmless text that a finding marks; `struck` where something else belongs."""

    span: Span
    of: Numbered
    struck: bool


def side(pair: JudgedPair, segment: Segment, findings: Sequence[Numbered]) -> str:
    """The text of `segment`, the pair's source or target, as the content of an element."""
    passage = Passage(segment.text)
    is_target = segment is pair.target
    marks = list(_marks(findings, passage, is_target))
    gaps = _gaps(pair, findings, passage, is_target)
    bounds = {0, len(passage), *gaps}
    bounds.update(place for mark in marks for place in (mark.span.start, mark.span.end))
    joined = {item.number for item in findings if not (is_target and item.finding.source_spans)}
    parts = ["".join(_gap(item) for item in gaps.get(0, ()))]
    for start, end in pairwise(sorted(bounds)):
        here = [mark for mark in marks if mark.span.start <= start < mark.span.end]
        parts.append(_piece(passage.cut(start, end), here))
        for mark in marks:
            if mark.span.end == end:
                parts.append(_after(mark, mark.of.number in joined, segment.lang.value))
                joined.discard(mark.of.number)
        parts.extend(_gap(item) for item in gaps.get(end, ()))
    return "".join(parts)


def _marks(findings: Iterable[Numbered], passage: Passage, is_target: bool) -> Iterable[_Mark]:
    for item in findings:
        finding = item.finding
        for i, span in enumerate(finding.target_spans if is_target else finding.source_spans):
            place = passage.harmless.span(span)
            if place is not None:
                struck = is_target and i == 0 and finding.suggestion is not None
                yield _Mark(place, item, struck)


def _piece(text: str, marks: Sequence[_Mark]) -> str:
    if not marks:
        return text
    worst = max((mark.of.finding.severity for mark in marks), key=lambda severity: severity.rank)
    numbers = " ".join(dict.fromkeys(str(mark.of.number) for mark in marks))
    struck = " struck" if any(mark.struck for mark in marks) else ""
    shortest = min(mark.span.end - mark.span.start for mark in marks)
    long = " long" if shortest >= _LONG else ""
    return f'<mark class="{worst.value}{struck}{long}" data-f="{numbers}">{text}</mark>'


def _after(mark: _Mark, is_first: bool, lang: str) -> str:
    """What was expected instead, and the number, which leads to the note."""
    number, finding = mark.of.number, mark.of.finding
    expected = ""
    if mark.struck and finding.suggestion:
        words = plain(finding.suggestion)
        expected = f'<ins lang="{lang}" data-f="{number}" data-x>{words}</ins>'
    name = f' id="w{number}"' if is_first else ""
    return (
        f'{expected}<a class="n {finding.severity.value}"{name} href="#f{number}" '
        f'data-f="{number}" data-x aria-label="finding {number}, {finding.severity.value}">'
        f"{number}</a>"
    )


# Gaps -------------------------------------------------------------------------------------------


def _gaps(
    pair: JudgedPair, findings: Sequence[Numbered], passage: Passage, is_target: bool
) -> dict[int, list[Numbered]]:
    """Where on this side something is lacking, by the place in the harmless text."""
    gaps: dict[int, list[Numbered]] = {}
    for item in findings:
        spans = _lacking(item.finding, is_target)
        if spans and pair.is_whole:
            place = passage.place(_counterpart(pair, spans[0], is_target, len(passage)))
            gaps.setdefault(place, []).append(item)
    return gaps


def _lacking(finding: Finding, is_target: bool) -> Sequence[Span]:
    """The other side's words that nothing on this side corresponds to."""
    category = MqmCategory.OMISSION if is_target else MqmCategory.ADDITION
    there, here = finding.source_spans, finding.target_spans
    if not is_target:
        there, here = here, there
    return there if finding.rule.category is category and not here else ()


def _counterpart(pair: JudgedPair, span: Span, is_target: bool, end: int) -> int:
    """Where on this side the other side's span would stand: after the sentence that renders its
    sentence, or failing that, after the one before; without sentences, at the end."""
    place = None
    for bead in pair.beads:
        there, here = (bead.source, bead.target) if is_target else (bead.target, bead.source)
        if there is not None and there.start >= span.end:
            break
        if here is not None:
            place = here.end
        elif place is None:
            place = 0
    return end if place is None else place


def _gap(item: Numbered) -> str:
    number, severity = item.number, item.finding.severity.value
    return (
        f'<a class="gap {severity}" href="#f{number}" data-f="{number}" data-x '
        f'aria-label="gap, finding {number}, {severity}">{number}</a>'
    )
