"""`--format terminal`: the report for a person.

A line of summary; what was found, pair by pair, the worst first; what stands alone; where to
read on. Each pair's texts are shown once, with the words marked that its findings are about.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from alignqa.bitext import Part
from alignqa.finding import Finding
from alignqa.render.evidence import evidence_words
from alignqa.render.flow import flow
from alignqa.render.heading import heading
from alignqa.render.inert import inert
from alignqa.render.language import padded, said, severity_word, word, worded
from alignqa.render.look import EXPECTED, QUIET, STRONG, Look, label_style
from alignqa.render.passage import Mark, middle, passage
from alignqa.render.phrased import phrased
from alignqa.render.whereabouts import whereabouts
from alignqa.render.wrap import fold, wrap
from alignqa.report import JudgedPair, Report

FORMAT = "terminal"
PLAIN_WIDTH = 100  # cells, where no terminal says otherwise

# The most of a text that is shown: where a finding marks it, and where none does.
_MARKED_LINES, _UNMARKED_LINES = 4, 2
_LEAST_EXCERPT = 160  # cells, however narrow the page
_ROOMY = 48  # cells that a page needs for a column of severities
_LABEL_CELLS = 12
_EVIDENCE_CELLS = 240
_LIST_LINES = 8
_KIND_CELLS = 9
_LEAST_WORDS = 16  # cells that a listed passage needs beside its label


def render(report: Report) -> str:
    """The report without colours, 100 cells wide."""
    page = io.StringIO()
    show(report, Console(file=page, width=PLAIN_WIDTH, color_system=None, force_terminal=False))
    return page.getvalue()


def show(report: Report, console: Console) -> None:
    """Prints the report on a console, in its colours and to its width."""
    look = Look.of(console)
    for line in _page(report, look):
        for piece in wrap(line, look.width) if line.cell_len > look.width else [line]:
            console.print(piece, no_wrap=True, overflow="ignore", crop=False)


def _page(report: Report, look: Look) -> Iterator[Text]:
    found = sorted((pair for pair in report.pairs if pair.findings), key=_badness)
    suspect = [pair for pair in report.pairs if pair.is_suspect]
    alone = [pair for pair in report.unaligned if not pair.findings]
    yield from heading(report, len(suspect), len(alone), look)
    for pair in found:
        yield Text()
        yield from _pair(pair, report, look)
    yield from _list(worded("Worth rereading: nothing found, yet likely wrong"), suspect, look)
    yield from _list(worded("Unpaired"), alone, look)
    if found:
        yield Text()
        yield from _closing(report, found[0].findings[0], look)


def _badness(pair: JudgedPair) -> tuple[int, float, int]:
    worst = pair.worst
    return -(worst.rank if worst else 0), pair.score, pair.index


# A pair -----------------------------------------------------------------------------------------


def _pair(pair: JudgedPair, report: Report, look: Look) -> Iterator[Text]:
    figures = [worded("score {score:.1f}", score=pair.score)]
    if pair.is_whole:
        figures.insert(0, worded("similarity {similarity:.2f}", similarity=pair.similarity))
    place = whereabouts(pair, report, look)
    yield from flow([Text(place, STRONG), *(Text(figure, QUIET) for figure in figures)], look)
    yield from _texts(pair, look)
    yield Text()
    for finding in pair.findings:
        yield from _finding(finding, look)


def _texts(pair: JudgedPair, look: Look) -> Iterator[Text]:
    """Both texts behind a gutter, each named by its language."""
    inside = max(look.width - 7, 1)
    source_spans = sorted(span for finding in pair.findings for span in finding.source_spans)
    target_spans = sorted(span for finding in pair.findings for span in finding.target_spans)
    sides = [
        (
            pair.source,
            [Mark(span, f.severity) for f in pair.findings for span in f.source_spans],
            middle(target_spans, pair.target.text),
        ),
        (
            pair.target,
            [Mark(span, f.severity) for f in pair.findings for span in f.target_spans],
            middle(source_spans, pair.source.text),
        ),
    ]
    for segment, marks, across in sides:
        if segment.is_empty:
            text = Text(worded("nothing corresponds"), QUIET)
        else:
            lines = _MARKED_LINES if marks else _UNMARKED_LINES
            text = passage(segment.text, marks, look, max(inside * lines, _LEAST_EXCERPT), across)
        label = segment.lang.value
        for line in wrap(text, inside):
            yield Text.assemble("  ", (f"{label} {look.gutter} ", QUIET), line)
            label = "  "


def _finding(finding: Finding, look: Look) -> Iterator[Text]:
    """The severity, and beside it what is wrong, what was expected, and what says so."""
    label = Text(severity_word(finding.severity), label_style(finding.severity))
    body = [Text(inert(said(finding.message)))]
    if finding.suggestion is not None:
        body.append(Text.assemble(worded("expected "), (inert(finding.suggestion), EXPECTED)))
    source = Text.assemble(finding.rule.code, (f" {finding.rule.name}", QUIET))
    if evidence := fold(inert(_evidence(finding.evidence, look)), _EVIDENCE_CELLS):
        source.append(f" {look.dot} {evidence}", QUIET)
    body.append(source)
    indent = _LABEL_CELLS if look.width >= _ROOMY else 4
    lines = [line for text in body for line in phrased(text, max(look.width - indent, 1))]
    if indent == _LABEL_CELLS:
        label.pad_right(indent - 2 - label.cell_len)
        yield Text.assemble("  ", label, lines.pop(0))
    else:
        yield Text.assemble("  ", label)
    for line in lines:
        yield Text.assemble(" " * indent, line)


def _indented(text: Text, indent: int, look: Look) -> Iterator[Text]:
    for line in wrap(text, max(look.width - indent, 1)):
        yield Text.assemble(" " * indent, line)


def _evidence(evidence: Mapping[str, object], look: Look) -> str:
    """What can be read; the weights behind a finding are in the outputs for machines."""
    readable = {
        key: value for key, value in evidence.items() if not isinstance(value, bool | float)
    }
    words = evidence_words(readable)
    return f" {look.dot} ".join(f"{name}: {value}" for name, value in words.items())


# What stands alone, and where to read on ---------------------------------------------------------


def _list(title: str, pairs: Sequence[JudgedPair], look: Look) -> Iterator[Text]:
    """One line a pair, cut to the width."""
    if not pairs:
        return
    yield Text()
    yield Text(title, STRONG)
    shown = pairs[:_LIST_LINES]
    places = [_where(pair) for pair in shown]
    across = max(cell_len(place) for place in places)
    kinds = [_kind(pair) for pair in shown]
    broad = max(_KIND_CELLS, *map(cell_len, kinds))
    for pair, place, kind in zip(shown, places, kinds, strict=True):
        label = f"  {padded(place, across)}  {padded(kind, broad)}  "
        words = " ".join(
            inert(pair.target.text if pair.source.is_empty else pair.source.text).split()
        )
        if look.width - cell_len(label) < _LEAST_WORDS:
            yield Text(label.rstrip(), QUIET)
            yield from _indented(Text(fold(words, look.width - 4)), 4, look)
        else:
            yield Text.assemble((label, QUIET), fold(words, look.width - cell_len(label)))
    if len(pairs) > len(shown):
        rest = worded("and {n} more, all of them in --format json", n=len(pairs) - len(shown))
        yield Text(f"  {look.gap} {rest}", QUIET)


def _kind(pair: JudgedPair) -> str:
    return word("passage" if pair.part is Part.BODY else pair.part.value)


def _where(pair: JudgedPair) -> str:
    segment = pair.target if pair.source.is_empty else pair.source
    return (
        f"{segment.lang.value}:{segment.line}"
        if segment.line
        else worded("pair {index}", index=pair.index)
    )


def _closing(report: Report, finding: Finding, look: Look) -> Iterator[Text]:
    items = [
        Text.assemble(f"alignqa rule {finding.rule.code}", (worded(" explains the rule"), QUIET)),
        Text.assemble("--format json", (worded(" has every figure"), QUIET)),
        Text(worded("score by {by}", by=inert(report.score.signature)), QUIET),
        Text(worded("similarity by {by}", by=inert(report.encoder)), QUIET),
    ]
    yield from flow(items, look)
