"""What the dictionaries say of a pair of words that the ear may take for one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cached_property

from alignqa.lexicon import Lexicon, Term, english_key
from alignqa.lexicon.support import Support
from alignqa.names.alike import ALIKE_WHATEVER_THEY_MEAN, MAY_BE_ALIKE, alike
from alignqa.names.likeness import sound_likeness
from alignqa.names.readings import is_reading
from alignqa.names.romaji import folded_romaji, romanised
from alignqa.names.spelling import latin_letters, morae
from alignqa.text import Span
from alignqa.words import japanese_reading

_KATAKANA = re.compile(r"[ァ-ヺー]+")
# Two spellings that share less of their morae, or letters, are no variants of one another; those
# that share more are.
_UNLIKE_MORAE, _UNLIKE_LETTERS, _NEAR = 0.5, 0.65, 0.7
# By sound; what is heard in running text may be any word of it.
_A_LITTLE_ALIKE, _ALIKE_IN_TEXT = 0.05, 0.3
# Names that are this much alike may be one, misspelt: by sound, and by letters in common.
_MISSPELT, _FEW_LETTERS = 0.003, 0.75


class Dictionary:
    """Answers for one pair of texts."""

    def __init__(self, support: Support, lexicon: Lexicon) -> None:
        self._support, self._lexicon = support, lexicon

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The dictionary terms of the English text."""
        return self._support.english_terms()

    @cached_property
    def rendered(self) -> Mapping[str, str]:
        """English words, and terms written as one word, each with its known rendering that stands
        in the Japanese text."""
        found: dict[str, str] = {}
        for term in self.terms:
            if rendering := self._support.known_rendering(term):
                words = (*term.text.split(), term.text.replace(" ", ""))
                found.update(dict.fromkeys(words, rendering))
        return found

    def alike(self, latin: str, japanese: str) -> bool:
        """Whether two words may be one name, by sound, as far as the dictionaries know them, or
        since they know one nearly so spelled: Sonja, and ソーニャ for Sonya."""
        if not _KATAKANA.fullmatch(japanese):
            return alike(latin, japanese)
        likeness = sound_likeness(latin, japanese)
        if likeness >= ALIKE_WHATEVER_THEY_MEAN or max(self._nearest(latin, japanese)) >= _NEAR:
            return True
        return likeness >= MAY_BE_ALIKE and not self.spells_otherwise(latin, japanese)

    def tells_apart(self, latin: str, katakana: str) -> bool:
        """Whether the two are surely not one: the katakana renders another word of the English
        text (スコア a score, not Scott), the English word is rendered by its meaning, or either is a
        known name that is spelled otherwise (Lewis is ルイス, not クイズ)."""
        return (
            self.spells_otherwise(latin, katakana, _ALIKE_IN_TEXT)
            or self._means_another(katakana, latin)
            or self._is_rendered_by_another(latin, katakana)
        )

    def spells_otherwise(
        self, latin: str, katakana: str, a_little_alike: float = _A_LITTLE_ALIKE
    ) -> bool:
        """Whether the dictionaries know how the one is written in katakana, and the other in Latin
        letters, and none of it is near the other: of what sounds a little alike, both; of what
        hardly does, either is enough if the other is not near."""
        by_sound, by_letter = self._nearest(latin, katakana)
        if max(by_sound, by_letter) >= _NEAR:
            return False
        told = (0 <= by_sound < _UNLIKE_MORAE) + (0 <= by_letter < _UNLIKE_LETTERS)
        return told > (sound_likeness(latin, katakana) >= a_little_alike)

    def is_far_from_known(self, latin: str, katakana: str) -> bool:
        """Whether the dictionaries know how the one is written in katakana, or the other in Latin
        letters, and more than a slip lies between that and what stands there."""
        by_sound, by_letter = self._nearest(latin, katakana)
        return max(by_sound, by_letter) < _NEAR and max(by_sound, by_letter) >= 0

    def _nearest(self, latin: str, katakana: str) -> tuple[float, float]:
        """How near the one is to what the other is known to be written as, in morae and in letters;
        -1 where nothing is known."""
        theirs = self._lexicon.from_english(english_key(latin))
        forms = [morae(entry.text) for entry in theirs if _KATAKANA.fullmatch(entry.text)]
        spelled = [latin_letters(text) for text in self._spelled(katakana)]
        return _nearest(morae(katakana), forms), _nearest(latin_letters(latin), spelled)

    def may_be_misspelt(self, latin: str, japanese: str) -> bool:
        """Whether two names that are not alike sound less unlike than two at random, and the
        dictionaries do not know them for two."""
        if not _KATAKANA.fullmatch(japanese):
            heard = romanised(japanese_reading(japanese))
            return _ratio(folded_romaji(latin), heard) >= _FEW_LETTERS and not any(
                is_reading(latin, entry.text)
                for entry in self._lexicon.from_english(english_key(latin))
            )
        if sound_likeness(latin, japanese) < _MISSPELT or self.spells_otherwise(latin, japanese):
            return False
        spelled = self._spelled(japanese) if self._lexicon.from_english(english_key(latin)) else []
        return not spelled or any(_ratio(latin, meaning) >= _FEW_LETTERS for meaning in spelled)

    def _spelled(self, katakana: str) -> list[str]:
        """How a name in katakana is written in Latin letters."""
        entries = self._lexicon.from_japanese(katakana)
        return [entry.text for entry in entries if entry.kind == "name" and entry.text[0].isupper()]

    def _means_another(self, katakana: str, latin: str) -> bool:
        entries = self._lexicon.from_japanese(katakana)
        words = tuple(entry for entry in entries if entry.kind != "name")
        if not words:
            return False
        meaning = self._support.known_meaning(
            Term(Span(0, len(katakana)), katakana, katakana, words)
        )
        return meaning is not None and english_key(latin) not in english_key(meaning).split()

    def _is_rendered_by_another(self, latin: str, katakana: str) -> bool:
        rendering = self.rendered.get(latin)
        return rendering is not None and katakana not in rendering


def _nearest(one: Sequence[str], others: Iterable[Sequence[str]]) -> float:
    return max((_ratio(one, other) for other in others), default=-1.0)


def _ratio(one: Sequence[str], other: Sequence[str]) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
