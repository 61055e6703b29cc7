"""Which of the two languages a paragraph is in, by its script."""

from __future__ import annotations

import re

from alignqa.text import Lang
from alignqa.words.script import JAPANESE_LETTER

# Two letters at least: a single one is a label, an initial or a variable.
# A unit is part of its number.
_ENGLISH_WORD = re.compile(r"(?<![0-9A-Za-zÀ-ÖØ-öø-ɏ])[A-Za-zÀ-ÖØ-öø-ɏ]{2,}")
_ADDRESS = re.compile(
    r"\b(?:https?|ftp)://[!-~]+|\bwww\.[!-~]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+", re.ASCII
)
_ASIDE = re.compile(r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]|［[^［］]*］")
_QUOTED = re.compile(r"「[^「」]*」|『[^『』]*』|“[^“”]*”|\"[^\"]*\"")

# English words that carry its grammar: a Latin name inside Japanese text has none of them.
_GRAMMAR = re.compile(
    r"""\b(?:an?|the|this|that|these|those|i|you|he|she|it|we|they|me|him|her|us|them|my|your|his|its
    |our|their|who|whom|whose|which|what|when|where|why|how|is|am|are|was|were|be|been|being|do|does
    |did|has|have|had|will|would|can|could|shall|should|may|might|must|not|no|nor|and|or|but|if
    |because|as|while|than|then|so|of|in|on|at|by|to|from|with|without|for|about|into|over|under
    |after|before|between|through|during|against|there|here)\b""",
    re.IGNORECASE | re.VERBOSE | re.ASCII,
)
# A particle governs the Latin word before it: that sentence is Japanese, whatever its words.
_PARTICLE = re.compile(r"[A-Za-z0-9] ?(?:から|まで|より|[のとでをがはにへもや])(?![ぁ-ゖ])")
# So does a Japanese full stop after a Japanese word.
_STOP = re.compile(r"[ぁ-ゖァ-ヺ一-鿿][。！？]\s*$")
_SYNTAX = 2.0
# How many letters of Japanese say as much as one English word.
_LETTERS_A_WORD = 2.2
# The weight of one English word that is no name.
_FRAMES = 0.5


def language_of(text: str) -> Lang | None:
    """The language a paragraph is written in; `None` for neither (numbers, addresses, symbols).

    What stands in parentheses or is quoted counts only where the rest says nothing, so that a
    Japanese sentence about an English one is Japanese.
    """
    text = without_addresses(text)
    if text.isascii() or not JAPANESE_LETTER.search(text):
        return Lang.ENGLISH if _ENGLISH_WORD.search(text) else None
    if not _ENGLISH_WORD.search(text):
        return Lang.JAPANESE
    plain = _ASIDE.sub(" ", text)
    english, japanese = _weights(plain)
    if not english and not japanese:
        plain = text
        english, japanese = _weights(plain)
    framing, japanese_framing = _weights(_QUOTED.sub(" ", plain))
    # A name alone does not frame what is quoted beside it.
    if framing >= _FRAMES or japanese_framing:
        english, japanese = framing, japanese_framing
    return Lang.JAPANESE if japanese >= english else Lang.ENGLISH


def words_in(text: str, lang: Lang) -> float:
    """About how many English words its letters of this language amount to."""
    if lang is Lang.ENGLISH:
        return len(_ENGLISH_WORD.findall(text))
    return len(JAPANESE_LETTER.findall(text)) / _LETTERS_A_WORD


def grammar_words_in(text: str) -> int:
    """How many of its words are articles, pronouns, prepositions and the like."""
    return len(_GRAMMAR.findall(text))


def without_addresses(text: str) -> str:
    """The text with web and mail addresses blanked."""
    if "@" in text or "://" in text or "www." in text:
        return _ADDRESS.sub(" ", text)
    return text


def _weights(text: str) -> tuple[float, float]:
    """How much speaks for English and for Japanese."""
    english = 0.0
    for word in _ENGLISH_WORD.findall(text):
        if _GRAMMAR.fullmatch(word):
            english += 1.0
        else:
            # Names keep their letters in Japanese text.
            english += 0.5 if word.islower() else 0.1
    japanese = len(JAPANESE_LETTER.findall(text)) / (2 * _LETTERS_A_WORD)
    syntax = len(_PARTICLE.findall(text)) + bool(_STOP.search(text[-10:]))
    return english, japanese + _SYNTAX * syntax
