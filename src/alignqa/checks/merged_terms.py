"""Two terms of the source that the translation renders by one: a Planning Committee and an Audit
Committee, both 企画委員会.

## Why

Two things become one, and every sentence reads well. Only who has both texts before him sees that
the committee which audits is not the one that plans.

## Example

- *Planning Committee* is 企画委員会; later *Audit Committee* is 企画委員会, too: that one is marked.
- 監査委員会 is *Audit Committee*; later 企画委員会 is *Audit Committee*, too.

## Limits

Only names of several words are compared, in English those with capitals. The rendering must say,
word for word, one of the two; the other must be of the same sort (a committee, too), and the words
by which the two differ must have no counterpart in its paragraph, on either side. Ministries, offices and countries
that the dictionary knows are the matter of wrong-term, names of persons that of wrong-name.

Source: the error type *wrong-term* of MQM.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.lexicon.associations import shipped_associations
from alignqa.lexicon.compounds import Compound, compounds, is_known_for, keys_of
from alignqa.message import told
from alignqa.text import Lang

RULE = Rule("AQ604", "merged-terms", MqmCategory.WRONG_TERM, Severity.MAJOR)


@dataclass(frozen=True, slots=True)
class _Place:
    """A rendering that stands more than once, and what of its source may be named by it."""

    number: int
    pair: Pair
    rendering: Compound
    sources: tuple[Compound, ...]


_Names = tuple[tuple[Compound, ...], tuple[Compound, ...]]


def gather(pair: Pair, context: Context) -> _Names | None:  # noqa: ARG001
    """The names of the translation, and those of the source; nothing where either has none."""
    names = tuple(compounds(pair.target.text, pair.target.lang)) if pair.is_whole else ()
    sources = tuple(compounds(pair.source.text, pair.source.lang)) if names else ()
    return (names, sources) if sources else None


def check_gathered(
    pairs: Sequence[Pair], gathered: Sequence[_Names | None], context: Context
) -> Iterator[tuple[int, Finding]]:
    """Yields a finding for each place where a term has the rendering of another one."""
    for places in _repeated(pairs, gathered).values():
        if len({source.words for place in places for source in place.sources}) < 2:
            continue
        right = [(p, s) for p in places for s in p.sources if _renders(p.rendering, s, p, context)]
        if not right:
            continue
        (first, meant), *_ = right
        for place in places:
            if not any(place is other for other, _ in right):
                for source in place.sources:
                    if _is_mistaken(source, meant, place, context):
                        yield place.number, _finding(place, source, meant, first.pair)
                        break


def _repeated(
    pairs: Sequence[Pair], gathered: Sequence[_Names | None]
) -> dict[frozenset[str], list[_Place]]:
    """The names of the translation that stand in two paragraphs or more."""
    found: dict[frozenset[str], list[_Place]] = defaultdict(list)
    for number, (pair, known) in enumerate(zip(pairs, gathered, strict=True)):
        names, sources = known or ((), ())
        for name in names:
            found[name.words].append(_Place(number, pair, name, sources))
    return {words: places for words, places in found.items() if len(places) > 1}


def _renders(name: Compound, source: Compound, place: _Place, context: Context) -> bool:
    """Whether the one says the other word for word."""
    return all(
        any(_are_counterparts(word, other, place.pair, context) for other in name.words)
        for word in source.words
    ) and all(
        any(_are_counterparts(word, other, place.pair, context) for word in source.words)
        for other in name.words
    )


def _is_mistaken(source: Compound, meant: Compound, place: _Place, context: Context) -> bool:
    """Whether a term is of one sort with the one that its rendering means, and the words by which
    they differ have no counterpart in the pair."""
    lost, gone = source.words - meant.words, meant.words - source.words
    if not lost or not gone or not _are_of_a_sort(source, meant, place, context):
        return False
    if not all(_says_something(word, context) for word in lost | gone):
        return False
    theirs, ours = (
        keys_of(side.text, side.lang) for side in (place.pair.source, place.pair.target)
    )
    if gone & theirs:
        return False
    return not any(
        _are_counterparts(word, other, place.pair, context) for word in lost for other in ours
    )


def _are_of_a_sort(source: Compound, meant: Compound, place: _Place, context: Context) -> bool:
    """Whether two terms share the word that says what they are: committees, not all that a city has.
    It comes last in Japanese."""
    shared = source.words & meant.words
    if place.pair.source.lang is Lang.JAPANESE:
        return source.last in shared
    head = place.rendering.last
    return any(_are_counterparts(word, head, place.pair, context) for word in shared)


def _says_something(word: str, context: Context) -> bool:
    """Whether the dictionary has the word, and not for a name of a person, a place or a country."""
    entries = context.lexicon.other_side(word)
    return bool(entries) and entries[0].kind not in {"name", "country"}


def _are_counterparts(word: str, other: str, pair: Pair, context: Context) -> bool:
    """Whether a word of the source is known to be rendered by one of the translation."""
    english, japanese = (word, other) if pair.source.lang is Lang.ENGLISH else (other, word)
    return is_known_for(english, japanese, context.lexicon, shipped_associations())


def _finding(place: _Place, source: Compound, meant: Compound, first: Pair) -> Finding:
    return Finding(
        RULE,
        Severity.MAJOR,
        0.85,
        told(
            "“{lost}” is not rendered; “{rival}” is “{says}”, here as elsewhere in the document.",
            lost=source.text,
            rival=place.rendering.text,
            says=meant.text,
        ),
        (source.span,),
        (place.rendering.span,),
        {"elsewhere": meant.text, "line": first.source.line or 0},
        None,
    )
