"""`alignqa config`: which settings are in force, and where each came from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alignqa.cli import options
from alignqa.cli.configured import configured
from alignqa.cli.page import emit

if TYPE_CHECKING:
    from alignqa.settings import Configuration


def config(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE",
            show_default=False,
            help="Show what is in force for this file; without it, for all that no override covers.",
        ),
    ] = None,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON schema of the file, for editors.")
    ] = False,
    path: options.Config = None,
    no_config: options.NoConfig = False,
) -> None:
    """Show which settings are in force, and where each came from.

    Settings are read from the nearest `alignqa.toml`, or `pyproject.toml` with a table
    `[tool.alignqa]`, in the folder of the first file or above it. `alignqa gate … --show-config`
    shows them with the command line's.

    **Examples**

    - `alignqa config docs/ja/guide.md`

    - `alignqa config --schema > alignqa.schema.json`
    """
    if schema:
        from alignqa.settings.schema import json_schema

        emit(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")
        return
    show_in_force(configured(path, none=no_config, files=(file,)), file)


def show_in_force(configuration: Configuration, file: Path | None) -> None:
    """Prints every setting as TOML, with a comment that says where it came from."""
    from alignqa.render.inert import inert
    from alignqa.settings.shown import shown

    at = shown(configuration.path) if configuration.path else "no configuration file"
    lines = [(f"# {at}", "")]
    values = configuration.in_force(file)
    for name, value in values.items():
        unset = value.value is None
        lines.append(
            (f"# {name} is not set" if unset else f"{name} = {_toml(value.value)}", value.origin)
        )
    for rule in configuration.files:
        patterns = {"source": rule.source, "target": rule.target, "reference": rule.reference}
        told = {name: str(pattern) for name, pattern in patterns.items() if pattern is not None}
        shown_rule = ", ".join(f"{name} = {_toml(text)}" for name, text in told.items())
        lines.append((f"# files: {{ {shown_rule} }}", rule.origin))
    for override in configuration.overrides:
        covered = ", ".join(map(str, override.paths))
        origins = ", ".join(f"{name} ({value.origin})" for name, value in override.values.items())
        lines.append((f"# override for {covered}: {origins}", ""))
    width = max(len(line) for line, origin in lines if origin)
    emit(
        "".join(
            inert(f"{line:<{width}}  # {origin}" if origin else line) + "\n"
            for line, origin in lines
        )
    )


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{json.dumps(k)} = {_toml(v)}' for k, v in value.items())}}}"
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)
