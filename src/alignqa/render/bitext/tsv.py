"""`alignqa convert --format tsv`: a pair a line, its source and its target with a tab between."""

from __future__ import annotations

from alignqa.bitext import Bitext
from alignqa.render.controls import without_controls
from alignqa.text import one_line

FORMAT = "tsv"
SUFFIXES = (".tsv",)


def render(bitext: Bitext) -> str:
    """A header, then a row a pair; a cell has no line ends, so that those of a text are blanks."""
    rows = [
        "\t".join(without_controls(one_line([side])) for side in pair)
        for pair in zip(bitext.source, bitext.target, strict=True)
    ]
    return "".join(row + "\n" for row in ["source\ttarget", *rows])
