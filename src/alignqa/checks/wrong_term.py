"""A term is rendered by the name of something else of its kind.

Both texts are searched for terms of a closed kind: countries and their people, institutions,
offices, weekdays. A source term counts as lost when none of its known renderings stands in the
target; a target term counts as unsupported when nothing in the source means it. Only a lost term
together with an unsupported one of the same kind is reported, with what each means and what was
expected.

## Why

"State Department" rendered as 国防総省, which is the Department of Defense, reads perfectly well.
No reader of the translation alone can see it, and every cosine calls the two sentences alike.

## Example

The English text:

    The Foreign Minister arrived in Norway on Tuesday.

The Japanese text:

    財務相は火曜日、ノルウェーに到着した。

財務相 means "Minister of Finance", which the English does not mention, while "Foreign Minister" has
no rendering; 外相 was expected.

## Limits

Terms that the dictionary does not know, and kinds that it does not mark (firms, persons, cities),
are left to other checks. A text that names the thing by another of its names is given the benefit
of the doubt, as is one where the term could have been left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.lexicon import Entry, Lexicon, Term, english_key
from alignqa.lexicon.support import Support
from alignqa.lexicon.vectors import WordVectors
from alignqa.text import Lang, Span

RULE = Rule("AQ101", "wrong-term", MqmCategory.WRONG_TERM, Severity.CRITICAL)

_KINDS = frozenset({"country", "weekday", "institution", "office"})
# The dictionary names every one of these, so that its silence is proof enough.
_COMPLETE = frozenset({"country", "weekday"})
# A meaning so many ranks behind the word's first is not what a reader takes it for.
_UNUSUAL = 250
# A phrase of the other side that is this near in the encoder's space counts as a rendering.
_NEAR = 0.40
# Lost and rival must be this much further apart than each is from what it is known to mean.
_GAP = 0.08


@dataclass(frozen=True, slots=True)
class _Orphan:
    """A term of a closed kind without a known counterpart, with what it means in that kind."""

    term: Term
    kind: str
    meanings: tuple[Entry, ...]


def check(pair: Pair, context: Context) -> Iterator[Finding]:
    """Lost source terms, each with the unsupported target term that stands in its place."""
    if not pair.is_whole:
        return
    support = context.support(pair)
    lost_english = list(_english_orphans(support))
    lost_japanese = list(_japanese_orphans(support)) if lost_english else []
    taken: set[Span] = set()
    for theirs in lost_english:
        rivals = [
            (_likeness(theirs, ours, context.vectors), ours)
            for ours in lost_japanese
            if ours.term.span not in taken
            and _may_be_mistaken(theirs, ours, context.lexicon)
            and (ours.kind in _COMPLETE or _is_proven(theirs, ours, support, context.vectors))
        ]
        if rivals:
            _, ours = max(rivals, key=lambda rival: rival[0])
            taken.add(ours.term.span)
            yield _finding(pair, theirs, ours, context)


def _english_orphans(support: Support) -> Iterator[_Orphan]:
    for term in support.english_terms(_KINDS):
        orphan = _orphan(term)
        if (
            orphan
            and _is_written_as(orphan.kind, term)
            and not _is_part_of_a_name(orphan, support)
            and not support.known_rendering(term)
            and not _identities(orphan) & support.japanese_identities
        ):
            yield orphan


def _japanese_orphans(support: Support) -> Iterator[_Orphan]:
    for term in support.japanese_terms(_KINDS):
        orphan = _orphan(term)
        if (
            orphan
            and (len(term.text) > 1 or support.abbreviates(term))
            and not support.known_meaning(term)
            and not _identities(orphan) & support.english_identities
        ):
            yield orphan


def _orphan(term: Term) -> _Orphan | None:
    """The term, if a usual meaning of it is of a closed kind."""
    usual = [e for e in term.entries if e.rank <= term.entries[0].rank + _UNUSUAL]
    kind = next((entry.kind for entry in usual if entry.kind in _KINDS), "")
    if kind == "institution" and term.text.isascii() and " " not in term.key:
        # "House" is a building first of all, "Congress" is not.
        kind = usual[0].kind
    folded = unicodedata.normalize("NFKC", term.text).lower()
    meanings = tuple(
        entry
        for entry in term.entries
        # A word that is kept as it is needs no rendering.
        if entry.kind == kind and unicodedata.normalize("NFKC", entry.text).lower() != folded
    )
    return _Orphan(term, kind, meanings) if meanings else None


def _identities(orphan: _Orphan) -> set[str]:
    return {entry.identity for entry in orphan.meanings} - {""}


def _is_written_as(kind: str, term: Term) -> bool:
    """Whether an English term has the capitals of a name; an office of several words needs none."""
    letters = term.text.replace(".", "")
    if len(letters) <= 3:
        return letters.isupper()
    return letters[0].isupper() or (kind == "office" and " " in letters)


def _is_part_of_a_name(orphan: _Orphan, support: Support) -> bool:
    """Whether an English term is a piece of a longer name that the dictionary does not know:
    "Secretary" in "Foreign Secretary", "House" in "House Minority Leader", "Jordan" in a person's."""
    before, after = support.english_neighbours(orphan.term)
    if orphan.kind == "office" and (whole := support.whose(orphan.term)):
        return all(entry.kind != "country" for entry in support.english_entries(whole))
    if orphan.kind in {"institution", "office"} and before and before.is_capital:
        return all(entry.kind != "country" for entry in support.english_entries(before))
    if orphan.kind == "institution" and after:
        return after.begins_upper
    if orphan.kind == "country" and after and after.begins_upper:
        return all(entry.kind == "name" for entry in support.english_entries(after))
    return False


