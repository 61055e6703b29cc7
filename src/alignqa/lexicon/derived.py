"""English words made of the name of an office or a body: presidential, of president."""

from __future__ import annotations

from collections.abc import Set

# How such a word ends, and how the name in it does.
_ENDINGS = (("al", ""), ("ial", ""), ("ional", ""), ("ary", ""), ("ship", ""), ("cy", "t"))
_ANY_ENDING = tuple({ending for ending, _ in _ENDINGS})
# Shorter names are found in words that have nothing to do with them.
_SHORTEST = 5


def name_within(key: str, names: Set[str]) -> str | None:
    """The name that an English key is made of, if it is one of `names`."""
    if not key.endswith(_ANY_ENDING):
        return None
    for ending, own in _ENDINGS:
        stem = key.removesuffix(ending)
        if stem != key and len(stem) >= _SHORTEST and stem + own in names:
            return stem + own
    return None
