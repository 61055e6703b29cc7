"""The reading that Sudachi's dictionary gives for a word."""

from __future__ import annotations

import threading
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sudachipy import Tokenizer

_LONGEST = 40


class _PerThread(threading.local):
    """Sudachi's tokenizer is not safe to share between threads."""

    tokenizer: Tokenizer | None = None


_state = _PerThread()


@lru_cache(maxsize=50_000)
def reading(word: str) -> str:
    """The word in katakana, as it is read by itself; of a long text, the beginning."""
    if _state.tokenizer is None:
        from sudachipy import Dictionary, SplitMode

        _state.tokenizer = Dictionary().tokenizer(mode=SplitMode.C)
    return "".join(m.reading_form() for m in _state.tokenizer.tokenize(word[:_LONGEST]))
