"""A negation where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alignqa.text import Span


@dataclass(frozen=True, slots=True)
class Negation:
    """One negating word or ending and what it negates.

    `cue` is the word that negates, in lower case or as Sudachi normalises it. `predicate` is the
    word that is negated, and `key` its lemma or base; where none is found they are those of the
    cue. `place` holds cue and predicate both, and auxiliaries between them. One that `may_be_none`
    may go without a counterpart: the *nor* behind a *not*, the *not* of *I wish I had not*.
    """

    span: Span
    cue: str
    predicate: Span
    key: str
    may_be_none: bool = False

    @property
    def place(self) -> Span:
        return Span(
            min(self.span.start, self.predicate.start), max(self.span.end, self.predicate.end)
        )


def surplus(ours: Sequence[Negation], theirs: Sequence[Negation]) -> int:
    """How many negations the first text has beyond the second, below 0 where it has fewer.

    Those that may be none count on either side only as far as they lessen the difference.
    """
    least, most = _sure(ours), len(ours)
    other_least, other_most = _sure(theirs), len(theirs)
    return max(0, least - other_most) - max(0, other_least - most)


def _sure(negations: Sequence[Negation]) -> int:
    return sum(not negation.may_be_none for negation in negations)
