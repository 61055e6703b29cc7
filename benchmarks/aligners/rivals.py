"""The aligners: alignqa, nearest neighbours, and those of others where they are at hand.

The others are no part of this project: Vecalign and Bertalign are imported from folders that hold
clones of them, Gale-Church from PyPI.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import numpy as np

from aligners.documents import Document, Shape
from aligners.vectors import overlap_lengths, overlaps
from alignqa.align import Costs
from alignqa.encoders import Encoder
from alignqa.pairing import find_beads
from alignqa.text import Segment

Aligner = Callable[[Document, Encoder], list[Shape]]


class Missing(Exception):
    """Says why an aligner is left out."""


def alignqa(costs: Costs | None = None) -> Aligner:
    def run(document: Document, encoder: Encoder) -> list[Shape]:
        source, target = (
            [Segment(text, lang) for text in side]
            for side, lang in zip((document.source, document.target), document.langs, strict=True)
        )
        beads = find_beads(source, target, encoder, costs=costs)
        return [(bead.source, bead.target) for bead in beads]

    return run


def nearest_neighbours(document: Document, encoder: Encoder) -> list[Shape]:
    """Lines that are each other's nearest neighbours: pairing by cosine alone."""
    cosines = encoder.encode(document.source) @ encoder.encode(document.target).T
    there, back = cosines.argmax(axis=1), cosines.argmax(axis=0)
    return _with_the_rest(
        document, [((i,), (int(j),)) for i, j in enumerate(there) if back[j] == i]
    )


def gale_church() -> Aligner:
    """Lengths alone. The ratio of the two languages' lengths is that of the document."""
    try:
        galechurch = importlib.import_module("galechurch")
    except ImportError:
        raise Missing("not installed (pip install galechurch)") from None

    def run(document: Document, encoder: Encoder) -> list[Shape]:  # noqa: ARG001
        letters = [
            sum(len(text.replace(" ", "")) for text in side)
            for side in (document.source, document.target)
        ]
        # Its mean is what the target's lengths are multiplied by, whatever its docstring says.
        block = galechurch.align(
            document.source, document.target, mean_xy=letters[0] / max(letters[1], 1)
        )
        return [
            (
                tuple(range(bead.source_start, bead.source_end)),
                tuple(range(bead.target_start, bead.target_end)),
            )
            for bead in block.beads
        ]

    return run


def vecalign(folder: Path | None, largest: int, deletions: float = 0.2) -> Aligner:
    """Beads of at most `largest` segments; `deletions` is the share of random pairs that cost less
    than leaving a segment alone. All else as its command line has it by default."""
    utils = _imported("vecalign.dp_utils", folder, "vecalign", "build_ext --inplace")

    def run(document: Document, encoder: Encoder) -> list[Shape]:
        np.random.seed(42)
        stack = utils.vecalign(
            vecs0=overlaps(document.source, largest, encoder),
            vecs1=overlaps(document.target, largest, encoder),
            final_alignment_types=utils.make_alignment_types(largest),
            del_percentile_frac=deletions,
            width_over2=-(-largest // 2) + 5,
            max_size_full_dp=300,
            costs_sample_size=20_000,
            num_samps_for_norm=100,
        )
        return [(tuple(x), tuple(y)) for x, y in stack[0]["final_alignments"]]

    return run


def bertalign(folder: Path | None, skip: float = -0.1, largest: int = 5) -> Aligner:
    """Its two passes; `skip` is what a segment left alone counts. All else as it has it by default,
    but for the encoder."""
    core = _imported(
        "corelib", folder / "bertalign" if folder else None, "bertalign", "numba, faiss, torch"
    )

    def run(document: Document, encoder: Encoder) -> list[Shape]:
        n, m = len(document.source), len(document.target)
        left = overlaps(document.source, largest - 1, encoder)
        right = overlaps(document.target, largest - 1, encoder)
        left_lengths = overlap_lengths(document.source, largest - 1)
        right_lengths = overlap_lengths(document.target, largest - 1)
        cosines, indices = core.find_top_k_sents(left[0], right[0], k=3)
        types = core.get_alignment_types(2)
        width, path = core.find_first_search_path(n, m)
        pointers = core.first_pass_align(n, m, width, path, types, cosines, indices)
        first = core.first_back_track(n, m, pointers, path, types)
        if not first:
            return _with_the_rest(document, [])
        types = core.get_alignment_types(largest)
        width, path = core.find_second_search_path(first, 5, n, m)
        pointers = core.second_pass_align(
            left, right, left_lengths, right_lengths, width, path, types,
            left_lengths[0].sum() / right_lengths[0].sum(), skip, margin=True, len_penalty=True,
        )  # fmt: skip
        beads = core.second_back_track(n, m, pointers, path, types)
        return [(tuple(x), tuple(y)) for x, y in beads]

    return run


def _imported(module: str, folder: Path | None, name: str, needs: str) -> ModuleType:
    if folder is None:
        raise Missing(f"not given (--{name} FOLDER)")
    sys.path.insert(0, str(folder))
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise Missing(f"cannot be imported from {folder} ({error}; it needs {needs})") from None


def _with_the_rest(document: Document, beads: list[Shape]) -> list[Shape]:
    """The beads, and each other line alone."""
    sources = {i for source, _ in beads for i in source}
    targets = {j for _, target in beads for j in target}
    return [
        *beads,
        *(((i,), ()) for i in range(len(document.source)) if i not in sources),
        *(((), (j,)) for j in range(len(document.target)) if j not in targets),
    ]
