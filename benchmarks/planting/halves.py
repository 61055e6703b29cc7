"""One half of a compound put in another's place: 新聞広告, an advertisement, for 新聞記事, an article."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from alignqa.lexicon.compound_halves import Part, compound_parts
from alignqa.lexicon.compounds import is_known_for
from alignqa.lexicon.keys import fold_spelling
from alignqa.lexicon.link_evidence import Sources
from alignqa.lexicon.link_units import LIGHT_WORDS
from alignqa.text import Lang
from alignqa.words import Word, english_words, japanese_tokens

from .plant import Plant, Row, replaced

_TRIES = 8
_SHORTEST = {Lang.JAPANESE: 2, Lang.ENGLISH: 4}
# Which half of a compound (0, 1), and what the other half is.
Slot = tuple[int, str]


@dataclass
class HalfPlanter:
    """Puts a half that a compound of another text has beside the same other half."""

    rows: Iterable[Row]
    sources: Sources
    _pool: dict[Lang, dict[Slot, list[str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for lang in Lang:
            pool = self._pool[lang] = defaultdict(list)
            for row in self.rows:
                for pair in _compounds(row.text(lang), lang):
                    for place in (0, 1):
                        pool[place, _key(pair[1 - place])].append(pair[place].text)

    def plant(self, row: Row, lang: Lang, rng: random.Random) -> Plant | None:
        """One half of a compound of the target for another, where both halves are rendered."""
        places = [(*both, place) for both in self._rendered(row) for place in (0, 1)]
        rng.shuffle(places)
        for english, japanese, place in places:
            mine, theirs = (english, japanese) if lang is Lang.ENGLISH else (japanese, english)
            was, source = mine[place], theirs[place]
            if not _may_change(was, lang) or _is_name(source):
                continue
            rivals = self._pool[lang][place, _key(mine[1 - place])]
            for now in rng.sample(rivals, min(_TRIES, len(rivals))):
                if self._suits(now, was, source, row, lang):
                    return replaced("halves", row, lang, was.span, now, source.span)
        return None

    def _rendered(self, row: Row) -> Iterator[tuple[tuple[Word, Word], tuple[Part, Part]]]:
        """Compounds of both sides whose halves render one another."""
        english = list(_english(row.english))
        for japanese in _japanese(row.japanese):
            for words in english:
                if all(map(self._is_known, words, japanese)):
                    yield words, japanese

    def _is_known(self, word: Word, part: Part) -> bool:
        return self._renders(_key(word), part.base)

    def _renders(self, key: str, base: str) -> bool:
        return is_known_for(key, base, self.sources.lexicon, self.sources.associations)

    def _suits(self, now: str, was: Word | Part, source: Word | Part, row: Row, lang: Lang) -> bool:
        """Whether the other half means something else than the one that stands there."""
        if now.lower() in row.text(lang).lower() or len(now) < _SHORTEST[lang]:
            return False
        lexicon = self.sources.lexicon
        if lang is Lang.ENGLISH:
            if not now.islower() or now.endswith("s") != was.text.endswith("s"):
                return False
            key = fold_spelling(english_words(now)[0].lemma)
            meant = {entry.text for entry in lexicon.from_english(key)}
            return not self._renders(key, _key(source)) and not meant & {
                entry.text for entry in lexicon.from_english(_key(was))
            }
        base = japanese_tokens(now)[0].base
        meant = {entry.text for entry in lexicon.from_japanese(base)}
        return not self._renders(_key(source), base) and not meant & {
            entry.text for entry in lexicon.from_japanese(_key(was))
        }


def _compounds(text: str, lang: Lang) -> Iterator[tuple[Word, Word] | tuple[Part, Part]]:
    return _english(text) if lang is Lang.ENGLISH else _japanese(text)


def _english(text: str) -> Iterator[tuple[Word, Word]]:
    for first, second in pairwise(english_words(text)):
        gap = text[first.span.end : second.span.start]
        is_whole = first.text.isalpha() and second.text.isalpha() and gap in {" ", "-"}
        if is_whole and not {first.lemma, second.lemma} & LIGHT_WORDS:
            yield first, second


def _japanese(text: str) -> Iterator[tuple[Part, Part]]:
    for run in compound_parts(text):
        yield from pairwise(run)


def _key(half: Word | Part) -> str:
    return half.base if isinstance(half, Part) else fold_spelling(half.lemma)


def _may_change(half: Word | Part, lang: Lang) -> bool:
    if len(half.text) < _SHORTEST[lang] or _is_name(half):
        return False
    return half.token.is_noun if isinstance(half, Part) else half.text.islower()


def _is_name(half: Word | Part) -> bool:
    return half.token.is_name if isinstance(half, Part) else half.is_capital
