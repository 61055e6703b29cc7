"""Terms of closed kinds that nothing on the other side is known to render."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from alignqa.lexicon.entry import CLOSED_KINDS, Entry
from alignqa.lexicon.keys import english_key
from alignqa.lexicon.store import Lexicon
from alignqa.lexicon.support import Phrases, Support
from alignqa.lexicon.terms import Term
from alignqa.lexicon.vectors import WordVectors
from alignqa.text import Span

KINDS = CLOSED_KINDS
# The dictionary names every one of these, so that its silence is proof enough.
COMPLETE = frozenset({"country", "weekday"})
# Of these there are always more than it knows.
OPEN = KINDS - COMPLETE
# A meaning so many ranks behind the word's first is not what a reader takes it for.
_UNUSUAL = 250
# What a dictionary's phrase for a term is like says a little less than what the term itself is like.
_AT_ONE_REMOVE = 0.1
_MEANINGS_ASKED = 6
# 同省, 当局: the body that was named before.
_ANAPHORIC = frozenset("同当本両各某")


@dataclass(frozen=True, slots=True)
class Orphan:
    """A term of a closed kind without a known counterpart, with what it means in that kind."""

    term: Term
    kind: str
    meanings: tuple[Entry, ...]

    @property
    def identities(self) -> set[str]:
        return {entry.identity for entry in self.meanings} - {""}

    def to_be_rendered(self, lexicon: Lexicon) -> Term:
        """The term with the meanings any of which would do: all of them, or for one that newspapers
        know well those of its kind, since police are no regulation."""
        if not lexicon.public_life.names_one(self.term.key):
            return self.term
        of_its_kind = tuple(entry for entry in self.term.entries if entry.kind == self.kind)
        return replace(self.term, entries=of_its_kind)

    @property
    def usual_meanings(self) -> list[str]:
        """Up to three of its meanings, those that a reader may take it for."""
        first = self.meanings[0].rank
        return [entry.text for entry in self.meanings[:3] if entry.rank <= first + _UNUSUAL]


# Several checks ask for those of the pair that is at hand.
@lru_cache(maxsize=4)
def english_orphans(support: Support, lexicon: Lexicon) -> tuple[Orphan, ...]:
    """English terms that no known rendering of stands in the Japanese text."""
    return tuple(_english_orphans(support, lexicon))


def _english_orphans(support: Support, lexicon: Lexicon) -> Iterator[Orphan]:
    for term in support.english_terms(KINDS):
        orphan = _orphan(term, lexicon)
        if (
            orphan
            and _is_written_as_one(orphan, support, lexicon)
            and not _is_part_of_a_name(orphan, support, lexicon)
            and not _is_rendered(orphan, support, lexicon)
            and not orphan.identities & support.japanese_identities
        ):
            yield orphan


@lru_cache(maxsize=4)
def japanese_orphans(support: Support, lexicon: Lexicon) -> tuple[Orphan, ...]:
    """Japanese terms that no known meaning of stands in the English text."""
    return tuple(_japanese_orphans(support, lexicon))


def _japanese_orphans(support: Support, lexicon: Lexicon) -> Iterator[Orphan]:
    for term in support.japanese_terms(KINDS):
        orphan = _orphan(term, lexicon)
        if (
            orphan
            and term.text not in lexicon.public_life.general
            and (len(term.text) > 1 or support.abbreviates(term))
            and not (orphan.kind in OPEN and support.is_inside_japanese_word(term))
            and term.text[0] not in _ANAPHORIC
            and not _is_meant(orphan, support)
            and not orphan.identities & support.english_identities
        ):
            yield orphan


def _is_rendered(orphan: Orphan, support: Support, lexicon: Lexicon) -> bool:
    """Whether a known rendering stands in the Japanese text, and not only in a longer name: 民主党
    does in 自由民主党."""
    found = support.known_rendering(orphan.to_be_rendered(lexicon))
    if found is None or orphan.kind not in OPEN:
        return found is not None
    longer = [
        term
        for term in support.japanese_terms(OPEN)
        if found in term.text and not _means(term, orphan.term.text)
    ]
    return not longer or support.times_in_japanese(found) > len(longer)


def _is_meant(orphan: Orphan, support: Support) -> bool:
    """Whether a known meaning stands in the English text, and not only in a longer name: House does
    in House of Councillors."""
    found = support.known_meaning(orphan.term)
    if found is None or orphan.kind not in OPEN:
        return found is not None
    key = english_key(found)
    longer = [
        term
        for term in support.english_terms(OPEN)
        if f" {key} " in f" {term.key} " and not _means(term, orphan.term.text)
    ]
    return not longer or support.times_in_english(key) > len(longer)


def _means(term: Term, text: str) -> bool:
    """Whether a term of one language is, or has words of, a name in the other."""
    if term.text == text:
        return True
    if text.isascii():
        key = english_key(text)
        return any(f" {key} " in f" {english_key(entry.text)} " for entry in term.entries)
    return any(text in entry.text for entry in term.entries)


def nearness(
    orphan: Orphan, others: Phrases, apart_from: Sequence[Span], vectors: WordVectors
) -> float:
    """How near the likeliest rendering over there comes to the term or to what it means, as a
    cosine; phrases that overlap one of `apart_from` do not count."""
    meanings = [entry.text for entry in orphan.meanings[:_MEANINGS_ASKED]]
    rows = vectors.of([orphan.term.text, *meanings])
    itself = others.nearest(rows[0], *apart_from)
    said_otherwise = max(others.nearest(row, *apart_from) for row in rows[1:])
    return max(itself, said_otherwise - _AT_ONE_REMOVE)


def gap(theirs: Orphan, ours: Orphan, vectors: WordVectors) -> float:
    """How much nearer each is to what it is known to mean than they are to each other."""
    english = [theirs.term.text, *(entry.text for entry in ours.meanings[:4])]
    japanese = [ours.term.text, *(entry.text for entry in theirs.meanings[:6])]
    cosines = vectors.of(english) @ vectors.of(japanese).T
    return float((cosines[0, 1:].max() + cosines[1:, 0].max()) / 2 - cosines[0, 0])


def _orphan(term: Term, lexicon: Lexicon) -> Orphan | None:
    """The term, if a usual meaning of it is of a closed kind."""
    usual = [e for e in term.entries if e.rank <= term.entries[0].rank + _UNUSUAL]
    kind = next((entry.kind for entry in usual if entry.kind in KINDS), "")
    if lexicon.public_life.names_one(term.key):
        kind = lexicon.public_life.kind_of(term.key) or kind
    elif kind == "institution" and _is_one_word(term):
        # A "house" is a building first of all, "Congress" is not.
        kind = usual[0].kind
    folded = unicodedata.normalize("NFKC", term.text).lower()
    meanings = tuple(
        entry
        for entry in term.entries
        # A word that is kept as it is needs no rendering.
        if entry.kind == kind and unicodedata.normalize("NFKC", entry.text).lower() != folded
    )
    return Orphan(term, kind, meanings) if meanings else None


def _is_one_word(term: Term) -> bool:
    return term.text.isascii() and " " not in term.key


def _is_written_as_one(orphan: Orphan, support: Support, lexicon: Lexicon) -> bool:
    """Whether an English term has the capitals of a name; an office of several words needs none,
    nor does what newspapers write without: police, prosecutors."""
    term = orphan.term
    letters = term.text.replace(".", "")
    if term.key in lexicon.public_life.general:
        return False
    if len(letters) <= 3:
        return letters.isupper()
    if letters[0].isupper():
        # "Labour" opens a sentence on wages as well as one on the party.
        return (
            not _is_one_word(term)
            or orphan.kind not in OPEN
            or term.entries[0].kind == orphan.kind
            or support.is_capital(term)
        )
    if term.key in lexicon.public_life.common:
        # "We think and judge" names no judge; "the judge" does.
        return term.entries[0].kind == orphan.kind or support.has_determiner(term)
    return orphan.kind == "office" and " " in letters


def _is_part_of_a_name(orphan: Orphan, support: Support, lexicon: Lexicon) -> bool:
    """Whether an English term is a piece of a longer name that the dictionary does not know:
    "Secretary" in "Trade Secretary", "House" in "House Minority Leader", "Jordan" in a person's."""
    before, after = support.english_neighbours(orphan.term)
    if orphan.kind == "office" and (whole := support.whose(orphan.term)):
        return all(entry.kind != "country" for entry in support.english_entries(whole))
    if " " in orphan.term.key and lexicon.public_life.names_one(orphan.term.key):
        return False
    if orphan.kind in OPEN and orphan.term.text[0].islower():
        return False
    if orphan.kind in OPEN and before and before.is_capital:
        return all(entry.kind != "country" for entry in support.english_entries(before))
    if orphan.kind == "institution" and after:
        return after.begins_upper and not lexicon.public_life.names_one(orphan.term.key)
    if orphan.kind == "country" and after and after.begins_upper:
        return all(entry.kind == "name" for entry in support.english_entries(after))
    return False
