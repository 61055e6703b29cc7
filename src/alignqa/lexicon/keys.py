"""The keys under which the lexicon keeps its terms: the same when it is built and when it is read."""

from __future__ import annotations

import re
from functools import lru_cache

from alignqa.words import english_lemmas, japanese_tokens

# British and American spellings meet in one key; the key is never shown. Most words have none of the
# letters that come first.
_SPELLINGS = (
    ("our", re.compile(r"(?<=\w{2})our(?=s?$|al|er|ab|it)"), "or"),
    ("is", re.compile(r"is(?=e[sd]?$|ing$|ation)"), "iz"),
    ("tre", re.compile(r"(?<=\w{2})tre$"), "ter"),
    ("ence", re.compile(r"ence$"), "ense"),
    ("ogue", re.compile(r"ogue$"), "og"),
)
_IDLE = frozenset({"a", "an", "the", "to"})


@lru_cache(maxsize=50_000)
def fold_spelling(lemma: str) -> str:
    """One form for both spellings of a word: `defence` and `defense` → `defense`."""
    for letters, pattern, replacement in _SPELLINGS:
        if letters in lemma:
            lemma = pattern.sub(replacement, lemma)
    return lemma


@lru_cache(maxsize=50_000)
def english_key(phrase: str) -> str:
    """Lemmas of the phrase joined by spaces, without a leading article or "to"; may be empty."""
    lemmas = english_keys(phrase)
    while len(lemmas) > 1 and lemmas[0] in _IDLE:
        lemmas = lemmas[1:]
    return " ".join(lemmas)


def english_keys(text: str) -> list[str]:
    """Those of the words of a text, one by one."""
    return [fold_spelling(lemma) for lemma in english_lemmas(text)]


def with_short_vowels(key: str) -> str:
    """The long vowels of romanised Japanese are written in two ways: "kyuushuu", "kyushu"."""
    return key.replace("ou", "o").replace("uu", "u").replace("oo", "o")


def japanese_key(form: str) -> str:
    """Sudachi's normalised forms of the tokens, laid end to end."""
    return "".join(token.base for token in japanese_tokens(form))
