"""Which passages belong together: vectors in, beads out. Knows no encoder."""

from alignqa.align.beads import BEAD_SHAPES, Costs, align
from alignqa.align.windows import joined, windows

__all__ = ["BEAD_SHAPES", "Costs", "align", "joined", "windows"]
