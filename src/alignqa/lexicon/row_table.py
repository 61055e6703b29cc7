"""Rows of figures by key, kept in one matrix."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

_Key = TypeVar("_Key", bound=Hashable)
Rows = NDArray[np.float32]

_FIRST_ROOM = 1024


class RowTable(Generic[_Key]):
    """Remembers the row of each key; those that are new are made together.

    Args:
        make: rows for some keys, of shape (len(keys), width).
        most: beyond so many keys all are forgotten.
    """

    def __init__(self, make: Callable[[list[_Key]], Rows], most: int) -> None:
        self._make, self._most = make, most
        self._places: dict[_Key, int] = {}
        self._rows: Rows | None = None

    def look_up(self, keys: Sequence[_Key]) -> None:
        """Makes the rows of those that are new: many together are faster than few at a time."""
        if any(key not in self._places for key in keys):
            self._make_room_for(keys)

    def of(self, keys: Sequence[_Key]) -> Rows:
        """The rows of these keys, of shape (len(keys), width)."""
        try:
            places = [self._places[key] for key in keys]
        except KeyError:
            self._make_room_for(keys)
            places = [self._places[key] for key in keys]
        if self._rows is None:
            return self._make([])
        return self._rows.take(places, axis=0)

    def _make_room_for(self, keys: Sequence[_Key]) -> None:
        missing = [key for key in dict.fromkeys(keys) if key not in self._places]
        if len(self._places) + len(missing) > self._most:
            self._places.clear()
            self._rows = None
            missing = list(dict.fromkeys(keys))
        self._add(missing)

    def _add(self, keys: list[_Key]) -> None:
        made, known = self._make(keys), len(self._places)
        if self._rows is None or known + len(keys) > len(self._rows):
            room = max(_FIRST_ROOM, 2 * known, known + len(keys))
            rows = np.empty((room, made.shape[1]), np.float32)
            if self._rows is not None:
                rows[:known] = self._rows[:known]
            self._rows = rows
        self._rows[known : known + len(keys)] = made
        self._places.update(zip(keys, range(known, known + len(keys)), strict=True))
