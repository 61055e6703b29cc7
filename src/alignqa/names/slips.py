"""Names of the target that are a slip away from those of the source: トルンプ for Trump."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from alignqa.lexicon import Lexicon, english_key
from alignqa.lexicon.support import Support
from alignqa.names.alike import SURELY_ALIKE
from alignqa.names.changes import changes
from alignqa.names.found import Name, Part
from alignqa.names.known import is_word
from alignqa.names.likeness import sound_information, sound_likeness
from alignqa.names.readings import is_read_within
from alignqa.names.romaji import folded_romaji, is_romaji
from alignqa.names.spelling import latin_letters, morae
from alignqa.names.spellings import is_derived
from alignqa.names.written import Written
from alignqa.text import Lang, Span
from alignqa.words import Token, Word, english_words, japanese_tokens
from alignqa.words.markup import prose

_KATAKANA = re.compile(r"[ァ-ヺー]+")
_KANJI_OR_HIRAGANA = re.compile(r"[\u3400-\u9fff々ヶケぁ-ゖ]+")
_LATIN = re.compile(r"(?<![A-Za-z0-9@#/_.&-])[A-Z][a-z]{3,}(?![A-Za-z0-9@/_&-]|\.[A-Za-z])")
# Names of fewer letters or morae are near many others. In so many, two may be wrong.
_SHORTEST_LATIN, _LONG_LATIN = 4, 6
_SHORTEST_KATAKANA, _LONG_KATAKANA = 3, 5
# In hundredths of a nat: how much worse than the right form a slip sounds; and one that sounds so
# much like the name that it may well be it.
_WORSE, _FAR_WORSE, _WELL_HEARD = 300, 500, 0.9
# One form for all ways to write a sound in katakana.
_SAME_LETTERS = re.compile(r"([aou])e|t(z)")
# A Japanese name may be read with a voice in the middle or without: Nakajima, Nakashima.
_UNVOICED = str.maketrans({"g": "k", "z": "s", "j": "sh", "d": "t", "b": "h", "p": "h", "f": "h"})
_SAME_SOUND = str.maketrans("ヴヂヅァィゥェォ", "ブジズアイウエオ", "ーッ")


@dataclass(frozen=True, slots=True)
class Slip:
    """A name of the source, what stands for it in the target, and how it is written; whether it is
    sure to be no variant."""

    name: Part
    here: Part
    usual: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class _Near:
    """A known form of a name of the source from which a word of the target is so many changes away;
    `better` is how much better the form sounds, if it is written by sound."""

    name: Part
    form: str
    apart: int
    better: float | None


class Slips:
    """Finds those of one pair of texts in the text in the language `target`: words that no
    dictionary has."""

    def __init__(
        self, english: str, japanese: str, target: Lang, support: Support, lexicon: Lexicon
    ) -> None:
        self._english, self._japanese = english, japanese
        self._into_japanese = target is Lang.JAPANESE
        self._lexicon = lexicon
        self._written = Written(support, lexicon, target)

    def of(self, theirs: Sequence[Name], ours: Sequence[Name]) -> Iterator[Slip]:
        """The slips among the names of the target, English or Japanese (`theirs` or `ours`)."""
        english, japanese = _parts(theirs), [*_parts(ours), *_latin_in(self._japanese)]
        source, target = (english, japanese) if self._into_japanese else (japanese, english)
        for here in target:
            if not self._is_unknown(here):
                continue
            near = self._near(here, [*source, *self._written.others])
            best = min(near, key=lambda one: (one.apart, -(one.better or 0)), default=None)
            if best is not None and self._is_slip(here, best):
                yield Slip(best.name, here, best.form, is_sure=self._is_sure(here, best))

    def _is_sure(self, here: Part, near: _Near) -> bool:
        # One katakana may be many a person's name: バーバリー is Burberry, and Mr. Barbeary.
        if here.text.isascii() and _KATAKANA.fullmatch(near.name.text):
            known = self._lexicon.from_english(english_key(near.form))
            return any(entry.kind == "country" for entry in known)
        # Of a name that no dictionary has, Sudachi may take the wrong reading.
        is_known = near.better is not None or self._written.is_known(near.name)
        return is_known or near.apart == 1

    def _is_unknown(self, word: Part) -> bool:
        """Whether no dictionary has a word of either text, which is long enough to tell."""
        text = word.text
        if text.isascii():
            return (
                len(text) >= _SHORTEST_LATIN
                and text[1:].islower()
                and not is_word(text)
                and not self._lexicon.from_english(english_key(text))
            )
        if not _KATAKANA.fullmatch(text) or len(morae(text)) < _SHORTEST_KATAKANA:
            return False
        over = [t for t in self._tokens if t.span.overlaps(word.span)]
        # Sudachi has usual variants as forms of the right word; other words are made of several.
        if len(over) == 1 and (over[0].is_name or over[0].base != over[0].surface):
            return False
        is_compound = len(over) > 1 and all(
            len(token.surface) > 1 and self._lexicon.from_japanese(token.surface) for token in over
        )
        return not is_compound and not self._lexicon.from_japanese(text)

    @cached_property
    def _tokens(self) -> Sequence[Token]:
        return japanese_tokens(self._japanese)

    def _near(self, here: Part, names: Iterable[Part]) -> Iterator[_Near]:
        for name in names:
            forms = self._written.forms(name, is_latin=here.text.isascii())
            # ケーブルタイ is made of ケーブル, however else “cable” is written.
            if not any(form.lower() in here.text.lower() for form in forms):
                for form in forms:
                    if not _is_variant(here.text, form) and (apart := _apart(here.text, form)):
                        yield _Near(name, form, apart, self._better(name, here, form))

    def _better(self, name: Part, here: Part, form: str) -> float | None:
        if _KATAKANA.fullmatch(here.text):
            right, wrong = (name.text, form), (name.text, here.text)
        elif _KATAKANA.fullmatch(name.text):
            right, wrong = (form, name.text), (here.text, name.text)
        else:
            return None
        if sound_likeness(*right) < SURELY_ALIKE:
            return None
        return sound_information(*right) - sound_information(*wrong)

    def _is_slip(self, here: Part, near: _Near) -> bool:
        """Whether it sounds worse than the right form, and like nothing else in the source."""
        likeness = _likeness(near.name.text, here.text)
        if near.better is None:
            is_worse = likeness < SURELY_ALIKE
        else:
            is_worse = near.better >= (_FAR_WORSE if likeness > _WELL_HEARD else _WORSE)
        return is_worse and not self._is_another(here.text, near.name.text)

    def _is_another(self, here: str, name: str) -> bool:
        """Whether a word of the target is heard in the source in another word than this name."""
        if self._into_japanese:
            return any(
                name not in word.text and sound_likeness(word.text, here) >= SURELY_ALIKE
                for word in self._words
            )
        if is_romaji(here) and any(
            is_read_within(here, run) for run in _KANJI_OR_HIRAGANA.findall(self._japanese)
        ):
            return True
        return any(run != name and sound_likeness(here, run) >= SURELY_ALIKE for run in self._runs)

    @cached_property
    def _words(self) -> Sequence[Word]:
        return english_words(self._english)

    @cached_property
    def _runs(self) -> list[str]:
        return _KATAKANA.findall(self._japanese)


def _parts(names: Iterable[Name]) -> list[Part]:
    return [part for name in names for part in name.parts]


def _latin_in(japanese: str) -> list[Part]:
    """Words in Latin letters with a capital."""
    return [Part(Span(*m.span()), m.group()) for m in _LATIN.finditer(prose(japanese))]


def _apart(here: str, form: str) -> int:
    """How many changes make the one the other: 0 where they are too many for a slip."""
    is_latin = here.isascii()
    one, other = (
        (latin_letters(here), latin_letters(form)) if is_latin else (morae(here), morae(form))
    )
    shorter = min(len(one), len(other))
    most = 1 + (shorter >= (_LONG_LATIN if is_latin else _LONG_KATAKANA))
    apart = changes(one, other, most)
    return apart if apart <= most and shorter >= 2 * apart else 0


def _likeness(name: str, here: str) -> float:
    latin, japanese = (here, name) if here.isascii() else (name, here)
    return sound_likeness(latin, japanese) if _KATAKANA.fullmatch(japanese) else 0.0


def _is_variant(here: str, form: str) -> bool:
    """Whether two words of one language are two ways to write one name, or the first is made of the
    other."""
    if not here.isascii():
        return here.translate(_SAME_SOUND) == form.translate(_SAME_SOUND)
    if _folded(here) == _folded(form):
        return True
    if _folded(here).translate(_UNVOICED) == _folded(form).translate(_UNVOICED):
        return is_romaji(here)
    return len(form) < len(here) and is_derived(form.lower(), here.lower())


def _folded(latin: str) -> str:
    """One form for the ways to write a sound in Latin letters: Württemberg, Wuerttemberg."""
    return _SAME_LETTERS.sub(r"\1\2", folded_romaji(latin))
