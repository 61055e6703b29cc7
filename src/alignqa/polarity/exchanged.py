"""A noun with を that should act, and one with が that should not: ギターが少年を弾く.

Two witnesses must agree. The one is Japanese alone: nouns and verbs go with が or with を, and here both
nouns would sooner have the other particle. The other is the order of the English words: what を marks
stands there as the one who acts, and what が marks does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from alignqa.lexicon.links import WordLinks
from alignqa.lexicon.vectors import WordVectors
from alignqa.polarity.case_model import shipped_case_model
from alignqa.polarity.cases import OBJECT, SUBJECT, Case, cases
from alignqa.polarity.parts import Clauses, Part
from alignqa.polarity.pronouns import is_pronoun, pronoun_of
from alignqa.text import Lang, Span

# How surely a noun must be linked to its rendering.
_NOUN = 0.65
# By how much, in log-odds, the nouns would sooner have each other's particle: to be looked at, to be
# told where English is silent about one of them, and to be sure.
_LEAST, _LEAST_ALONE, _SURE = 1.0, 1.5, 2.0
# Nouns of no meaning of their own, which the model cannot judge, or without one English form.
_EMPTY = frozenset(
    """こと 事 もの 物 者 の それ これ あれ 何 どれ ところ 所 自分 自身 際 時 方 ため 為 向こう 互い あなた 君
    お前 誰 皆""".split()
)
# Either particle in one sentence.
_BOTH = re.compile(rf"{SUBJECT}[^。！？\n]*{OBJECT}|{OBJECT}[^。！？\n]*{SUBJECT}")
_NOT_ACTING = frozenset({Part.OBJECT, Part.OBLIQUE})


@dataclass(frozen=True, slots=True)
class Exchange:
    """Two nouns of one sentence, each with the particle of the other.

    Attributes:
        acting: the noun that has を and should act.
        other: the noun that has が and should not.
        in_english: the word that renders `acting`.
        other_in_english: the word that renders `other`, if any does.
        odds: in log-odds, how much sooner the two would have each other's particle.
        is_sure: English tells the part of either noun, and Japanese is in no doubt.
    """

    acting: Case
    other: Case
    in_english: Span
    other_in_english: Span | None
    odds: float
    is_sure: bool


def exchanged(
    english: str, japanese: str, link: Callable[[], WordLinks], vectors: WordVectors
) -> Exchange | None:
    """The two nouns that are likeliest to have each other's particle, if both witnesses say so.

    Args:
        link: gives the links of the pair; asked for only where Japanese has a doubt.
    """
    found = cases(japanese) if _BOTH.search(japanese) else ()
    if len({case.mark for case in found}) < 2:
        return None
    for odds, acting, other in sorted(_candidates(found, vectors), key=lambda each: -each[0]):
        if exchange := _confirmed(english, link(), found, odds, acting, other):
            return exchange
    return None


def _candidates(
    found: tuple[Case, ...], vectors: WordVectors
) -> Iterator[tuple[float, Case, Case]]:
    odds = [
        # A name in Latin letters may be anybody's or anything's.
        0.0 if case.head.isascii() else each
        for case, each in zip(
            found, shipped_case_model().log_odds(found, vectors).tolist(), strict=True
        )
    ]
    best: dict[Span, float] = {}
    for case, each in zip(found, odds, strict=True):
        best[case.noun] = max(each, best.get(case.noun, each))
    near = [(case, each) for case, each in zip(found, odds, strict=True) if not case.is_far]
    for other, theirs in near:
        if other.mark != SUBJECT or other.is_topic or other.head in _EMPTY:
            continue
        for acting, _ in near:
            gain = theirs - best[acting.noun]
            if (
                acting.mark == OBJECT
                # 足を踏まれる: what is done to one's own things.
                and not acting.is_passive
                and acting.sentence == other.sentence
                and acting.head != other.head
                and acting.head not in _EMPTY
                and gain >= _LEAST
            ):
                yield gain, acting, other


def _confirmed(
    english: str,
    links: WordLinks,
    found: tuple[Case, ...],
    odds: float,
    acting: Case,
    other: Case,
) -> Exchange | None:
    verbs = [link for case in found for link in links.of(case.verb, Lang.JAPANESE)[:1]]
    clauses = Clauses(english, frozenset(link.english.start for link in verbs))
    subject, part = _rendering(acting, clauses, links)
    if subject is None or part is not Part.ACTS:
        return None
    second, second_part = _rendering(other, clauses, links)
    if second == subject:
        second, second_part = None, Part.UNKNOWN
    is_told = second_part in _NOT_ACTING
    if not is_told and (second_part is not Part.UNKNOWN or odds < _LEAST_ALONE):
        return None
    return Exchange(acting, other, subject, second, odds, is_told and odds >= _SURE)


def _rendering(case: Case, clauses: Clauses, links: WordLinks) -> tuple[Span | None, Part]:
    """The English word that renders a noun, and its part."""
    if is_pronoun(case.head):
        found = pronoun_of(case.head, clauses.text)
        return (found.span, found.part) if found else (None, Part.UNKNOWN)
    surest = links.of(case.noun, Lang.JAPANESE)[:1]
    if not surest or surest[0].confidence < _NOUN:
        return None, Part.UNKNOWN
    return surest[0].english, clauses.part_of(surest[0].english)
