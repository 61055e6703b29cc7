"""What there is to write a thing as: every module of a package that has a `FORMAT` and a `render`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Generic, TypeVar

from rich.console import Console

from alignqa.modules import modules_with

Shown = TypeVar("Shown")


@dataclass(frozen=True, slots=True)
class Output(Generic[Shown]):
    """One output: `render` gives its text, as a file would hold it, with a line end at its end.

    `show` is there for an output that can do better on a terminal: it prints on a console, in its
    colours and to its width.
    """

    name: str
    render: Callable[[Shown], str]
    show: Callable[[Shown, Console], None] | None = None


def outputs_of(package: ModuleType) -> dict[str, Output[Any]]:
    """Every output of a package by its name, the one for people first."""
    found: list[Output[Any]] = [
        Output(module.FORMAT, module.render, getattr(module, "show", None))
        for module in modules_with(package, "FORMAT")
    ]
    found.sort(key=lambda output: (output.show is None, output.name))
    return {output.name: output for output in found}
