"""The table by file that outputs for people have, and the one line that sums it up."""

from __future__ import annotations

from collections.abc import Sequence

from alignqa.finding import Severity
from alignqa.verdict import JudgedFile, Verdict

HEAD = ("file", "pairs", "score", "critical", "major", "minor", "known", "")
_COUNTED = (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)


def rows(verdict: Verdict) -> list[tuple[str, ...]]:
    """A row for each file in which something was found or that could not be judged, then the total.

    Files that are in order are counted in the total's first cell.
    """
    listed = [file for file in verdict.files if _is_remarkable(file)]
    others = len(verdict.files) - len(listed)
    total = f"total of {counted(len(verdict.files), 'file')}"
    if others:
        total += f", {others} with nothing found"
    return [*map(_row, listed), _total(total, verdict.files)]


def _is_remarkable(file: JudgedFile) -> bool:
    return bool(file.error is not None or file.breaches or file.findings)


def _row(file: JudgedFile) -> tuple[str, ...]:
    state = "failed" if file.breaches else ""
    if file.error is not None:
        state = "not judged"
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
    files = counted(len(verdict.files), "file")
    parts = []
    if verdict.errors:
        parts.append(f"{len(verdict.errors)} of {files} could not be judged")
    if breaches := verdict.breaches:
        places = len({breach.path for breach in breaches})
        parts.append(f"{counted(len(breaches), 'breach')} in {counted(places, 'file')}")
    if parts:
        return f"failed: {'; '.join(parts)}"
    return f"passed: {files}"


def counted(n: int, thing: str) -> str:
    """`1 file`, `2 files`, `2 breaches`."""
    plural = f"{thing}es" if thing.endswith("ch") else f"{thing}s"
    return f"{n} {thing if n == 1 else plural}"
