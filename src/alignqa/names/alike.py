"""Whether two names may be one by sound, or begin or end alike."""

from __future__ import annotations

import re
from functools import lru_cache

from alignqa.names.likeness import sound_likeness, sound_weight
from alignqa.names.readings import is_read_within
from alignqa.names.romaji import folded_romaji, is_romaji, romanised
from alignqa.names.spelling import latin_letters, morae
from alignqa.words import japanese_reading

# Names that are this much alike by sound may be one. Chosen on development data.
MAY_BE_ALIKE = 0.05
# As one name against the likest of a hundred others, even odds.
SURELY_ALIKE = 0.5
ALIKE_WHATEVER_THEY_MEAN = 0.8
_KATAKANA = re.compile(r"[ァ-ヺー]+")
_SHORTEST_CUT = 3
# Letters that say so much for a mora, in hundredths of a nat, are a usual spelling of it.
_TELLING = 200


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
    """Whether the one begins or ends as the other does: コールマンスコットランド and Coleman."""
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
