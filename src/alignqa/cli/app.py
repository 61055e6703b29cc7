"""The commands there are."""

from __future__ import annotations

from typing import Annotated

import typer

from alignqa.cli.align import align
from alignqa.cli.baseline import baseline
from alignqa.cli.check import check
from alignqa.cli.config import config
from alignqa.cli.convert import convert
from alignqa.cli.diff import diff
from alignqa.cli.gate import gate
from alignqa.cli.rule import rule
from alignqa.render import tool

app = typer.Typer(
    name=tool.NAME,
    help="Checks English/Japanese translations: pairs the passages, and says where the "
    "translation drifts, why, how badly, and what was expected.",
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["--help", "-h"]},
)
app.command()(check)
app.command()(diff)
app.command()(gate)
app.command()(baseline)
app.command()(align)
app.command()(convert)
app.command()(rule)
app.command()(config)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"{tool.NAME} {tool.version()}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def alignqa(
    context: typer.Context,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Checks English/Japanese translations, in either direction.

    It pairs the passages of the two texts, and says where the translation drifts, why, how badly,
    and what was expected.
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), nl=False)
        raise typer.Exit(2)
