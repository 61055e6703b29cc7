"""Negations of English text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from alignqa.polarity.negation import Negation
from alignqa.text import Span
from alignqa.words import Word, english_words

_CUE = re.compile(
    r"\b(?:\w+n['’]t|(?:do|does|did|is|was|are|were|has|have|would|could|should)nt|cannot|dunno"
    r"|not|never|no|none|nobody|nothing|nowhere|neither|nor|without|unless)\b",
    re.IGNORECASE,
)
_QUICK = re.compile(r"n['’]?t|not|never|no|neither|without|unless", re.IGNORECASE)

# Expressions that hold a negating word and deny nothing.
_IDIOMS = re.compile(
    r"""
    \bnot\s+(?:only|just|merely|simply|solely|alone|least|to\s+mention|limited\s+to|surprisingly)\b
    | n['’]t\s+(?:only|just|merely|simply|solely)\b
    | \b(?:if|or|why|than|as\s+likely\s+as)\s+not\b
    | \bno\s+(?:matter|doubt|wonder|sooner)\b
    | \b(?:no|none|nothing)\s+(?:other|more|less|fewer|later|earlier|short|better)\s+(?:than|of)\b
    | \b(?:nothing|no\s+\w+|none|nobody|no\s+one)\s+(?:but|except)\b
    | \bca(?:n['’]t|nnot)\s+help\b | \bcan\s?not\s+help\b | \bcouldn['’]t\s+help\b
    | \bnever\s?mind\b | \bnothing\s+if\s+not\b | \bnon-\w+
    | \bnot\s+un(?!til|der|less|it|ion|ique)\w+ | (?-i:\bNo)(?=[,.!]\s)
    | \bno\.?\s*\d | \bNo\.(?=\s?[\dA-Z]) | \bNo\s+\d
    | \b\w+n['’]t\s+(?:it|that|this|he|she|they|you|we|I|there)\b[^.?!]*\?
    | (?-i:\b[A-Z]\w{1,6}n['’]t)(?=\s+\w+[^.?!]*\?)
    | \bwhy\s+\w+n['’]t\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What may stand between a negating word and the word it negates.
_BETWEEN = frozenset(
    """be have do will would can could shall should may might must been being a an the any to of in
    at on by for with yet even really always necessarily ever so very too quite all that this those
    these their his her its my your our one longer more such only also just simply actually fully
    i you he she it we they there who me him them us want able going get know make take
    """.split()
)
_LEADERS = frozenset({"be", "have", "do", "will", "would", "can", "could", "should", "may", "might",
                      "must", "shall"})  # fmt: skip
_REACH = 5
_SENTENCE_END = re.compile(r"[.!?;]\s")


@lru_cache(maxsize=2048)
def english_negations(text: str) -> tuple[Negation, ...]:
    """The negations of an English text, in order; idioms such as *not only* are none."""
    if not _QUICK.search(text):
        return ()
    return tuple(_negations(text))


def _negations(text: str) -> Iterator[Negation]:
    idle = [match.span() for match in _IDIOMS.finditer(text)]
    words = english_words(text)
    starts = [word.span.start for word in words]
    neither_at = -1
    for match in _CUE.finditer(text):
        cue = _folded(match.group())
        if any(start <= match.start() < end for start, end in idle):
            continue
        if cue == "neither":
            neither_at = match.start()
        if (
            cue == "nor"
            and neither_at >= 0
            and not _SENTENCE_END.search(text, neither_at, match.start())
        ):
            continue
        span = Span(*match.span())
        word = _negated(text, words, bisect_left(starts, span.end))
        where = _with_auxiliary(text, span, words, bisect_left(starts, span.start))
        if word is None:
            yield Negation(where, cue, span, cue)
        else:
            yield Negation(where, cue, word.span, word.lemma)


def _folded(cue: str) -> str:
    folded = cue.lower().replace("’", "'")
    return "not" if folded.endswith(("n't", "nt")) or folded in {"cannot", "dunno"} else folded


def _negated(text: str, words: tuple[Word, ...], index: int) -> Word | None:
    """The first word behind the cue that carries meaning, within the clause."""
    fallback = None
    previous = None
    for word in words[index : index + _REACH]:
        if previous and re.search(r"[,.;:!?—()\"“”]", text[previous.span.end : word.span.start]):
            break
        previous = word
        if word.lemma not in _BETWEEN:
            return word
        if fallback is None and word.lemma in {"want", "able", "get", "know", "make", "take"}:
            fallback = word
    return fallback


def _with_auxiliary(text: str, span: Span, words: tuple[Word, ...], index: int) -> Span:
    """The cue with the auxiliary in front of a bare *not*."""
    if span.of(text).lower() != "not" or index == 0:
        return span
    before = words[index - 1]
    if before.lemma in _LEADERS and not text[before.span.end : span.start].strip():
        return Span(before.span.start, span.end)
    return span
