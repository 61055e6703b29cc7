"""The outputs of the gate: every module of this package that has a `GATE_FORMAT`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from rich.console import Console

import alignqa.render
from alignqa.verdict import Verdict


@dataclass(frozen=True, slots=True)
class GateOutput:
    """One output: `render` gives its text, as a file would hold it, with a line end at its end.

    `show` is there for an output that can do better on a terminal: it prints on a console, in its
    colours.
    """

    name: str
    render: Callable[[Verdict], str]
    show: Callable[[Verdict, Console], None] | None = None


@cache
def all_gate_outputs() -> dict[str, GateOutput]:
    """Every output by its name, the one for people first."""
    found = []
    for module_info in pkgutil.iter_modules(alignqa.render.__path__):
        if not module_info.name.startswith("gate_"):
            continue
        module = importlib.import_module(f"alignqa.render.{module_info.name}")
        if hasattr(module, "GATE_FORMAT"):
            show = getattr(module, "show", None)
            found.append(GateOutput(module.GATE_FORMAT, module.render, show))
    found.sort(key=lambda output: (output.show is None, output.name))
    return {output.name: output for output in found}
