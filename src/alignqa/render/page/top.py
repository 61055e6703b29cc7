"""What stands above the document: what was checked, the figures, and the controls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from alignqa.finding import Severity
from alignqa.render.page.notes import SIGNS, label
from alignqa.render.page.ribbon import in_words, ribbon
from alignqa.render.page.safe_text import plain
from alignqa.report import Report

_ARROW = '<span aria-hidden="true">→</span><span class="vh"> to </span>'


def title(report: Report) -> str:
    """The name of what was checked, as plain words."""
    return " → ".join(_paths(report)) or "Translation check"


def header(report: Report) -> str:
    """The banner: files, languages, counts, figures, and what failed."""
    paths = f" {_ARROW} ".join(f"<span>{plain(path)}</span>" for path in _paths(report))
    languages = f"{report.source_lang.english_name} {_ARROW} {report.target_lang.english_name}"
    counts = "".join(f"<li>{item}</li>" for item in _counts(report))
    return (
        '<header class="top"><div class="about"><p class="tool">alignqa</p>'
        f"<h1>{paths or 'Translation check'}</h1>"
        f'<p class="languages">{languages}</p><ul class="counts">{counts}</ul></div>'
        f"{_figures(report)}{_failures(report)}</header>"
    )


def bar(report: Report) -> str:
    """The bar that stays in sight: ribbon, filters, the way from finding to finding."""
    severities = "".join(
        f'<button type="button" class="toggle {severity.value}" data-severity="{severity.value}" '
        f'aria-pressed="true"><i aria-hidden="true">{SIGNS[severity]}</i> {severity.value} '
        f'<b class="count">{report.count(severity)}</b></button>'
        for severity in reversed(Severity)
        if report.count(severity)
    )
    used = Counter((finding.rule.code, finding.rule.name) for _, finding in report.findings())
    rules = "".join(
        f'<option value="{plain(code)}">{plain(code)} {plain(name)} ({count})</option>'
        for (code, name), count in sorted(used.items())
    )
    total = sum(used.values())
    return (
        '<div class="bar">'
        f'<div class="ribbon" id="ribbon" role="img" aria-label="{in_words(report)}">'
        f'{ribbon(report)}<div id="view"></div></div><div id="tip" hidden></div>'
        '<div class="tools"><search class="filters" aria-label="Filters">'
        f'<div class="toggles" role="group" aria-label="Severity">{severities}</div>'
        '<label class="field"><span class="vh">Rule</span><select id="rule">'
        f'<option value="">All rules</option>{rules}</select></label>'
        '<label class="field"><span class="vh">Text</span><input id="text" type="search" '
        'placeholder="Filter by text" autocomplete="off" spellcheck="false"></label>'
        '<button type="button" class="toggle" id="only" aria-pressed="false">Hide clean</button>'
        '</search><nav class="steps" aria-label="Findings">'
        '<button type="button" id="previous" aria-label="Previous finding" title="Previous (k)">'
        f'↑</button><output id="place" aria-live="polite">{total} found</output>'
        '<button type="button" id="next" aria-label="Next finding" title="Next (j)">↓</button>'
        '<button type="button" id="theme" aria-label="Light or dark" title="Light or dark (t)">'
        '◐</button><button type="button" id="help" aria-label="Keys" title="Keys (?)">?</button>'
        "</nav></div></div>"
    )


def heads(report: Report) -> str:
    """The names of the columns."""
    return (
        '<div class="heads" aria-hidden="true"><span></span>'
        f"<span>{report.source_lang.english_name}<small> source</small></span>"
        f"<span>{report.target_lang.english_name}<small> translation</small></span>"
        "<span>Notes</span></div>"
    )


def footer(report: Report, made_by: str) -> str:
    """Where the figures come from, and where to read on."""
    return (
        f'<footer class="foot"><p>{plain(made_by)}. Score by {plain(report.score.signature)}. '
        f"Similarity by {plain(report.encoder)}.</p><p>A finding is not yet an error: a person "
        "confirms it. <code>alignqa rule CODE</code> explains each rule.</p></footer>"
    )


def _paths(report: Report) -> list[str]:
    return list(dict.fromkeys(path for path in (report.source_path, report.target_path) if path))


def _counts(report: Report) -> Iterator[str]:
    found = [(severity, report.count(severity)) for severity in reversed(Severity)]
    for severity, count in found:
        if count:
            yield f"<b>{count:,}</b> {label(severity)}"
    if not any(count for _, count in found):
        yield '<b class="label good"><i aria-hidden="true">✓</i> nothing found</b>'
    if reread := sum(pair.critical_error and not pair.findings for pair in report.pairs):
        yield f"<b>{reread:,}</b> to reread"
    whole = sum(pair.is_whole for pair in report.pairs)
    yield f"<b>{whole:,}</b> pair{'' if whole == 1 else 's'}"
    if alone := len(report.unaligned):
        yield f"<b>{alone:,}</b> unpaired"
    if moved := sum(pair.moved for pair in report.pairs):
        yield f"<b>{moved:,}</b> moved"


def _figures(report: Report) -> str:
    rows = [("score", f"{report.score.value:.1f}")]
    rows += [
        (name.replace("_", " "), _figure(value))
        for name, value in report.mqm.items()
        if name != "signature"
    ]
    listed = "".join(f"<div><dt>{plain(key)}</dt><dd>{plain(of)}</dd></div>" for key, of in rows)
    signature = report.mqm.get("signature")
    signed = f'<p class="signature">MQM {plain(str(signature))}</p>' if signature else ""
    return (
        f'<section class="sums" aria-label="Figures"><dl>{listed}</dl>'
        f'<p class="signature">Score {plain(report.score.signature)}</p>{signed}</section>'
    )


def _figure(value: float | str) -> str:
    if isinstance(value, str):
        return value
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.4g}"


def _failures(report: Report) -> str:
    if not report.failures:
        return ""
    failed = "".join(f"<li>{plain(str(failure))}</li>" for failure in report.failures)
    return (
        '<section class="failed" aria-label="Incomplete report"><p><b>Incomplete.</b> Checks '
        f"failed, and what they would have found is not here:</p><ul>{failed}</ul></section>"
    )
