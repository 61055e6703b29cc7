"""A noun, verb or adjective put in another's place, whatever it means."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from alignqa.lexicon import Lexicon, english_key
from alignqa.text import Lang, Span
from alignqa.words import FUNCTION_WORDS, english_words, japanese_tokens, lemma

from . import japanese
from .japanese import Morph
from .plant import Plant, Row, replaced

_VOWEL = re.compile(r"[aeiou]")
_DETERMINERS = frozenset("a an the this that his her its their our my your some any each".split())
_PREPOSITIONS = frozenset("of in on at by for from with about into over after before".split())
_AUXILIARIES = frozenset("to will would can could should may might must not".split())
# How far apart, in powers of two, the frequencies of the two words may be.
_LIKE_FREQUENCY = 1
_TRIES = 40
# An English word as it stands; a Japanese one with what follows it.
Form = str | tuple[Morph, Morph | None]
Sort = tuple[object, ...]
# Its place, its form, its sort, and its dictionary form.
Word = tuple[Span, Form, Sort, str]


class WordPlanter:
    """Plants words of some texts into others; `rows` are the texts that the words come from."""

    def __init__(self, rows: Iterable[Row], lexicon: Lexicon) -> None:
        self._rows, self._lexicon = list(rows), lexicon

    def plant(self, row: Row, lang: Lang, rng: random.Random) -> Plant | None:
        """One word of the target for another of its sort, its form and about its frequency."""
        words = list(_words(row.text(lang), lang))
        rng.shuffle(words)
        for span, form, sort, base in words[:5]:
            rivals = self._pool[lang].get(sort, [])
            for _ in range(_TRIES if len(rivals) > 1 else 0):
                other, other_base = rng.choice(rivals)
                if self._suits(base, other_base, lang) and (now := _put(form, other)):
                    if now.lower() in row.text(lang).lower():
                        continue
                    return replaced("words", row, lang, span, now, None)
        return None

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(
            base for row in self._rows for lang in Lang for *_, base in _words(row.text(lang), lang)
        )

    @cached_property
    def _pool(self) -> dict[Lang, dict[Sort, list[tuple[Form, str]]]]:
        pools: dict[Lang, dict[Sort, list[tuple[Form, str]]]] = {}
        for lang in Lang:
            pool = pools.setdefault(lang, {})
            for row in self._rows:
                for _, form, sort, base in _words(row.text(lang), lang):
                    pool.setdefault(sort, []).append((form, base))
        return pools

    def _suits(self, base: str, other: str, lang: Lang) -> bool:
        if base == other or abs(self._bits(base) - self._bits(other)) > _LIKE_FREQUENCY:
            return False
        if lang is Lang.ENGLISH and self._part_of_speech(base) != self._part_of_speech(other):
            return False
        return not self._meanings(base, lang) & self._meanings(other, lang)

    def _bits(self, base: str) -> int:
        return self._counts[base].bit_length()

    def _part_of_speech(self, base: str) -> str:
        """That of an English word's first rendering in the dictionary."""
        entries = self._lexicon.from_english(english_key(base))
        return japanese_tokens(entries[0].text)[-1].pos[0] if entries else ""

    def _meanings(self, base: str, lang: Lang) -> set[str]:
        if lang is Lang.ENGLISH:
            return {entry.text for entry in self._lexicon.from_english(english_key(base))}
        return {
            word
            for entry in self._lexicon.from_japanese(base)
            for word in english_key(entry.text).split()
        }


def _words(text: str, lang: Lang) -> Iterable[Word]:
    """Each word that may be swapped."""
    return _japanese_words(text) if lang is Lang.JAPANESE else _english_words(text)


def _japanese_words(text: str) -> Iterable[Word]:
    places = {token.span.start: token for token in japanese_tokens(text)}
    found = japanese.morphs(text)
    for morph, following in zip(found, (*found[1:], None), strict=True):
        token = places.get(morph.start)
        if token is None or not token.is_content or token.is_name or token.is_number:
            continue
        if token.surface != morph.surface or token.surface.isascii():
            continue
        span = Span(morph.start, morph.end)
        if token.is_noun:
            yield span, (morph, following), token.pos[:3], token.base
        elif morph.is_verb:
            yield span, (morph, following), ("verb", japanese.voiced(morph)), token.base
        elif morph.pos[0] == "形容詞" and morph.lemma.endswith("い"):
            yield span, (morph, following), ("adjective",), token.base


def _english_words(text: str) -> Iterable[Word]:
    before = ""
    for word in english_words(text):
        if (
            word.text.isalpha()
            and word.text.islower()
            and len(word.text) > 2
            and word.lemma not in FUNCTION_WORDS
        ):
            ending = next((e for e in ("ing", "ed", "ly", "s") if word.text.endswith(e)), "")
            place = next(
                (
                    number
                    for number, group in enumerate((_DETERMINERS, _PREPOSITIONS, _AUXILIARIES))
                    if before in group
                ),
                -1,
            )
            begins = bool(_VOWEL.match(word.text)) if before in {"a", "an"} else None
            yield word.span, word.text, (ending, place, begins), lemma(word.text)
        before = word.text.lower()


def _put(form: Form, other: Form) -> str | None:
    """The other word in the form that this one stands in."""
    if isinstance(form, str) or isinstance(other, str):
        return str(other)
    return _inflected(*form, other[0])


def _inflected(mine: Morph, following: Morph | None, theirs: Morph) -> str | None:
    if mine.is_verb:
        made = japanese.like(theirs, mine, following)
        return made[0] if made else None
    if mine.pos[0] == "形容詞":
        stem = mine.lemma[:-1]
        if not mine.surface.startswith(stem):
            return None
        return theirs.lemma[:-1] + mine.surface[len(stem) :]
    return theirs.surface
