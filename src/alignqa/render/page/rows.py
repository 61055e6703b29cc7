"""A pair as a row of the page: source, translation, notes."""

from __future__ import annotations

from collections.abc import Sequence

from alignqa.bitext import Part
from alignqa.render.page.marks import side
from alignqa.render.page.notes import notes
from alignqa.render.page.numbering import Numbered
from alignqa.report import JudgedPair, Report
from alignqa.text import Lang, Segment

# How much of a text goes on one line of a column, and how many lines a note takes: enough to guess
# a row's height, which the browser needs until it has laid the row out.
_CODE_POINTS_A_LINE = {Lang.ENGLISH: 50, Lang.JAPANESE: 23}
_LINES_A_NOTE = 4
_TALLEST = 16


def row(pair: JudgedPair, findings: Sequence[Numbered], report: Report) -> str:
    """One `article`."""
    worst = pair.worst.value if pair.worst else "reread" if pair.critical_error else "clean"
    lines = min(max(_lines(pair, len(findings)), 1), _TALLEST)
    kinds = [worst, f"h{lines}", pair.part.value]
    if not pair.is_whole:
        kinds.append("alone")
    tags = [pair.part.value] if pair.part is not Part.BODY else []
    if pair.moved:
        tags.append("moved")
    shown = "".join(f'<span class="tag {tag}">{tag}</span>' for tag in tags)
    figures = f"score {pair.score:.1f}, risk of a critical error {pair.risk:.2f}"
    if pair.is_whole:
        figures += f", similarity {pair.similarity:.2f}"
    # A passage that stands alone and of which nothing is said was not scored by anything.
    score = "–"
    if pair.is_whole or pair.findings:
        score = f'<span class="vh">score </span>{pair.score:.1f}'
    return (
        f'<article class="pair {" ".join(kinds)}" id="p{pair.index}" aria-label="{_name(pair)}">'
        f'<p class="figures" title="{figures}">{score}{shown}</p>'
        f"{_side(pair, pair.source, findings, 'source')}"
        f"{_side(pair, pair.target, findings, 'target')}"
        f"{notes(pair, findings, report)}</article>\n"
    )


def _name(pair: JudgedPair) -> str:
    """What a screen reader calls the row, and the ribbon's tooltip too."""
    lines = [str(s.line) for s in (pair.source, pair.target) if s.line and not s.is_empty]
    where = f", line{'s' if len(lines) > 1 else ''} {' and '.join(lines)}" if lines else ""
    what = f", {len(pair.findings)} found, worst {pair.worst.value}" if pair.worst else ""
    return f"Pair {pair.index}{where}, score {pair.score:.1f}{what}"


def _side(pair: JudgedPair, segment: Segment, findings: Sequence[Numbered], role: str) -> str:
    line = ""
    if segment.line and not segment.is_empty:
        line = f'<span class="line"><span class="vh">line </span>{segment.line}</span>'
    if segment.is_empty:
        return f'<div class="side {role} empty"><p class="nothing">nothing corresponds</p></div>'
    moved = ""
    if pair.moved and role == "target":
        moved = '<span class="stray">stands out of the source’s order</span>'
    text = side(pair, segment, findings)
    return f'<div class="side {role}">{line}<p lang="{segment.lang.value}">{text}</p>{moved}</div>'


def _lines(pair: JudgedPair, findings: int) -> int:
    texts = (
        -(-len(segment.text) // _CODE_POINTS_A_LINE[segment.lang])
        for segment in (pair.source, pair.target)
    )
    return max(*texts, findings * _LINES_A_NOTE)
