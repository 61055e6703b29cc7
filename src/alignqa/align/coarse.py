"""Long texts: the chain of their coarse outlines says where the chain of their segments can run."""

from __future__ import annotations

import numpy as np

from alignqa.align.beads import Band, chain, whole
from alignqa.align.costs import Costs, costs_for
from alignqa.align.side import Side
from alignqa.align.similarity import Similarity
from alignqa.bitext import Bead

# Tables of so many cells are searched as they are.
_SMALL = 250_000
# How many segments become one in the outline, and how many of these the band leaves on either side.
_FOLD = 8
_SLACK = 2


def align(source: Side, target: Side, costs: Costs | None = None) -> list[Bead]:
    """The best chain of beads, in order; every segment stands in exactly one.

    Where the texts are long, it is sought in a band about the chain of their outlines. If it comes
    near the edge of the band, the band is made twice as wide, until it does not.
    """
    similarity = Similarity(source, target)
    costs = costs or costs_for(similarity)
    n, m = len(source), len(target)
    if n * m <= _SMALL:
        return chain(similarity, costs, whole(n, m))[0]
    outline = align(_folded(source), _folded(target), costs)
    slack = _SLACK
    while True:
        band = _band(outline, n, m, slack)
        beads, has_room = chain(similarity, costs, band)
        if has_room:
            return beads
        slack *= 2


def _folded(side: Side) -> Side:
    """Runs of `_FOLD` segments as one; the last may be shorter."""
    weights = np.sqrt(side.lengths).astype(np.float32)
    full = len(side) // _FOLD * _FOLD
    runs = side.vectors[:full].reshape(-1, _FOLD, side.vectors.shape[1])
    total = (weights[:full].reshape(-1, 1, _FOLD) @ runs)[:, 0]
    if full < len(side):
        total = np.vstack([total, weights[full:] @ side.vectors[full:]])
    rows = total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-9)
    lengths = np.add.reduceat(side.lengths, np.arange(0, len(side), _FOLD))
    return Side(rows, lengths, side.foreign)


def _band(outline: list[Bead], n: int, m: int, slack: int) -> Band:
    """The cells within `slack` runs of the outline's chain."""
    first = np.full(n + 1, m, dtype=np.int64)
    last = np.zeros(n + 1, dtype=np.int64)
    i = j = 0
    for bead in outline:
        rows = slice(max(0, (i - slack) * _FOLD), (i + len(bead.source) + slack) * _FOLD + 1)
        first[rows] = np.minimum(first[rows], (j - slack) * _FOLD)
        i, j = i + len(bead.source), j + len(bead.target)
        last[rows] = np.maximum(last[rows], (j + slack) * _FOLD)
    first[0], last[n] = 0, m
    first = np.minimum.accumulate(np.clip(first, 0, m)[::-1])[::-1]
    last = np.maximum.accumulate(np.clip(last, 0, m))
    return Band(first, last)
