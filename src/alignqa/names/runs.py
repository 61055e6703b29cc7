"""English names in the runs that one name of the other side may render."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from alignqa.lexicon import Term
from alignqa.lexicon.support import Support
from alignqa.names.dictionary import Dictionary
from alignqa.names.found import Name, Part
from alignqa.names.known import KnownNames, is_country, renders_by_sound

_KATAKANA = re.compile(r"[ァ-ヺー]+")
Known = tuple[Part, Term]


class Runs:
    """Takes the names of one English text apart."""

    def __init__(
        self,
        english: str,
        japanese: str,
        support: Support,
        known: KnownNames,
        dictionary: Dictionary,
    ) -> None:
        self._english, self._japanese = english, japanese
        self._support, self._known, self._dictionary = support, known, dictionary

    def of(self, name: Name) -> list[list[Known]]:
        """The words that may be names, each with its renderings, those in a row together. What is
        rendered by its meaning stands apart (“Legend” in “Legend of Zelda”), as does what “of”
        joins (“Jane Wells of England”); runs with a country are left out."""
        runs = [
            [
                pair
                for pair in run
                if self._known.may_be_english_name(*pair) and not self._is_rendered_as_a_word(*pair)
            ]
            for run in self._apart(self._known_together(name))
            if not is_country([term for _, term in run])
        ]
        # “Wall” in “Berlin Wall” is no name; alone, between small letters, it may be one.
        return [
            [
                pair
                for pair in run
                if not pair[1].entries or self._known.is_surely_english_name(*pair)
            ]
            or run
            for run in runs
            if run
        ]

    def _apart(self, parts: Sequence[Part]) -> Iterator[list[Known]]:
        run: list[Known] = []
        for part in parts:
            if run and " of " in self._english[run[-1][0].span.end : part.span.start]:
                yield run
                run = []
            run.append((part, self._known.english_term(part)))
        if run:
            yield run

    def _is_rendered_as_a_word(self, part: Part, term: Term) -> bool:
        """Whether what renders a word is its meaning, or the word itself, not its sound."""
        if part.text in self._japanese:
            return True
        rendering = self._support.known_rendering(term)
        return rendering is not None and not any(
            renders_by_sound(part.text, entry)
            for entry in term.entries
            if entry.text == rendering or entry.kind == "name"
        )

    def _known_together(self, name: Name) -> tuple[Part, ...]:
        """The parts of an English name, those that the dictionary has as one made one: “New York”."""
        parts = list(name.parts)
        if len(parts) == 1:
            return name.parts
        for term in self._dictionary.terms:
            inside = [part for part in parts if part.span.overlaps(term.span)]
            if len(inside) > 1 and any(_KATAKANA.fullmatch(e.text) for e in term.entries):
                at = parts.index(inside[0])
                parts[at : at + len(inside)] = [
                    Part(term.span, term.text, inside[0].opens_sentence, inside[0].has_title)
                ]
        return tuple(parts)
