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

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.lexicon import Entry, Term, english_key
from alignqa.lexicon.support import Support
from alignqa.lexicon.vectors import WordVectors
from alignqa.text import Lang, Span

RULE = Rule("AQ101", "wrong-term", MqmCategory.WRONG_TERM, Severity.CRITICAL)

_KINDS = frozenset({"country", "weekday", "institution", "office"})
# The dictionary names every one of these, so that its silence is proof enough.
_COMPLETE = frozenset({"country", "weekday"})
# A meaning this much less usual than the word's first is not what a reader takes it for.
_UNUSUAL = 5
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
    english, japanese = pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text
    support = Support(english, japanese, context.lexicon, context.vectors)
    lost_english = list(_english_orphans(support))
    lost_japanese = list(_japanese_orphans(support)) if lost_english else []
    taken: set[Span] = set()
    for theirs in lost_english:
        rivals = [
            (gap, ours)
            for ours in lost_japanese
            if ours.term.span not in taken
            and _may_be_mistaken(theirs, ours)
            and ((gap := _gap(theirs, ours, context.vectors)) >= _GAP or ours.kind in _COMPLETE)
        ]
        if not rivals:
            continue
        gap, ours = max(rivals, key=lambda rival: rival[0])
        near_english = support.japanese_phrases.nearest(
            context.vectors.of([theirs.term.text])[0], ours.term.span
        )
        near_japanese = support.english_phrases.nearest(
            context.vectors.of([ours.term.text])[0], theirs.term.span
        )
        if max(near_english[0], near_japanese[0]) >= _NEAR and ours.kind not in _COMPLETE:
            continue
        taken.add(ours.term.span)
        yield _finding(pair, theirs, ours, gap, near_english, near_japanese)


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
            and len(term.text) > 1
            and not support.known_meaning(term)
            and not _identities(orphan) & support.english_identities
        ):
            yield orphan


def _orphan(term: Term) -> _Orphan | None:
    """The term, if a usual meaning of it is of a closed kind."""
    usual = [e for e in term.entries if e.rank <= term.entries[0].rank + _UNUSUAL]
    kind = next((entry.kind for entry in usual if entry.kind in _KINDS), "")
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
    if orphan.kind in {"institution", "office"} and before and before.is_capital:
        return all(entry.kind != "country" for entry in support.english_entries(before))
    if orphan.kind == "institution" and after:
        return after.begins_upper
    if orphan.kind == "country" and after and after.begins_upper:
        return all(entry.kind == "name" for entry in support.english_entries(after))
    return False


def _may_be_mistaken(theirs: _Orphan, ours: _Orphan) -> bool:
    """Of one kind, and neither a shorter name of the other, as "House" is of "lower house"."""
    if theirs.kind != ours.kind:
        return False
    words = set(theirs.term.key.split())
    meanings = [set(english_key(entry.text).split()) for entry in ours.meanings]
    return not any(words <= meaning or meaning <= words for meaning in meanings)


def _gap(theirs: _Orphan, ours: _Orphan, vectors: WordVectors) -> float:
    """How much nearer each is to what it is known to mean than they are to each other."""
    english = [theirs.term.text, *(entry.text for entry in ours.meanings[:4])]
    japanese = [ours.term.text, *(entry.text for entry in theirs.meanings[:6])]
    cosines = vectors.of(english) @ vectors.of(japanese).T
    return float((cosines[0, 1:].max() + cosines[1:, 0].max()) / 2 - cosines[0, 0])


def _finding(
    pair: Pair,
    theirs: _Orphan,
    ours: _Orphan,
    gap: float,
    near_english: tuple[float, str],
    near_japanese: tuple[float, str],
) -> Finding:
    lost, rival = (theirs, ours) if pair.source.lang is Lang.ENGLISH else (ours, theirs)
    says = rival.meanings[0].text
    wanted = _expected(lost, rival)
    message = (
        f"“{lost.term.text}” has no rendering here; “{rival.term.text}” means “{says}”, "
        f"which the source does not say. Expected “{wanted}”."
    )
    return Finding(
        RULE,
        Severity.CRITICAL,
        round(min(0.99, 0.7 + gap / 2), 2),
        message,
        (lost.term.span,),
        (rival.term.span,),
        {
            "kind": theirs.kind,
            "target_means": [entry.text for entry in rival.meanings[:3]],
            "source_means": [entry.text for entry in lost.meanings[:3]],
            "gap": round(gap, 3),
            "nearest_to_english": [round(near_english[0], 3), near_english[1]],
            "nearest_to_japanese": [round(near_japanese[0], 3), near_japanese[1]],
        },
        wanted,
    )


def _expected(lost: _Orphan, rival: _Orphan) -> str:
    """The usual rendering of the lost term, in the form of the rival: 火曜日 where 水曜日 stands."""
    ending = rival.term.text[-1].lower()
    ranked = sorted(
        lost.meanings[:6],
        key=lambda entry: (entry.rank > 5, entry.text[-1].lower() != ending, entry.rank),
    )
    return ranked[0].text
