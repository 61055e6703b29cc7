"""Texts that are vectors only, and translations of them with what translators do."""

from __future__ import annotations

from collections.abc import Container, Sequence

import numpy as np

from alignqa.align import BEAD_SHAPES, Side
from alignqa.align.side import Matrix
from alignqa.bitext import Bead

Shape = tuple[tuple[int, ...], tuple[int, ...]]

DIMENSIONS = 64
_ALIKE = 0.6
_MOST_LENGTH = 200


def unit(rows: Matrix) -> Matrix:
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def random_rows(count: int, seed: int) -> Matrix:
    rows = np.random.default_rng(seed).standard_normal((count, DIMENSIONS))
    return unit(rows.astype(np.float32))


FOREIGN = random_rows(24, seed=0)


def side(rows: Matrix, lengths: Sequence[float] = (), asides: Container[int] = ()) -> Side:
    """A side of these rows, of one length all unless lengths are given."""
    return Side(rows, np.array(lengths or [50.0] * len(rows)), FOREIGN, asides)


def noisy_copy(
    count: int,
    seed: int,
    *,
    left_out: float = 0.03,
    added: float = 0.03,
    joined: float = 0.05,
    gap: range = range(0),
) -> tuple[Side, Side, list[Shape]]:
    """A text of `count` segments, a translation of it, and the beads between them.

    Args:
        left_out, added, joined: the shares of segments without counterpart, of those that have
            none in the source, and of those put together with the next one.
        gap: source segments that are left out all together.
    """
    random = np.random.default_rng(seed)
    source = random_rows(count, seed + 1)
    lengths = random.integers(20, _MOST_LENGTH, count).astype(float)
    strange = random_rows(count, seed + 2)
    rows: list[Matrix] = []
    their_lengths: list[float] = []
    beads: list[Shape] = []
    i = 0
    while i < count:
        throw = random.random()
        taken = 1
        if i in gap or throw < left_out:
            beads.append(((i,), ()))
        elif throw < left_out + added:
            beads.append(((), (len(rows),)))
            rows.append(strange[i])
            their_lengths.append(float(random.integers(20, _MOST_LENGTH)))
            taken = 0
        else:
            taken = 1 + (throw < left_out + added + joined and i + 1 < count)
            whole = source[i : i + taken].sum(axis=0, keepdims=True)
            noise = unit(random.standard_normal((1, DIMENSIONS)).astype(np.float32))
            beads.append((tuple(range(i, i + taken)), (len(rows),)))
            rows.append(unit(_ALIKE * unit(whole) + np.sqrt(1 - _ALIKE**2) * noise)[0])
            their_lengths.append(float(lengths[i : i + taken].sum() * random.uniform(0.8, 1.25)))
        i += taken
    target = np.array(rows, dtype=np.float32).reshape(-1, DIMENSIONS)
    return side(source, list(lengths)), side(target, their_lengths), beads


def shapes_of(beads: list[Bead]) -> list[Shape]:
    return [(bead.source, bead.target) for bead in beads]


def one_to_one(count: int) -> list[Shape]:
    return [((i,), (i,)) for i in range(count)]


def assert_well_formed(beads: list[Bead], source: Side, target: Side) -> None:
    """In order and complete at once: laid end to end, each side's indices are 0, 1, 2, …"""
    assert [i for bead in beads for i in bead.source] == list(range(len(source)))
    assert [j for bead in beads for j in bead.target] == list(range(len(target)))
    for bead in beads:
        shape = len(bead.source), len(bead.target)
        assert shape in {*BEAD_SHAPES, (0, 1), (1, 0)}
        assert -1.001 <= bead.similarity <= 1.001
        assert not bead.moved
        if 0 in shape:
            assert bead.similarity == 0.0
