"""`alignqa align`: which passages of two texts belong together, and nothing else."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from alignqa.bitext import Unit
from alignqa.cli import options
from alignqa.cli.choice import chosen
from alignqa.cli.configured import read_besides
from alignqa.cli.destination import deliver, destination
from alignqa.cli.grouped import with_grouped_options
from alignqa.cli.groups import EncoderOptions, RunOptions
from alignqa.cli.progress import Progress


@with_grouped_options
def align(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="SOURCE",
            show_default=False,
            help="The source text; without TARGET, a text that holds both languages.",
        ),
    ],
    target: options.Target = None,
    unit_name: Annotated[
        str | None, options.unit_option("What to pair: line, paragraph or sentence.")
    ] = None,
    format_name: Annotated[
        str | None, options.format_option("What to write: terminal, json, tmx or tsv.")
    ] = None,
    output: options.Output = None,
    *,
    encoding: EncoderOptions,
    run: RunOptions,
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
    from alignqa.render.beads.registry import all_beads_outputs
    from alignqa.settings import settings_of

    units = {known.value: known for known in Unit}
    if unit_name is not None:
        chosen("unit", unit_name, units)
    given: dict[str, object] = {
        **encoding.given(),
        "align.unit": unit_name,
        "align.format": format_name,
        "align.output": options.path(output),
    }
    configuration = run.configured((source, target), given)
    values = configuration.in_force(source, target)
    unit = units[str(values["align.unit"].value)]
    wanted = chosen("format", str(values["align.format"].value), all_beads_outputs())
    settings = settings_of(values, [known.rule for known in all_checks()])
    besides = read_besides(configuration, values)
    output = destination(values["align.output"].value, source, target, *besides)
    with Progress(enabled=bool(values["progress"].value)) as bar:
        alignment = pipeline.align_files(source, target, unit, settings, bar.advance)
    show = None if wanted.show is None else partial(wanted.show, alignment)
    deliver(output, partial(wanted.render, alignment), show)
