"""How a name is usually written in the other language."""

from __future__ import annotations

from collections.abc import Sequence

from alignqa.lexicon import Entry, Lexicon, english_key
from alignqa.lexicon.associations import shipped_associations
from alignqa.names.found import Part
from alignqa.names.known import english_names_of, has_capitals, renders_by_sound
from alignqa.names.likeness import sound_likeness
from alignqa.names.readings import is_reading
from alignqa.names.spelling import morae
from alignqa.words.script import JAPANESE_LETTER

# Ranks of the lexicon: a rendering so far behind is one of a rare sense. Without a word on how
# usual it is, a rendering must at least sound like the name.
_ORDINARY = 160
_SURELY_ALIKE = 0.5
# A rendering that took so great a share of a name's occurrences is its usual one.
_USUAL = 0.3
# 京都市 is named as 京都 is.
_KINDS_OF_PLACE = "市県州"


def expected_name(parts: Sequence[Part], lexicon: Lexicon) -> str | None:
    """The usual form of a name, part by part; `None` where it is not known of them all."""
    is_japanese = bool(JAPANESE_LETTER.match(parts[0].text))
    found = [
        _english(part.text, lexicon) if is_japanese else _japanese(part.text, lexicon)
        for part in parts
    ]
    return (" " if is_japanese else "・").join(found) if all(found) else None


def _english(name: str, lexicon: Lexicon) -> str:
    entries = lexicon.from_japanese(name)
    if not entries and name[-1] in _KINDS_OF_PLACE:
        entries = lexicon.from_japanese(name[:-1])
    # トランプ means “Western playing cards”, too.
    names = english_names_of(filter(has_capitals, entries))
    return max(
        names, key=lambda text: shipped_associations().strength(english_key(text), name), default=""
    )


def _japanese(name: str, lexicon: Lexicon) -> str:
    key = english_key(name)
    entries = lexicon.from_english(key)
    best = max(
        entries, key=lambda entry: shipped_associations().strength(key, entry.text), default=None
    )
    if (
        best is not None
        and shipped_associations().strength(key, best.text) >= _USUAL
        and morae(best.text)
    ):
        return best.text
    first = entries[0].rank if entries else 0
    known = [
        entry
        for entry in entries
        if (_is_sound_of(name, entry) and (entry.rank <= first or first > _ORDINARY))
        or (entry == entries[0] and _is_named_so(key, entry, lexicon))
    ]
    known.sort(key=lambda entry: (entry.rank, -sound_likeness(name, entry.text), entry.text))
    return known[0].text if known else ""


def _is_named_so(key: str, entry: Entry, lexicon: Lexicon) -> bool:
    """Whether a rendering means the name, and that first of all: 平壌 is “Pyongyang”."""
    back = lexicon.from_japanese(entry.text)
    return bool(back) and has_capitals(back[0]) and english_key(back[0].text) == key


def _is_sound_of(name: str, entry: Entry) -> bool:
    return renders_by_sound(name, entry) and (
        is_reading(name, entry.text) or sound_likeness(name, entry.text) >= _SURELY_ALIKE
    )
