"""The two sides of a pair as words with vectors, each looked up once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from alignqa.lexicon.vectors import WordVectors
from alignqa.text import Lang
from alignqa.words import FUNCTION_WORDS, english_words, japanese_tokens

Rows = NDArray[np.float32]

# Beyond this many words a side is judged by its beginning: the time stays linear.
_MOST_WORDS = 250
_NO_ROWS: Rows = np.zeros((0, 1), np.float32)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one side in order, lower-cased, without punctuation.

    `carries` marks those with a meaning of their own; `rows` are their unit vectors.
    """

    texts: tuple[str, ...]
    carries: tuple[bool, ...]
    rows: Rows

    def __len__(self) -> int:
        return len(self.texts)


def words_of(text: str, lang: Lang, vectors: WordVectors) -> Words:
    """The words of a text in this language."""
    found = _words(text, lang)
    texts = tuple(word for word, _ in found)
    carries = tuple(content for _, content in found)
    return Words(texts, carries, vectors.of(texts) if texts else _NO_ROWS)


def word_texts(text: str, lang: Lang) -> list[str]:
    """The words alone, without their vectors."""
    return [word for word, _ in _words(text, lang)]


@lru_cache(maxsize=256)
def _words(text: str, lang: Lang) -> list[tuple[str, bool]]:
    """Each word, and whether it carries meaning."""
    if lang is Lang.ENGLISH:
        found = [(w.text.lower(), w.lemma not in FUNCTION_WORDS) for w in english_words(text)]
    else:
        found = [
            (token.surface.lower(), token.is_content)
            for token in japanese_tokens(text)
            if token.pos[0] not in {"補助記号", "空白"}
        ]
    return found[:_MOST_WORDS]


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides of a pair; `cosines` has a row for each English and a column for each Japanese
    word."""

    english: Words
    japanese: Words
    cosines: Rows

    @property
    def is_whole(self) -> bool:
        return bool(len(self.english) and len(self.japanese))


def sides_of(english: str, japanese: str, vectors: WordVectors) -> Sides:
    """The words of an English and of a Japanese text, and how alike they are."""
    left = words_of(english, Lang.ENGLISH, vectors)
    right = words_of(japanese, Lang.JAPANESE, vectors)
    if not (len(left) and len(right)):
        return Sides(left, right, np.zeros((len(left), len(right)), np.float32))
    return Sides(left, right, left.rows @ right.rows.T)
