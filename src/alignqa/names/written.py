"""How the names of one text are known to be written in the language of the other."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cached_property

from alignqa.lexicon import Lexicon, english_key
from alignqa.lexicon.support import Support
from alignqa.names.alike import SURELY_ALIKE
from alignqa.names.found import Part
from alignqa.names.likeness import sound_likeness
from alignqa.names.pinyin import is_pinyin
from alignqa.names.romaji import romanised
from alignqa.text import Lang
from alignqa.words import japanese_reading

_KATAKANA = re.compile(r"[ァ-ヺー]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# What follows the katakana of a people, a language, a state: ウクライナ人, アイオワ州.
_WITH_A_KIND = re.compile(r"([ァ-ヺー]{3,})[\u3400-\u9fff]{0,2}")
_COUNTRY = frozenset({"country"})
# Meanings beyond are of rare senses; of countries' names, forms that nobody writes.
_MOST_KNOWN, _MADE_UP = 12, 1000


class Written:
    """Answers for the names of one source, as the language `target` writes them."""

    def __init__(self, support: Support, lexicon: Lexicon, target: Lang) -> None:
        self._support, self._lexicon, self._target = support, lexicon, target

    @cached_property
    def others(self) -> tuple[Part, ...]:
        """What names a country in the source, and capitalised terms of several words that the
        dictionary has as one: they are not among its names."""
        if self._target is Lang.ENGLISH:
            terms = self._support.japanese_terms(_COUNTRY)
        else:
            several = (t for t in self._support.english_terms() if " " in t.key)
            terms = (
                *self._support.english_terms(_COUNTRY),
                *(term for term in several if term.text[0].isupper()),
            )
        return tuple(Part(term.span, term.text) for term in terms)

    def forms(self, name: Part, *, is_latin: bool) -> Collection[str]:
        """The known forms in Latin letters, or in katakana, of a name in either script."""
        if name.text.isascii():
            return (name.text,) if is_latin else self._in_katakana(name.text)
        return self._in_latin(name.text) if is_latin else ()

    def is_known(self, name: Part) -> bool:
        """Whether the forms of a name are the dictionary's, or the name itself."""
        return name.text.isascii() or bool(self._lexicon.from_japanese(name.text))

    def _in_katakana(self, name: str) -> Collection[str]:
        entries = self._lexicon.from_english(english_key(name))[:_MOST_KNOWN]
        # The U.S. are アメリカ, as America is.
        as_known = [
            entry
            for country in entries
            if country.kind in _COUNTRY
            for back in self._lexicon.from_japanese(country.text)[:1]
            for entry in self._lexicon.from_english(english_key(back.text))[:_MOST_KNOWN]
            if entry.identity == country.identity
        ]
        forms = (_WITH_A_KIND.fullmatch(entry.text) for entry in (*entries, *as_known))
        return dict.fromkeys(form.group(1) for form in forms if form)

    def _in_latin(self, name: str) -> Collection[str]:
        known = [
            word
            for entry in self._lexicon.from_japanese(name)
            if entry.text[0].isupper() and entry.rank < _MADE_UP
            for word in _WORD.findall(entry.text)
            if word[0].isupper() and (entry.kind != "name" or _may_sound_so(word, name))
        ]
        if known or _KATAKANA.fullmatch(name):
            return dict.fromkeys(known)
        read = romanised(japanese_reading(name)).capitalize()
        # Chinese names are read otherwise than Sudachi reads them.
        return () if is_pinyin(read) else (read,)


def _may_sound_so(latin: str, japanese: str) -> bool:
    """Whether a name is written by its sound: what is written otherwise and is not as well known as
    ドイツ and ウィーン are, may be written in many ways."""
    return not _KATAKANA.fullmatch(japanese) or sound_likeness(latin, japanese) >= SURELY_ALIKE
