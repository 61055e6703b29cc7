"""What is compared with what, where the two have changed places: A is larger than B, BはAより大きい."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from alignqa.polarity.evidence import Linked
from alignqa.text import Span

_THAN = re.compile(r"\bthan\b", re.IGNORECASE)
_YORI = re.compile(r"より(?:も|は)?(?![一-龯]*[いしく]?て?多く|どころ|ましだ)")
# What is more so stands with one of these, unless the sentence asks or takes it back.
_MORE_SO = ("は", "が", "の方が", "のほうが", "の方を", "のほうを")
# Fewer than, not larger than: then the other way round is right.
_TURNED = re.compile(
    r"\b(?:less|fewer|not|no|never|nothing|nobody|none|rather|other|smaller)\b|n['’]t\b",
    re.IGNORECASE,
)
_TURNED_JAPANESE = re.compile(r"な[いくか]|ませ|ず|ほど|むしろ")
_CLAUSE_BREAK = re.compile(r"[,;:.!?。！？「」—()（）]")
_BEHIND, _BEFORE = 40, 90
_SURE = 0.6


@dataclass(frozen=True, slots=True)
class Compared:
    """The two in English, the first being more so than the second, and in Japanese."""

    english: tuple[Span, Span]
    japanese: tuple[Span, Span]


def turned_comparison(english: str, japanese: str, links: Sequence[Linked]) -> Compared | None:
    """The two that have changed places about *than* and より; `None` where each side does not have
    one comparison and no more, or either denies."""
    than, yori = list(_THAN.finditer(english)), list(_YORI.finditer(japanese))
    if len(than) != 1 or len(yori) != 1:
        return None
    if _TURNED.search(english) or _TURNED_JAPANESE.search(japanese):
        return None
    sure = [link for link in links if link[2] >= _SURE]
    more = [
        (theirs, ours)
        for theirs, ours, _ in sure
        if theirs.end <= than[0].start()
        and ours.end == yori[0].start()
        and not _CLAUSE_BREAK.search(english[theirs.end : than[0].start()])
        and than[0].start() - theirs.end <= _BEFORE
    ]
    less = [
        (theirs, ours)
        for theirs, ours, _ in sure
        if than[0].end() <= theirs.start <= than[0].end() + _BEHIND
        and not _CLAUSE_BREAK.search(english[than[0].end() : theirs.start])
        and japanese.startswith(_MORE_SO, ours.end)
    ]
    if not more or not less:
        return None
    return Compared((more[0][0], less[0][0]), (more[0][1], less[0][1]))
