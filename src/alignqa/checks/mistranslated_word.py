"""A word is rendered by one that means something else.

A word of the source that nothing renders, and a word of the translation that renders nothing, stand
in one another's place: what is around the one renders what is around the other. The dictionary, what
translators mostly write, and the encoder's vectors are asked whether either is said in other words.
Surer than the neighbours is the other half of a compound: where one half renders what it should, it
fixes the place of the half that does not. Surest are the names of things that are never called by
one another's: a table has persons, places, things, firms and acts by their fields, and one that is
lost where another of its field stands unsupported is told wherever in the sentence the two stand. What
stands on buttons and in menus has a table, too: it is looked at where it is all of the text, where both
texts set off one such name, and in ways through menus (File > Open).

## Why

A sentence with one wrong noun or verb reads well and says something else, and when the word is no
name, number or office, no list of terms catches it.

## Example

The English text:

    The hospital bought new furniture for the children's ward last spring.

The Japanese text:

    病院は昨春、小児病棟のために新しい議会を購入した。

議会 means "parliament", which the English does not mention, while "furniture" has no rendering; 家具
was expected. Half a compound: *traffic accident* rendered as 交通標識, which is a traffic sign; 事故
was expected.

## Limits

It is silent unless it is quite sure, and misses most wrong words: a free translation leaves as many
words without a counterpart as a wrong one. It is surer of words that most translators render alike.
Beyond a hundred English characters it looks only for halves of compounds, for things of one field,
and for what stands in the place of an office or a body. What the table does not have, or has in
another field, is no such thing; nor is a name whose counterpart is said of something else, a body of
the state where the other text has one of its sort, or a quality or an act where a denial may turn it
round (*safe* and 危険がない). A compound may be rendered freely, too, so that its halves are told
as minor. A wrong word that is akin to the right one (hotel, and 旅館, an inn) counts as its
rendering. Two words that are of no field are told of once in a document, however often the one
stands for the other. Names of persons, numbers, countries and offices are left to the checks of
these. Most findings but those of one field are minor.

Source: the error type *mistranslation* of MQM.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import chain

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.checks.named_swaps import LONGEST, named_swaps
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.lexicon.half_swaps import half_swaps
from alignqa.lexicon.labels import label_swaps
from alignqa.lexicon.left_over import are_left_over
from alignqa.lexicon.link_evidence import Sources
from alignqa.lexicon.links import beads_of
from alignqa.lexicon.orphans import english_orphans, japanese_orphans
from alignqa.lexicon.swap_words import closed_kinds, usual_meanings
from alignqa.lexicon.swaps import Swap, SwapWord, swaps
from alignqa.lexicon.usual_rendering import usual_rendering
from alignqa.message import told
from alignqa.text import Lang
from alignqa.words import japanese_tokens

RULE = Rule("AQ104", "mistranslated-word", MqmCategory.MISTRANSLATION, Severity.MAJOR)

# Log-odds from which a finding is major, and from which it is told at all; `benchmarks/words.py`
# says what they let through.
_SURE, _FAIRLY_SURE = 3.5, 3.4
# What most translators render by one word is seldom rendered freely: its loss says more. So does
# that of an office or a body. Chosen by reading what is told of references of WMT22, WMT23 and NTREX.
_LOST_OF_THE_USUAL, _LOST_OF_A_KIND = 2.4, 0.9
# The same of half a compound, which is never more than minor: one may be named freely.
_HALF_SURE, _HALF_OF_THE_USUAL = 2.5, 2.3
# So much more is asked of a word in katakana: it is used more freely than the dictionary has it.
_LOAN = 0.8
# English characters: up to so many every word is looked at.
_SHORT = 100
_KATAKANA = re.compile(r"[ァ-ヺ]")

# The word that is lost and the one in its place, by their keys, and what is said of them; names of
# one field, which nobody means to render so, without the keys.
_Told = tuple[tuple[str, str] | None, Finding]


def gather(pair: Pair, context: Context) -> list[_Told]:
    """Words put in another's place: names of one field first, then halves of compounds, then the
    surest."""
    return list(_told(pair, context)) if pair.is_whole else []


def check_gathered(
    pairs: Sequence[Pair],  # noqa: ARG001
    gathered: Sequence[list[_Told] | None],
    context: Context,  # noqa: ARG001
) -> Iterator[tuple[int, Finding]]:
    """Yields a finding for each word that another one stands for, where that is first the case: who
    renders a word so throughout means it, or must be told but once."""
    known: set[tuple[str, str]] = set()
    for place, found in enumerate(gathered):
        for words, finding in found or ():
            if words is None:
                yield place, finding
            elif words not in known:
                known.add(words)
                yield place, finding


def _told(pair: Pair, context: Context) -> Iterator[_Told]:
    sources = context.linker.sources
    told_of: list[Swap] = []
    labels = label_swaps(pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text)
    for swap, names in chain(labels, named_swaps(pair, context)):
        if any(_overlap(swap, other) for other in told_of):
            continue
        told_of.append(swap)
        says, expected = names[pair.source.lang], names[pair.target.lang] or None
        yield None, _finding(pair, swap, Severity.MAJOR, sources, expected, says)
    for swap in _half_swaps(pair, context):
        if swap.log_odds >= _least_of_half(swap, pair.source.lang, sources) and not any(
            _overlap(swap, other) for other in told_of
        ):
            told_of.append(swap)
            usual = _usual(pair, swap, sources, in_compound=True)
            yield _keys(swap), _finding(pair, swap, Severity.MINOR, sources, usual)
    if not _is_worth_linking(pair, context):
        return
    links = context.linker.of_pair(pair)
    for swap in swaps(links, pair.side(Lang.JAPANESE).text):
        if swap.log_odds < _least(swap, pair.source.lang, sources):
            continue
        if not any(_overlap(swap, other) for other in told_of):
            severity = Severity.MAJOR if _is_sure(swap) else Severity.MINOR
            usual = _usual(pair, swap, sources, in_compound=False)
            yield _keys(swap), _finding(pair, swap, severity, sources, usual)


def _least(swap: Swap, source: Lang, sources: Sources) -> float:
    """The log-odds from which two words are told of."""
    lost = _lost(swap, source).key
    if closed_kinds(sources, lost, source):
        return _LOST_OF_A_KIND
    usual = usual_rendering(lost, source, sources, in_compound=False)
    return (_LOST_OF_THE_USUAL if usual else _FAIRLY_SURE) + _LOAN * _is_loan(swap)


def _least_of_half(swap: Swap, source: Lang, sources: Sources) -> float:
    """The same of half a compound."""
    usual = usual_rendering(_lost(swap, source).key, source, sources, in_compound=True)
    return (_HALF_OF_THE_USUAL if usual else _HALF_SURE) + _LOAN * _is_loan(swap)


def _lost(swap: Swap, source: Lang) -> SwapWord:
    return swap.english if source is Lang.ENGLISH else swap.japanese


def _half_swaps(pair: Pair, context: Context) -> tuple[Swap, ...]:
    english, japanese = pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text
    if len(english) > LONGEST:
        return ()
    return half_swaps(english, japanese, beads_of(pair), context.linker)


def _overlap(one: Swap, other: Swap) -> bool:
    return one.english.span.overlaps(other.english.span) or one.japanese.span.overlaps(
        other.japanese.span
    )


def _is_worth_linking(pair: Pair, context: Context) -> bool:
    """Whether the pair is short enough for words to be told apart by their neighbours, and leaves
    some over, or an office or a body of the source has no known rendering."""
    english, japanese = pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text
    length = len(english)
    if length <= _SHORT:
        return are_left_over(english, japanese, context.linker.sources)
    support = context.support(pair)
    if pair.source.lang is Lang.ENGLISH:
        orphans = english_orphans(support, context.lexicon)
    else:
        orphans = japanese_orphans(support, context.lexicon)
    return length <= LONGEST and any(o.is_open and not o.is_doubtful for o in orphans)


def _keys(swap: Swap) -> tuple[str, str]:
    return swap.english.key, swap.japanese.key


def _usual(pair: Pair, swap: Swap, sources: Sources, *, in_compound: bool) -> str | None:
    lost = _lost(swap, pair.source.lang)
    return usual_rendering(lost.key, pair.source.lang, sources, in_compound=in_compound)


def _finding(
    pair: Pair,
    swap: Swap,
    severity: Severity,
    sources: Sources,
    expected: str | None,
    known_as: str = "",
) -> Finding:
    is_english = pair.source.lang is Lang.ENGLISH
    lost, put = (swap.english, swap.japanese) if is_english else (swap.japanese, swap.english)
    says = usual_meanings(sources, put.key, pair.target.lang)
    says = tuple(dict.fromkeys([known_as, *says] if known_as else says))[:3]
    if expected and not _fits(expected, put, pair.target.lang):
        expected = None
    if not says:
        meaning = told("renders nothing")
    elif swap.is_said_elsewhere and is_english:
        meaning = told("means “{says}”, which the source says of something else", says=says[0])
    else:
        meaning = told("means “{says}”, which the source does not say", says=says[0])
    return Finding(
        RULE,
        severity,
        round(min(0.95, _chance(swap.log_odds)), 2),
        told(
            "“{lost}” is not rendered; “{put}” in its place {meaning}.",
            lost=lost.text,
            put=put.text,
            meaning=meaning,
        ),
        (lost.span,),
        (put.span,),
        {"target_means": list(says), "log_odds": round(swap.log_odds, 2)},
        expected,
    )


def _is_sure(swap: Swap) -> bool:
    return swap.log_odds >= _SURE and not _is_loan(swap)


def _is_loan(swap: Swap) -> bool:
    """Whether the Japanese word is a loan word."""
    return bool(_KATAKANA.match(swap.japanese.text))


def _fits(expected: str, put: SwapWord, lang: Lang) -> bool:
    """Whether a word as the dictionary has it may stand where the other one does."""
    if lang is Lang.ENGLISH:
        return put.text.lower() == put.key
    return all(japanese_tokens(text)[-1].is_noun for text in (expected, put.text))


def _chance(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))
