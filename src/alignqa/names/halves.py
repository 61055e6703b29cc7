"""Full names of which all words but one are alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignqa.names.found import Name, Part
from alignqa.names.heard import alike


def odd_pairs(theirs: Sequence[Name], ours: Sequence[Name]) -> Iterator[tuple[Part, Part, Part]]:
    """Of an English and a Japanese name of as many words, in the same order or in the other one:
    the two words that are not alike, if these are the only ones, and an English one that is."""
    for rival in ours:
        size = len(rival.parts)
        for window in _windows(theirs, size) if size > 1 else ():
            found = _odd_ones(window, rival.parts) or _odd_ones(window[::-1], rival.parts)
            if found is not None:
                yield found


def _windows(names: Sequence[Name], size: int) -> Iterator[tuple[Part, ...]]:
    """Parts of names in a row, so many at a time: a role may stand before a name."""
    for name in names:
        for start in range(len(name.parts) - size + 1):
            yield name.parts[start : start + size]


def _odd_ones(names: Sequence[Part], others: Sequence[Part]) -> tuple[Part, Part, Part] | None:
    """Of two names, part against part: the two that are not alike, if these are the only ones, and
    one that is."""
    parts = list(zip(names, others, strict=True))
    unlike = [(one, other) for one, other in parts if not alike(one.text, other.text)]
    if len(unlike) != 1:
        return None
    one, other = unlike[0]
    return one, other, next(part for part in names if part != one)
