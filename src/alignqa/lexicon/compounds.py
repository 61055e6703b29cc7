"""Names made of words that mean something: Planning Committee, 企画委員会."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from alignqa.lexicon.associations import Associations
from alignqa.lexicon.keys import fold_spelling
from alignqa.lexicon.store import Lexicon
from alignqa.text import Lang, Span
from alignqa.words import (
    FUNCTION_WORDS,
    Token,
    Word,
    english_words,
    japanese_tokens,
    shorter_units,
)

# Capitalised words, with small ones between them.
_NAME = re.compile(r"[A-Z][\w’'-]*(?:\s(?:(?:of|for)\s(?:the\s)?|and\s)?[A-Z][\w’'-]*)+", re.ASCII)
# Share of a word's occurrences that a counterpart renders, to be one that translators know.
_KNOWN_SHARE = 0.1
# MPs, which no list of lemmas has.
_ACRONYMS = re.compile(r"[A-Z]{2,}s")
_SHORTEST_PART = 2


@dataclass(frozen=True, slots=True)
class Compound:
    """A name of two or more words where it stands, with the keys of the words that say something,
    and of the last of them: in Japanese what sort of thing it is."""

    span: Span
    text: str
    words: frozenset[str]
    last: str


def compounds(text: str, lang: Lang) -> Iterator[Compound]:
    """English: runs of capitalised words. Japanese: runs of nouns, written as one."""
    yield from _english(text) if lang is Lang.ENGLISH else _japanese(text)


def _english(text: str) -> Iterator[Compound]:
    words = english_words(text) if _NAME.search(text) else ()
    for match in _NAME.finditer(text):
        inside = [
            word
            for word in words
            if match.start() <= word.span.start < match.end() and word.lemma not in FUNCTION_WORDS
        ]
        keys = [_key(word) for word in inside]
        if len(set(keys)) > 1:
            span = Span(inside[0].span.start, inside[-1].span.end)
            yield Compound(span, span.of(text), frozenset(keys), keys[-1])


def _key(word: Word) -> str:
    is_several = _ACRONYMS.fullmatch(word.text)
    return fold_spelling(word.text[:-1].lower() if is_several else word.lemma)


def _japanese(text: str) -> Iterator[Compound]:
    run: list[Token] = []
    for token in (*japanese_tokens(text), None):
        if token and _is_part(token) and (not run or run[-1].span.end == token.span.start):
            run.append(token)
            continue
        if run:
            span = Span(run[0].span.start, run[-1].span.end)
            keys = [word for noun in run for word in _parts(noun) if len(word) > 1]
            if len(set(keys)) > 1:
                yield Compound(span, span.of(text), frozenset(keys), keys[-1])
        run = [token] if token and _is_part(token) else []


def _is_part(token: Token) -> bool:
    return (token.is_noun and not token.is_number) or token.pos[0] in {"接頭辞", "接尾辞"}


def _parts(token: Token) -> list[str]:
    """The words that a noun is made of; 研究所 stays whole, since 所 is none."""
    if len(token.surface) < 2 * _SHORTEST_PART:
        return [token.base]
    parts = shorter_units(token.surface)
    if all(len(part.surface) >= _SHORTEST_PART for part in parts):
        return [part.base for part in parts]
    return [token.base]


def is_known_for(english: str, japanese: str, lexicon: Lexicon, seen: Associations) -> bool:
    """Whether the one word is known to render the other, by their keys."""
    if seen.strength(english, japanese) >= _KNOWN_SHARE:
        return True
    return len(japanese) >= _SHORTEST_PART and any(
        japanese in entry.text or (len(entry.text) >= _SHORTEST_PART and entry.text in japanese)
        for entry in lexicon.from_english(english)
    )


def keys_of(text: str, lang: Lang) -> frozenset[str]:
    """The keys of all words of a text."""
    if lang is Lang.ENGLISH:
        return frozenset(fold_spelling(word.lemma) for word in english_words(text))
    tokens = japanese_tokens(text)
    parts = [part for token in tokens if _is_part(token) for part in _parts(token)]
    return frozenset([*(token.base for token in tokens), *parts])
