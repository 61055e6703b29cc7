"""`alignqa convert`: the pairs of any file that alignqa reads, as a table or a translators' file."""

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
from alignqa.errors import SettingsError


@with_grouped_options
def convert(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            show_default=False,
            help="A file of pairs (.tsv, .csv, .jsonl, .xlf, .tmx, .po, .xlsx), or a text that "
            "holds both languages; with TARGET, the source text.",
        ),
    ],
    target: options.Target = None,
    format_name: Annotated[
        str | None,
        options.format_option(
            "What to write: tsv, tmx or xliff.", default="what the name of --output says, else tsv"
        ),
    ] = None,
    output: options.Output = None,
    unit_name: Annotated[
        str | None, options.unit_option("What to pair of texts: line, paragraph or sentence.")
    ] = None,
    *,
    encoding: EncoderOptions,
    run: RunOptions,
) -> None:
    """Write the pairs of a file, or of two texts, as TSV, TMX or XLIFF.

    Exits with 0 if it could, and with 2 if it could not.

    **Examples**

    - `alignqa convert messages.po -o messages.tmx` for a translation memory

    - `alignqa convert job.xlf` for a table

    - `alignqa convert guide.en.md guide.ja.md --unit sentence -o guide.xlf` for a review
    """
    from alignqa import pipeline
    from alignqa.checks.registry import all_checks
    from alignqa.render.bitext.registry import all_bitext_outputs
    from alignqa.settings import settings_of

    configuration = run.configured((file, target), encoding.given())
    values = configuration.in_force(file, target)
    output = destination(output, file, target, *read_besides(configuration, values))
    wanted = chosen("format", format_name or _format_of(output), all_bitext_outputs())
    units = {known.value: known for known in Unit}
    unit = None if unit_name is None else chosen("unit", unit_name, units)
    settings = settings_of(values, [known.rule for known in all_checks()])
    with Progress(enabled=bool(values["progress"].value)) as bar:
        bitext = pipeline.paired_files(file, target, unit, settings, bar.advance)
    deliver(output, partial(wanted.render, bitext))


def _format_of(output: Path | None) -> str:
    """What the name of the file says; a table where it says nothing.

    Raises:
        SettingsError: if it is the name of something else, which a table must not pass for.
    """
    from alignqa.formats.registry import format_by_suffix
    from alignqa.render.bitext.registry import format_names

    if output is None:
        return "tsv"
    known = format_names()
    name = known.get(output.suffix.lower())
    if name is None and format_by_suffix(output) is not None:
        raise SettingsError(
            f"alignqa convert does not write {output.suffix}; name a file that ends in "
            f"{', '.join(known)}, or say with --format what {output} is to hold."
        )
    return name or "tsv"
