"""The outputs of an alignment: every module of this package that has a `FORMAT`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from rich.console import Console

from alignqa.bitext import Alignment, Unit
from alignqa.modules import modules_with
from alignqa.render import beads


@dataclass(frozen=True, slots=True)
class BeadsOutput:
    """One output: `render` gives its text, as a file would hold it, with a line end at its end.

    The unit is what the alignment's segments are. `show` is there for an output that can do better
    on a terminal: it prints on a console, in its colours and to its width.
    """

    name: str
    render: Callable[[Alignment, Unit], str]
    show: Callable[[Alignment, Unit, Console], None] | None = None


@cache
def all_beads_outputs() -> dict[str, BeadsOutput]:
    """Every output by its name, the one for people first."""
    found = [
        BeadsOutput(module.FORMAT, module.render, getattr(module, "show", None))
        for module in modules_with(beads, "FORMAT")
    ]
    found.sort(key=lambda output: (output.show is None, output.name))
    return {output.name: output for output in found}
