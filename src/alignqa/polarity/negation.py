"""A negation where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from alignqa.text import Span


@dataclass(frozen=True, slots=True)
class Negation:
    """One negating word or ending and what it negates.

    `cue` is the word that negates, in lower case or as Sudachi normalises it. `predicate` is the
    word that is negated, and `key` its lemma or base; where none is found they are those of the
    cue. `place` holds cue and predicate both, and auxiliaries between them.
    """

    span: Span
    cue: str
    predicate: Span
    key: str

    @property
    def place(self) -> Span:
        return Span(
            min(self.span.start, self.predicate.start), max(self.span.end, self.predicate.end)
        )
