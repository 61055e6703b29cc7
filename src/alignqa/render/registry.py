"""The outputs there are: every module of this package that has a `FORMAT` and a `render`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from rich.console import Console

import alignqa.render
from alignqa.report import Report


@dataclass(frozen=True, slots=True)
class Output:
    """One output: `render` gives its text, as a file would hold it, with a line end at its end.

    `show` is there for an output that can do better on a terminal: it prints on a console, in
    its colours and to its width.
    """

    name: str
    render: Callable[[Report], str]
    show: Callable[[Report, Console], None] | None = None


@cache
def all_outputs() -> dict[str, Output]:
    """Every output by its name, the one for people first."""
    found = []
    for module_info in pkgutil.iter_modules(alignqa.render.__path__):
        module = importlib.import_module(f"alignqa.render.{module_info.name}")
        if hasattr(module, "FORMAT"):
            found.append(Output(module.FORMAT, module.render, getattr(module, "show", None)))
    found.sort(key=lambda output: (output.show is None, output.name))
    return {output.name: output for output in found}
