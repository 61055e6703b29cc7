"""The outputs of the gate."""

from __future__ import annotations

from functools import cache

from alignqa.render import gate
from alignqa.render.outputs import Output, outputs_of
from alignqa.verdict import Verdict


@cache
def all_gate_outputs() -> dict[str, Output[Verdict]]:
    """Every output by its name, the one for people first."""
    return outputs_of(gate)
