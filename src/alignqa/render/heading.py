"""What a report is about and what it comes to: the first lines of an output for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from alignqa.finding import Severity
from alignqa.render.flow import flow, pairs_counted
from alignqa.render.inert import inert
from alignqa.render.language import SEVERITIES, language_word, worded
from alignqa.render.look import EXPECTED, STRONG, Look, label_style
from alignqa.report import Report


def heading(report: Report, suspect: int, alone: int, look: Look) -> Iterator[Text]:
    """The files, the languages, the score and the counts, on one line if they fit.

    `suspect` pairs are likely wrong though nothing was found in them, `alone` are unpaired.
    """
    whole = sum(pair.is_whole for pair in report.pairs)
    items = [
        Text(pairs_counted(whole)),
        Text.assemble(worded("score "), (f"{report.score.value:.1f}", STRONG)),
    ]
    items += [Text(f"{score.name} {score.value:.1f}") for score in report.reference]
    counts = [(severity, report.count(severity)) for severity in reversed(Severity)]
    items += [
        Text(worded("{n} {severity}", n=n, severity=SEVERITIES[name]), label_style(name))
        for name, n in counts
        if n
    ]
    if not any(n for _, n in counts):
        items.append(Text(worded("nothing found"), EXPECTED))
    if suspect:
        items.append(Text(worded("{n} to reread", n=suspect)))
    if alone:
        items.append(Text(worded("{n} unpaired", n=alone)))
    if report.silenced:
        items.append(Text(worded("{n} silenced", n=report.silenced)))
    if report.failures:
        items.append(incomplete())
    paths = dict.fromkeys(path for path in (report.source_path, report.target_path) if path)
    yield from under_title(list(paths), languages(report, look), items, look)


def under_title(
    paths: Sequence[str], about: Text, items: Sequence[Text], look: Look
) -> Iterator[Text]:
    """Files, languages and facts on one line if they fit, else the facts from a new line on."""
    title = [Text(inert(f" {look.arrow} ".join(paths)), STRONG)] if paths else []
    one_line = list(flow([*title, about, *items], look))
    yield from (
        one_line if len(one_line) == 1 else [*flow([*title, about], look), *flow(items, look)]
    )


def languages(report: Report, look: Look) -> Text:
    """`English → Japanese`"""
    return Text(
        f"{language_word(report.source_lang)} {look.arrow} {language_word(report.target_lang)}"
    )


def incomplete() -> Text:
    """Said of a report that lacks something."""
    return Text(worded("incomplete: a check failed"), label_style(Severity.CRITICAL))
