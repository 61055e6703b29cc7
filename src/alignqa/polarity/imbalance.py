"""Sentences of which one side says *not* more often than the other, and what speaks for a slip."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignqa.polarity.english import english_negations
from alignqa.polarity.japanese import japanese_negations
from alignqa.polarity.negation import Negation
from alignqa.text import Lang, Span
from alignqa.words import FUNCTION_WORDS, english_words, japanese_tokens

# Unit rows for phrases of either language, shape (phrases, dimensions).
Vectors = Callable[[Sequence[str]], NDArray[np.float32]]
# Whether a dictionary renders an English lemma by a Japanese base.
Renders = Callable[[str, str], bool]

# Kanji and affixes that deny within a word: 不可能, 未定, unable, careless.
_DENYING_KANJI = frozenset("不未非無否反禁欠失難拒断外脱免絶止負弱悪離異別唯僅")
_DENYING_PREFIX = re.compile(r"(?:un|in|im|ir|il|dis|mis|non)(?=[a-z]{4})")
_DENYING_SUFFIX = re.compile(r"[a-z]{3}less$")
# A counterpart at least this like the predicate tells where to look for what licenses it.
_TELLING = 0.35
_NEAR = 6
_FAR_WEIGHT = 0.4
_BESIDE = 3
_IDLE = FUNCTION_WORDS | {
    "は",
    "が",
    "を",
    "に",
    "の",
    "と",
    "で",
    "も",
    "た",
    "だ",
    "為る",
    "有る",
}


@dataclass(frozen=True, slots=True)
class Imbalance:
    """A negation without a counterpart. `lang` is the side that has it.

    `counterpart` is the word of the other side that is most like its predicate, with `likeness`,
    the cosine; `is_known` says that the dictionary renders the one by the other. `features` are
    what the model reads.
    """

    lang: Lang
    negation: Negation
    counterpart: Span | None
    likeness: float
    is_known: bool
    features: dict[str, float]


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A word of either language: `key` is its lemma or base."""

    span: Span
    key: str
    is_content: bool


def imbalance(
    english: str,
    japanese: str,
    vectors: Vectors,
    renders: Renders,
    english_part: Span | None = None,
    japanese_part: Span | None = None,
) -> Imbalance | None:
    """The negation that one side, or a part of it, has beyond the other; `None` where they agree."""
    ours = _within(japanese_negations(japanese), japanese_part)
    theirs = _within(english_negations(english), english_part)
    if len(ours) == len(theirs):
        return None
    ja_words = _japanese(japanese, japanese_part)
    en_words = _english(english, english_part)
    if len(ours) > len(theirs):
        found = _imbalance(
            Lang.JAPANESE, ours, theirs, ja_words, en_words, vectors, lambda a, b: renders(b, a)
        )
    else:
        found = _imbalance(Lang.ENGLISH, theirs, ours, en_words, ja_words, vectors, renders)
    rows = vectors([_cut(english, english_part), _cut(japanese, japanese_part)])
    found.features["alike"] = float(rows[0] @ rows[1])
    return found


def _cut(text: str, part: Span | None) -> str:
    return text if part is None else part.of(text)


