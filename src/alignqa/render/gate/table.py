"""The table by file that outputs for people have, and the one line that sums it up."""

from __future__ import annotations

from collections.abc import Sequence

from alignqa.finding import Severity
from alignqa.render.language import severity_word, worded
from alignqa.verdict import JudgedFile, Verdict

_COUNTED = (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)


def head() -> tuple[str, ...]:
    """What stands above the columns."""
    figures = (worded("file"), worded("pairs"), worded("score"))
    return (*figures, *map(severity_word, _COUNTED), worded("known"), "")


def rows(verdict: Verdict) -> list[tuple[str, ...]]:
    """A row for each file in which something was found or that could not be judged, then the total.

    Files that are in order are counted in the total's first cell.
    """
    listed = [file for file in verdict.files if _is_remarkable(file)]
    others = len(verdict.files) - len(listed)
    total = worded("total of {files}", files=_files(len(verdict.files)))
    if others:
        total += worded(", {n} with nothing found", n=others)
    return [*map(_row, listed), _total(total, verdict.files)]


def _is_remarkable(file: JudgedFile) -> bool:
    return bool(file.error is not None or file.breaches or file.findings or not file.is_translated)


def _row(file: JudgedFile) -> tuple[str, ...]:
    state = worded("failed") if file.breaches else ""
    if not file.is_translated:
        state = worded("not translated")
    if file.error is not None:
        state = worded("not judged")
    if file.figures is None:
        return (file.path, "", "", "", "", "", "", state)
    return (file.path, *_cells([file]), state)


def _total(name: str, files: Sequence[JudgedFile]) -> tuple[str, ...]:
    return (name, *_cells(files), "")


def _cells(files: Sequence[JudgedFile]) -> list[str]:
    figures = [file.figures for file in files if file.figures is not None]
    score = f"{sum(f.score for f in figures) / len(figures):.1f}" if figures else ""
    return [
        str(sum(f.pairs for f in figures)),
        score,
        *(str(sum(f.counts[severity] for f in figures)) for severity in _COUNTED),
        str(sum(f.known for f in figures)),
    ]


def outcome(verdict: Verdict) -> str:
    """`failed: 3 breaches in 2 of 50 files`, `passed: 50 files`."""
    files = _files(len(verdict.files))
    parts = []
    if verdict.errors:
        count = len(verdict.errors)
        parts.append(worded("{n} of {files} could not be judged", n=count, files=files))
    if breaches := verdict.breaches:
        places = _files(len({breach.path for breach in breaches}))
        parts.append(
            worded("{breaches} in {files}", breaches=_breaches(len(breaches)), files=places)
        )
    told = (
        worded("failed: {what}", what="; ".join(parts))
        if parts
        else worded("passed: {files}", files=files)
    )
    silenced = verdict.silenced
    return told + (worded(" ({n} silenced by comments)", n=silenced) if silenced else "")


def _files(n: int) -> str:
    return worded("{n} file", n=n) if n == 1 else worded("{n} files", n=n)


def _breaches(n: int) -> str:
    return worded("{n} breach", n=n) if n == 1 else worded("{n} breaches", n=n)
