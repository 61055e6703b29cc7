"""`alignqa check`: the report on one bilingual file, or on two files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from alignqa.cli.page import emit
from alignqa.cli.progress import Progress
from alignqa.cli.whole_file import refuse_unwritable, write_whole
from alignqa.errors import SettingsError


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
            "--format", "-f", metavar="FORMAT", help="How to report: terminal, json or jsonl."
        ),
    ] = "terminal",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            show_default=False,
            help="Write the report here, whole or not at all.",
        ),
    ] = None,
    encoder: Annotated[
        str | None,
        typer.Option(
            metavar="NAME|PATH",
            show_default=False,
            help="A sentence-transformers model to pair with, in place of the embedded one.",
        ),
    ] = None,
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
    no_progress: Annotated[
        bool, typer.Option("--no-progress", help="Show no bar, however long it takes.")
    ] = False,
) -> None:
    """Report where a translation drifts.

    Exits with 0 if it could judge, whatever it found, and with 2 if it could not.

    **Examples**

    - `alignqa check article.txt` for one file with both languages

    - `alignqa check article.en.txt article.ja.txt` for two files

    - `alignqa check memory.tsv -f jsonl -o report.jsonl` for scripts

    - `alignqa check article.txt --select AQ1,AQ201 --ignore AQ103`
    """
    from alignqa import pipeline
    from alignqa.checks.registry import all_checks
    from alignqa.cli.formats import output_named
    from alignqa.settings import Settings

    wanted = output_named(format_name)
    settings = Settings.checked(
        [known.rule for known in all_checks()],
        encoder=encoder,
        select=_listed(select),
        ignore=_listed(ignore),
    )
    if output is not None:
        _refuse_overwriting(output, file, target)
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


def _listed(options: list[str] | None) -> list[str]:
    """`["AQ1,AQ2", "AQ3"]` → `["AQ1", "AQ2", "AQ3"]`."""
    return [name.strip() for option in options or [] for name in option.split(",") if name.strip()]


def _refuse_overwriting(output: Path, *inputs: Path | None) -> None:
    for path in inputs:
        if path is not None and output.exists() and path.exists() and output.samefile(path):
            raise SettingsError(f"--output {output} is a file to be checked; name another one.")
