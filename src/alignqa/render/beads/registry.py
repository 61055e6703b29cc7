"""The outputs of an alignment."""

from __future__ import annotations

from functools import cache

from alignqa.bitext import Alignment
from alignqa.render import beads
from alignqa.render.outputs import Output, outputs_of


@cache
def all_beads_outputs() -> dict[str, Output[Alignment]]:
    """Every output by its name, the one for people first."""
    return outputs_of(beads)
