"""Terms of closed kinds that nothing on the other side is known to render."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from alignqa.lexicon.countries import Countries
from alignqa.lexicon.keys import english_key
from alignqa.lexicon.orphan import COMPLETE, KINDS, OPEN, Orphan, is_one_word, orphan_of
from alignqa.lexicon.store import Lexicon
from alignqa.lexicon.support import Support
from alignqa.lexicon.terms import Term
from alignqa.text import Lang

# 同省, 当局: the body that was named before.
_ANAPHORIC = frozenset("同当本両各某")
# Shorter names are acronyms, in capitals: UN, WHO.
_ACRONYM = 3
# One reason to doubt leaves a term doubtful, two leave nothing of it.
_TOO_MANY = 2
_COUNTRY = frozenset({"country"})
# Offices with one word for them, whatever place they are of.
_OF_PLACES = frozenset({"mayor", "governor", "ambassador", "senator", "bishop", "king", "queen"})


# Several checks ask for those of the pair that is at hand.
@lru_cache(maxsize=4)
def english_orphans(support: Support, lexicon: Lexicon) -> tuple[Orphan, ...]:
    """English terms that no known rendering of stands in the Japanese text; where the name of a body
    begins with a country's, the country, too: "U.S." in "U.S. government"."""
    wholes = support.english_terms(KINDS)
    found = [o for term in wholes if (o := _english_orphan(term, support, lexicon))]
    longer = [term for term in wholes if " " in term.key and term.kinds & OPEN]
    countries = support.english_terms(COMPLETE) if found or longer else ()
    inner = [*_within(found, countries)]
    inner += [term for term in countries if term not in inner and _opens_one(term, longer)]
    found += [o for term in inner if (o := _english_orphan(term, support, lexicon))]
    return tuple(found)


@lru_cache(maxsize=4)
def japanese_orphans(support: Support, lexicon: Lexicon) -> tuple[Orphan, ...]:
    """Japanese terms that no known meaning of stands in the English text; and countries, as above,
    as well as those in words such as 訪米."""
    wholes = support.japanese_terms(KINDS)
    found = [o for term in wholes if (o := _japanese_orphan(term, support, lexicon))]
    inner = _within(found, support.japanese_terms(COMPLETE) if found else ())
    countries = (*inner, *support.countries.in_compounds)
    found += [o for term in countries if (o := _japanese_orphan(term, support, lexicon))]
    return tuple(found)


def _opens_one(term: Term, longer: Sequence[Term]) -> bool:
    """Whether one of these longer terms begins with a term."""
    return any(
        whole.span.start == term.span.start and whole.span.end > term.span.end for whole in longer
    )


def _within(orphans: Sequence[Orphan], terms: Sequence[Term]) -> list[Term]:
    return [
        term
        for term in terms
        if any(o.is_open and o.term.span.overlaps(term.span) for o in orphans)
    ]


def _english_orphan(term: Term, support: Support, lexicon: Lexicon) -> Orphan | None:
    orphan = orphan_of(term, lexicon)
    if orphan is None:
        return None
    doubts = orphan.is_general + _doubts_of_writing(orphan, support, lexicon)
    if doubts < _TOO_MANY:
        doubts += _doubts_of_place(orphan, support, lexicon)
    if doubts >= _TOO_MANY:
        return None
    lacking = _renderings_lacking(orphan, support, lexicon)
    doubts += _TOO_MANY - lacking
    if doubts >= _TOO_MANY or _is_named_all_the_same(orphan, lacking, support, Lang.JAPANESE):
        return None
    return _weighed(orphan, doubts, lexicon)


def _japanese_orphan(term: Term, support: Support, lexicon: Lexicon) -> Orphan | None:
    orphan = orphan_of(term, lexicon)
    if (
        orphan is None
        or (len(term.text) == 1 and not support.abbreviates(term))
        or (orphan.is_open and support.is_inside_japanese_word(term))
        or term.text[0] in _ANAPHORIC
        or (orphan.kinds == _COUNTRY and support.names_a_tribe(term))
    ):
        return None
    lacking = _meanings_lacking(orphan, support, lexicon)
    doubts = orphan.is_general + _TOO_MANY - lacking
    if doubts >= _TOO_MANY or _is_named_all_the_same(orphan, lacking, support, Lang.ENGLISH):
        return None
    return _weighed(orphan, doubts, lexicon)


def _is_named(identities: set[str], countries: Countries, lang: Lang) -> bool:
    """Whether the text in a language may be naming one of these countries."""
    if not identities:
        return False
    named = countries.in_japanese if lang is Lang.JAPANESE else countries.in_english
    return bool(identities & named)


def _is_named_all_the_same(orphan: Orphan, lacking: int, support: Support, lang: Lang) -> bool:
    """Whether the text in a language names a country of which no known name stands there. Asked
    last: it takes long to find them all."""
    return lacking == _TOO_MANY and _is_named(orphan.identities, support.countries, lang)


def _weighed(orphan: Orphan, doubts: int, lexicon: Lexicon) -> Orphan | None:
    """The orphan, doubtful or not; only a country and what newspapers name may be doubtful."""
    if not doubts:
        return orphan
    is_known = orphan.is_general or lexicon.public_life.names_one(orphan.term.key)
    if orphan.kinds != _COUNTRY and not is_known:
        return None
    return replace(orphan, is_doubtful=True)


