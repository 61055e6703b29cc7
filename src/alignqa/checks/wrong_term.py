"""A term is rendered by the name of something else of its kind.

Both texts are searched for terms of a closed kind: countries and their people, institutions,
offices, weekdays. A source term counts as lost when none of its known renderings stands in the
target; a target term counts as unsupported when nothing in the source means it. Only a lost term
together with an unsupported one of the same kind is reported, with what each means and what was
expected. Of the two, one may be doubtful, if both are countries, or well known from newspapers: one
that is named more often than its renderings, or that a word for many things may render (軍, for an
air force). Where a word for many things (長官, captain) stands for what newspapers know well, or is
lost for it, that is major.

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
from alignqa.checks.in_stretches import in_stretches
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.lexicon import Entry, Lexicon, english_key
from alignqa.lexicon.apart import are_apart, gap
from alignqa.lexicon.naming import expected_name, gloss, glosses
from alignqa.lexicon.orphan import COMPLETE, Orphan
from alignqa.lexicon.orphans import english_orphans, japanese_orphans
from alignqa.lexicon.terms import Term
from alignqa.message import told
from alignqa.text import Lang

RULE = Rule("AQ101", "wrong-term", MqmCategory.WRONG_TERM, Severity.CRITICAL)

# Before the name of an office or a party, these make it another's.
_QUALIFIERS = frozenset(
    "vice deputy assistant acting liberal social christian constitutional".split()
)


@in_stretches
def check(pair: Pair, context: Context) -> Iterator[Finding]:
    """Lost source terms, each with the unsupported target term that stands in its place."""
    if not pair.is_whole:
        return
    support = context.support(pair)
    lost_english = english_orphans(support, context.lexicon)
    lost_japanese = japanese_orphans(support, context.lexicon) if lost_english else ()
    rivals = [
        (theirs, ours)
        for theirs in lost_english
        for ours in lost_japanese
        if _may_be_mistaken(theirs, ours, context.lexicon)
        and (
            not ours.is_open
            or _is_another_rank(theirs, ours, context.lexicon)
            or are_apart(theirs, ours, support, context.vectors)
        )
    ]
    taken: set[Term] = set()
    for theirs, ours in sorted(
        rivals, key=lambda two: _surety(two[0], two[1], context), reverse=True
    ):
        if not taken & {theirs.term, ours.term}:
            taken |= {theirs.term, ours.term}
            yield _finding(pair, theirs, ours, context)


def _surety(theirs: Orphan, ours: Orphan, context: Context) -> tuple[int, int, float]:
    """Which of several rivals is the likeliest: no doubt, known to newspapers, alike in meaning."""
    doubts = theirs.is_doubtful + ours.is_doubtful
    named = sum(map(context.lexicon.public_life.names_one, (theirs.term.key, ours.term.key)))
    english, japanese = context.vectors.of([theirs.term.text, ours.term.text])
    return -doubts, named, float(english @ japanese)


def _may_be_mistaken(theirs: Orphan, ours: Orphan, lexicon: Lexicon) -> bool:
    """Of one kind, and neither a shorter name of the other, as "House" is of "lower house"."""
    kinds = theirs.kinds & ours.kinds
    # It renders the one, and is said twice.
    if any(entry.text == ours.term.text for entry in theirs.meanings):
        return False
    if not kinds or kinds <= COMPLETE:
        # A country that is named less often may be left to a pronoun, where no other is named.
        return bool(kinds) and not (theirs.is_doubtful and ours.is_doubtful)
    named = lexicon.public_life.names_one(ours.term.key)
    both_named = named and lexicon.public_life.names_one(theirs.term.key)
    # What newspapers name is known well enough to be missed even where there is a doubt.
    if theirs.is_general or ours.is_general:
        if not _is_certain(theirs, lexicon) and not _is_certain(ours, lexicon):
            return False
    elif theirs.is_doubtful + ours.is_doubtful > both_named:
        return False
    is_sort = not named and not ours.is_general
    if kinds == {"institution"} and is_sort and _names_a_sort(ours.meanings):
        # The Bank of England is a central bank; a sales department is no accounting department.
        own = [other for entry in theirs.meanings for other in lexicon.from_japanese(entry.text)]
        if not _names_a_sort(
            [entry for entry in own if english_key(entry.text) == theirs.term.key]
        ):
            return False
    words = _words(theirs.term.key, lexicon)
    meanings = [_words(english_key(entry.text), lexicon) for entry in ours.meanings]
    if both_named:
        is_another = _is_another_rank(theirs, ours, lexicon)
        return is_another or not any(words <= meaning for meaning in meanings)
    return not any(words <= meaning or meaning <= words for meaning in meanings)


def _is_certain(orphan: Orphan, lexicon: Lexicon) -> bool:
    """Whether newspapers know a term for one thing, and nothing speaks for its being rendered."""
    return not orphan.is_doubtful and lexicon.public_life.names_one(orphan.term.key)


def _is_another_rank(theirs: Orphan, ours: Orphan, lexicon: Lexicon) -> bool:
    """Whether both are well known, and differ in a word that makes one name another's: president,
    副大統領."""
    if not all(map(lexicon.public_life.names_one, (theirs.term.key, ours.term.key))):
        return False
    words = set(theirs.term.key.split())
    differences = [words ^ set(english_key(entry.text).split()) for entry in ours.meanings]
    return any(difference <= _QUALIFIERS for difference in differences)


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


def _finding(pair: Pair, theirs: Orphan, ours: Orphan, context: Context) -> Finding:
    lost, rival = (theirs, ours) if pair.source.lang is Lang.ENGLISH else (ours, theirs)
    apart = gap(theirs, ours, context.vectors)
    severity, surety = Severity.CRITICAL, 0.75
    # "Chief" may stand for many an office that no table gives it to.
    if theirs.is_general or ours.is_general:
        severity, surety = Severity.MAJOR, 0.55
    return Finding(
        RULE,
        severity,
        round(min(0.98, surety + max(apart, 0.0) / 3), 2),
        told(
            "“{lost}” is not rendered; “{rival}” means “{says}”, which the source does not say.",
            lost=lost.term.text,
            rival=rival.term.text,
            says=gloss(rival, context.lexicon, lost.term.text),
        ),
        (lost.term.span,),
        (rival.term.span,),
        {
            "kind": min(theirs.kinds & ours.kinds),
            "source_means": glosses(lost, context.lexicon),
            "target_means": glosses(rival, context.lexicon),
        },
        _unless_it_stands(
            expected_name(lost, rival, context.lexicon),
            pair.target.text[: rival.term.span.start],
        ),
    )


def _unless_it_stands(name: str, before: str) -> str:
    """A name without its first word, where that stands before it already: Tokyo District Court."""
    first, _, rest = name.partition(" ")
    return rest if rest and before.endswith(f"{first} ") else name
