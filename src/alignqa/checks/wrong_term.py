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
from collections.abc import Iterator, Sequence

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.lexicon import Entry, Lexicon, english_key
from alignqa.lexicon.orphans import (
    COMPLETE,
    Orphan,
    english_orphans,
    gap,
    japanese_orphans,
    nearness,
)
from alignqa.lexicon.support import Support
from alignqa.lexicon.vectors import WordVectors
from alignqa.message import told
from alignqa.text import Lang, Span

RULE = Rule("AQ101", "wrong-term", MqmCategory.WRONG_TERM, Severity.CRITICAL)

# A phrase of the other side that is this near in the encoder's space counts as a rendering.
_NEAR = 0.40
# Lost and rival must be this much further apart than each is from what it is known to mean,
_GAP = 0.08
# or both so far from everything on the other side, taken together.
_FAR = 0.85
# Renderings whose ranks are no further apart are about as usual.
_AS_USUAL = 250


def check(pair: Pair, context: Context) -> Iterator[Finding]:
    """Lost source terms, each with the unsupported target term that stands in its place."""
    if not pair.is_whole:
        return
    support = context.support(pair)
    lost_english = english_orphans(support, context.lexicon)
    lost_japanese = japanese_orphans(support, context.lexicon) if lost_english else ()
    taken: set[Span] = set()
    for theirs in lost_english:
        rivals = [
            (_likeness(theirs, ours, context.vectors), ours)
            for ours in lost_japanese
            if ours.term.span not in taken
            and _may_be_mistaken(theirs, ours, context.lexicon)
            and (ours.kind in COMPLETE or _is_proven(theirs, ours, support, context.vectors))
        ]
        if rivals:
            _, ours = max(rivals, key=lambda rival: rival[0])
            taken.add(ours.term.span)
            yield _finding(pair, theirs, ours, context)


def _may_be_mistaken(theirs: Orphan, ours: Orphan, lexicon: Lexicon) -> bool:
    """Of one kind, and neither a shorter name of the other, as "House" is of "lower house"."""
    if theirs.kind != ours.kind:
        return False
    if theirs.kind in COMPLETE:
        return True
    named = lexicon.public_life.names_one(ours.term.text)
    if theirs.kind == "institution" and not named and _names_a_sort(ours.meanings):
        # The Bank of England is a central bank; a sales department is no accounting department.
        own = [other for entry in theirs.meanings for other in lexicon.from_japanese(entry.text)]
        if not _names_a_sort(
            [entry for entry in own if english_key(entry.text) == theirs.term.key]
        ):
            return False
    words = _words(theirs.term.key, lexicon)
    meanings = [_words(english_key(entry.text), lexicon) for entry in ours.meanings]
    if named and lexicon.public_life.names_one(theirs.term.key):
        return not any(words <= meaning for meaning in meanings)
    return not any(words <= meaning or meaning <= words for meaning in meanings)


def _words(key: str, lexicon: Lexicon) -> set[str]:
    """The words of an English key but for countries': the U.S. Navy is the United States Navy."""
    words = key.split()
    countries = {
        word
        for size in (1, 2)
        for start in range(len(words) - size)
        if any(e.kind == "country" for e in lexicon.from_english(" ".join(words[start:][:size])))
        for word in words[start:][:size]
    }
    return set(words) - countries


def _names_a_sort(glosses: Sequence[Entry]) -> bool:
    """Whether English glosses mean any thing of a sort, not one: a head has no capital."""
    heads = [re.split(r" (?:of|for) ", entry.text)[0].split()[-1] for entry in glosses]
    return any(head[0].islower() for head in heads)


def _is_proven(theirs: Orphan, ours: Orphan, support: Support, vectors: WordVectors) -> bool:
    """Whether the vectors agree with the dictionary: neither term is near anything over there."""
    taken = (ours.term.span, *support.japanese_accounted_for)
    lost = nearness(theirs, support.japanese_phrases, taken, vectors)
    taken = (theirs.term.span, *support.english_accounted_for)
    rival = nearness(ours, support.english_phrases, taken, vectors)
    if lost + rival < _FAR:
        return True
    if gap(theirs, ours, vectors) < _GAP:
        return False
    row = vectors.of([theirs.term.text])[0]
    if support.japanese_phrases.nearest(row, ours.term.span) >= _NEAR:
        return False
    row = vectors.of([ours.term.text])[0]
    return support.english_phrases.nearest(row, theirs.term.span) < _NEAR


def _likeness(theirs: Orphan, ours: Orphan, vectors: WordVectors) -> float:
    english, japanese = vectors.of([theirs.term.text, ours.term.text])
    return float(english @ japanese)


def _finding(pair: Pair, theirs: Orphan, ours: Orphan, context: Context) -> Finding:
    lost, rival = (theirs, ours) if pair.source.lang is Lang.ENGLISH else (ours, theirs)
    says, apart = rival.meanings[0].text, gap(theirs, ours, context.vectors)
    return Finding(
        RULE,
        Severity.CRITICAL,
        round(min(0.98, 0.75 + max(apart, 0.0) / 3), 2),
        told(
            "“{lost}” is not rendered; “{rival}” means “{says}”, which the source does not say.",
            lost=lost.term.text,
            rival=rival.term.text,
            says=says,
        ),
        (lost.term.span,),
        (rival.term.span,),
        {
            "kind": theirs.kind,
            "source_means": lost.usual_meanings,
            "target_means": rival.usual_meanings,
        },
        _expected(lost, rival, context.lexicon),
    )


def _expected(lost: Orphan, rival: Orphan, lexicon: Lexicon) -> str:
    """The most usual name of what the lost term means, in the rival's form if there is such a one:
    火曜日, not 火曜, where 水曜日 stands, and 外務大臣, not 外相, where 財務大臣 does."""
    found = {entry.text: entry.rank for entry in lost.meanings}
    if identities := lost.identities:
        # A country's usual name may be listed under another of its names.
        for entry in lost.meanings:
            for name in lexicon.other_side(entry.text):
                for other in lexicon.other_side(name.text):
                    if other.identity in identities:
                        found[other.text] = min(other.rank, found.get(other.text, other.rank))
    if lost.kind == "weekday":
        return min(found, key=lambda text: abs(len(text) - len(rival.term.text)))
    usual = [text for text in found if found[text] <= min(found.values()) + _AS_USUAL]
    wanted = max(usual, key=lambda text: (_shared_ending(text, rival.term.text), -found[text]))
    return wanted.title() if rival.term.text.istitle() and wanted.islower() else wanted


def _shared_ending(text: str, other: str) -> int:
    """How many characters two names end alike in, if it is more than one: 国防長官 and 国務長官."""
    pairs = zip(reversed(text), reversed(other), strict=False)
    shared = next(
        (place for place, (a, b) in enumerate(pairs) if a != b), min(len(text), len(other))
    )
    return shared if shared > 1 and not text.isascii() else 0
