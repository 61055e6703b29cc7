"""Which blocks of code belong together: those that are alike, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from alignqa.words.code import code_likeness, code_of

# How alike two blocks must be. Those that follow passages that render each other are the same block,
# however much it was changed.
_ALIKE, _ALIKE_IN_PLACE = 0.5, -0.05
# Beyond so many comparisons only blocks that follow the same passages are the same.
_MOST_COMPARISONS = 2_500

Match = tuple[int | None, int | None]


def matched_code(
    source: Sequence[str],
    target: Sequence[str],
    places: tuple[Sequence[object], Sequence[object]],
) -> list[Match]:
    """Pairs of places in the two lists, each place once; `None` where nothing corresponds.

    Args:
        places: for each block what it follows; equal where the passages before it render each other.
    """
    ours, theirs = ([code_of(text).tokens for text in side] for side in (source, target))
    found: list[Match] = []
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for kind, left, left_end, right, right_end in matcher.get_opcodes():
        rows, columns = range(left, left_end), range(right, right_end)
        if kind == "equal":
            found += zip(rows, columns, strict=True)
        elif len(rows) * len(columns) > _MOST_COMPARISONS:
            found += _in_place(places, rows, columns)
        else:
            found += _best_chain(source, target, places, rows, columns)
    return found


def _in_place(
    places: tuple[Sequence[object], Sequence[object]], rows: range, columns: range
) -> Iterator[Match]:
    """The blocks that follow passages which render each other, one by one."""
    left, right = places[0][rows.start : rows.stop], places[1][columns.start : columns.stop]
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for kind, row, row_end, column, column_end in matcher.get_opcodes():
        here, there = rows[row:row_end], columns[column:column_end]
        if kind == "equal":
            yield from zip(here, there, strict=True)
        else:
            yield from ((one, None) for one in here)
            yield from ((None, one) for one in there)


def _best_chain(
    source: Sequence[str],
    target: Sequence[str],
    places: tuple[Sequence[object], Sequence[object]],
    rows: range,
    columns: range,
) -> Iterator[Match]:
    """The chain of matches that are most alike in sum, by dynamic programming from the end."""
    gains = [
        [_gain(source[i], target[j], places[0][i] == places[1][j]) for j in columns] for i in rows
    ]
    best = [[0.0] * (len(columns) + 1) for _ in range(len(rows) + 1)]
    for i in reversed(range(len(rows))):
        for j in reversed(range(len(columns))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + gains[i][j])
    i = j = 0
    while i < len(rows) and j < len(columns):
        if gains[i][j] > 0 and best[i][j] == best[i + 1][j + 1] + gains[i][j]:
            yield rows[i], columns[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield rows[i], None
            i += 1
        else:
            yield None, columns[j]
            j += 1
    yield from ((row, None) for row in rows[i:])
    yield from ((None, column) for column in columns[j:])


def _gain(source: str, target: str, is_in_place: bool) -> float:
    return code_likeness(source, target) - (_ALIKE_IN_PLACE if is_in_place else _ALIKE)
