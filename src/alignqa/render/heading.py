"""What a report is about and what it comes to: the first lines of an output for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from alignqa.finding import Severity
from alignqa.render.flow import counted, flow
from alignqa.render.inert import inert
from alignqa.render.look import EXPECTED, STRONG, Look, label_style
from alignqa.report import Report


def heading(report: Report, suspect: int, alone: int, look: Look) -> Iterator[Text]:
    """The files, the languages, the score and the counts, on one line if they fit.

    `suspect` pairs are likely wrong though nothing was found in them, `alone` are unpaired.
    """
    whole = sum(pair.is_whole for pair in report.pairs)
    items = [
        Text(counted(whole, "pair")),
        Text.assemble("score ", (f"{report.score.value:.1f}", STRONG)),
    ]
    items += [Text(f"{score.name} {score.value:.1f}") for score in report.reference]
    counts = [(severity, report.count(severity)) for severity in reversed(Severity)]
    items += [Text(f"{n} {name}", label_style(name)) for name, n in counts if n]
    if not any(n for _, n in counts):
        items.append(Text("nothing found", EXPECTED))
    if suspect:
        items.append(Text(f"{suspect} to reread"))
    if alone:
        items.append(Text(f"{alone} unpaired"))
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
    return Text(f"{report.source_lang.english_name} {look.arrow} {report.target_lang.english_name}")


def incomplete() -> Text:
    """Said of a report that lacks something."""
    return Text("incomplete: a check failed", label_style(Severity.CRITICAL))
