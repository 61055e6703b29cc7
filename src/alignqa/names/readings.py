"""How names in kanji may be read, and whether a romanised name is one of these readings."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from alignqa.names.romaji import folded_romaji, romanised
from alignqa.words import japanese_reading

# A romanised name that is a part of a longer word is at least so long.
_SHORTEST_PART = 4


@cache
def _kanji_readings() -> dict[str, tuple[str, ...]]:
    """For each kanji the folded romanisations of its readings in names."""
    lines = (files("alignqa") / "data" / "names" / "readings.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return {
        kanji: tuple(dict.fromkeys(romanised(kana) for kana in kanas.split()))
        for kanji, kanas in rows
    }


@lru_cache(maxsize=100_000)
def is_reading(latin: str, japanese: str) -> bool:
    """Whether a romanised name is a reading of a word in kanji and kana: by the dictionary's
    reading, or kanji by kanji, as names are read (裕子 is Yūko and Hiroko)."""
    wanted = folded_romaji(latin)
    return bool(wanted) and (
        romanised(japanese_reading(japanese)) == wanted
        or len(wanted) in _ends(wanted, japanese, {0})
    )


@lru_cache(maxsize=100_000)
def is_read_within(latin: str, japanese: str) -> bool:
    """Whether a romanised name is a reading of some characters in a row of the word: Kiyomizu in
    清水寺."""
    wanted = folded_romaji(latin)
    if len(wanted) < _SHORTEST_PART:
        return is_reading(latin, japanese)
    if wanted in romanised(japanese_reading(japanese)):
        return True
    return any(_reaches(wanted, japanese[start:]) for start in range(len(japanese)))


def _reaches(wanted: str, japanese: str) -> bool:
    ends = {0}
    for at in range(len(japanese)):
        ends = _ends(wanted, japanese[at], ends)
        if len(wanted) in ends:
            return True
        if not ends:
            return False
    return False


def _ends(wanted: str, japanese: str, starts: set[int]) -> set[int]:
    """Where in the romanised name the characters may end, if they begin at one of `starts`."""
    table, before = _kanji_readings(), ""
    for character in japanese:
        if character == "々":
            character = before
        before = character
        heard = table.get(character) or ((romanised(character),) if character in _kana() else ())
        ends = set()
        for start in starts:
            for sound in heard:
                if wanted.startswith(sound, start):
                    ends.add(start + len(sound))
                # Letters that meet were folded into one: Shin + nosuke → Shinosuke.
                elif (
                    start and wanted[start - 1] == sound[:1] and wanted.startswith(sound[1:], start)
                ):
                    ends.add(start + len(sound) - 1)
        starts = ends
        if not starts:
            break
    return starts


@cache
def _kana() -> frozenset[str]:
    return frozenset(map(chr, [*range(0x3041, 0x3097), *range(0x30A1, 0x30FB)]))
