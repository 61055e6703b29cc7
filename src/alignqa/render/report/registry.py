"""The outputs there are: every module of this package that has a `FORMAT` and a `render`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from rich.console import Console

from alignqa.modules import modules_with
from alignqa.render import report
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
    found = [
        Output(module.FORMAT, module.render, getattr(module, "show", None))
        for module in modules_with(report, "FORMAT")
    ]
    found.sort(key=lambda output: (output.show is None, output.name))
    return {output.name: output for output in found}
