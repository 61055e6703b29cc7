"""What a pattern cannot do without: looked for before it, in a fraction of its time."""

from __future__ import annotations

from collections.abc import Iterable


def has_any(text: str, signs: Iterable[str]) -> bool:
    """Whether any of these stands in a text."""
    for sign in signs:  # noqa: SIM110 - `any` takes twice as long, and this is asked of every text
        if sign in text:
            return True
    return False
