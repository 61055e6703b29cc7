"""An option whose value is one of a few names."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import TypeVar

from alignqa.errors import SettingsError

_Value = TypeVar("_Value")


def chosen(kind: str, name: str, known: Mapping[str, _Value]) -> _Value:
    """What stands under this name; `kind` is the word for such a thing in the message.

    Raises:
        SettingsError: if nothing does, naming the nearest one.
    """
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name.casefold(), known, n=1)
    hint = f"; did you mean {near[0]}?" if near else "."
    raise SettingsError(f"No {kind} is called “{name}”{hint} There are {', '.join(known)}.")
