"""The words to quote to a reader: whole words with their endings, and whole predicates."""

from __future__ import annotations

import re

from alignqa.polarity.negation import Negation
from alignqa.text import Lang, Span
from alignqa.words import Token, japanese_tokens

# Verbs that say little without the noun before them: 一筋縄ではいかない, 話にならない.
_LIGHT = frozenset("行く 来る 成る 為る 出来る 有る 居る 付く 掛かる 立つ".split())
_NOUNS = frozenset({"名詞", "代名詞", "接尾辞", "接頭辞", "形状詞"})
# What joins such a noun to it; a subject's は or が does not.
_JOINTS = frozenset({"で", "に", "と"})
_REACH = 4
_IN_WORD = re.compile(r"[\w'’-]")


def with_endings(word: Span, text: str) -> Span:
    """A Japanese word with the verb and the endings that hang on it: 承認された, not 承認."""
    end = word.end
    for token in japanese_tokens(text):
        if token.span.start == end and (
            token.pos[0] == "助動詞"
            or (token.pos[0] == "動詞" and token.pos[1] == "非自立可能")
            or token.surface in {"て", "で", "ば"}
        ):
            end = token.span.end
    return Span(word.start, end)


def whole_words(span: Span, text: str, lang: Lang) -> Span:
    """The span, widened so that it begins and ends with a word; Japanese endings included."""
    start, end = span.start, span.end
    if lang is Lang.ENGLISH:
        while start > 0 and _IN_WORD.match(text[start]) and _IN_WORD.match(text[start - 1]):
            start -= 1
        while end < len(text) and _IN_WORD.match(text[end]) and _IN_WORD.match(text[end - 1]):
            end += 1
        return Span(start, end)
    for token in japanese_tokens(text):
        if token.span.start < start < token.span.end:
            start = token.span.start
        if token.span.start < end < token.span.end:
            end = token.span.end
    return with_endings(Span(start, end), text)


def denial(negation: Negation, text: str, lang: Lang) -> Span:
    """All that denies: the predicate whole, with its endings and, where it is a light verb, with
    the noun before it."""
    place = whole_words(negation.place, text, lang)
    if lang is Lang.ENGLISH:
        return place
    tokens = japanese_tokens(text)
    first = next((at for at, token in enumerate(tokens) if token.span.start == place.start), None)
    if first is None or tokens[first].base not in _LIGHT:
        return place
    return Span(tokens[_noun_before(tokens, first)].span.start, place.end)


def _noun_before(tokens: tuple[Token, ...], first: int) -> int:
    """The place of the noun whose particles end in front of the verb at `first`, or `first`."""
    at = first - 1
    while at >= max(0, first - _REACH) and tokens[at].pos[0] == "助詞":
        at -= 1
    if at < 0 or tokens[at].pos[0] not in _NOUNS or tokens[at + 1].surface not in _JOINTS:
        return first
    while at > 0 and tokens[at].pos[0] == "接尾辞":
        at -= 1
    return at
