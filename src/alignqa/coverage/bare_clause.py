"""A short clause that nothing renders: 弁護士に相談したうえで、 or *after the police left the building*.

The runs that the two looks weigh have three words and more, since two words find no match often
enough. Yet two are a whole clause, which is told by what surrounds it: marks stand at its ends, its
words are plainly unrendered, and those beside it are not.
"""

from __future__ import annotations

import numpy as np

from alignqa.coverage.clauses import ContentWord
from alignqa.coverage.gaps import Stretch, excess
from alignqa.coverage.run_features import Doubt, Floats
from alignqa.coverage.run_span import run_span
from alignqa.text import Lang, Span
from alignqa.words import english_words, japanese_tokens
from alignqa.words.lengths import translated_length

_FEWEST_WORDS, _MOST_WORDS = 2, 4
# A shorter rest may be another rendering of what is said there.
_FEWEST_AROUND = 3
# Log-odds from which each word is plainly unrendered, and below which those beside the clause and, on
# average, all others are rendered.
_PLAIN = {Lang.ENGLISH: 2.0, Lang.JAPANESE: 1.5}
_BESIDE, _REST, _CLIP = 0.0, -1.0, 4.0
# How much better the lengths must agree without it (`gaps.excess`).
_LENGTHS = 0.0
# These join a clause to the rest and are rendered, if at all, by a small word.
_FORMAL = frozenset("こと もの ため 際 とき 時 後 前 まま うえ 上 中 間 うち 場合 ところ".split())
# A noun with one of these belongs to what follows.
_OF_A_NOUN = frozenset("は も が を の と".split())
# What points back says again what is known, which the other text may do in a word.
_POINTING = {
    Lang.ENGLISH: frozenset(
        """it its they them their theirs this that these those you your we us our i me my
        one""".split()
    ),
    Lang.JAPANESE: frozenset("この その あの こう そう ああ こんな そんな あんな".split()),
}
_TOPIC = "は"
_MARKS = {"補助記号", "空白"}


def bare_clause(doubt: Doubt, odds: Floats) -> tuple[int, int] | None:
    """The first such clause of a stretch, as the places of its words in `doubt.stretch.words`,
    half-open; `odds` has for each word of the stretch its log-odds of not being rendered."""
    stretch = doubt.stretch
    if stretch.alone:
        return None
    words = stretch.words[stretch.first : stretch.last]
    clipped = np.clip(odds, -_CLIP, _CLIP)
    # A Japanese sentence ends in what all of it says, an English one may end in a clause.
    ends = len(words) + (stretch.lang is Lang.ENGLISH)
    for last in range(_FEWEST_WORDS, ends):
        if last < len(words) and not words[last].breaks:
            continue
        first = _begins(words, odds, last, _PLAIN[stretch.lang])
        if first is not None and _stands_out(clipped, first, last):
            places = first + stretch.first, last + stretch.first
            if _is_clause(stretch, *places):
                return places
    return None


def _begins(words: tuple[ContentWord, ...], odds: Floats, last: int, least: float) -> int | None:
    """Where the longest clause begins whose words up to `last` are plainly unrendered."""
    found, plain = None, 0
    for place in range(last - 1, max(last - _MOST_WORDS, 0) - 1, -1):
        is_formal = words[place].text in _FORMAL
        if words[place].is_number or not (is_formal or odds[place] >= least):
            break
        plain += not is_formal
        if plain >= _FEWEST_WORDS and words[place].opens:
            found = place
        if words[place].breaks:
            break
    return found


def _stands_out(odds: Floats, first: int, last: int) -> bool:
    """Whether the words beside these, and the others on average, are rendered."""
    beside = [*odds[max(first - 1, 0) : first].tolist(), *odds[last : last + 1].tolist()]
    others = len(odds) - (last - first)
    return (
        others >= _FEWEST_AROUND
        and max(beside) < _BESIDE
        and float(odds.sum() - odds[first:last].sum()) / others < _REST
    )


def _is_clause(stretch: Stretch, first: int, last: int) -> bool:
    """Whether a clause or a phrase stands there that its sentence can do without, and the lengths
    agree better without it."""
    span = run_span(stretch, first, last)
    taken = translated_length(span.of(stretch.text), stretch.lang)
    if float(excess(stretch, np.array([taken]))[0]) < _LENGTHS:
        return False
    if stretch.lang is Lang.ENGLISH:
        return not any(
            word.text.lower() in _POINTING[Lang.ENGLISH]
            for word in english_words(stretch.text)
            if word.span.overlaps(span)
        )
    opens = stretch.words[first].breaks or stretch.text[: span.start].endswith(_TOPIC)
    return opens and _is_japanese_clause(stretch.text, span)


def _is_japanese_clause(text: str, span: Span) -> bool:
    tokens = [
        token
        for token in japanese_tokens(text)
        if token.span.overlaps(span) and token.pos[0] not in _MARKS
    ]
    if any(t.pos[0] == "代名詞" or t.surface in _POINTING[Lang.JAPANESE] for t in tokens):
        return False
    return not (len(tokens) > 1 and tokens[-1].surface in _OF_A_NOUN and tokens[-2].is_noun)
