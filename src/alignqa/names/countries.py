"""Countries that one text of a pair names, and the other does not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files

from alignqa.lexicon import Lexicon, Term, english_key
from alignqa.lexicon.orphan import Orphan
from alignqa.lexicon.orphans import english_orphans, japanese_orphans
from alignqa.lexicon.support import Support
from alignqa.names.found import Part
from alignqa.names.known import is_word
from alignqa.names.lost import LostNames
from alignqa.names.lost_name import Lost
from alignqa.text import Span
from alignqa.words import japanese_tokens
from alignqa.words.spelled import spelled_alike

_COUNTRY = frozenset({"country"})
# What the lexicon has no code for: Europe.
_UNION = "EU"
# What is left of a name in which letters are changed for others.
_SHARED = 0.5


class LostCountries:
    """The countries, and their people, that one text of a pair names, and the other does not, each
    once: those that it does not name at all, and those that it names less often or by another word.
    """

    def __init__(self, english: str, japanese: str, support: Support, lexicon: Lexicon) -> None:
        self._english, self._japanese = english, japanese
        self._support, self._lexicon = support, lexicon

    @cached_property
    def in_english(self) -> tuple[list[Lost], list[Lost]]:
        """Those of the English text; a country that is a part of another word is none."""
        return _parted(
            orphan
            for orphan in english_orphans(self._support, self._lexicon)
            if not _is_joined(orphan.term.span, self._english)
        )

    @cached_property
    def in_japanese(self) -> tuple[list[Lost], list[Lost]]:
        """Those of the Japanese text. Few texts have any, and it takes long to find them."""
        for token in japanese_tokens(self._japanese):
            if token.pos[3] == "国":
                word = token.surface
                term = Term(token.span, word, word, self._lexicon.from_japanese(word))
                if self._support.known_meaning(term) is None:
                    return _parted(japanese_orphans(self._support, self._lexicon))
        return [], []


def _parted(orphans: Iterable[Orphan]) -> tuple[list[Lost], list[Lost]]:
    found: tuple[dict[str, Lost], dict[str, Lost]] = {}, {}
    for orphan in orphans:
        if orphan.kinds == _COUNTRY:
            term = orphan.term
            lost = Lost(term.span, term.text, (Part(term.span, term.text),), term.entries, True)
            found[orphan.is_doubtful].setdefault(min(orphan.identities, default=term.key), lost)
    return list(found[False].values()), list(found[True].values())


def in_place_of_country(
    strangers: Sequence[Lost],
    rivals: Sequence[Lost],
    countries: LostCountries,
    names: LostNames,
) -> tuple[Lost, Lost] | None:
    """The English name and the Japanese one, of which one is a lost country, the only one, and the
    other a name that is lost on its side (of the English `strangers` or the Japanese `rivals`),
    where no country is; and no name beside the country, for which it may stand."""
    for found, beside, is_english in ((rivals, strangers, True), (strangers, rivals, False)):
        if not found or beside:
            continue
        sides = countries.in_english, countries.in_japanese
        (lost, _), others = sides if is_english else sides[::-1]
        if len(lost) != 1 or any(others):
            continue
        country = lost[0]
        if any(_may_stand_for(country, name) for name in found):
            continue
        misspelt = [name for name in found if _may_be_misspelt(country, name)]
        sure = misspelt or [name for name in found if names.is_of_somebody_or_place(name)]
        if len(sure) != 1:
            continue
        pair = (country, sure[0]) if is_english else (sure[0], country)
        are_two = names.strangers.are_two if is_english else names.strangers.are_apart
        if misspelt or are_two(*pair):
            return pair
    return None


def _may_stand_for(country: Lost, name: Lost) -> bool:
    """Whether newspapers call a country so, by the seat of its government: Washington, the Kremlin."""
    texts = (name.text, *(entry.text for entry in name.meanings))
    named = [f" {' '.join(map(english_key, re.split('[ -]', text)))} " for text in texts]
    codes = {entry.identity or _UNION for entry in country.meanings if entry.kind in _COUNTRY}
    return any(f" {seat} " in text for code in codes for seat in _seats()[code] for text in named)


def _may_be_misspelt(country: Lost, name: Lost) -> bool:
    """Whether a name that no dictionary knows shares much with a country's name in its language."""
    if name.meanings or len(name.parts) > 1 or is_word(name.text):
        return False
    return any(
        spelled_alike(name.text.lower(), entry.text.lower()) >= _SHARED
        for entry in country.meanings
        if entry.kind in _COUNTRY and len(entry.text) == len(name.text)
    )


def _is_joined(span: Span, english: str) -> bool:
    """Whether a country is a part of another word: mid-Japan, anti-American."""
    return english[span.start - 1 : span.start] == "-" or english[span.end : span.end + 1] == "-"


@cache
def _seats() -> Mapping[str, list[str]]:
    """By the codes of countries, the keys of what their governments are called by."""
    lines = (files("alignqa") / "data" / "names" / "seats.tsv").read_text("utf-8").splitlines()
    found: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        code, name = line.split("\t")
        found[code].append(english_key(name))
    return found
