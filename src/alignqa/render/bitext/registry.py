"""What `alignqa convert` writes: every module of this package."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from alignqa.bitext import Bitext
from alignqa.modules import modules_with
from alignqa.render import bitext
from alignqa.render.outputs import Output, outputs_of


@cache
def all_bitext_outputs() -> dict[str, Output[Bitext]]:
    """Every output by its name."""
    return outputs_of(bitext)


@cache
def format_names() -> Mapping[str, str]:
    """The names of outputs by the suffixes of their files."""
    modules = modules_with(bitext, "FORMAT")
    return {suffix: module.FORMAT for module in modules for suffix in module.SUFFIXES}
