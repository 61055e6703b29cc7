"""Passages that stand elsewhere in the other text, where the monotonic chain cannot reach them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from alignqa.align.beads import Costs
from alignqa.align.side import Matrix, Side
from alignqa.align.similarity import Similarity
from alignqa.bitext import Bead

# How alike two passages must be, beside being each other's nearest of all.
_ALIKE = 0.2
_BLOCK = 256


def with_moved(beads: list[Bead], source: Side, target: Side) -> list[Bead]:
    """The beads, with those that stand alone on either side joined where they are each other's
    nearest. A joined bead stands where its source does."""
    alone_source = [b.source[0] for b in beads if not b.target and b.source[0] not in source.asides]
    alone_target = [b.target[0] for b in beads if not b.source and b.target[0] not in target.asides]
    if not alone_source or not alone_target:
        return beads
    similarity = Similarity(source, target)
    joined = dict(
        _matches(similarity, np.array(alone_source), np.array(alone_target), Costs().length)
    )
    taken = set(joined.values())
    result = []
    for bead in beads:
        if not bead.target and bead.source[0] in joined:
            i, j = bead.source[0], joined[bead.source[0]]
            result.append(Bead((i,), (j,), similarity.cosine((1, 1), i, j), moved=True))
        elif bead.source or bead.target[0] not in taken:
            result.append(bead)
    return result


def _matches(
    similarity: Similarity, rows: NDArray[np.int64], columns: NDArray[np.int64], length: float
) -> list[tuple[int, int]]:
    """Source and target segments, of those alone, that are each other's nearest of all there are."""
    source, target = similarity.source, similarity.target
    column_of, _ = _nearest(similarity.margins_of, rows, np.arange(len(target)))
    row_of, value = _nearest(
        lambda j, i: similarity.margins_of(i, j).T, columns, np.arange(len(source))
    )
    found = []
    for j, i, margin in zip(columns, row_of, value, strict=True):
        at = np.searchsorted(rows, i)
        if at < len(rows) and rows[at] == i and column_of[at] == j:
            ratio = abs(np.log((source.lengths[i] + 5.0) / (target.lengths[j] + 5.0)))
            if margin - length * min(ratio, 2.0) >= _ALIKE:
                found.append((int(i), int(j)))
    return found


def _nearest(
    margins: Callable[[NDArray[np.int64], NDArray[np.int64]], Matrix],
    ours: NDArray[np.int64],
    theirs: NDArray[np.int64],
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """For each of ours the nearest of theirs, and its margin; a block of ours at a time."""
    places, values = [], []
    for start in range(0, len(ours), _BLOCK):
        block = margins(ours[start : start + _BLOCK], theirs)
        places.append(block.argmax(axis=1))
        values.append(block.max(axis=1))
    return np.concatenate(places), np.concatenate(values)
