"""Which passages belong together: vectors in, beads out. Knows no encoder."""

from alignqa.align.announcing import with_announcing
from alignqa.align.coarse import align
from alignqa.align.costs import Costs
from alignqa.align.gains import BEAD_SHAPES
from alignqa.align.moved import with_moved
from alignqa.align.side import Side

__all__ = ["BEAD_SHAPES", "Costs", "Side", "align", "with_announcing", "with_moved"]
