"""`--format markdown`: a summary and a table, for a job's summary or a comment on a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.finding import Finding, Severity
from alignqa.render.inert import inert
from alignqa.render.place import places, worst_first
from alignqa.report import JudgedPair, Report

FORMAT = "markdown"

# GitHub takes no comment of more than 65,536 characters.
_MOST_FINDINGS = 100
_LONGEST_WORDS = 60
_ACTIVE = re.compile(r"([\\`*_{}\[\]()#+!|<>~@$&-])")
_LINK = re.compile(r"(?i)\b(https?|www|ftp)(?=[:.])")


def render(report: Report) -> str:
    """GitHub's Markdown, in which nothing that comes from the files acts."""
    return "\n".join(_page(report)) + "\n"


def _page(report: Report) -> Iterator[str]:
    paths = dict.fromkeys(path for path in (report.source_path, report.target_path) if path)
    yield f"## alignqa: {' → '.join(inert_markdown(path) for path in paths) or 'translation'}"
    yield ""
    counts = [(severity, report.count(severity)) for severity in reversed(Severity)]
    found = ", ".join(f"{n} {severity}" for severity, n in counts if n) or "nothing found"
    whole = sum(pair.is_whole for pair in report.pairs)
    yield f"**{found}** in {whole} pairs · score {report.score.value:.1f}"
    if report.failures:
        yield ""
        yield f"**The report is incomplete:** {inert_markdown(str(report.failures[0]))}"
    listed = list(worst_first(report))
    if not listed:
        return
    yield ""
    yield "| | where | what | expected |"
    yield "|---|---|---|---|"
    for pair, finding in listed[:_MOST_FINDINGS]:
        yield _row(pair, finding, report)
    if len(listed) > _MOST_FINDINGS:
        yield ""
        yield f"… and {len(listed) - _MOST_FINDINGS} more."


def _row(pair: JudgedPair, finding: Finding, report: Report) -> str:
    place, other = places(finding, pair, report)
    words = f"“{_short(place.words)}”"
    if other is not None and finding.source_spans:
        words = (
            f"“{_short(other.words)}” → {words}" if finding.target_spans else _short(other.words)
        )
    what = f"{inert_markdown(finding.message)}<br>{words}"
    name = f"{finding.rule.code} {inert_markdown(finding.rule.name)}"
    cells = (
        f"**{finding.severity}** {name}",
        inert_markdown(str(place)),
        what,
        inert_markdown(finding.suggestion or ""),
    )
    return f"| {' | '.join(cells)} |"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return inert_markdown(
        words if len(words) <= _LONGEST_WORDS else f"{words[: _LONGEST_WORDS - 1]}…"
    )


def inert_markdown(text: str) -> str:
    """The text on one line, with nothing in it that Markdown would obey."""
    escaped = _ACTIVE.sub(r"\\\1", inert(" ".join(text.split())))
    # A bare address becomes a link unless something stands inside it.
    return _LINK.sub(lambda match: f"{match[1]}<!-- -->", escaped)
