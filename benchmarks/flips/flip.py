"""A text with one negation more or less."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Flip:
    """`text[start:end]` are the changed words with their predicate; for a removed negation, the
    predicate that is left."""

    kind: Literal["added", "removed"]
    text: str
    start: int
    end: int
