"""The words of one side in a form that is the same for either language."""

from __future__ import annotations

from dataclasses import dataclass

from alignqa.text import Lang, Span
from alignqa.words import FUNCTION_WORDS, english_words, japanese_tokens

# Japanese words that carry too little to be anything's counterpart.
_IDLE = frozenset("は が を に の と で も た だ 為る 有る".split())

# Verbs of so many meanings that only the dictionary tells whether they render one: say, 述べる.
LIGHT_VERBS = frozenset("say go get make take come see let".split())


@dataclass(frozen=True, slots=True)
class Spoken:
    """A word of either language: `key` is its lemma or base."""

    span: Span
    key: str
    is_content: bool


def spoken(text: str, lang: Lang) -> list[Spoken]:
    """The words of a text, in order."""
    if lang is Lang.ENGLISH:
        return [
            Spoken(word.span, word.lemma, word.lemma not in FUNCTION_WORDS)
            for word in english_words(text)
        ]
    return [
        Spoken(token.span, token.base, token.is_content and token.base not in _IDLE)
        for token in japanese_tokens(text)
    ]
