"""Which countries a pair of texts names: by their names, abbreviated, and inside other words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache

from alignqa.lexicon.entry import Entry
from alignqa.lexicon.keys import english_key
from alignqa.lexicon.store import Lexicon
from alignqa.lexicon.terms import Term, english_terms, japanese_terms
from alignqa.text import Lang, Span
from alignqa.words import japanese_tokens, shorter_units

_COUNTRY = frozenset({"country"})
# Kanji that make a word of one that stands for a country: 訪米, 対中, 在日.
_BEFORE_COUNTRY = frozenset("訪対反親駐在渡来離")
_KANJI = re.compile(r"[\u3400-\u9fff々]+")
_LONGEST_COMPOUND = 3
# China is 中国 first of all, and 神州 hardly ever.
_UNUSUAL = 250


class Countries:
    """The countries of one pair, by identity (`Entry.identity`)."""

    def __init__(self, english: str, japanese: str, lexicon: Lexicon) -> None:
        self._english, self._japanese, self._lexicon = english, japanese, lexicon

    @cached_property
    def in_english(self) -> frozenset[str]:
        """What the English text may be naming."""
        return self._usual(english_terms(self._english, self._lexicon, _COUNTRY))

    @cached_property
    def in_japanese(self) -> frozenset[str]:
        """What the Japanese text may be naming, abbreviations such as 米 in 訪米 among it."""
        lone = lone_kanji(self._japanese)
        terms = japanese_terms(self._japanese, self._lexicon, _COUNTRY)
        named = self._usual(t for t in terms if len(t.text) > 1 or t.text in lone)
        within = {entry.identity for term in self.in_compounds for entry in term.entries}
        for token in japanese_tokens(self._japanese):
            word = token.surface
            if len(word) > _LONGEST_COMPOUND or not _KANJI.fullmatch(word):
                continue
            if len(word) > 1 or word in lone:
                within |= _abbreviated(word, self._lexicon)
        return named | within

    @cached_property
    def in_compounds(self) -> tuple[Term, ...]:
        """Words that hold a country's name and say so, with the country's names for meanings: 訪米 as
        a whole, the first two kanji of 日本刀."""
        found = []
        for token in japanese_tokens(self._japanese):
            if token.is_noun and not token.is_number and len(token.surface) > 1:
                length, names = _country_of(token.surface, self._lexicon)
                if length:
                    start = token.span.start
                    name = token.surface[:length]
                    found.append(Term(Span(start, start + length), name, name, names))
        return tuple(found)

    @staticmethod
    def _usual(terms: Iterator[Term] | tuple[Term, ...]) -> frozenset[str]:
        found = set()
        for term in terms:
            named = [entry for entry in term.entries if entry.kind in _COUNTRY]
            found |= {e.identity for e in named if e.rank <= named[0].rank + _UNUSUAL}
        return frozenset(found)


@lru_cache(maxsize=50_000)
def _country_of(word: str, lexicon: Lexicon) -> tuple[int, tuple[Entry, ...]]:
    """How much of a word names a country that the word's meaning speaks of, and the country's
    names: all of 訪米, the first two kanji of 日本刀; 0 for other words."""
    if len(word) == 2:
        is_one = word[0] in _BEFORE_COUNTRY and bool(_abbreviated(word, lexicon))
        return (2, _countries(word[1], lexicon)) if is_one else (0, ())
    glosses = lexicon.from_japanese(word)
    if not glosses or any(entry.kind for entry in glosses):
        return 0, ()
    first = next((part.surface for part in shorter_units(word)), word)
    names = _countries(first, lexicon) if 1 < len(first) < len(word) else ()
    spoken_of = {entry.identity for entry in names} & _spelled_out(word, lexicon) if names else ()
    return (len(first), names) if spoken_of else (0, ())


@lru_cache(maxsize=50_000)
def _abbreviated(compound: str, lexicon: Lexicon) -> frozenset[str]:
    """Of the countries abbreviated in a compound; a known word has them only if it says so."""
    found = frozenset(entry.identity for kanji in compound for entry in _countries(kanji, lexicon))
    if found and lexicon.from_japanese(compound):
        return found & _spelled_out(compound, lexicon)
    return found


def _spelled_out(word: str, lexicon: Lexicon) -> frozenset[str]:
    """The countries that the meanings of a word speak of."""
    glosses = " ".join(english_key(entry.text) for entry in lexicon.from_japanese(word))
    keys = list(dict.fromkeys(glosses.split()))
    lexicon.look_up(Lang.ENGLISH, keys)
    return frozenset(entry.identity for key in keys for entry in lexicon.from_english(key))


def _countries(word: str, lexicon: Lexicon) -> tuple[Entry, ...]:
    return tuple(entry for entry in lexicon.from_japanese(word) if entry.kind in _COUNTRY)


@lru_cache(maxsize=16)
def lone_kanji(text: str) -> frozenset[str]:
    """Tokens of one kanji, counters and the like (3日) left out."""
    tokens = japanese_tokens(text)
    return frozenset(
        token.surface
        for before, token in zip((None, *tokens), tokens, strict=False)
        if len(token.surface) == 1 and not (before and before.is_number)
    )
