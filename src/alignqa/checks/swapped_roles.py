"""The one who acts and the one who bears it have changed places: the dog bites the man, 男が犬を噛む.

Japanese tells the two by particles: が or は marks who acts, を or に whom it concerns, and with
れる or られる the other way round. English tells them by their order, or by *by*. Where a simple
clause of either language has the same verb and the same two nouns, and the nouns change their parts,
the translation says the opposite of who did what to whom. Where two nouns of one Japanese sentence,
be it with two verbs, would each sooner have the other's particle (帽子がかぶる, 少年を走る), and the
English has as the one who acts what を marks, their particles are taken to have changed places; where
Japanese is less sure, or English is silent about one of them, the finding is minor. So are told two
things that are compared the other way round (A is larger than B, BはAより大きい), and two whose owners
have changed places: the British minister and the French judge, フランスの大臣とイギリスの裁判官.

## Why

A particle is one character; both nouns and the verb are there, so that nothing else objects.

## Example

The English text:

    The teacher praised the mayor.

The Japanese text:

    市長が先生を褒めた。

先生 should be marked as the one who praised, and 市長 as the one who was praised.

## Limits

Only plain clauses are read: of English the subject that opens its clause and the object right behind
its verb. Verbs of feeling, receiving and giving are passed over, for the two languages put their roles
differently. Which noun goes with which particle was learned from encyclopaedia, everyday sentences and
documentation; names in Latin letters, and forms that let が mark an object (話せる, 飲みたい), say
nothing. A comparison is read where either side has one, nothing denies and nothing is less or fewer;
an owner where it is a country (*French*, *US*) and every word is said once. A wrong particle alone,
its partner being right, is not told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.checks.in_stretches import in_stretches
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import told
from alignqa.polarity import japanese_negations
from alignqa.polarity.compared import turned_comparison
from alignqa.polarity.evidence import Linked
from alignqa.polarity.exchanged import exchanged
from alignqa.polarity.owned import exchanged_owners, may_have_owners
from alignqa.polarity.parts import may_be_noun
from alignqa.polarity.roles import Roles, english_roles, japanese_roles
from alignqa.text import Lang, Span

RULE = Rule("AQ503", "swapped-roles", MqmCategory.MISTRANSLATION, Severity.MAJOR)

# How surely a noun must be linked to its rendering, and the verb, which varies more, to its own.
_NOUN, _VERB = 0.5, 0.25


@in_stretches
def check(pair: Pair, context: Context) -> Iterator[Finding]:
    """Yields one finding for each clause whose two nouns have changed their parts."""
    if not pair.is_whole:
        return
    contradicting = [*_contradicting(pair, context), *_compared(pair, context)]
    yield from contradicting
    if not contradicting:
        yield from _exchanged(pair, context)
    yield from _owned(pair, context)


def _contradicting(pair: Pair, context: Context) -> Iterator[Finding]:
    """Clauses that either language states plainly, with different parts."""
    english, japanese = pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text
    for roles in japanese_roles(japanese):
        # Prices outpaced wages: 賃金が物価に追いつかなかった.
        if any(n.place.overlaps(roles.predicate) for n in japanese_negations(japanese)):
            continue
        if roles.agent.of(japanese) == roles.patient.of(japanese):
            continue
        agent = _linked(pair, roles.agent, context, _NOUN)
        patient = _linked(pair, roles.patient, context, _NOUN)
        if agent is None or patient is None or agent[0] == patient[0]:
            continue
        if not all(may_be_noun(span.of(english)) for span in (agent[0], patient[0])):
            continue
        verb = _linked(pair, roles.predicate, context, _VERB)
        # A に before a passive may tell where or why as well as by whom: 矢面に立たされる.
        if verb is None and roles.is_passive:
            continue
        first, second = sorted((agent[0], patient[0]))
        in_english = english_roles(english, first, second, verb[0] if verb else None)
        if (
            in_english
            and (in_english.agent, in_english.patient) == (patient[0], agent[0])
            and _are_comparable(roles, in_english)
            # *The light is distorted by the glass*: 光がガラスを透過する says something else.
            and (verb is not None or not in_english.is_passive)
        ):
            sure = min(agent[1], patient[1], verb[1] if verb else _VERB)
            yield _finding(pair, roles, in_english, sure)


def _compared(pair: Pair, context: Context) -> Iterator[Finding]:
    """Two things that are compared the other way round."""
    english, japanese = pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text
    if " than " not in english or "より" not in japanese:
        return
    found = turned_comparison(english, japanese, _links(pair, context))
    if found is None:
        return
    (more, less), ours = found.english, found.japanese
    yield Finding(
        RULE,
        Severity.MAJOR,
        0.7,
        told(
            "“{more}” is compared with “{less}”; the Japanese compares “{their_more}” with "
            "“{their_less}”.",
            more=more.of(english),
            less=less.of(english),
            their_more=ours[1].of(japanese),
            their_less=ours[0].of(japanese),
        ),
        *_places(pair, (more, less), ours),
        {"compared": more.of(english), "than": less.of(english)},
    )


def _owned(pair: Pair, context: Context) -> Iterator[Finding]:
    """Two things that belong to each other's owners."""
    english, japanese = pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text
    if not may_have_owners(english):
        return
    found = exchanged_owners(english, japanese, _links(pair, context))
    if found is None:
        return
    one, other = found
    yield Finding(
        RULE,
        Severity.MAJOR,
        0.7,
        told(
            "“{owner}” goes with “{owned}”, and “{other_owner}” with “{other_owned}”; the Japanese "
            "has them the other way round.",
            owner=one.english[0].of(english),
            owned=other.english[1].of(english),
            other_owner=other.english[0].of(english),
            other_owned=one.english[1].of(english),
        ),
        *_places(pair, (*one.english, *other.english), (*one.japanese, *other.japanese)),
        {"owner": one.english[0].of(english), "owned": other.english[1].of(english)},
    )


