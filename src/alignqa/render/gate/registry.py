"""The outputs of the gate: every module of this package that has a `FORMAT`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from rich.console import Console

from alignqa.modules import modules_with
from alignqa.render import gate
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
    found = [
        GateOutput(module.FORMAT, module.render, getattr(module, "show", None))
        for module in modules_with(gate, "FORMAT")
    ]
    found.sort(key=lambda output: (output.show is None, output.name))
    return {output.name: output for output in found}
