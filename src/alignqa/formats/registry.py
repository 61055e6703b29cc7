"""The formats there are: every module of this package that has a `NAME` and a way to read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from alignqa import formats
from alignqa.bitext import Bitext, Blocks, PlainText
from alignqa.modules import modules_with
from alignqa.report import Report

# What a file holds: one text, or pairs.
Loaded = PlainText | Blocks | Bitext

# What a file is when nothing says that it is something else.
DEFAULT = "plain text"


@dataclass(frozen=True, slots=True)
class Format:
    """One format, made of what its module has.

    `read` takes a file's text and its path, which errors and segments name; `read_bytes`, for what
    is no text or says by itself in which encoding it is, takes its bytes. One of the two is there.
    `suffixes` are lower-case and begin with a dot. `recognises` looks at the text of a file whose
    suffix no format has, and is true only where the text can hardly be anything else.
    `annotate`, with the `output` that it is asked for by, gives a file back with the findings of
    the report on it written in.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str, Path], Loaded] | None = None
    read_bytes: Callable[[bytes, Path], Loaded] | None = None
    recognises: Callable[[str], bool] | None = None
    output: str | None = None
    annotate: Callable[[bytes, Path, Report], bytes] | None = None


@cache
def all_formats() -> dict[str, Format]:
    """Every format by its name, in alphabetical order."""
    found = [
        Format(
            module.NAME,
            module.SUFFIXES,
            getattr(module, "read", None),
            getattr(module, "read_bytes", None),
            getattr(module, "recognises", None),
            getattr(module, "OUTPUT", None),
            getattr(module, "annotate", None),
        )
        for module in modules_with(formats, "NAME")
    ]
    return {known.name: known for known in sorted(found, key=lambda known: known.name)}


def format_by_suffix(path: Path) -> Format | None:
    """The format that has this file's suffix, if any."""
    suffix = path.suffix.lower()
    return next((known for known in all_formats().values() if suffix in known.suffixes), None)


def format_by_text(text: str) -> Format:
    """The format of a file whose suffix says nothing."""
    there = all_formats()
    for known in there.values():
        if known.recognises is not None and known.recognises(text):
            return known
    return there[DEFAULT]
