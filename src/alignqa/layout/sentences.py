"""Whether a piece of text is a sentence, by its shape."""

from __future__ import annotations

import re

from alignqa.layout.language import grammar_words_in, words_in
from alignqa.text import Lang

_CLOSING = r"""["'”’»)\]）］」』】〉》\s]*(?:\[\d{1,3}\])*\s*"""
_FULL_STOP = re.compile(rf"[.。．]{_CLOSING}$")
_END_MARK = re.compile(rf"[.。．!?！？…‥]{_CLOSING}$")
_QUOTE_END = re.compile(r"[」』”\"]\s*$")
_TRAILS_OFF = re.compile(rf"(?:\.\.\.|…|‥){_CLOSING}$")
_HIRAGANA = re.compile(r"[ぁ-ゖ]")
_LOWER_CASE_WORD = re.compile(r"\b[a-z]{2,}")
# The end of a long text decides; nobody writes more closing marks than this.
_TAIL = 40
# Without an end mark, a text of so many words that are held together by grammar is a sentence.
_LONG = 12


def ends_with_full_stop(text: str) -> bool:
    """A full stop, before closing quotation marks or brackets perhaps; not an ellipsis."""
    tail = text[-_TAIL:]
    return bool(_FULL_STOP.search(tail)) and not _TRAILS_OFF.search(tail)


def ends_sentence(text: str) -> bool:
    """An end mark of any kind."""
    return bool(_END_MARK.search(text[-_TAIL:]))


def is_sentence(text: str, lang: Lang) -> bool:
    """It reads as running text rather than as a title, a name or a label."""
    words = words_in(text, lang)
    if lang is Lang.ENGLISH:
        grammar = grammar_words_in(text)
        if ends_sentence(text):
            return words >= 2 and (grammar > 0 or bool(_LOWER_CASE_WORD.search(text)))
        return words >= _LONG and grammar >= 2
    hiragana = len(_HIRAGANA.findall(text))
    if ends_with_full_stop(text):
        return words > 0
    if ends_sentence(text):
        return hiragana >= 1 and words >= 2
    if _QUOTE_END.search(text[-_TAIL:]):
        return hiragana >= 4 and words >= 8
    return hiragana >= 8 and words >= 1.5 * _LONG