def _imbalance(
    lang: Lang,
    more: Sequence[Negation],
    fewer: Sequence[Negation],
    own: Sequence[_Spoken],
    others: Sequence[_Spoken],
    vectors: Vectors,
    renders: Renders,
) -> Imbalance:
    extra = _without_counterpart(more, fewer, vectors)
    content = [index for index, word in enumerate(others) if word.is_content]
    likeness, known, at, negation = 0.0, False, -1, extra[0]
    if content:
        cosines = (
            vectors([n.key for n in extra]) @ vectors([others[index].key for index in content]).T
        )
        known_ones = np.array(
            [[renders(n.key, others[index].key) for index in content] for n in extra]
        )
        row, column = np.unravel_index(int((cosines + 0.3 * known_ones).argmax()), cosines.shape)
        likeness, known = float(cosines[row, column]), bool(known_ones[row, column])
        at, negation = content[int(column)], extra[int(row)]
    sure = known or likeness >= _TELLING
    denied_there = any(others[at].span == n.predicate for n in fewer) if at >= 0 else False
    features = {
        "likeness": likeness,
        "likeness squared": max(0.0, likeness) ** 2,
        "known": float(known),
        "more than one": float(len(more) - len(fewer) > 1),
        "some there": float(bool(fewer)),
        "some more here": float(len(more) > 1),
        "denied there": float(denied_there),
        "length": float(np.log1p(len(others))),
        "longer": float(np.log((len(others) + 3) / (len(own) + 3))),
        "length and likeness": likeness * float(np.log1p(len(others))),
        "no predicate": float(negation.predicate == negation.span),
    }
    denies = False
    for index, word in enumerate(others):
        weight = 1.0 if not sure or abs(index - at) <= _NEAR else _FAR_WEIGHT
        names = [f"other:{word.key}", *(f"denies:{s}" for s in _denying(word.key, lang.other))]
        denies = denies or (len(names) > 1 and weight == 1.0)
        for name in names:
            features[name] = max(features.get(name, 0.0), weight)
    features["nothing denies"] = float(not denies)
    features["nothing denies, likeness"] = likeness * (not denies)
    features["nothing denies, known"] = float(known and not denies)
    for name in _surroundings(negation, own):
        features[name] = 1.0
    if sure:
        features.update((f"there before:{word.key}", 1.0) for word in others[max(0, at - 2) : at])
        features.update((f"there after:{word.key}", 1.0) for word in others[at + 1 : at + 4])
    features["clause rendered"] = _clause_rendered(negation, own, others, vectors)
    counterpart = others[at].span if at >= 0 else None
    return Imbalance(lang, negation, counterpart, likeness, known, features)


def _clause_rendered(
    negation: Negation, own: Sequence[_Spoken], others: Sequence[_Spoken], vectors: Vectors
) -> float:
    """The mean, over the words beside the negation, of the highest cosine with a word over there."""
    place = negation.place
    beside = [
        *[w.key for w in own if w.is_content and w.span.end <= place.start][-_BESIDE:],
        *[w.key for w in own if w.is_content and w.span.start >= place.end][:_BESIDE],
    ]
    there = [word.key for word in others if word.is_content]
    if not beside or not there:
        return 0.0
    return float((vectors(beside) @ vectors(there).T).max(axis=1).mean())


def _surroundings(negation: Negation, own: Sequence[_Spoken]) -> Iterator[str]:
    yield f"cue:{negation.cue}"
    yield f"predicate:{negation.key}"
    place = negation.place
    before = [word.key for word in own if word.span.end <= place.start][-3:]
    after = [word.key for word in own if word.span.start >= place.end][:2]
    yield from (f"before:{key}" for key in before)
    # The end of the text ends a sentence as a full stop does.
    yield from (f"after:{key}" for key in after or ["。"])
    yield from (f"denied:{sign}" for sign in _denying(negation.key, None))


def _denying(key: str, lang: Lang | None) -> Iterator[str]:
    if lang is not Lang.ENGLISH:
        yield from sorted(_DENYING_KANJI & set(key))
    if lang is not Lang.JAPANESE:
        if found := _DENYING_PREFIX.match(key):
            yield found.group()
        if _DENYING_SUFFIX.search(key):
            yield "less"


def _without_counterpart(
    more: Sequence[Negation], fewer: Sequence[Negation], vectors: Vectors
) -> list[Negation]:
    """What is left of the longer list when each of the shorter has taken the one most like it."""
    left = list(range(len(more)))
    if fewer:
        cosines = vectors([n.key for n in fewer]) @ vectors([n.key for n in more]).T
        place = np.linspace(0, 1, len(more))
        for row in range(len(fewer)):
            # Of two alike, the one that stands in the same order.
            where = row / max(1, len(fewer) - 1)
            scores = cosines[row] - 0.1 * np.abs(place - where)
            left.remove(max(left, key=lambda index: float(scores[index])))
    return [more[index] for index in left]


def _english(text: str, part: Span | None) -> list[_Spoken]:
    return [
        _Spoken(word.span, word.lemma, word.lemma not in _IDLE)
        for word in english_words(text)
        if part is None or part.start <= word.span.start < part.end
    ]


def _japanese(text: str, part: Span | None) -> list[_Spoken]:
    return [
        _Spoken(token.span, token.base, token.is_content and token.base not in _IDLE)
        for token in japanese_tokens(text)
        if part is None or part.start <= token.span.start < part.end
    ]


def _within(negations: Sequence[Negation], part: Span | None) -> list[Negation]:
    return [n for n in negations if part is None or part.start <= n.span.start < part.end]