def _may_be_mistaken(theirs: _Orphan, ours: _Orphan, lexicon: Lexicon) -> bool:
    """Of one kind, and neither a shorter name of the other, as "House" is of "lower house"."""
    if theirs.kind != ours.kind:
        return False
    if theirs.kind in _COMPLETE:
        return True
    if theirs.kind == "institution" and _names_a_sort(ours.meanings):
        # The Bank of England is a central bank; a sales department is no accounting department.
        own = [other for entry in theirs.meanings for other in lexicon.from_japanese(entry.text)]
        if not _names_a_sort(
            [entry for entry in own if english_key(entry.text) == theirs.term.key]
        ):
            return False
    words = set(theirs.term.key.split())
    meanings = [set(english_key(entry.text).split()) for entry in ours.meanings]
    return not any(words <= meaning or meaning <= words for meaning in meanings)


def _names_a_sort(glosses: Sequence[Entry]) -> bool:
    """Whether English glosses mean any thing of a sort, not one: a head has no capital."""
    heads = [re.split(r" (?:of|for) ", entry.text)[0].split()[-1] for entry in glosses]
    return any(head[0].islower() for head in heads)


def _is_proven(theirs: _Orphan, ours: _Orphan, support: Support, vectors: WordVectors) -> bool:
    """Whether the vectors agree with the dictionary: neither term is near anything over there."""
    if _gap(theirs, ours, vectors) < _GAP:
        return False
    row = vectors.of([theirs.term.text])[0]
    if support.japanese_phrases.nearest(row, ours.term.span) >= _NEAR:
        return False
    row = vectors.of([ours.term.text])[0]
    return support.english_phrases.nearest(row, theirs.term.span) < _NEAR


def _gap(theirs: _Orphan, ours: _Orphan, vectors: WordVectors) -> float:
    """How much nearer each is to what it is known to mean than they are to each other."""
    english = [theirs.term.text, *(entry.text for entry in ours.meanings[:4])]
    japanese = [ours.term.text, *(entry.text for entry in theirs.meanings[:6])]
    cosines = vectors.of(english) @ vectors.of(japanese).T
    return float((cosines[0, 1:].max() + cosines[1:, 0].max()) / 2 - cosines[0, 0])


def _likeness(theirs: _Orphan, ours: _Orphan, vectors: WordVectors) -> float:
    english, japanese = vectors.of([theirs.term.text, ours.term.text])
    return float(english @ japanese)


def _finding(pair: Pair, theirs: _Orphan, ours: _Orphan, context: Context) -> Finding:
    lost, rival = (theirs, ours) if pair.source.lang is Lang.ENGLISH else (ours, theirs)
    says, gap = rival.meanings[0].text, _gap(theirs, ours, context.vectors)
    return Finding(
        RULE,
        Severity.CRITICAL,
        round(min(0.98, 0.75 + max(gap, 0.0) / 3), 2),
        f"“{lost.term.text}” is not rendered; “{rival.term.text}” means “{says}”, "
        "which the source does not say.",
        (lost.term.span,),
        (rival.term.span,),
        {
            "kind": theirs.kind,
            "source_means": _usual(lost.meanings),
            "target_means": _usual(rival.meanings),
        },
        _expected(lost, rival, context.lexicon),
    )


def _usual(meanings: Sequence[Entry]) -> list[str]:
    return [entry.text for entry in meanings[:3] if entry.rank <= meanings[0].rank + _UNUSUAL]


def _expected(lost: _Orphan, rival: _Orphan, lexicon: Lexicon) -> str:
    """The most usual name of what the lost term means, in the rival's form if there is such a one:
    火曜日, not 火曜, where 水曜日 stands."""
    found = {entry.text: entry.rank for entry in lost.meanings}
    if identities := _identities(lost):
        # A country's usual name may be listed under another of its names.
        for entry in lost.meanings:
            for name in lexicon.other_side(entry.text):
                for other in lexicon.other_side(name.text):
                    if other.identity in identities:
                        found[other.text] = min(other.rank, found.get(other.text, other.rank))
    if lost.kind == "weekday":
        return min(found, key=lambda text: abs(len(text) - len(rival.term.text)))
    wanted = min(found, key=lambda text: found[text])
    return wanted.title() if rival.term.text.istitle() and wanted.islower() else wanted
