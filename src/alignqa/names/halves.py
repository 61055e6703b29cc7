"""Full names of which all words but one are alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import product

from alignqa.names.found import Name, Part

# How many names further on or back in a list one may stand.
_OFF = 12


def odd_pairs(
    theirs: Sequence[Name], ours: Sequence[Name], alike: Callable[[str, str], bool]
) -> Iterator[tuple[Part, Part, Part]]:
    """Of an English and a Japanese name of as many words, in the same order or in the other one:
    the two words that are not alike, if these are the only ones, and an English one that is. In a
    long list of names, only those at about the same place are compared."""
    told: set[tuple[Part, Part]] = set()
    are_alike = cache(alike)
    for place, rival in enumerate(ours):
        at = place * len(theirs) // len(ours)
        near = theirs[max(0, at - _OFF) : at + _OFF + 1]
        # A role may stand behind a name as well as before it: グレッグ・クラーク ビジネス相.
        for size in sorted({2, len(rival.parts)}) if len(rival.parts) > 1 else ():
            for other, window in product(_windows([rival], size), _windows(near, size)):
                found = _odd_ones(window, other, are_alike) or _odd_ones(
                    window[::-1], other, are_alike
                )
                if found is not None and found[:2] not in told:
                    told.add(found[:2])
                    yield found


def _windows(names: Sequence[Name], size: int) -> Iterator[tuple[Part, ...]]:
    """Parts of names in a row, so many at a time: a role may stand before a name."""
    for name in names:
        for start in range(len(name.parts) - size + 1):
            yield name.parts[start : start + size]


def _odd_ones(
    names: Sequence[Part], others: Sequence[Part], alike: Callable[[str, str], bool]
) -> tuple[Part, Part, Part] | None:
    """Of two names, part against part: the two that are not alike, if these are the only ones, and
    one that is."""
    parts = list(zip(names, others, strict=True))
    unlike = [(one, other) for one, other in parts if not alike(one.text, other.text)]
    if len(unlike) != 1:
        return None
    one, other = unlike[0]
    return one, other, next(part for part in names if part != one)
