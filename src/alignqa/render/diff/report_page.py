"""A source and its translation side by side, with the drift marked on both.

Every pair with a finding is drawn in the document's order, its sentences level with each other; the
rest is folded. A small number joins a finding to its words on both sides. What was expected stands
behind the words that it should replace.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from alignqa.finding import Finding, MqmCategory
from alignqa.render.diff.beads import Level, levels
from alignqa.render.diff.blocks import blocks, headed
from alignqa.render.diff.columns import column_width, is_wide, side_by_side, stacked
from alignqa.render.diff.gap import gap
from alignqa.render.diff.listed import listed
from alignqa.render.diff.marked import Mark, marked_lines
from alignqa.render.diff.moves import Move, moves
from alignqa.render.diff.signs import in_reading_order, sign
from alignqa.render.flow import flow, pairs_counted
from alignqa.render.heading import heading
from alignqa.render.inert import inert
from alignqa.render.language import worded
from alignqa.render.look import QUIET, STRONG, Look, label_style, span_style
from alignqa.render.whereabouts import whereabouts
from alignqa.render.wrap import wrap
from alignqa.report import JudgedPair, Report
from alignqa.text import Segment, Span

_LONG = 40  # code points: more of them in bold would drown the rest
_GAPS = {MqmCategory.OMISSION, MqmCategory.ADDITION}
_MOVED = "\N{UPWARDS ARROW LEFTWARDS OF DOWNWARDS ARROW}"


def page(report: Report, context: int | None, look: Look) -> Iterator[Text]:
    """The lines of the page. `context` pairs are shown around each with findings, `None` for all."""
    suspect = sum(pair.is_suspect for pair in report.pairs)
    alone = sum(not pair.findings for pair in report.unaligned)
    yield from heading(report, suspect, alone, look)
    moved = {move.pair.index: move for move in moves(report)}

    def draw(item: JudgedPair | Move) -> Iterator[Text]:
        if isinstance(item, Move):
            yield from _landing(item, report, look)
        else:
            yield from _pair(item, report, moved.get(item.index), look)

    items = list(_with_landings(report.pairs, list(moved.values())))
    yield from blocks(items, _is_news, draw, _folded, context, look)
    yield Text()
    yield from _closing(report, context, look)


def _with_landings(
    pairs: Sequence[JudgedPair], moved: Sequence[Move]
) -> Iterator[JudgedPair | Move]:
    yield from (move for move in moved if move.after is None)
    for pair in pairs:
        yield pair
        yield from (move for move in moved if move.after == pair.index)


def _is_news(item: JudgedPair | Move) -> bool:
    return isinstance(item, Move) or bool(item.findings) or item.critical_error or item.moved


def _folded(items: Sequence[JudgedPair | Move]) -> str:
    pairs = [item for item in items if isinstance(item, JudgedPair)]
    whole = sum(pair.is_whole for pair in pairs)
    said = [pairs_counted(whole)] if whole else []
    if alone := len(pairs) - whole:
        said.append(worded("{n} unpaired", n=alone))
    what = (
        said[0] if len(said) == 1 else worded("{first} and {other}", first=said[0], other=said[1])
    )
    return worded("{what} without findings", what=what)


# A pair -----------------------------------------------------------------------------------------


def _pair(pair: JudgedPair, report: Report, move: Move | None, look: Look) -> Iterator[Text]:
    yield from headed(list(_facts(pair, report, move, look)), look)
    findings = in_reading_order(pair)
    labels = (pair.source.lang.value, pair.target.lang.value)
    for level in levels(pair):
        left, right = _columns(pair, level, findings, look, column_width(look, *labels))
        if is_wide(look):
            yield from side_by_side(left, right, look)
        else:
            yield from stacked(left, right, labels, look)
    for number, finding in enumerate(findings, 1):
        before = Text(sign(number, look), label_style(finding.severity))
        yield from listed(finding, before, look, expected=not finding.target_spans)


def _facts(
    pair: JudgedPair, report: Report, move: Move | None, look: Look
) -> Iterator[tuple[str, str]]:
    yield whereabouts(pair, report, look), STRONG
    if move is not None:
        yield f"{_sign(look)} {move.label} " + worded("moved"), STRONG
    if pair.is_suspect:
        yield worded("nothing found, yet likely wrong: reread"), STRONG
    if pair.is_whole:
        yield worded("similarity {similarity:.2f}", similarity=pair.similarity), QUIET
    yield worded("score {score:.1f}", score=pair.score), QUIET


def _sign(look: Look) -> str:
    return _MOVED if look.gutter == "│" else "<>"


def _columns(
    pair: JudgedPair, level: Level, findings: Sequence[Finding], look: Look, width: int
) -> tuple[list[Text], list[Text]]:
    """The two texts of a level as lines; where one has nothing, a gap as high as the other."""
    left = _side(pair.source, level.source, _marks(findings, look, of_source=True), look, width)
    right = _side(pair.target, level.target, _marks(findings, look, of_source=False), look, width)
    gaps = [
        (finding, Text(sign(number, look), label_style(finding.severity)))
        for number, finding in enumerate(findings, 1)
        if _opens_gap(finding, level)
    ]
    if level.source is None or level.target is None:
        height = max(len(left), len(right)) if is_wide(look) else 1
        empty = gap(
            Text().join(mark for _, mark in gaps),
            worded("nothing corresponds"),
            width,
            height,
            look,
        )
        return (empty, right) if level.source is None else (left, empty)
    for finding, mark in gaps:
        if finding.target_spans:
            left += gap(mark, worded("not in the source"), width, 1, look)
        else:
            right += gap(mark, worded("left out"), width, 1, look)
    return left, right


def _opens_gap(finding: Finding, level: Level) -> bool:
    """The finding says that what begins in this level has nothing on the other side."""
    if finding.rule.category not in _GAPS:
        return False
    if not finding.target_spans:
        return _begins_in(finding.source_spans, level.source)
    # A target that breaks off has all its words, and lacks those behind them.
    is_omission = finding.evidence.get("kind") == "omission"
    return (
        not finding.source_spans
        and not is_omission
        and _begins_in(finding.target_spans, level.target)
    )


def _begins_in(spans: Sequence[Span], part: Span | None) -> bool:
    first = min(spans, default=None)
    return part is not None and first is not None and part.start <= first.start < part.end


def _marks(findings: Sequence[Finding], look: Look, *, of_source: bool) -> list[Mark]:
    """The spans of one side, the worst first. The first of the target may have a suggestion."""
    marks = []
    for number, finding in enumerate(findings, 1):
        for place, span in enumerate(finding.source_spans if of_source else finding.target_spans):
            style = span_style(finding.severity)
            if span.end - span.start > _LONG:
                style = style.replace("bold ", "")
            instead = None if of_source or place else finding.suggestion
            if instead is not None:
                style += " strike"
            marks.append((finding, Mark(span, style, sign(number, look), instead)))
    marks.sort(key=lambda found: -found[0].severity.rank)
    return [mark for _, mark in marks]


def _side(
    segment: Segment, part: Span | None, marks: Sequence[Mark], look: Look, width: int
) -> list[Text]:
    if part is None:
        return []
    within = [mark for each in marks if (mark := each.within(part)) is not None]
    return marked_lines(part.of(segment.text), segment.lang, within, look, width)


# What was moved, and where to read on ------------------------------------------------------------


def _landing(move: Move, report: Report, look: Look) -> Iterator[Text]:
    line = Text.assemble(
        (f"{_sign(look)} {move.label}", STRONG),
        (f" {look.dot} ", QUIET),
        worded("line {line} of the translation stands here", line=move.pair.target.line),
        (worded("; it renders {where}", where=whereabouts(move.pair, report, look)), QUIET),
    )
    yield from wrap(line, look.width)


def _closing(report: Report, context: int | None, look: Look) -> Iterator[Text]:
    first = next((finding for _, finding in report.findings()), None)
    items = []
    if first is not None:
        items.append(
            Text.assemble(f"alignqa rule {first.rule.code}", (worded(" explains the rule"), QUIET))
        )
    if context is not None:
        items.append(Text.assemble("--all", (worded(" shows every pair"), QUIET)))
    items.append(Text(worded("score by {by}", by=inert(report.score.signature)), QUIET))
    items.append(Text(worded("similarity by {by}", by=inert(report.encoder)), QUIET))
    yield from flow(items, look)
