"""The notes in the margin: what each finding says, what was expected, and what says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from alignqa.finding import Finding, Severity
from alignqa.render.evidence import evidence_words
from alignqa.render.language import said, severity_word, worded
from alignqa.render.page.numbering import Numbered
from alignqa.render.page.safe_text import plain, prose
from alignqa.report import JudgedPair, Report
from alignqa.text import Span

# A shape a severity, so that none is told by its colour alone.
SIGNS = {
    Severity.CRITICAL: "■",
    Severity.MAJOR: "◆",
    Severity.MINOR: "●",
    Severity.NEUTRAL: "○",
}


def label(severity: Severity) -> str:
    """A severity's sign and name."""
    sign = f'<i aria-hidden="true">{SIGNS[severity]}</i>'
    return f'<b class="label {severity.value}">{sign} {severity_word(severity)}</b>'


def notes(pair: JudgedPair, findings: Iterable[Numbered], report: Report) -> str:
    """The list of a pair's notes; nothing if there are none."""
    items = [_note(item, pair, report) for item in findings]
    if not items and pair.critical_error:
        items = [
            f'<li class="note reread"><p><b class="label">{worded("reread")}</b> '
            + worded("Nothing found, yet likely wrong: risk {risk:.2f}.", risk=pair.risk)
            + "</p></li>"
        ]
    return f'<ul class="notes">{"".join(items)}</ul>' if items else ""


def _note(item: Numbered, pair: JudgedPair, report: Report) -> str:
    finding, number = item.finding, item.number
    severity = finding.severity.value
    rule = f"{plain(finding.rule.code)} {plain(finding.rule.name)}"
    badge = f'class="n {severity}"'
    if _has_words(finding.source_spans, pair.source.text) or _has_words(
        finding.target_spans, pair.target.text
    ):
        words = worded("words of finding {number}", number=number)
        badge = f'<a {badge} href="#w{number}" aria-label="{words}">{number}</a>'
    else:
        badge = f"<span {badge}>{number}</span>"
    expected = ""
    if finding.suggestion:
        words = plain(finding.suggestion)
        expected = (
            f'<p class="expected"><span class="key">{worded("expected ").strip()}</span> '
            f'<ins lang="{report.target_lang.value}">{words}</ins></p>'
        )
    elif finding.suggestion is not None and finding.target_spans:
        expected = (
            f'<p class="expected"><span class="key">{worded("expected ").strip()}</span> '
            f"{worded('nothing here')}</p>"
        )
    return (
        f'<li class="note {severity}" id="f{number}" data-f="{number}" data-s="{severity}" '
        f'data-r="{plain(finding.rule.code)}" tabindex="-1">'
        f"<p>{badge} {label(finding.severity)} {prose(said(finding.message))}</p>{expected}"
        f"<details><summary>{rule}</summary><dl>"
        f"{_evidence(finding)}</dl></details></li>"
    )


def _has_words(spans: Sequence[Span], text: str) -> bool:
    return any(span.start < len(text) for span in spans)


def _evidence(finding: Finding) -> str:
    rows = [
        (worded("MQM type"), plain(finding.rule.category.value.replace("-", " "))),
        (worded("confidence"), f"{finding.confidence:.2f}"),
    ]
    rows += [
        (prose(name), prose(value)) for name, value in evidence_words(finding.evidence).items()
    ]
    return "".join(f"<div><dt>{key}</dt><dd>{value}</dd></div>" for key, value in rows)
