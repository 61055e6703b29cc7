"""What most translators write for a word."""

from __future__ import annotations

import re

from alignqa.lexicon.link_evidence import Sources
from alignqa.text import Lang

# A rendering is usual if translators chose it in this share of the word's occurrences.
_USUAL = 0.3
# A half of a compound is rendered otherwise than by itself, unless nearly everybody agrees.
_AGREED = 0.5
_KATAKANA = re.compile(r"[ァ-ヺ]")


def usual_rendering(key: str, lang: Lang, sources: Sources, *, in_compound: bool) -> str | None:
    """What most translators wrote for the word, if they agree and the dictionary does."""
    table, lexicon = sources.associations, sources.lexicon
    if lang is Lang.ENGLISH:
        seen, listed = table.renderings(key), lexicon.from_english(key)
    else:
        seen, listed = table.meanings(key), lexicon.from_japanese(key)
    if not seen or seen[0][1] < (_AGREED if in_compound else _USUAL):
        return None
    usual = seen[0][0]
    if in_compound and _KATAKANA.match(usual):
        return None
    return usual if usual in {entry.text for entry in listed} else None
