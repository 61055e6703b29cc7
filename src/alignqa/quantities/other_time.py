"""A word that says when, in whose place the translation says another: "yesterday" and 明日."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignqa.quantities.time_words import (
    SCALES,
    TimeWord,
    may_say_when,
    plainest,
    time_words,
)
from alignqa.text import Lang


@dataclass(frozen=True, slots=True)
class OtherTime:
    """The word of the source whose place another of its scale takes in the target."""

    scale: str
    source: TimeWord
    target: TimeWord
    expected: str | None


def other_times(source: str, target: str, source_lang: Lang) -> Iterator[OtherTime]:
    """On each scale, the one place that only the source says, with the one that only the target says.

    A scale on which either says more or fewer is passed over: the words may have gone elsewhere.
    """
    if not may_say_when(source if source_lang is Lang.JAPANESE else target):
        return
    for scale in SCALES:
        there = time_words(target, source_lang.other, scale)
        here = time_words(source, source_lang, scale) if there else []
        lost, new = _only(here, there), _only(there, here)
        if len({word.places for word in lost}) == len({word.places for word in new}) == 1:
            written = new[0].span.of(target)
            expected = plainest(scale, lost[0].places, source_lang.other)
            yield OtherTime(scale, lost[0], new[0], expected and _cased(expected, written))


def _only(words: Sequence[TimeWord], others: Sequence[TimeWord]) -> list[TimeWord]:
    """The words that the other side does not say; where it says as many, also one that this side
    says more often: "in winter and in winter" for 夏も冬も."""
    only = [word for word in words if not _is_said(word, others)]
    is_clear = all(len(word.places) == 1 for word in (*words, *others))
    if only or not is_clear or len(words) != len(others):
        return only
    left = Counter(word.places for word in others)
    for word in words:
        left[word.places] -= 1
        if left[word.places] < 0:
            only.append(word)
    return only


def _is_said(word: TimeWord, others: Sequence[TimeWord]) -> bool:
    return any(not word.places.isdisjoint(other.places) for other in others)


def _cased(word: str, like: str) -> str:
    return word[0].upper() + word[1:] if like[0].isupper() else word