def _links(pair: Pair, context: Context) -> list[Linked]:
    links = context.linker.of_pair(pair).links
    return [(link.english, link.japanese, link.confidence) for link in links]


def _places(
    pair: Pair, english: Sequence[Span], japanese: Sequence[Span]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The places in the source and in the target, each in order."""
    theirs, ours = tuple(sorted(set(english))), tuple(sorted(set(japanese)))
    return (theirs, ours) if pair.source.lang is Lang.ENGLISH else (ours, theirs)


def _exchanged(pair: Pair, context: Context) -> Iterator[Finding]:
    """Nouns that go ill with their particles, where the English has them the other way round."""
    english, japanese = pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text
    found = exchanged(english, japanese, lambda: context.linker.of_pair(pair), context.vectors)
    if found is None:
        return
    ours = tuple(sorted((found.acting.noun, found.other.noun)))
    spans = (found.in_english, found.other_in_english)
    theirs = tuple(sorted(span for span in spans if span is not None))
    is_from_english = pair.source.lang is Lang.ENGLISH
    agent = found.in_english.of(english)
    acting, other = found.acting.noun.of(japanese), found.other.noun.of(japanese)
    yield Finding(
        RULE,
        Severity.MAJOR if found.is_sure else Severity.MINOR,
        round(min(0.9, 0.5 + 0.1 * found.odds), 2),
        told(
            "“{agent}” is the one who acts; the Japanese has “{acting}を” and “{other}が”, as though "
            "the particles had changed places.",
            agent=agent,
            acting=acting,
            other=other,
        ),
        theirs if is_from_english else ours,
        ours if is_from_english else theirs,
        {"agent": agent, "marked_wo": acting, "marked_ga": other, "odds": round(found.odds, 2)},
    )


def _are_comparable(ours: Roles, theirs: Roles) -> bool:
    """Whether a に marks the same part on either side: 損害に適用される does not say who applies it."""
    if ours.is_passive:
        return not theirs.is_oblique
    return not ours.is_oblique or theirs.is_oblique


def _linked(pair: Pair, span: Span, context: Context, least: float) -> tuple[Span, float] | None:
    """The English word that a Japanese one is surest to render."""
    links = context.linker.of_pair(pair).of(span, Lang.JAPANESE)
    if not links or links[0].confidence < least:
        return None
    return links[0].english, links[0].confidence


def _finding(pair: Pair, roles: Roles, in_english: Roles, sure: float) -> Finding:
    english, japanese = pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text
    agent, patient = in_english.agent, in_english.patient
    ours = tuple(sorted((roles.agent, roles.patient)))
    theirs = tuple(sorted((agent, patient)))
    is_from_english = pair.source.lang is Lang.ENGLISH
    return Finding(
        RULE,
        Severity.MAJOR,
        round(min(0.9, 0.4 + 0.5 * sure), 2),
        told(
            "“{agent}” is the one who acts and “{patient}” the one it is done to; the Japanese "
            "makes “{their_agent}” act on “{their_patient}”.",
            agent=agent.of(english),
            patient=patient.of(english),
            their_agent=roles.agent.of(japanese),
            their_patient=roles.patient.of(japanese),
        ),
        theirs if is_from_english else ours,
        ours if is_from_english else theirs,
        {
            "agent": agent.of(english),
            "patient": patient.of(english),
            "predicate": in_english.predicate.of(english),
            "passive": roles.is_passive,
        },
    )
