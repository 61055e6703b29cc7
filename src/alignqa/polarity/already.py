"""Whether the word that renders a denied one is denied as well, by a denial that goes for several.

One denial does for what another language denies piece by piece: *it is not running, it is not being
executed* is 実行されておらず, and *never keep or send it* 保管したり送ったりしないでください.
"""

from __future__ import annotations

import re

from alignqa.polarity.english import english_negations
from alignqa.polarity.japanese import japanese_negations
from alignqa.polarity.quoted import denial, whole_words
from alignqa.text import Lang, Span

# What is said to be done by turns shares the ending of the last.
_BY_TURNS = re.compile(r"[ただ]り")
_PARTICLE = re.compile(r"[がはもをに]は?")
_SENTENCE_END = re.compile(r"[。！？!?\n]")


def is_already_denied(word: Span, text: str, lang: Lang) -> bool:
    """Whether a denial of the text takes in this word of it."""
    whole = whole_words(word, text, lang)
    if lang is Lang.JAPANESE and (particle := _PARTICLE.match(text, whole.end)):
        # 傷が付いていない is “not damaged”.
        whole = Span(whole.start, particle.end() + 1)
    negations = english_negations(text) if lang is Lang.ENGLISH else japanese_negations(text)
    return any(
        denial(negation, text, lang).overlaps(whole)
        or (lang is Lang.JAPANESE and _is_done_by_turns(text, whole.start, negation.span.start))
        for negation in negations
    )


def _is_done_by_turns(text: str, start: int, end: int) -> bool:
    """Whether what begins there and what is denied further on are two things of one list."""
    between = text[start:end]
    return bool(_BY_TURNS.search(between)) and not _SENTENCE_END.search(between)
