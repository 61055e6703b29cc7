"""Words of both languages: what the lexicon, the quantities and the checks read."""

from alignqa.words.english import (
    FUNCTION_WORDS,
    Word,
    count_english_words,
    english_lemmas,
    english_words,
    lemma,
)
from alignqa.words.japanese import Token, japanese_reading, japanese_tokens, shorter_units

__all__ = [
    "FUNCTION_WORDS",
    "Token",
    "Word",
    "count_english_words",
    "english_lemmas",
    "english_words",
    "japanese_reading",
    "japanese_tokens",
    "lemma",
    "shorter_units",
]
