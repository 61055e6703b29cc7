"""How many changes make one row of letters or morae another."""

from __future__ import annotations

from collections.abc import Sequence


def changes(one: Sequence[str], other: Sequence[str], most: int) -> int:
    """The fewest of them: one put in, left out or exchanged for another, or two neighbours that
    change places; more than `most` where they are more, it does not matter how many."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        after = [i]
        for j, right in enumerate(other, 1):
            cost = min(row[j] + 1, after[-1] + 1, row[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and right == one[i - 2]:
                cost = min(cost, before[j - 2] + 1)
            after.append(cost)
        before, row = row, after
        if min(row) > most:
            return most + 1
    return row[-1]
