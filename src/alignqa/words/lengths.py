"""Lengths that a translation keeps."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from alignqa.text import Lang
from alignqa.words.markup import without_markup

# English characters for one Japanese character of each script, by `training/lengths.py` on the
# references of WMT23. A kanji says more than twice as much as a kana.
SCRIPTS = {
    "kanji": (re.compile(r"[々㐀-䶿一-鿿豈-\ufaff\U00020000-\U0003ffff]"), 4.14),
    "hiragana": (re.compile(r"[ぁ-ゖ]"), 1.61),
    "katakana": (re.compile(r"[ァ-ヺーｦ-ﾟ]"), 1.66),
    "ascii": (re.compile(r"[ -~]"), 0.93),
}
_OTHER = 1.33


@lru_cache(maxsize=4096)
def translated_length(text: str, lang: Lang) -> float:
    """A text's length in English characters, or about as many as its translation would have.

    Markup has no length.
    """
    text = without_markup(text)
    if lang is Lang.ENGLISH:
        return float(len(text))
    counts = [len(pattern.findall(text)) for pattern, _ in SCRIPTS.values()]
    other = len(text) - sum(counts)
    weighed = sum(
        count * weight for count, (_, weight) in zip(counts, SCRIPTS.values(), strict=True)
    )
    return weighed + _OTHER * other


@lru_cache(maxsize=64)
def lengths_upto(text: str, lang: Lang) -> NDArray[np.float64]:
    """The length in English characters of what stands before each place of a text, and of all of it;
    here markup counts."""
    if lang is Lang.ENGLISH:
        return np.arange(len(text) + 1, dtype=np.float64)
    return np.concatenate([[0.0], np.cumsum([_weight(letter) for letter in text])])


@cache
def _weight(letter: str) -> float:
    weights = (weight for pattern, weight in SCRIPTS.values() if pattern.match(letter))
    return next(weights, _OTHER)