def _renderings_lacking(orphan: Orphan, support: Support, lexicon: Lexicon) -> int:
    """2 if no known rendering stands in the Japanese text, 0 if one does.

    1 if what stands there says too little: it is a word for many things, there are fewer of it than
    there are terms that it renders, or it stands in the name of something else only, as 民主党 does
    in 自由民主党.
    """
    wanted = orphan.to_be_rendered(lexicon)
    found = support.known_rendering(wanted)
    if found is None:
        return _TOO_MANY
    kinds = OPEN if orphan.is_open else orphan.kinds
    longer = [term for term in support.japanese_terms(kinds) if found in term.text != found]
    others = [term for term in longer if not _means(term, orphan.term.text)]
    if others and support.times_in_japanese(found) <= len(others):
        return _TOO_MANY
    if not orphan.is_open:
        return int(orphan.kinds == _COUNTRY and support.lacks_renderings(wanted))
    names = lexicon.public_life
    strangers = [t for t in longer if names.names_one(t.key) and not support.known_meaning(t)]
    if strangers and support.times_in_japanese(found) <= len(strangers):
        return 1
    return int(found in names.general or support.lacks_renderings(wanted))


def _meanings_lacking(orphan: Orphan, support: Support, lexicon: Lexicon) -> int:
    """2 if no known meaning stands in the English text, 0 if one does, 1 if what stands there says
    too little; see `_renderings_lacking`. House does not stand in House of Councillors."""
    found = support.known_meaning(orphan.term)
    if found is None:
        return _TOO_MANY
    key = english_key(found)
    kinds = OPEN if orphan.is_open else orphan.kinds
    longer = [t for t in support.english_terms(kinds) if f" {key} " in f" {t.key} " != f" {key} "]
    others = [term for term in longer if not _means(term, orphan.term.text)]
    if others and support.times_in_english(key) <= len(others):
        return _TOO_MANY
    if not orphan.is_open:
        return int(orphan.kinds == _COUNTRY and support.lacks_meanings(orphan.term))
    names = lexicon.public_life
    strangers = [t for t in longer if names.names_one(t.key) and not support.known_rendering(t)]
    if strangers and support.times_in_english(key) <= len(strangers):
        return 1
    return int(key in names.general or support.lacks_meanings(orphan.term))


def _means(term: Term, text: str) -> bool:
    """Whether a term of one language is, or has words of, a name in the other."""
    if term.text == text:
        return True
    if text.isascii():
        key = english_key(text)
        return any(f" {key} " in f" {english_key(entry.text)} " for entry in term.entries)
    return any(text in entry.text for entry in term.entries)


def _doubts_of_writing(orphan: Orphan, support: Support, lexicon: Lexicon) -> int:
    """0 if an English term has the capitals of a name, or needs none: an office of several words,
    and with a determiner what newspapers write without, as police or judge. 1 without a determiner,
    or where a capital says nothing; 2 if it is too general to be missed."""
    term, names = orphan.term, lexicon.public_life
    letters = term.text.replace(".", "")
    if len(letters) <= _ACRONYM:
        return 0 if letters.isupper() else _TOO_MANY
    is_its_first_meaning = term.entries[0].kind in orphan.kinds
    if letters[0].isupper():
        # "Labour" opens a sentence on wages as well as one on the party.
        is_name = (
            not is_one_word(term)
            or not orphan.is_open
            or is_its_first_meaning
            or support.is_capital(term)
        )
        return int(not is_name)
    if " " in letters and "office" in orphan.kinds:
        return 0
    if term.key in names.common:
        # "We think and judge" names no judge; "the judge" does.
        if support.has_determiner(term):
            return 0
        return _TOO_MANY if support.may_be_verb(term) else int(not is_its_first_meaning)
    return 1 if is_its_first_meaning else _TOO_MANY


def _doubts_of_place(orphan: Orphan, support: Support, lexicon: Lexicon) -> int:
    """Whether an English term is a piece of a longer name that the dictionary does not know, 0 or 1:
    "Secretary" in "Trade Secretary", "House" in "House Minority Leader", "Jordan" in a person's.
    2 for the office of something that has another word for it: "President of the Association"."""
    before, after = support.english_neighbours(orphan.term)
    if "office" in orphan.kinds and (whole := support.whose(orphan.term)):
        is_nation = any(e.kind == "country" for e in support.english_entries(whole))
        return 0 if is_nation or orphan.term.key in _OF_PLACES else _TOO_MANY
    named = lexicon.public_life.names_one(orphan.term.key)
    if " " in orphan.term.key and named:
        return 0
    if orphan.is_open and orphan.term.text[0].islower():
        return 0
    if orphan.is_open and before and before.is_capital:
        return int(all(entry.kind != "country" for entry in support.english_entries(before)))
    if "institution" in orphan.kinds and after:
        return int(after.begins_upper and not named)
    # New England is no part of England.
    if "country" in orphan.kinds and before and before.text == "New":
        return _TOO_MANY
    # Jordan Spieth is no country, Egypt is nobody's name.
    if "country" in orphan.kinds and "name" in orphan.term.kinds and after and after.begins_upper:
        return int(all(entry.kind == "name" for entry in support.english_entries(after)))
    return 0
