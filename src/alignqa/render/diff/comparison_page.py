"""Two translations of one source side by side: what differs, word by word, and what that did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from alignqa.render.diff.blocks import blocks, headed
from alignqa.render.diff.columns import column_width, is_wide, side_by_side, stacked
from alignqa.render.diff.comparison_wording import WORDINGS
from alignqa.render.diff.gap import gap
from alignqa.render.diff.listed import listed
from alignqa.render.diff.marked import PUT_IN, TAKEN_OUT, Mark, marked_lines
from alignqa.render.flow import findings_counted, flow, passages_counted
from alignqa.render.heading import incomplete, languages, under_title
from alignqa.render.inert import inert
from alignqa.render.language import padded, said, worded
from alignqa.render.look import QUIET, STRONG, Look
from alignqa.render.whereabouts import whereabouts
from alignqa.report import JudgedPair
from alignqa.revision import Against, Change, Comparison, Fate
from alignqa.text import Segment


@dataclass(frozen=True, slots=True)
class _Style:
    """How words are marked that stand in one translation only, and how fates look."""

    old: str
    new: str
    brackets: tuple[tuple[str, str] | None, tuple[str, str] | None]
    fates: Mapping[Fate, str]


# What a revision took out is gone; what a reference says otherwise is no less right.
_STYLES = {
    Against.REVISION: _Style(
        "strike red",
        "bold underline green",
        (TAKEN_OUT, PUT_IN),
        {Fate.NEW: "bold red", Fate.FIXED: "bold green", Fate.UNCHANGED: QUIET},
    ),
    Against.REFERENCE: _Style(
        "underline cyan",
        "bold underline magenta",
        (None, None),
        {Fate.NEW: STRONG, Fate.FIXED: QUIET, Fate.UNCHANGED: QUIET},
    ),
}


def page(comparison: Comparison, context: int | None, look: Look) -> Iterator[Text]:
    """The lines of the page. `context` passages are shown around each that tells something,
    `None` for all."""
    yield from _summary(comparison, look)
    if is_wide(look):
        yield Text()
        titles = [[Text(name, STRONG)] for name in _titles(comparison)]
        yield from side_by_side(titles[0], titles[1], look)
    yield from blocks(
        comparison.changes,
        lambda change: change.is_news,
        lambda change: _change(change, comparison, look),
        lambda changes: worded("{passages} alike", passages=passages_counted(len(changes))),
        context,
        look,
    )
    yield Text()
    yield from _closing(comparison, context, look)


def _summary(comparison: Comparison, look: Look) -> Iterator[Text]:
    old, new = comparison.old, comparison.new
    wording, style = WORDINGS[comparison.against], _STYLES[comparison.against]
    total = len(comparison.changes)
    items = [
        Text.assemble(
            (str(comparison.rewritten), STRONG),
            worded(
                " of {passages} {differ}", passages=passages_counted(total), differ=wording.differ
            ),
        )
    ]
    items += [
        Text(
            worded(
                "{findings} {fate}",
                findings=findings_counted(comparison.count(fate)),
                fate=wording.counts[fate],
            ),
            style.fates[fate],
        )
        for fate in (Fate.FIXED, Fate.NEW, Fate.UNCHANGED)
        if comparison.count(fate)
    ]
    if not any(comparison.count(fate) for fate in Fate):
        items.append(Text(worded("no findings")))
    items.append(Text(_scores(old.score.value, new.score.value, comparison, look), STRONG))
    if old.failures or new.failures:
        items.append(incomplete())
    paths = dict.fromkeys(path for path in (old.target_path, new.target_path) if path)
    yield from under_title(list(paths), languages(new, look), items, look)


def _titles(comparison: Comparison) -> Iterator[str]:
    names = WORDINGS[comparison.against].names
    for name, report in zip(names, (comparison.old, comparison.new), strict=True):
        path = report.target_path
        yield said(name) if path is None else f"{said(name)}  {inert(path)}"


def _scores(before: float | None, after: float | None, comparison: Comparison, look: Look) -> str:
    """`score 22.6 → 87.1`; `none` where a translation has no such passage."""
    none = worded("none")
    old, new = (none if score is None else f"{score:.1f}" for score in (before, after))
    if comparison.against is Against.REFERENCE:
        return worded("score {new}, the reference's {old}", new=new, old=old)
    return worded("score ") + (f"{old} {look.arrow} {new}" if old != new else new)


# A passage --------------------------------------------------------------------------------------


def _change(change: Change, comparison: Comparison, look: Look) -> Iterator[Text]:
    yield from headed(list(_facts(change, comparison, look)), look)
    if not change.source.is_empty:
        yield from _source(change.source, look)
    wording, style = WORDINGS[comparison.against], _STYLES[comparison.against]
    labels = said(wording.labels[0]), said(wording.labels[1])
    width = column_width(look, *labels)
    left = _version(change.old, _marks(change, style, of_old=True), look, width)
    right = _version(change.new, _marks(change, style, of_old=False), look, width)
    height = max(len(left), len(right)) if is_wide(look) else 1
    left = left or gap(Text(), worded("not there"), width, height, look)
    right = right or gap(Text(), worded("not there"), width, height, look)
    if is_wide(look):
        yield from side_by_side(left, right, look)
    else:
        yield from stacked(left, right, labels, look)
    fates = {outcome.fate for outcome in change.outcomes}
    across = max((cell_len(said(wording.fates[fate])) for fate in fates), default=0)
    for outcome in change.outcomes:
        before = Text(padded(said(wording.fates[outcome.fate]), across), style.fates[outcome.fate])
        yield from listed(outcome.finding, before, look, expected=outcome.fate is not Fate.FIXED)


def _facts(change: Change, comparison: Comparison, look: Look) -> Iterator[tuple[str, str]]:
    if change.new is not None:
        yield whereabouts(change.new, comparison.new, look), STRONG
    elif change.old is not None:
        yield whereabouts(change.old, comparison.old, look), STRONG
    before, after = (None if pair is None else pair.score for pair in (change.old, change.new))
    yield _scores(before, after, comparison, look), QUIET


def _source(segment: Segment, look: Look) -> Iterator[Text]:
    """What both translate, quietly, over the whole page."""
    label = segment.lang.value
    lines = marked_lines(segment.text, segment.lang, (), look, max(look.width - 5, 1))
    for line in lines:
        line.stylize(QUIET)
        yield Text.assemble((f"{label} {look.gutter} ", QUIET), line)
        label = "  "


def _marks(change: Change, style: _Style, *, of_old: bool) -> list[Mark]:
    spans = (edit.old if of_old else edit.new for edit in change.edits if not edit.equal)
    look, brackets = (style.old, style.brackets[0]) if of_old else (style.new, style.brackets[1])
    return [Mark(span, look, brackets=brackets) for span in spans if span]


def _version(pair: JudgedPair | None, marks: Sequence[Mark], look: Look, width: int) -> list[Text]:
    if pair is None or pair.target.is_empty:
        return []
    return marked_lines(pair.target.text, pair.target.lang, marks, look, width)


# Where to read on --------------------------------------------------------------------------------


def _closing(comparison: Comparison, context: int | None, look: Look) -> Iterator[Text]:
    first = next(
        (
            outcome.finding
            for change in comparison.changes
            for outcome in change.outcomes
            if outcome.fate is Fate.NEW
        ),
        None,
    )
    items = []
    if first is not None:
        items.append(
            Text.assemble(f"alignqa rule {first.rule.code}", (worded(" explains the rule"), QUIET))
        )
    if context is not None:
        items.append(Text.assemble("--all", (worded(" shows every passage"), QUIET)))
    items.append(Text(worded("score by {by}", by=inert(comparison.new.score.signature)), QUIET))
    yield from flow(items, look)
