"""Sentences of which one side says *not* more often than the other, and what speaks for a slip."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from alignqa.polarity.denying import Vectors
from alignqa.polarity.english import english_negations
from alignqa.polarity.evidence import (
    Beside,
    Linked,
    Setting,
    evidence,
    is_within_counterpart,
)
from alignqa.polarity.implied import implied_in_japanese, implied_negations
from alignqa.polarity.japanese import japanese_negations
from alignqa.polarity.negation import Negation, surplus
from alignqa.polarity.spoken import LIGHT_VERBS, Spoken, spoken
from alignqa.text import Lang, Span

# Whether a dictionary renders an English lemma by a Japanese base.
Renders = Callable[[str, str], bool]

_ASKS = re.compile("[?？]|か。")
# What being in the dictionary, and a sure link, are worth beside a cosine.
_FOR_KNOWN, _FOR_LINK = 0.3, 0.6
# A counterpart is so much like the word that it renders, or so surely linked to it.
_SAME_WORD, _SURE_LINK = 0.4, 0.5


@dataclass(frozen=True, slots=True)
class Imbalance:
    """A negation without a counterpart. `lang` is the side that has it.

    `counterpart` is the word of the other side that is most like its predicate, with `likeness`,
    the cosine; `linked` is how surely the one renders the other, and `is_known` says that the
    dictionary has it so. `features` are what the model reads.
    """

    lang: Lang
    negation: Negation
    counterpart: Span | None
    likeness: float
    linked: float
    is_known: bool
    features: dict[str, float]

    @property
    def is_sure(self) -> bool:
        """Whether the counterpart is one."""
        return self.is_known or self.likeness >= _SAME_WORD or self.linked >= _SURE_LINK


def imbalance(
    english: str,
    japanese: str,
    vectors: Vectors,
    renders: Renders,
    links: Sequence[Linked] = (),
) -> Imbalance | None:
    """The negation that one side has beyond the other; `None` where they agree.

    Args:
        links: which English word renders which Japanese one, and how surely.
    """
    ours, theirs = japanese_denials(japanese), english_denials(english, japanese)
    if not (difference := surplus(ours, theirs)):
        return None
    en_words, ja_words = spoken(english, Lang.ENGLISH), spoken(japanese, Lang.JAPANESE)
    theirs_asks, ours_asks = (bool(_ASKS.search(text)) for text in (english, japanese))
    if difference > 0:
        turned = [(right, left, sure) for left, right, sure in links]
        asks = theirs_asks and not ours_asks
        setting = Setting(Lang.JAPANESE, _sure(ours), theirs, ja_words, en_words, turned, asks)
    else:
        asks = ours_asks and not theirs_asks
        setting = Setting(Lang.ENGLISH, _sure(theirs), ours, en_words, ja_words, links, asks)
    found = weighed(setting, vectors, renders)
    rows = vectors([english, japanese])
    found.features["alike"] = float(rows[0] @ rows[1])
    return found


def surplus_of(english: str, japanese: str) -> int:
    """How many negations the Japanese text has beyond the English, below 0 where it has fewer."""
    ours = japanese_negations(japanese)
    theirs = _not_copied(english_negations(english), english, japanese)
    difference = surplus(ours, theirs)
    # What is implied may go without a counterpart: it can only make up for a denial too many.
    if difference > 0:
        return surplus(ours, english_denials(english, japanese))
    return surplus(japanese_denials(japanese), theirs) if difference < 0 else 0


def english_denials(text: str, japanese: str) -> list[Negation]:
    """What an English text denies, in order, in so many words or by what implies it, but for what
    the Japanese text has in the same English words: a title, a message of a program."""
    return _not_copied(_english_denials(text), text, japanese)


def japanese_denials(text: str) -> list[Negation]:
    """What a Japanese text denies, in order, in so many words or by what implies it."""
    both = (*japanese_negations(text), *implied_in_japanese(text))
    return sorted(both, key=lambda n: n.span.start)


@lru_cache(maxsize=2048)
def _english_denials(text: str) -> tuple[Negation, ...]:
    denied = english_negations(text)
    both = (*denied, *implied_negations(text, denied))
    return tuple(sorted(both, key=lambda n: n.span.start))


def _not_copied(negations: Sequence[Negation], text: str, japanese: str) -> list[Negation]:
    return [n for n in negations if n.place.of(text) not in japanese]


def weighed(setting: Setting, vectors: Vectors, renders: Renders) -> Imbalance:
    """The negation of the fuller side that nothing renders, and what is read of it."""
    extra = _without_counterpart(setting, vectors)
    in_order = setting.lang is Lang.ENGLISH
    found = _besides(extra, setting, vectors, renders if in_order else lambda a, b: renders(b, a))
    # Where one of two is *unformatted* over there, it is the other that nothing renders.
    beside = next((b for b in found if not is_within_counterpart(setting, b, vectors)), found[0])
    return Imbalance(
        setting.lang,
        beside.negation,
        setting.others[beside.at].span if beside.at >= 0 else None,
        beside.likeness,
        beside.linked,
        beside.is_known,
        evidence(setting, beside, vectors),
    )


def _besides(
    extra: Sequence[Negation], setting: Setting, vectors: Vectors, renders: Renders
) -> list[Beside]:
    """The negations in question, each with what best renders its predicate; the best rendered first."""
    content = [
        index
        for index, word in enumerate(setting.others)
        if word.is_content
        or (word.key in LIGHT_VERBS and any(renders(n.key, word.key) for n in extra))
    ]
    if not content:
        return [Beside(negation, -1, 0.0, 0.0, False) for negation in extra]
    keys = [setting.others[index].key for index in content]
    cosines = vectors([n.key for n in extra]) @ vectors(keys).T
    known = np.array([[renders(n.key, key) for key in keys] for n in extra])
    sure = _surely(extra, [setting.others[index] for index in content], setting.links)
    together = cosines + _FOR_KNOWN * known + _FOR_LINK * sure
    best = together.argmax(axis=1)
    return [
        Beside(
            extra[row],
            content[int(best[row])],
            float(cosines[row, best[row]]),
            float(sure[row, best[row]]),
            bool(known[row, best[row]]),
        )
        for row in np.argsort(-together.max(axis=1), kind="stable")
    ]


def _surely(
    extra: Sequence[Negation], words: Sequence[Spoken], links: Sequence[Linked]
) -> NDArray[np.float64]:
    """How surely each predicate is linked to each word: shape (negations, words)."""
    sure = np.zeros((len(extra), len(words)))
    for mine, other, confidence in links:
        for row, negation in enumerate(extra):
            if mine.overlaps(negation.predicate):
                for column, word in enumerate(words):
                    if other.overlaps(word.span):
                        sure[row, column] = max(sure[row, column], confidence)
    return sure


def _without_counterpart(setting: Setting, vectors: Vectors) -> list[Negation]:
    """What is left of the longer list when each of the shorter has taken the one most like it."""
    more, fewer = setting.more, setting.fewer
    left = list(range(len(more)))
    if fewer:
        cosines = vectors([n.key for n in fewer]) @ vectors([n.key for n in more]).T
        there = [Spoken(n.predicate, n.key, True) for n in fewer]
        together = cosines + _FOR_LINK * _surely(more, there, setting.links).T
        place = np.linspace(0, 1, len(more))
        for row in range(len(fewer)):
            # Of two alike, the one that stands in the same order.
            where = row / max(1, len(fewer) - 1)
            scores = together[row] - 0.1 * np.abs(place - where)
            left.remove(max(left, key=lambda index: float(scores[index])))
            if len(left) == 1:
                break
    return [more[index] for index in left]


def _sure(negations: Sequence[Negation]) -> list[Negation]:
    return [negation for negation in negations if not negation.may_be_none]
