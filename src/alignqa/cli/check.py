"""`alignqa check`: the report on one bilingual file, or on two files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from alignqa.cli import options
from alignqa.cli.choice import chosen
from alignqa.cli.incomplete import refuse_incomplete
from alignqa.cli.page import emit
from alignqa.cli.progress import Progress
from alignqa.cli.whole_file import refuse_overwriting, refuse_unwritable, write_whole


def check(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            show_default=False,
            help="A text that holds both languages, or a bitext (.tsv, .csv, .jsonl); with "
            "TARGET, the source text.",
        ),
    ],
    target: Annotated[
        Path | None,
        typer.Argument(metavar="TARGET", show_default=False, help="The translation of FILE."),
    ] = None,
    format_name: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="How to report: terminal, concise, html, json, jsonl, csv, markdown, sarif, junit or "
            "github.",
        ),
    ] = "terminal",
    output: options.Output = None,
    glossary: options.Glossary = None,
    encoder: options.Encoder = None,
    batch_size: options.BatchSize = None,
    device: options.Device = None,
    no_cache: options.NoCache = False,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RULES",
            show_default=False,
            help="Only these rules: codes, names or beginnings of codes, with commas between.",
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="RULES", show_default=False, help="All but these rules."),
    ] = None,
    no_progress: options.NoProgress = False,
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
    from alignqa import pipeline
    from alignqa.checks.registry import all_checks
    from alignqa.render import all_outputs
    from alignqa.settings import Settings

    wanted = chosen("format", format_name, all_outputs())
    settings = Settings.checked(
        [known.rule for known in all_checks()],
        encoder=encoder,
        select=_listed(select),
        ignore=_listed(ignore),
        batch_size=batch_size,
        device=device,
        cache=not no_cache,
        glossaries=glossary or (),
    )
    if output is not None:
        refuse_overwriting(output, file, target, *(glossary or ()))
        refuse_unwritable(output)
    with Progress(enabled=not no_progress) as bar:
        report = pipeline.run(file, target, settings, bar.advance)
    if output is not None:
        write_whole(output, wanted.render(report))
    elif wanted.show is not None:
        show = wanted.show
        emit(lambda console: show(report, console))
    else:
        emit(wanted.render(report))
    refuse_incomplete(report)


def _listed(options: list[str] | None) -> list[str]:
    """`["AQ1,AQ2", "AQ3"]` → `["AQ1", "AQ2", "AQ3"]`."""
    return [name.strip() for option in options or [] for name in option.split(",") if name.strip()]
