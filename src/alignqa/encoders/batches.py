"""The order in which a slow encoder takes its texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def distinct(texts: Iterable[str]) -> list[str]:
    """Each text once, the longest first.

    Neighbours are of like length, so a batch has little padding, and a batch that does not fit
    into memory shows at once. The order depends on nothing but the texts.
    """
    return sorted(set(texts), key=lambda text: (-len(text), text))


def batches(items: Sequence[T], size: int) -> Iterator[list[T]]:
    """The items in lists of `size`; the last one may be shorter."""
    for start in range(0, len(items), size):
        yield list(items[start : start + size])
