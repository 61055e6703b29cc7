"""The outputs of a report."""

from __future__ import annotations

from functools import cache

from alignqa.render import report
from alignqa.render.outputs import Output, outputs_of
from alignqa.report import Report


@cache
def all_outputs() -> dict[str, Output[Report]]:
    """Every output by its name, the one for people first."""
    return outputs_of(report)
