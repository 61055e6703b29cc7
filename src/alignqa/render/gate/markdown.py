"""`--format markdown` of the gate: for a job's summary or a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignqa.render.gate.table import head, outcome, rows
from alignqa.render.language import said, worded
from alignqa.render.report.markdown import inert_markdown
from alignqa.verdict import Verdict

FORMAT = "markdown"

# GitHub takes no comment of more than 65,536 characters.
_MOST_BREACHES = 60
_MOST_FILES = 100
_MOST_NOTES = 20
_LONGEST = 300


def render(verdict: Verdict) -> str:
    """GitHub's Markdown, in which nothing that comes from the files acts."""
    return "\n".join(_page(verdict)) + "\n"


def _page(verdict: Verdict) -> Iterator[str]:
    yield f"## alignqa gate {outcome(verdict)}"
    breaches = [(b.place, said(b.message), b.threshold) for b in verdict.breaches]
    breaches += [(file.path, file.error or "", worded("not judged")) for file in verdict.errors]
    if breaches:
        yield ""
        yield from _table(
            (worded("where"), worded("what"), worded("threshold")), breaches[:_MOST_BREACHES]
        )
    if len(breaches) > _MOST_BREACHES:
        yield ""
        yield worded("… and {n} more.", n=len(breaches) - _MOST_BREACHES)
    if verdict.notes:
        yield ""
        yield from (f"- {_cell(said(note))}" for note in verdict.notes[:_MOST_NOTES])
    table = rows(verdict)
    *files, total = table
    yield ""
    yield from _table(head(), [*files[:_MOST_FILES], total])
    if len(files) > _MOST_FILES:
        yield ""
        yield worded("… and {n} more files.", n=len(files) - _MOST_FILES)


def _table(head: Sequence[str], lines: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|---" * len(head) + "|"
    for cells in lines:
        yield f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(text: str) -> str:
    return inert_markdown(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")
