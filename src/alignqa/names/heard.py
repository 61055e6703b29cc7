"""Whether a name of one text is heard anywhere in the other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from alignqa.names.dictionary import Dictionary
from alignqa.names.likeness import sound_likeness, sound_weight
from alignqa.names.readings import is_read_within
from alignqa.names.romaji import folded_romaji, is_romaji, romanised
from alignqa.names.spelling import latin_letters, morae
from alignqa.words import FUNCTION_WORDS, Word, english_words, japanese_reading, japanese_tokens

# Names that are this much alike by sound may be one. Chosen on development data.
MAY_BE_ALIKE = 0.05
# As one name against the likest of a hundred others, even odds.
SURELY_ALIKE = 0.5
_ALIKE_BESIDE_MEANING = 0.8
_LONGEST_ACRONYM = 3
_KATAKANA = re.compile(r"[ァ-ヺー]+")
_SEVERAL = re.compile(r"[ァ-ヺー]+(?:[・＝= \u3000][ァ-ヺー]+)+")
_KANJI_OR_HIRAGANA = re.compile(r"[\u3400-\u9fff々ヶ]+|[ぁ-ゖ]{3,}")
_SHORTEST_CUT = 3
# Letters that say so much for a mora, in hundredths of a nat, are a usual spelling of it.
_TELLING = 200
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
        if likeness >= _ALIKE_BESIDE_MEANING:
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
            if _is_run_of_names(words[start : start + size])
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


def _is_run_of_names(words: Sequence[Word]) -> bool:
    """Capitalised words, with small ones such as “de” between them."""
    return (
        words[0].begins_upper
        and words[-1].begins_upper
        and words[0].lemma not in FUNCTION_WORDS
        and not (words[0].text.isupper() and len(words[0].text) <= _LONGEST_ACRONYM)
        and all(word.begins_upper or len(word.text) <= _LONGEST_PARTICLE for word in words[1:-1])
    )


def _runs_of(words: Sequence[str]) -> tuple[str, ...]:
    """The words, and two and three in a row written as one."""
    return _distinct(
        "".join(words[start : start + size])
        for size in (1, 2, 3)
        for start in range(len(words) - size + 1)
    )


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


@lru_cache(maxsize=100_000)
def alike(latin: str, japanese: str) -> bool:
    """Whether a Latin spelling and a Japanese name may be one by sound, or one holds the other."""
    if _KATAKANA.fullmatch(japanese):
        return sound_likeness(latin, japanese) >= MAY_BE_ALIKE
    if not is_romaji(latin):
        return False
    return is_read_within(latin, japanese) or romanised_within(japanese, latin)


def romanised_within(japanese: str, latin: str) -> bool:
    """Whether the dictionary's reading of a Japanese name is a part of a romanised one."""
    heard = romanised(japanese_reading(japanese))
    return len(heard) >= _SHORTEST_CUT and heard in folded_romaji(latin)


def begin_alike(latin: str, katakana: str) -> bool:
    """Whether the first mora may stand for the first letters."""
    return any(
        sound_weight(latin_letters(latin)[:size], morae(katakana)[:1]) > _TELLING
        for size in (1, 2, 3)
    )


def begin_or_end_alike(latin: str, katakana: str) -> bool:
    """Whether the one begins or ends as the other does: スマイロフカザフスタン and Smailov."""
    letters, sounds = latin_letters(latin), morae(katakana)
    for cut in range(2, len(sounds)):
        if sound_likeness(latin, "".join(sounds[:cut])) >= 0.5:
            return True
        if sound_likeness(latin, "".join(sounds[cut:])) >= 0.5:
            return True
    return any(
        sound_likeness(part, katakana) >= 0.5
        for cut in range(max(_SHORTEST_CUT, (len(letters) + 1) // 2), len(letters) - 1)
        for part in (letters[:cut], letters[-cut:])
    )
