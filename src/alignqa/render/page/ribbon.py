"""The ribbon over the document: a tick a pair, as high as the points it lost.

One path a severity, so that thousands of pairs cost a handful of elements. The drawing is stretched
to the page's width, the strokes are not: solid for critical, dashed for major, dotted for minor.
"""

from __future__ import annotations

from alignqa.finding import Severity
from alignqa.render.language import worded
from alignqa.report import JudgedPair, Report

HEIGHT = 30  # pixels, as in page.css
_LOWEST = {Severity.CRITICAL: 20, Severity.MAJOR: 14, Severity.MINOR: 9, Severity.NEUTRAL: 6}
_CLEAN = 3
_WIDEST = 9  # pixels
_SHARE = 60  # of the page's width, in percent, that the ticks may fill; the rest is between them


def ribbon(report: Report) -> str:
    """The drawing alone."""
    count = max(len(report.pairs), 1)
    ticks: dict[str, list[str]] = {"clean": []}
    ticks |= {severity.value: [] for severity in Severity}
    for place, pair in enumerate(report.pairs):
        kind = pair.worst.value if pair.worst else "clean"
        ticks[kind].append(f"M{place}.5 {HEIGHT}v-{_height(pair)}")
    paths = "".join(
        f'<path class="{kind}" d="{"".join(lines)}"/>' for kind, lines in ticks.items() if lines
    )
    return (
        f'<svg viewBox="0 0 {count} {HEIGHT}" preserveAspectRatio="none" aria-hidden="true" '
        f'stroke-width="clamp(1px, {_SHARE / count:.3f}vw, {_WIDEST}px)">{paths}</svg>'
    )


def in_words(report: Report) -> str:
    """What the ribbon shows, for those who do not see it."""
    found = [(pair.index, pair.worst) for pair in report.pairs if pair.worst]
    if not found:
        return worded("Scores of {n} pairs, in order; nothing found", n=len(report.pairs))
    worst = [str(index) for index, severity in found if severity is Severity.CRITICAL]
    text = worded(
        "Scores of {n} pairs, in order; something found in {found}",
        n=len(report.pairs),
        found=len(found),
    )
    if not worst:
        return text
    more = worded(" and {n} more", n=len(worst) - 12) if len(worst) > 12 else ""
    listed = ", ".join(worst[:12])
    return text + worded("; critical in pair {pairs}{more}", pairs=listed, more=more)


def _height(pair: JudgedPair) -> int:
    """In pixels: what a perfect score lacks, and enough to be seen where something was found."""
    if pair.worst is None and not pair.is_whole:
        return _CLEAN
    lost = round((100 - min(max(pair.score, 0.0), 100.0)) / 100 * HEIGHT)
    return max(lost, _LOWEST[pair.worst] if pair.worst else _CLEAN)
