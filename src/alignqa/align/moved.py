"""Passages that stand elsewhere in the other text, where the monotonic chain cannot reach them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from alignqa.align.costs import Costs
from alignqa.align.side import Indices, Matrix, Side
from alignqa.align.similarity import Similarity
from alignqa.bitext import Bead

# How alike two passages must be, beside being each other's nearest of all.
_ALIKE = 0.2
# How many pairs are compared at a time: bounds the memory that long texts take.
_CELLS = 4_000_000


def with_moved(beads: list[Bead], source: Side, target: Side) -> list[Bead]:
    """The beads, with those that stand alone on either side joined where they are each other's
    nearest. A joined bead stands where its source does."""
    alone_source = [b.source[0] for b in beads if not b.target and b.source[0] not in source.asides]
    alone_target = [b.target[0] for b in beads if not b.source and b.target[0] not in target.asides]
    if not alone_source or not alone_target:
        return beads
    similarity = Similarity(source, target)
    joined = _matches(similarity, np.array(alone_source), np.array(alone_target), Costs().length)
    taken = set(joined.values())
    result = []
    for bead in beads:
        if not bead.target and bead.source[0] in joined:
            i, j = bead.source[0], joined[bead.source[0]]
            result.append(
                Bead((i,), (j,), float(source.vectors[i] @ target.vectors[j]), moved=True)
            )
        elif bead.source or bead.target[0] not in taken:
            result.append(bead)
    return result


def _matches(
    similarity: Similarity, rows: Indices, columns: Indices, length: float
) -> dict[int, int]:
    """Source and target segments, of those alone, that are each other's nearest of all there are."""
    source, target = similarity.source, similarity.target
    # Those that are not each other's nearest of those alone need not be compared with all.
    alike = []
    for i, j in _mutual(similarity, rows, columns, rows, columns):
        ratio = abs(np.log((source.lengths[i] + 5.0) / (target.lengths[j] + 5.0)))
        margin = similarity.margins_of(np.array([i]), np.array([j])).item()
        if margin - length * min(ratio, 2.0) >= _ALIKE:
            alike.append((i, j))
    rows, columns = np.array(alike, dtype=np.int64).reshape(-1, 2).T
    everything = np.arange(len(source)), np.arange(len(target))
    return dict(_mutual(similarity, rows, columns, *everything))


def _mutual(
    similarity: Similarity,
    rows: Indices,
    columns: Indices,
    all_rows: Indices,
    all_columns: Indices,
) -> list[tuple[int, int]]:
    """Those of `rows` and `columns` that are each other's nearest of all rows and columns."""
    column_of = _nearest(similarity.margins_of, rows, all_columns)
    row_of = _nearest(lambda j, i: similarity.margins_of(i, j).T, columns, all_rows)
    return [(i, j) for i, j in column_of.items() if row_of.get(j) == i]


def _nearest(
    margins: Callable[[Indices, Indices], Matrix], ours: Indices, theirs: Indices
) -> dict[int, int]:
    """For each of ours the nearest of theirs; a block of ours at a time."""
    places: list[int] = []
    size = max(1, _CELLS // len(theirs))
    for start in range(0, len(ours), size):
        places += theirs[margins(ours[start : start + size], theirs).argmax(axis=1)].tolist()
    return dict(zip(ours.tolist(), places, strict=True))
