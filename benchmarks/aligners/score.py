"""How many of the true beads an aligner finds."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aligners.documents import Document, Shape

KINDS = ("1-1", "1-2", "2-1", "more", "alone")


@dataclass(frozen=True)
class Score:
    """F1 as Vecalign's scorer has it (the empty beads count in precision, not in recall).

    `by_kind` holds recall and precision of exact beads, and how many are true; `moved` how many of
    the lines that moved are paired rightly, left alone and paired wrongly.
    """

    strict: float
    lax: float
    by_kind: dict[str, tuple[float, float, int]]
    moved: tuple[int, int, int]

    def __str__(self) -> str:
        kinds = "  ".join(
            f"{recall:.3f}/{precision:.3f}" if count else f"{'-':>11}"
            for recall, precision, count in self.by_kind.values()
        )
        moved = "  {} / {} / {}".format(*self.moved) if any(self.moved) else ""
        return f"{self.strict:.4f}  {self.lax:.4f}  {kinds}{moved}"


def header(documents: Sequence[Document]) -> str:
    counts = [sum(kind(bead) == name for d in documents for bead in d.gold) for name in KINDS]
    kinds = "  ".join(
        f"{f'{name} ({count})':>11}" for name, count in zip(KINDS, counts, strict=True)
    )
    moved = "  moved: right / alone / wrong" if any(d.moved for d in documents) else ""
    return f"{'':24}{'strict':6}  {'lax':6}  {kinds}{moved}"


def kind(bead: Shape) -> str:
    a, b = len(bead[0]), len(bead[1])
    if not (a and b):
        return "alone"
    return f"{a}-{b}" if f"{a}-{b}" in KINDS else "more"


def score(found: Sequence[Iterable[Shape]], documents: Sequence[Document]) -> Score:
    right = {True: 0, False: 0}
    hit = {True: 0, False: 0}
    proposed = wanted = 0
    counts = {name: [0, 0, 0] for name in KINDS}
    moved = [0, 0, 0]
    for shapes, document in zip(found, documents, strict=True):
        mine, gold = set(shapes), set(document.gold)
        cells, my_cells = _cells(gold), _cells(mine)
        proposed += len(mine)
        for bead in mine:
            right[True] += bead in gold
            right[False] += bead in gold or not cells.isdisjoint(itertools.product(*bead))
            counts[kind(bead)][1] += 1
        for bead in gold:
            counts[kind(bead)][0] += bead in mine
            counts[kind(bead)][2] += 1
            if bead[0] and bead[1]:
                wanted += 1
                hit[True] += bead in mine
                hit[False] += bead in mine or not my_cells.isdisjoint(itertools.product(*bead))
        for source, target in document.moved:
            alone = all((((i,), ()) in mine) for i in source)
            alone &= all(((), (j,)) in mine for j in target)
            moved[0 if (source, target) in mine else 1 if alone else 2] += 1
    return Score(
        _f1(right[True], proposed, hit[True], wanted),
        _f1(right[False], proposed, hit[False], wanted),
        {
            name: (both / max(true, 1), both / max(mine, 1), true)
            for name, (both, mine, true) in counts.items()
        },
        (moved[0], moved[1], moved[2]),
    )


def _cells(beads: Iterable[Shape]) -> set[tuple[int, int]]:
    return {(i, j) for source, target in beads for i in source for j in target}


def _f1(right: int, proposed: int, hit: int, wanted: int) -> float:
    precision, recall = right / max(proposed, 1), hit / max(wanted, 1)
    return 2 * precision * recall / max(precision + recall, 1e-9)
