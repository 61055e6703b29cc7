"""One meaning of a word."""

from __future__ import annotations

from typing import NamedTuple

# The kinds of which a wrong one can be told: the names of each are known, or nearly all.
CLOSED_KINDS = frozenset({"country", "weekday", "institution", "office"})


class Entry(NamedTuple):
    """One meaning of a word: its text in the other language.

    `kind` is what sort of thing it names ("country", "institution", "office", "weekday",
    "company", "name", …) or "". `identity` tells which one, where that is known whatever its name:
    a country's code. `rank` orders renderings: 0 is the most usual.
    """

    text: str
    kind: str
    identity: str
    rank: int
