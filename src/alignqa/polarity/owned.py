"""Things whose owners have changed places: *the French mayor and a Swiss coach*, スイスの市長, フランスの監督."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from alignqa.polarity.evidence import Linked
from alignqa.text import Span

# What may stand between a word and what it belongs to.
_BESIDE = re.compile(r"[ \-‐]|['’]s ")
_OF = re.compile(r" of (?:the )?")
_BESIDE_JAPANESE = re.compile(r"の?")
_SURE = 0.6
_TWO = 2
# An owner has a name: a country, a firm, a person.
_CAPITAL = re.compile("[A-Z]")
# What is of a country: a quick look before anything is linked.
_OWNER = re.compile(r"\b(?:[A-Z]\w+(?:ish|an|ese|ch|sh|ek|ss)|U\.?S\.?|UK)(?=[ -][a-z])")


def may_have_owners(english: str) -> bool:
    """Whether an English text names two owners, as far as their form tells."""
    return len(set(_OWNER.findall(english))) >= _TWO


@dataclass(frozen=True, slots=True)
class Owned:
    """A word, and the word before it that says whose or where it is, on either side."""

    english: tuple[Span, Span]
    japanese: tuple[Span, Span]


def exchanged_owners(
    english: str, japanese: str, links: Sequence[Linked]
) -> tuple[Owned, Owned] | None:
    """Two words whose owners have changed places; what is given has the owners of the Japanese."""
    sure = [(theirs, ours) for theirs, ours, confidence in links if confidence >= _SURE]
    named = [each for each in sure if _CAPITAL.match(english, each[0].start)]
    # Of words that are said twice nothing tells which is meant.
    named = [each for each in named if _is_alone(each, english, japanese)]
    if len(named) < _TWO:
        return None
    plain = [each for each in sure if not _CAPITAL.match(english, each[0].start)]
    owners = [
        Owned((a, b), (first, second))
        for a, first in named
        for b, second in plain
        if 0 <= second.start - first.end <= 1
        and _BESIDE_JAPANESE.fullmatch(japanese, first.end, second.start)
        and not _belongs(a, b, english)
        and _is_alone((b, second), english, japanese)
    ]
    for one, other in combinations(owners, 2):
        if (
            not {*one.japanese} & {*other.japanese}
            and _belongs(one.english[0], other.english[1], english)
            and _belongs(other.english[0], one.english[1], english)
        ):
            return one, other
    return None


def _is_alone(words: tuple[Span, Span], english: str, japanese: str) -> bool:
    theirs, ours = words
    return english.count(theirs.of(english)) == japanese.count(ours.of(japanese)) == 1


def _belongs(owner: Span, owned: Span, english: str) -> bool:
    if owner.end <= owned.start:
        return bool(_BESIDE.fullmatch(english, owner.end, owned.start))
    return bool(_OF.fullmatch(english, owned.end, owner.start))
