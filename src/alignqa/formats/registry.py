"""The formats there are: every module of this package that has a `NAME` and a `read`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import alignqa.formats
from alignqa.bitext import Bitext, PlainText

# What a file is when nothing says that it is something else.
_DEFAULT = "plain text"


@dataclass(frozen=True, slots=True)
class Format:
    """One format: `read` takes a file's text and its path, which errors and segments name.

    `suffixes` are lower-case and begin with a dot. `recognises` looks at the text of a file whose
    suffix no format has, and is true only where the text can hardly be anything else.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str, Path], PlainText | Bitext]
    recognises: Callable[[str], bool] | None = None


@cache
def all_formats() -> dict[str, Format]:
    """Every format by its name, in alphabetical order."""
    found = []
    for module_info in pkgutil.iter_modules(alignqa.formats.__path__):
        module = importlib.import_module(f"alignqa.formats.{module_info.name}")
        if hasattr(module, "NAME"):
            recognises = getattr(module, "recognises", None)
            found.append(Format(module.NAME, module.SUFFIXES, module.read, recognises))
    return {known.name: known for known in sorted(found, key=lambda known: known.name)}


def format_of(path: Path, text: str) -> Format:
    """The format of a file: by its suffix, or by its text where no format has that suffix."""
    formats = all_formats()
    suffix = path.suffix.lower()
    for known in formats.values():
        if suffix in known.suffixes:
            return known
    for known in formats.values():
        if known.recognises is not None and known.recognises(text):
            return known
    return formats[_DEFAULT]
