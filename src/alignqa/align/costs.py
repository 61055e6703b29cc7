"""What a chain of beads is weighed by."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from alignqa.align.side import Indices, Matrix
from alignqa.align.similarity import Similarity

# How many segments of a side are looked at, and how many where each has many to be compared with;
# where among the best margins the good ones are; how much
# less than a good match staying alone may gain, and what it gains at least.
_SAMPLE = range(32, 257)
_COMPARED = 500_000
_GOOD = 0.75
_LESS = 0.5
_LEAST = 0.03


@dataclass(frozen=True, slots=True)
class Costs:
    """In units of margin. Chosen by `benchmarks/alignment.py --sweep`.

    `alone` is what a segment gains by staying alone, and `aside` what one does that often stands in
    one language only, such as a title or a caption; `joining` what each segment of a bead pays for
    every segment beyond one a side; `length` what it pays for the logarithm of the sides' ratio.
    """

    alone: float = 0.09
    aside: float = 0.22
    joining: float = 0.10
    length: float = 0.15


def costs_for(similarity: Similarity) -> Costs:
    """The costs that suit these vectors: with an encoder by which even good matches are not much
    alike, staying alone gains less. The side that has the better matches tells, since the other
    may be mostly what the first leaves out."""
    usual = Costs()
    n, m = len(similarity.source), len(similarity.target)
    if not n or not m:
        return usual
    best = (
        similarity.margins_of(_some(n, m), np.arange(m)).max(axis=1),
        similarity.margins_of(np.arange(n), _some(m, n)).max(axis=0),
    )
    good = max(_quantile(margins, _GOOD) for margins in best)
    return replace(usual, alone=min(usual.alone, max(_LEAST, good - _LESS)))


def _some(own: int, other: int) -> Indices:
    """Segments of a side, evenly spread."""
    count = min(own, max(_SAMPLE[0], min(_SAMPLE[-1], _COMPARED // other)))
    return np.arange(count) * own // count


def _quantile(values: Matrix, share: float) -> float:
    """As `np.quantile`, which takes longer than all else here where texts are short."""
    return float(np.interp(share * (len(values) - 1), np.arange(len(values)), np.sort(values)))
