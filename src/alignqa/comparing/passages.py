"""Which passages of two translations render the same passage of their source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from alignqa.comparing.merging import merged
from alignqa.comparing.outcomes import Versions
from alignqa.report import JudgedPair, Report


def passages(old: Report, new: Report) -> list[Versions]:
    """Old and new pairs side by side, every pair in exactly one place, in the source's order.

    They meet where they render the same lines of the source. Where one translation is cut
    differently, neighbours are merged until both sides cover the same lines. What no source stands
    behind meets its like, or else what stands in the same gap of the other translation.
    """
    groups = _Groups(len(old.pairs), len(new.pairs))
    for i, j in _same_source(old.pairs, new.pairs):
        groups.join(i, j)
    for i, j in _same_addition(old.pairs, new.pairs, groups):
        groups.join(i, j)
    return [
        (merged([old.pairs[i] for i in left]), merged([new.pairs[j] for j in right]))
        for left, right in groups.in_order()
    ]


class _Groups:
    """Old and new pairs by their numbers, in groups that grow together."""

    def __init__(self, old: int, new: int) -> None:
        self._old = old
        # The old ones first, then the new ones: each points towards its group's first member.
        self._towards = list(range(old + new))

    def of_old(self, i: int) -> int:
        """The group's number."""
        while self._towards[i] != i:
            self._towards[i] = self._towards[self._towards[i]]
            i = self._towards[i]
        return i

    def of_new(self, j: int) -> int:
        """The group's number."""
        return self.of_old(self._old + j)

    def join(self, i: int, j: int) -> None:
        """Old `i` and new `j` belong together."""
        low, high = sorted((self.of_old(i), self.of_new(j)))
        self._towards[high] = low

    def in_order(self) -> Iterator[tuple[list[int], list[int]]]:
        """The members of each group, in the order of the new pairs; what is only in the old ones
        stands after what it stood after there."""
        members: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        new = len(self._towards) - self._old
        for i in range(self._old):
            members[self.of_old(i)][0].append(i)
        for j in range(new):
            members[self.of_new(j)][1].append(j)
        after: dict[int | None, list[int]] = defaultdict(list)
        before: int | None = None
        for i in range(self._old):
            group = self.of_old(i)
            if members[group][1]:
                before = group
            else:
                after[before].append(group)
        order = list(after[None])
        for group in dict.fromkeys(self.of_new(j) for j in range(new)):
            order += [group, *after[group]]
        for group in order:
            yield members[group]


def _same_source(old: Sequence[JudgedPair], new: Sequence[JudgedPair]) -> Iterator[tuple[int, int]]:
    """Numbers of old and new pairs that hold the same line of the source."""
    left, right = list(_source_lines(old)), list(_source_lines(new))
    matcher = SequenceMatcher(
        None, [line for line, _ in left], [line for line, _ in right], autojunk=False
    )
    for i, j, length in matcher.get_matching_blocks():
        for step in range(length):
            yield left[i + step][1], right[j + step][1]


def _source_lines(pairs: Sequence[JudgedPair]) -> Iterator[tuple[str, int]]:
    for number, pair in enumerate(pairs):
        for line in pair.source.text.splitlines():
            if words := " ".join(line.split()):
                yield words, number


def _same_addition(
    old: Sequence[JudgedPair], new: Sequence[JudgedPair], groups: _Groups
) -> Iterator[tuple[int, int]]:
    """Numbers of pairs without a source that say the same, then of those in the same gap."""
    left = dict(_gaps([groups.of_old(i) for i in range(len(old))], old))
    right = dict(_gaps([groups.of_new(j) for j in range(len(new))], new))
    for by_text in (True, False):
        waiting: defaultdict[object, list[int]] = defaultdict(list)
        for i, gap in left.items():
            waiting[old[i].target.text if by_text else gap].append(i)
        for j, gap in list(right.items()):
            same = waiting[new[j].target.text if by_text else gap]
            if same:
                i = same.pop(0)
                del left[i], right[j]
                yield i, j


def _gaps(groups: Sequence[int], pairs: Sequence[JudgedPair]) -> Iterator[tuple[int, int | None]]:
    """The number of each pair without a source, and the group before it."""
    before: int | None = None
    for number, (group, pair) in enumerate(zip(groups, pairs, strict=True)):
        if pair.source.is_empty:
            yield number, before
        else:
            before = group
