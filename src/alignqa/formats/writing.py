"""Giving a file back with the findings in it, in the formats that have room for them."""

from __future__ import annotations

from pathlib import Path

from alignqa.errors import SettingsError
from alignqa.formats.reading import format_of, read_bytes
from alignqa.formats.registry import Format, all_formats
from alignqa.report import Report


def annotated_outputs() -> dict[str, Format]:
    """The formats that can be given back, by the name of that output: `xliff`, `tmx`."""
    return {known.output: known for known in all_formats().values() if known.output is not None}


def require_annotatable(path: Path, output: str) -> None:
    """Says early, before the work, that a file cannot be given back as this output.

    Raises:
        SettingsError: if it is in another format.
        UnreadableFile: if it cannot be read at all.
    """
    _require(format_of(read_bytes(path), path), path, output)


def annotated(path: Path, output: str, report: Report) -> bytes:
    """The file as it is, with the report's findings on it written in.

    Raises:
        SettingsError: if it is in another format.
        UnreadableFile: if it has changed since, or can hold no more findings.
    """
    data = read_bytes(path)
    known = format_of(data, path)
    _require(known, path, output)
    assert known.annotate is not None
    return known.annotate(data, path, report)


def _require(known: Format, path: Path, output: str) -> None:
    if known.output != output:
        wanted = annotated_outputs()[output].name
        raise SettingsError(
            f"{path} is {known.name}, not {wanted}: --format {output} gives a file of {wanted} back "
            "with the findings in it."
        )
