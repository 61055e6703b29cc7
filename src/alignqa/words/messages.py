"""Messages of programs that a text shows: an error, a warning, a line of a log."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from alignqa.bitext import Pair
from alignqa.text import Lang
from alignqa.words.announcing import leads_on

_SPOKEN_OF = {
    Lang.ENGLISH: re.compile(
        r"\b(?:errors?|warnings?|exceptions?|messages?|logs?|logged|console|output|throws?)\b",
        re.IGNORECASE,
    ),
    Lang.JAPANESE: re.compile("エラー|警告|例外|メッセージ|ログ|コンソール|出力"),
}
# The heading above and the sentence below may say of what kind the message is.
_BEFORE, _AFTER = 2, 1
# More passages in a row than this were forgotten, whatever stands above them.
_MOST = 3


def speaks_of_message(pair: Pair) -> bool:
    """Whether both texts speak of a message."""
    return all(
        _SPOKEN_OF[side.lang].search(side.text) is not None for side in (pair.source, pair.target)
    )


def is_shown_message(pairs: Sequence[Pair], place: int, copied: Container[int]) -> bool:
    """Whether a passage that stands in both texts in the same words is a message: what stands
    above leads on to it, and what stands around it speaks of one.

    Args:
        copied: the places of all such passages.
    """
    start, end = place, place + 1
    while start - 1 in copied:
        start -= 1
    while end in copied:
        end += 1
    before = [pair for pair in pairs[max(0, start - _BEFORE) : start] if pair.is_whole]
    if end - start > _MOST or not before or not _leads_on(before[-1]):
        return False
    around = [*before, *(pair for pair in pairs[end : end + _AFTER] if pair.is_whole)]
    return any(speaks_of_message(pair) for pair in around)


def _leads_on(pair: Pair) -> bool:
    return any(leads_on(side.text, side.lang) for side in (pair.source, pair.target))
