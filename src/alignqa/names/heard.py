"""Whether a name of one text is heard anywhere in the other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property

from alignqa.names.alike import ALIKE_WHATEVER_THEY_MEAN, SURELY_ALIKE, alike
from alignqa.names.dictionary import Dictionary
from alignqa.names.likeness import sound_likeness
from alignqa.names.readings import is_read_within
from alignqa.names.romaji import is_romaji
from alignqa.words import FUNCTION_WORDS, Word, english_words, japanese_tokens

_LONGEST_ACRONYM = 3
_KATAKANA = re.compile(r"[ァ-ヺー]+")
_SEVERAL = re.compile(r"[ァ-ヺー]+(?:[・＝= \u3000][ァ-ヺー]+)+")
_KANJI_OR_HIRAGANA = re.compile(r"[\u3400-\u9fff々ヶ]+|[ぁ-ゖ]{3,}")
_LONGEST_PARTICLE = 3


class Heard:
    """What is heard in a pair of texts.

    What is only a little alike is not heard where the `dictionary` tells the two apart.
    """

    def __init__(self, english: str, japanese: str, dictionary: Dictionary | None = None) -> None:
        self._english, self._japanese = english, japanese
        self._dictionary = dictionary

    def in_english(self, japanese: str, *, is_surely_name: bool = False) -> bool:
        """Whether a Japanese name is heard in the English text: in its capitalised words, one to
        three in a row; or in any words, unless it is sure to be a name."""
        return any(self._is_heard_as(form, japanese) for form in self.english_names) or (
            not is_surely_name
            and any(self._is_heard_as(form, japanese) for form in self._english_runs)
        )

    def in_japanese(self, latin: str) -> bool:
        """Whether an English name is heard in the Japanese text, or stands there as it is."""
        if latin.lower() in self._folded_japanese:
            return True
        if any(self._is_heard_as(latin, piece) for piece in self._pieces):
            return True
        return is_romaji(latin) and any(is_read_within(latin, run) for run in self._runs)

    def _is_heard_as(self, latin: str, japanese: str) -> bool:
        """Whether the two may be one by sound, and neither sounds far more like something else:
        “House” is ハウス, and so not ヒューズ."""
        if not alike(latin, japanese):
            return False
        if not _KATAKANA.fullmatch(japanese):
            return True
        likeness = sound_likeness(latin, japanese)
        if likeness >= ALIKE_WHATEVER_THEY_MEAN:
            return True
        told_apart = self._dictionary is not None and self._dictionary.tells_apart(latin, japanese)
        return not told_apart and (
            likeness >= SURELY_ALIKE
            or not (self._is_surely_other(latin, japanese) or self._is_taken(latin, japanese))
        )

    def _is_surely_other(self, latin: str, japanese: str) -> bool:
        """Whether the Latin spelling sounds like another piece of katakana."""
        return any(
            piece not in japanese
            and japanese not in piece
            and sound_likeness(latin, piece) >= SURELY_ALIKE
            for piece in self._pieces
        )

    def _is_taken(self, latin: str, japanese: str) -> bool:
        """Whether the katakana sounds like other English words."""
        return any(
            form not in latin
            and latin not in form
            and sound_likeness(form, japanese) >= SURELY_ALIKE
            for form in self.english_names
        )

    @cached_property
    def english_names(self) -> tuple[str, ...]:
        """The capitalised words of the English text, one to three in a row written as one."""
        words = self._english_words
        return _distinct(
            "".join(word.text for word in words[start : start + size])
            for size in (1, 2, 3)
            for start in range(len(words) - size + 1)
            if self._is_run_of_names(words[start : start + size])
        )

    def _is_run_of_names(self, words: Sequence[Word]) -> bool:
        """Capitalised words, with small ones such as “de” between them, or behind a hyphen:
        Jung-wook."""
        return (
            words[0].begins_upper
            and (words[-1].begins_upper or self._english[words[-1].span.start - 1] == "-")
            and words[0].lemma not in FUNCTION_WORDS
            and not (words[0].text.isupper() and len(words[0].text) <= _LONGEST_ACRONYM)
            and all(
                word.begins_upper or len(word.text) <= _LONGEST_PARTICLE for word in words[1:-1]
            )
        )

    @cached_property
    def _english_runs(self) -> tuple[str, ...]:
        return _runs_of(
            [word.text for word in self._english_words if word.lemma not in FUNCTION_WORDS]
        )

    @cached_property
    def _english_words(self) -> tuple[Word, ...]:
        return tuple(word for word in english_words(self._english) if word.text[0].isalpha())

    @cached_property
    def _pieces(self) -> tuple[str, ...]:
        text = unicodedata.normalize("NFKC", self._japanese)
        tokens = [token.surface for token in japanese_tokens(self._japanese)]
        return _distinct(
            [
                *_KATAKANA.findall(text),
                *("".join(_KATAKANA.findall(whole)) for whole in _SEVERAL.findall(text)),
                *(surface for surface in tokens if _KATAKANA.fullmatch(surface)),
            ]
        )

    @cached_property
    def _runs(self) -> tuple[str, ...]:
        return _distinct(_KANJI_OR_HIRAGANA.findall(self._japanese))

    @cached_property
    def _folded_japanese(self) -> str:
        return unicodedata.normalize("NFKC", self._japanese).lower()


def _runs_of(words: Sequence[str]) -> tuple[str, ...]:
    """The words, and two and three in a row written as one."""
    return _distinct(
        "".join(words[start : start + size])
        for size in (1, 2, 3)
        for start in range(len(words) - size + 1)
    )


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
