"""What stands above the document: what was checked, the figures, and the controls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from alignqa.finding import Severity
from alignqa.render.language import language_word, severity_word, word, worded
from alignqa.render.page.notes import SIGNS, label
from alignqa.render.page.ribbon import in_words, ribbon
from alignqa.render.page.safe_text import plain
from alignqa.report import Report


def title(report: Report) -> str:
    """The name of what was checked, as plain words."""
    return " → ".join(_paths(report)) or worded("Translation check")


def header(report: Report) -> str:
    """The banner: files, languages, counts, figures, and what failed."""
    arrow = f'<span aria-hidden="true">→</span><span class="vh">{worded(" to ")}</span>'
    paths = f" {arrow} ".join(f"<span>{plain(path)}</span>" for path in _paths(report))
    source, target = language_word(report.source_lang), language_word(report.target_lang)
    languages = f"{source} {arrow} {target}"
    counts = "".join(f"<li>{item}</li>" for item in _counts(report))
    return (
        '<header class="top"><div class="about"><p class="tool">alignqa</p>'
        f"<h1>{paths or worded('Translation check')}</h1>"
        f'<p class="languages">{languages}</p><ul class="counts">{counts}</ul></div>'
        f"{_figures(report)}{_failures(report)}</header>"
    )


def bar(report: Report) -> str:
    """The bar that stays in sight: ribbon, filters, the way from finding to finding."""
    severities = "".join(
        f'<button type="button" class="toggle {severity.value}" data-severity="{severity.value}" '
        f'aria-pressed="true"><i aria-hidden="true">{SIGNS[severity]}</i> {severity_word(severity)} '
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
        f'<section class="bar" aria-label="{worded("Overview")}">'
        f'<div class="ribbon" id="ribbon" role="img" aria-label="{in_words(report)}">'
        f'{ribbon(report)}<div id="view"></div></div><div id="tip" hidden></div>'
        f'<div class="tools"><search class="filters" aria-label="{worded("Filters")}">'
        f'<div class="toggles" role="group" aria-label="{worded("Severity")}">{severities}</div>'
        f'<label class="field"><span class="vh">{worded("Rule")}</span><select id="rule">'
        f'<option value="">{worded("All rules")}</option>{rules}</select></label>'
        f'<label class="field"><span class="vh">{worded("Text")}</span><input id="text" type="search" '
        f'placeholder="{worded("Filter by text")}" autocomplete="off" spellcheck="false"></label>'
        '<button type="button" class="toggle" id="only" aria-pressed="false">'
        f"{worded('Hide clean')}</button>"
        f'</search><nav class="steps" aria-label="{worded("Findings")}">'
        f'<button type="button" id="previous" aria-label="{worded("Previous finding")}" '
        f'title="{worded("Previous (k)")}">'
        f'↑</button><output id="place" aria-live="polite">{worded("{n} found", n=total)}</output>'
        f'<button type="button" id="next" aria-label="{worded("Next finding")}" '
        f'title="{worded("Next (j)")}">↓</button>'
        f'<button type="button" id="theme" aria-label="{worded("Light or dark")}" '
        f'title="{worded("Light or dark (t)")}">◐</button>'
        f'<button type="button" id="help" aria-label="{worded("Keys")}" '
        f'title="{worded("Keys (?)")}">?</button>'
        "</nav></div></section>"
    )


def heads(report: Report) -> str:
    """The names of the columns."""
    source, target = language_word(report.source_lang), language_word(report.target_lang)
    return (
        '<div class="heads" aria-hidden="true"><span></span>'
        f"<span>{source}<small> {worded('source')}</small></span>"
        f"<span>{target}<small> {worded('translation')}</small></span>"
        f"<span>{worded('Notes')}</span></div>"
    )


def footer(report: Report, made_by: str) -> str:
    """Where the figures come from, and where to read on."""
    sources = worded(
        "{tool}. Score by {score}. Similarity by {similarity}.",
        tool=plain(made_by),
        score=plain(report.score.signature),
        similarity=plain(report.encoder),
    )
    return (
        f'<footer class="foot"><p>{sources}</p><p>'
        + worded("A finding is not yet an error: a person confirms it.")
        + " "
        + worded("{command} explains each rule.", command="<code>alignqa rule CODE</code>")
        + "</p></footer>"
    )


def _paths(report: Report) -> list[str]:
    return list(dict.fromkeys(path for path in (report.source_path, report.target_path) if path))


def _counts(report: Report) -> Iterator[str]:
    found = [(severity, report.count(severity)) for severity in reversed(Severity)]
    for severity, count in found:
        if count:
            yield f"<b>{count:,}</b> {label(severity)}"
    if not any(count for _, count in found):
        yield f'<b class="label good"><i aria-hidden="true">✓</i> {worded("nothing found")}</b>'
    if reread := sum(pair.is_suspect for pair in report.pairs):
        yield worded("<b>{n:,}</b> to reread", n=reread)
    whole = sum(pair.is_whole for pair in report.pairs)
    yield (
        worded("<b>{n:,}</b> pair", n=whole)
        if whole == 1
        else worded("<b>{n:,}</b> pairs", n=whole)
    )
    # Those with a finding are counted among the findings, as in the terminal.
    if alone := sum(not pair.findings for pair in report.unaligned):
        yield worded("<b>{n:,}</b> unpaired", n=alone)
    if report.silenced:
        yield worded("<b>{n:,}</b> silenced", n=report.silenced)
    if moved := sum(pair.moved for pair in report.pairs):
        yield worded("<b>{n:,}</b> moved", n=moved)


def _figures(report: Report) -> str:
    rows = [(worded("score ").strip(), f"{report.score.value:.1f}")]
    rows += [
        (word(name.replace("_", " ")), _figure(value))
        for name, value in report.mqm.items()
        if name != "signature"
    ]
    listed = "".join(f"<div><dt>{plain(key)}</dt><dd>{plain(of)}</dd></div>" for key, of in rows)
    signature = report.mqm.get("signature")
    signed = f'<p class="signature">MQM {plain(str(signature))}</p>' if signature else ""
    return (
        f'<section class="sums" aria-label="{worded("Figures")}"><dl>{listed}</dl>'
        f'<p class="signature">{worded("Score {by}", by=plain(report.score.signature))}</p>{signed}</section>'
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
        f'<section class="failed" aria-label="{worded("Incomplete report")}"><p>'
        f"<b>{worded('Incomplete.')}</b> "
        + worded("Checks failed, and what they would have found is not here:")
        + f"</p><ul>{failed}</ul></section>"
    )
