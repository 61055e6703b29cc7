"""Terms of closed kinds, as what is lost on one side or unsupported on the other."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from alignqa.lexicon.entry import CLOSED_KINDS, Entry
from alignqa.lexicon.store import Lexicon
from alignqa.lexicon.terms import Term

KINDS = CLOSED_KINDS
# The dictionary names every one of these, so that its silence is proof enough.
COMPLETE = frozenset({"country", "weekday"})
# Of these there are always more than it knows.
OPEN = KINDS - COMPLETE
# A meaning so many ranks behind the word's first is not what a reader takes it for.
_UNUSUAL = 250
_KATAKANA = re.compile(r"[ァ-ヺー]+")


@dataclass(frozen=True, slots=True)
class Orphan:
    """A term of a closed kind without a known counterpart, with what it means in that kind.

    There are two `kinds` where it may be either: prosecutors are a body, a prosecutor holds an
    office. One that `is_doubtful` may be no such term, or may be rendered: by a word for many
    things, or by one that renders the same term elsewhere in the text. One that `is_general` is
    itself a word for many things, and doubtful for that.
    """

    term: Term
    kinds: frozenset[str]
    meanings: tuple[Entry, ...]
    is_doubtful: bool = False
    is_general: bool = False

    @property
    def identities(self) -> set[str]:
        """The countries that it usually names."""
        usual = self.meanings[0].rank + _UNUSUAL
        return {entry.identity for entry in self.meanings if entry.rank <= usual} - {""}

    @property
    def is_open(self) -> bool:
        """Whether there are more of its kind than any dictionary has."""
        return self.kinds <= OPEN

    def to_be_rendered(self, lexicon: Lexicon) -> Term:
        """The term with the meanings any of which would do: all of them, or for one that newspapers
        know well those of its kind, since police are no regulation, and its sound, since a King
        may be a stadium's."""
        if not lexicon.public_life.names_one(self.term.key):
            return self.term
        of_its_kind = tuple(
            entry
            for entry in self.term.entries
            if entry.kind in self.kinds or _KATAKANA.fullmatch(entry.text)
        )
        return replace(self.term, entries=of_its_kind)

    @property
    def usual_meanings(self) -> list[str]:
        """Up to three of its meanings, those that a reader may take it for."""
        first = self.meanings[0].rank
        return [entry.text for entry in self.meanings[:3] if entry.rank <= first + _UNUSUAL]


def orphan_of(term: Term, lexicon: Lexicon) -> Orphan | None:
    """The term, if a usual meaning of it is of a closed kind."""
    usual = [e for e in term.entries if e.rank <= term.entries[0].rank + _UNUSUAL]
    kinds = frozenset([next((entry.kind for entry in usual if entry.kind in KINDS), "")])
    if lexicon.public_life.names_one(term.key):
        kinds = lexicon.public_life.kinds_of(term.key)
    elif kinds == {"institution"} and is_one_word(term):
        # A "house" is a building first of all, "Congress" is not.
        kinds = frozenset([usual[0].kind])
    of_its_kind = [entry for entry in term.entries if entry.kind in kinds & KINDS]
    if not of_its_kind:
        return None
    # What NASA stands for says more than that it may be kept as it is.
    meanings = [entry for entry in of_its_kind if not _is_itself(entry, term)] or [
        *(entry for entry in term.entries if not _is_itself(entry, term)),
        *of_its_kind,
    ]
    return Orphan(term, kinds, tuple(meanings), is_general=term.key in lexicon.public_life.general)


def _is_itself(entry: Entry, term: Term) -> bool:
    one, other = (unicodedata.normalize("NFKC", text).lower() for text in (entry.text, term.text))
    return one == other


def is_one_word(term: Term) -> bool:
    """Whether it is a single English word."""
    return term.text.isascii() and " " not in term.key
