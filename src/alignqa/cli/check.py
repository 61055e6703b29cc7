"""`alignqa check`: the report on one bilingual file, or on two files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alignqa.cli import options
from alignqa.cli.choice import chosen
from alignqa.cli.configured import read_besides
from alignqa.cli.destination import deliver, destination
from alignqa.cli.grouped import with_grouped_options
from alignqa.cli.groups import EncoderOptions, RuleOptions, RunOptions
from alignqa.cli.incomplete import refuse_incomplete
from alignqa.cli.language import wanted_language
from alignqa.cli.page import emit
from alignqa.cli.progress import Progress
from alignqa.cli.saying import tell
from alignqa.errors import SettingsError

if TYPE_CHECKING:
    from alignqa.report import Report
    from alignqa.settings import Settings


@with_grouped_options
def check(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            show_default=False,
            help="A text that holds both languages, or a bitext (.tsv, .csv, .jsonl, .xlf, .tmx, "
            ".po, .xlsx); with TARGET, the source text (.txt, .md, .html, .docx, .srt).",
        ),
    ],
    target: options.Target = None,
    format_name: Annotated[
        str | None,
        options.format_option(
            "How to report: terminal, concise, statistics, html, json, jsonl, csv, markdown, "
            "sarif, junit or github; or xliff or tmx, which give such a file back with the "
            "findings in it."
        ),
    ] = None,
    statistics: Annotated[
        bool,
        typer.Option(
            "--statistics",
            help="Only how often each rule spoke.",
            rich_help_panel=options.WRITING,
        ),
    ] = False,
    explain: Annotated[
        bool | None,
        typer.Option(
            "--explain/--no-explain",
            show_default=False,
            help="After the report, say what the rules that spoke look for.",
            rich_help_panel=options.WRITING,
        ),
    ] = None,
    output: options.Output = None,
    reference: options.Reference = None,
    lang: options.Language = None,
    *,
    rules: RuleOptions,
    encoding: EncoderOptions,
    jobs: options.PairJobs = None,
    run: RunOptions,
) -> None:
    """Report where a translation drifts.

    Exits with 0 if it could judge, whatever it found, and with 2 if it could not.

    **Examples**

    - `alignqa check article.txt` for one file with both languages

    - `alignqa check article.en.txt article.ja.txt` for two files

    - `alignqa check memory.tsv -f jsonl -o report.jsonl` for scripts

    - `alignqa check article.txt --glossary terms.csv` for your own terms

    - `alignqa check article.txt --select AQ1,AQ201 --ignore AQ103`
    """
    from alignqa import formats
    from alignqa.checks.registry import all_checks
    from alignqa.render import Output, all_outputs
    from alignqa.render.language import speaking
    from alignqa.settings import settings_of

    given: dict[str, object] = {
        **rules.given(),
        **encoding.given(),
        "reference": options.path(reference),
        "check.format": "statistics" if statistics else format_name,
        "check.explain": explain,
        "check.output": options.path(output),
        "check.jobs": jobs,
    }
    configuration = run.configured((file, target), given)
    values = configuration.in_force(file, target)
    language = wanted_language(lang, values["lang"].value)
    name = str(values["check.format"].value)
    outputs: dict[str, Output[Report] | formats.Format] = {**all_outputs()}
    wanted = chosen("format", name, outputs | formats.annotated_outputs())
    render: Callable[[Report], str | bytes]
    if isinstance(wanted, formats.Format):
        formats.require_annotatable(file, name)
        render, show = partial(formats.annotated, file, name), None
    else:
        render, show = wanted.render, wanted.show
    processes = values["check.jobs"].value
    settings = replace(
        settings_of(values, [known.rule for known in all_checks()]),
        jobs=processes if isinstance(processes, int) else None,
    )
    besides = read_besides(configuration, values)
    output = destination(values["check.output"].value, file, target, *besides)
    # Nothing may stand behind what a program reads.
    explains = show is not None or output is not None
    if explain and not explains:
        raise SettingsError(
            f"--explain has no place after --format {name}; write that to a file with --output."
        )
    with Progress(enabled=bool(values["progress"].value)) as bar:
        report = _run(file, target, settings, bar)
    with speaking(language):
        deliver(output, partial(render, report), None if show is None else partial(show, report))
        if explains and values["check.explain"].value:
            from alignqa.render.explained import explain_rules

            emit(partial(explain_rules, report))
        tell(report.remarks)
    refuse_incomplete(report)


def _run(file: Path, target: Path | None, settings: Settings, bar: Progress) -> Report:
    if settings.reference is None:
        from alignqa import pipeline

        return pipeline.run(file, target, settings, bar.advance)
    from alignqa import references

    return references.run(file, target, settings, bar.advance)
