"""Names that one text says more often than the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from alignqa.lexicon import Term
from alignqa.names.dictionary import Dictionary
from alignqa.names.found import Name, Part
from alignqa.names.known import KnownNames, is_country
from alignqa.names.lost_name import Lost


class Scarce:
    """Finds those of one pair of texts that are sure to be names, countries left out: of these one
    is often named for another."""

    def __init__(
        self, english: str, japanese: str, known: KnownNames, dictionary: Dictionary
    ) -> None:
        self._english, self._japanese = english, japanese
        self._known, self._dictionary = known, dictionary

    def in_japanese(self, theirs: Sequence[Name], ours: Sequence[Name]) -> Iterator[Lost]:
        """English names that the Japanese text has, but less often; each place of them."""
        for part in _said_less_often(theirs, ours, self._japanese, self._are_one):
            term = self._known.english_term(part)
            if _is_told_of(term) and self._known.is_surely_english_name(part, term):
                yield _lost(part, term)

    def in_english(self, theirs: Sequence[Name], ours: Sequence[Name]) -> Iterator[Lost]:
        """Japanese names that the English text has, but less often; each place of them."""
        for part in _said_less_often(
            ours, theirs, self._english, lambda ours, theirs: self._are_one(theirs, ours)
        ):
            term = self._known.japanese_term(part)
            if _is_told_of(term) and self._known.is_surely_japanese_name(term):
                yield _lost(part, term)

    def _are_one(self, theirs: Part, ours: Part) -> bool:
        return self._dictionary.alike(theirs.text, ours.text) or any(
            entry.text == ours.text for entry in self._known.english_term(theirs).entries
        )


def says_twice(names: Sequence[Name]) -> bool:
    """Whether a word of names is said more than once."""
    words = [part.text for name in names for part in name.parts]
    return len(set(words)) < len(words)


def in_place_of_scarce(
    strangers: Sequence[Lost], scarce: Iterable[Lost], length: float
) -> Iterator[tuple[Lost, Lost]]:
    """The one name that is lost, if it is sure to be one and no word that the dictionaries lack,
    as species have, with the place nearest to its own of those where the other text says something
    more often (`length` is that of the other text for 1 of its own)."""
    is_unknown = len(strangers) == 1 and len(strangers[0].parts) == 1 and not strangers[0].meanings
    if len(strangers) == 1 and strangers[0].is_surely_name and not is_unknown:
        at = strangers[0].span.start * length
        nearest = min(scarce, key=lambda one: abs(one.span.start - at), default=None)
        if nearest is not None:
            yield strangers[0], nearest


def _said_less_often(
    names: Sequence[Name], others: Sequence[Name], text: str, are_one: Callable[[Part, Part], bool]
) -> Iterator[Part]:
    """The words of `names` that are said twice or more, each where it stands, and that the other
    `text`, which has the names `others`, has, but not so often."""
    parts = [part for name in names for part in name.parts]
    there = [part for name in others for part in name.parts]
    for said, times in Counter(part.text for part in parts).items():
        places = [part for part in parts if part.text == said]
        forms = {other.text for other in there if are_one(places[0], other)} if times > 1 else ()
        if forms:
            any_form = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
            if len(re.findall(any_form, text)) < times:
                yield from places


def _is_told_of(term: Term) -> bool:
    return bool(term.entries) and not is_country([term])


def _lost(part: Part, term: Term) -> Lost:
    return Lost(part.span, part.text, (part,), term.entries, True)
