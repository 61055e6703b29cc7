"""Romanised Japanese: one form for all the ways of spelling it."""

from __future__ import annotations

import re
from functools import lru_cache

from alignqa.names.spelling import latin_letters, morae

_ROWS = {
    "": "アイウエオ", "k": "カキクケコ", "s": "サシスセソ", "t": "タチツテト", "n": "ナニヌネノ",
    "h": "ハヒフヘホ", "m": "マミムメモ", "r": "ラリルレロ", "g": "ガギグゲゴ", "z": "ザジズゼゾ",
    "d": "ダヂヅデド", "b": "バビブベボ", "p": "パピプペポ",
}  # fmt: skip
_KANA = {kana: head + "aiueo"[at] for head, row in _ROWS.items() for at, kana in enumerate(row)}
_KANA |= {
    "ヤ": "ya",
    "ユ": "yu",
    "ヨ": "yo",
    "ワ": "wa",
    "ヰ": "i",
    "ヱ": "e",
    "ヲ": "o",
    "ン": "n",
}
_KANA |= {"ヴ": "bu", "ー": "", "ッ": "", "ヶ": "ga", "ヵ": "ka"}
_SMALL = {"ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o"}
_SMALL |= {"ャ": "ya", "ュ": "yu", "ョ": "yo", "ヮ": "wa"}

# Kunrei and Nihon spellings are made Hepburn's, long vowels and consonants short.
_FOLDS = (
    (re.compile(r"oh(?![aiueoy])"), "o"),
    (re.compile(r"l"), "r"),
    (re.compile(r"v"), "b"),
    (re.compile(r"dz"), "z"),
    (re.compile(r"m(?=[bpm])"), "n"),
    (re.compile(r"(?:sy|s(?=i))(?!h)"), "sh"),
    (re.compile(r"(?:ty|t(?=i))"), "ch"),
    (re.compile(r"(?:[zj]y|[zd](?=i)|dy)"), "j"),
    (re.compile(r"t(?=u)"), "ts"),
    (re.compile(r"d(?=u)"), "z"),
    (re.compile(r"h(?=u)(?<![sc]h)"), "f"),
    (re.compile(r"[tc](?=ch)"), ""),
    (re.compile(r"s(?=sh)"), ""),
    (re.compile(r"t(?=ts)"), ""),
    (re.compile(r"ou"), "o"),
    (re.compile(r"([a-z])\1+"), r"\1"),
)
_SYLLABLES = re.compile(r"(?:(?:sh|ch|ts|[kgnhbpmr]y|[kgsztdnhbpmrywjf])?[aiueo]|n)+")


@lru_cache(maxsize=100_000)
def folded_romaji(latin: str) -> str:
    """One form for all romanisations: `Ōno`, `Ohno`, `Oono` and `Ono` → `ono`, `Syouzi` → `shoji`."""
    letters = latin_letters(latin)
    for pattern, replacement in _FOLDS:
        letters = pattern.sub(replacement, letters)
    return letters


@lru_cache(maxsize=100_000)
def romanised(kana: str) -> str:
    """The folded romanisation of a reading in kana: `おおの` → `ono`."""
    spelled = ""
    for mora in morae(kana):
        head = _KANA.get(mora[0], "")
        spelled += head if len(mora) == 1 else head[:-1] + _SMALL[mora[1]]
    return folded_romaji(spelled)


def is_romaji(latin: str) -> bool:
    """Whether a spelling may be romanised Japanese, of two syllables at least."""
    folded = folded_romaji(latin)
    return bool(_SYLLABLES.fullmatch(folded)) and sum(letter in "aiueo" for letter in folded) > 1
