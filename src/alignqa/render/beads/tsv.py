"""`--format tsv`: a bead a line, its source and its target with a tab between."""

from __future__ import annotations

from alignqa.bitext import Alignment
from alignqa.render.controls import without_controls
from alignqa.text import one_line

FORMAT = "tsv"


def render(alignment: Alignment) -> str:
    """A header, then a row a bead; where nothing corresponds, the cell is empty."""
    rows = ["source\ttarget"]
    for bead in alignment.beads:
        source = one_line(alignment.source[index] for index in bead.source)
        target = one_line(alignment.target[index] for index in bead.target)
        rows.append(without_controls(source) + "\t" + without_controls(target))
    return "".join(row + "\n" for row in rows)
