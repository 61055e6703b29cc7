"""The names of the table of fields, where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from alignqa.lexicon.fields import ACTS, Fields, Thing, capital_key
from alignqa.lexicon.keys import fold_spelling
from alignqa.lexicon.swaps import SwapWord
from alignqa.text import Lang, Span
from alignqa.words import Token, english_words, japanese_tokens

# The most words, or tokens, that a name has.
_LONGEST = {Lang.ENGLISH: 4, Lang.JAPANESE: 6}
_OF_VERBS = ("ed", "ing")
# A needle-nose is no needle, a ラジオペンチ no radio.
_HYPHEN = "-"
_KATAKANA = re.compile("[ァ-ヺー]{2}")
# For a name that is a person's or a place's, too.
_NOTHING: dict[str, Thing] = {}


class FieldName(NamedTuple):
    """A name of the table where it stands: its key, what it may stand for, and the things that it
    means first of all, by their fields."""

    start: int
    end: int
    key: str
    things: tuple[Thing, ...]
    own: dict[str, Thing]

    def word(self, text: str) -> SwapWord:
        """The name in the text that it is from."""
        span = Span(self.start, self.end)
        return SwapWord(span, span.of(text), self.key)


def english_names(text: str, table: Fields) -> Iterator[FieldName]:
    """The longest names, from the left; those with a capital are a person's or a firm's, unless it
    only opens a sentence."""
    words = english_words(text)
    keys = [fold_spelling(word.lemma) for word in words]
    things, begins = table.things[Lang.ENGLISH], table.begins[Lang.ENGLISH]
    behind = 0
    for start, first in enumerate(keys):
        if start < behind or first not in begins:
            continue
        longest = _LONGEST[Lang.ENGLISH] if first in table.several[Lang.ENGLISH] else 1
        for end in range(min(start + longest, len(words)), start, -1):
            key = first if end == start + 1 else " ".join(keys[start:end])
            word, last = words[start], words[end - 1].span.end
            written = key
            if word.begins_upper:
                written = capital_key(key, text[word.span.start : last])
            if (name := written) in things or (name := key) in things:
                own = table.own[Lang.ENGLISH].get(name, _NOTHING)
                opens = word.opens_sentence and not text[last : last + 2].istitle()
                if (name != written and not opens) or _HYPHEN in (
                    text[last : last + 1],
                    text[word.span.start - 1 : word.span.start],
                ):
                    own = _NOTHING
                elif own and word.text.endswith(_OF_VERBS) and not key.endswith(_OF_VERBS):
                    # "Trained" is no train.
                    own = {field: thing for field, thing in own.items() if field in ACTS}
                yield FieldName(word.span.start, last, key, things[name], own)
                behind = end
                break


def japanese_names(text: str, table: Fields) -> Iterator[FieldName]:
    """The longest names that are runs of tokens, as written or in normalised forms."""
    tokens = japanese_tokens(text)
    things, begins = table.things[Lang.JAPANESE], table.begins[Lang.JAPANESE]
    several = table.several[Lang.JAPANESE]
    behind = 0
    for start, first in enumerate(tokens):
        if start < behind or (first.surface not in begins and first.base not in begins):
            continue
        key, end = _longest(tokens[start : start + _LONGEST[Lang.JAPANESE]], things, several)
        if key is None:
            continue
        behind = start + end
        named, last = tokens[start:behind], tokens[behind - 1].span.end
        own = table.own[Lang.JAPANESE].get(key, _NOTHING)
        if own and key not in table.proper and not _means_a_thing(named):
            own = _NOTHING
        if _KATAKANA.match(text, last - 1):
            own = _NOTHING
        yield FieldName(first.span.start, last, key, things[key], own)


def _means_a_thing(tokens: Sequence[Token]) -> bool:
    """Not a name, nor the はじめる of 話しはじめる."""
    return any(token.is_content for token in tokens) and not any(t.is_name for t in tokens)


def _longest(
    tokens: Sequence[Token], known: Container[str], begins: Container[str]
) -> tuple[str | None, int]:
    """The longest key that tokens begin with, as written or in normalised forms, and how many they
    are; `begins` has what keys begin with."""
    key, count = None, 0
    written = normal = ""
    for number, token in enumerate(tokens, 1):
        written, normal = written + token.surface, normal + token.base
        if written in known:
            key, count = written, number
        elif normal in known:
            key, count = normal, number
        if written not in begins and normal not in begins:
            break
    return key, count
