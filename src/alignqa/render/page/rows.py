"""A pair as a row of the page: source, translation, notes."""

from __future__ import annotations

from collections.abc import Sequence

from alignqa.bitext import Part
from alignqa.render.language import SEVERITIES, word, worded
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
    shown = "".join(f'<span class="tag {tag}">{word(tag)}</span>' for tag in tags)
    figures = worded(
        "score {score:.1f}, risk of a critical error {risk:.2f}", score=pair.score, risk=pair.risk
    )
    if pair.is_whole:
        figures += worded(", similarity {similarity:.2f}", similarity=pair.similarity)
    # A passage that stands alone and of which nothing is said was not scored by anything.
    score = "–"
    if pair.is_whole or pair.findings:
        score = f'<span class="vh">{worded("score ")}</span>{pair.score:.1f}'
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
    where = ""
    if len(lines) > 1:
        where = worded(", lines {first} and {other}", first=lines[0], other=lines[1])
    elif lines:
        where = worded(", line {line}", line=lines[0])
    what = ""
    if pair.worst:
        worst = SEVERITIES[pair.worst]
        what = worded(", {n} found, worst {severity}", n=len(pair.findings), severity=worst)
    score = pair.score
    return worded(
        "Pair {index}{where}, score {score:.1f}{what}",
        index=pair.index,
        where=where,
        score=score,
        what=what,
    )


def _side(pair: JudgedPair, segment: Segment, findings: Sequence[Numbered], role: str) -> str:
    line = ""
    if segment.line and not segment.is_empty:
        line = f'<span class="line"><span class="vh">{worded("line ")}</span>{segment.line}</span>'
    if segment.is_empty:
        nothing = worded("nothing corresponds")
        return f'<div class="side {role} empty"><p class="nothing">{nothing}</p></div>'
    moved = ""
    if pair.moved and role == "target":
        stray = worded("stands out of the source’s order")
        moved = f'<span class="stray">{stray}</span>'
    text = side(pair, segment, findings)
    return f'<div class="side {role}">{line}<p lang="{segment.lang.value}">{text}</p>{moved}</div>'


def _lines(pair: JudgedPair, findings: int) -> int:
    texts = (
        -(-len(segment.text) // _CODE_POINTS_A_LINE[segment.lang])
        for segment in (pair.source, pair.target)
    )
    return max(*texts, findings * _LINES_A_NOTE)
