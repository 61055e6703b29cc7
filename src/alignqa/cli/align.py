"""`alignqa align`: which passages of two texts belong together, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from alignqa.bitext import Unit
from alignqa.cli import options
from alignqa.cli.choice import chosen
from alignqa.cli.configured import configured, encoder_options
from alignqa.cli.page import emit
from alignqa.cli.progress import Progress
from alignqa.cli.whole_file import refuse_overwriting, refuse_unwritable, write_whole


def align(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="SOURCE",
            show_default=False,
            help="The source text; without TARGET, a text that holds both languages.",
        ),
    ],
    target: Annotated[
        Path | None,
        typer.Argument(metavar="TARGET", show_default=False, help="The translation of SOURCE."),
    ] = None,
    unit_name: Annotated[
        str,
        typer.Option(
            "--unit", "-u", metavar="UNIT", help="What to pair: line, paragraph or sentence."
        ),
    ] = Unit.PARAGRAPH.value,
    format_name: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help="What to write: terminal, json, tmx or tsv."
        ),
    ] = "terminal",
    output: options.Output = None,
    encoder: options.Encoder = None,
    batch_size: options.BatchSize = None,
    device: options.Device = None,
    no_cache: options.NoCache = False,
    config: options.Config = None,
    no_config: options.NoConfig = False,
    no_progress: options.NoProgress = False,
) -> None:
    """Pair the passages of two texts, and judge nothing.

    Exits with 0 if it could, and with 2 if it could not.

    **Examples**

    - `alignqa align article.en.txt article.ja.txt` to look at the pairs

    - `alignqa align en.txt ja.txt --unit sentence -f tmx -o memory.tmx` for a translation memory

    - `alignqa align en.txt ja.txt --unit line -f tsv | cut -f 2` for scripts
    """
    from alignqa import pipeline
    from alignqa.checks.registry import all_checks
    from alignqa.render.beads_registry import all_beads_outputs
    from alignqa.settings import settings_of

    wanted = chosen("format", format_name, all_beads_outputs())
    unit = chosen("unit", unit_name, {known.value: known for known in Unit})
    given = encoder_options(
        encoder=encoder,
        batch_size=batch_size,
        device=device,
        no_cache=no_cache,
        no_progress=no_progress,
    )
    configuration = configured(config, none=no_config, files=(source, target), given=given)
    values = configuration.in_force(source, target)
    settings = settings_of(values, [known.rule for known in all_checks()])
    if output is not None:
        refuse_overwriting(output, source, target)
        refuse_unwritable(output)
    with Progress(enabled=bool(values["progress"].value)) as bar:
        alignment = pipeline.align_files(source, target, unit, settings, bar.advance)
    if output is not None:
        write_whole(output, wanted.render(alignment, unit))
    elif wanted.show is not None:
        show = wanted.show
        emit(lambda console: show(alignment, unit, console))
    else:
        emit(wanted.render(alignment, unit))
