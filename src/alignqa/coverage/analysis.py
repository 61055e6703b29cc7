"""What one pair leaves unrendered on either side: worked out once for all checks that ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from alignqa.bitext import Pair
from alignqa.coverage.clauses import ContentWord, content_words
from alignqa.coverage.gaps import WEIGHTS, Floats, Runs, Stretch, log_odds, run_span, runs
from alignqa.coverage.model import embedded_model
from alignqa.lexicon.vectors import WordVectors
from alignqa.quantities import quantities
from alignqa.text import Lang, Span
from alignqa.words.lengths import translated_length

# A numeral that stands on both sides is rendered; one that does not is another check's matter.
_SAME_VALUE, _OTHER_VALUE = -3.0, 0.0
_SENTENCE_END = re.compile(r"""[.!?。！？][\s"'”’」』)）]*$""")
# Of two runs about as likely, a clause is the one with marks at its ends.
_MARKED = 0.5
_BREAKS, _EXCESS = list(WEIGHTS).index("breaks"), list(WEIGHTS).index("excess")
# A gap less likely than this, in log-odds, is not worth telling anybody about.
_LEAST = 0.0


@dataclass(frozen=True, slots=True)
class Gap:
    """Words of one side that the other side does not seem to render.

    `log_odds` says how likely that is. `words` counts its content words, `unrendered` those of
    them that are more likely unrendered than not. `excess` is how much better the two lengths agree
    without it, as the logarithm of a likelihood ratio. `is_sentence`: it is a sentence or more, not
    a part of one.
    """

    lang: Lang
    span: Span
    log_odds: float
    words: int
    unrendered: int
    excess: float
    is_sentence: bool


def gaps(pair: Pair, vectors: WordVectors) -> tuple[Gap, ...]:
    """The likeliest gap of each side of each bead, where it is more likely one than not."""
    return _gaps(pair, _Same(vectors)) if pair.is_whole else ()


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """Vectors by identity, so that they can be part of a key."""

    vectors: WordVectors

    def __hash__(self) -> int:
        return id(self.vectors)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.vectors is self.vectors


@lru_cache(maxsize=64)
def _gaps(pair: Pair, same: _Same) -> tuple[Gap, ...]:
    found = []
    for stretch, missing, weighed in weighed_runs(pair, same.vectors):
        odds = log_odds(weighed)
        breaks = weighed.features[:, _BREAKS]
        best = int((odds + _MARKED * breaks).argmax())
        if odds[best] < _LEAST:
            continue
        first, last = int(weighed.begin[best]), int(weighed.end[best])
        span = run_span(stretch, first, last)
        before = stretch.text[: span.start].rstrip()
        found.append(
            Gap(
                stretch.lang,
                span,
                float(odds[best]),
                last - first,
                int((missing[first - stretch.first : last - stretch.first] > 0).sum()),
                float(weighed.features[best, _EXCESS]),
                (not before or bool(_SENTENCE_END.search(before)))
                and bool(_SENTENCE_END.search(span.of(stretch.text))),
            )
        )
    return tuple(found)


def weighed_runs(pair: Pair, vectors: WordVectors) -> Iterator[tuple[Stretch, Floats, Runs]]:
    """For each side of each bead: the stretch, the log-odds of not being rendered of each of its
    words, and its runs. The recipe that fits the weights reads these."""
    texts = {lang: pair.side(lang).text for lang in Lang}
    words = {lang: content_words(text, lang) for lang, text in texts.items()}
    if not all(words.values()):
        return
    for bead in range(len(pair.beads)):
        near = _near(pair, bead, words)
        if near is None:
            continue
        judged = {lang: words[lang][near[lang]] for lang in Lang}
        missing = missing_words(judged, texts, vectors)
        for lang in Lang:
            stretch = _stretch(pair, bead, lang, words[lang])
            if stretch is None:
                continue
            offset = near[lang].start
            own = missing[lang][stretch.first - offset : stretch.last - offset]
            found = runs(stretch, own)
            if found is not None:
                yield stretch, own, found


def _near(
    pair: Pair, bead: int, words: dict[Lang, tuple[ContentWord, ...]]
) -> dict[Lang, slice] | None:
    """The words of each side that stand in a bead or one beside it; what is farther off renders
    nothing here. `None` where a side has none."""
    around = range(max(0, bead - 1), min(len(pair.beads), bead + 2))
    found = {}
    for lang in Lang:
        spans = [span for near in around if (span := _span(pair, near, lang))]
        places = [
            place
            for place, word in enumerate(words[lang])
            if spans and spans[0].start <= word.span.start < spans[-1].end
        ]
        if not places:
            return None
        found[lang] = slice(places[0], places[-1] + 1)
    return found


def missing_words(
    words: dict[Lang, tuple[ContentWord, ...]], texts: dict[Lang, str], vectors: WordVectors
) -> dict[Lang, Floats]:
    """For each content word its log-odds of not being rendered; both sides must have a word."""
    english, japanese = ([word.text for word in words[lang]] for lang in Lang)
    odds = embedded_model().log_odds(english, japanese, vectors)
    missing = {}
    for lang, rendered in zip(Lang, odds, strict=True):
        values = _values(words[lang], texts[lang], texts[lang.other], lang)
        own = -rendered.astype(np.float64)
        own[values > 0] = _SAME_VALUE
        own[values < 0] = _OTHER_VALUE
        missing[lang] = own
    return missing


def _values(words: tuple[ContentWord, ...], text: str, other: str, lang: Lang) -> NDArray[np.int8]:
    """For each word 1 if it is a numeral whose value the other side has, -1 if it has not, else 0."""
    found = np.zeros(len(words), dtype=np.int8)
    numerals = [place for place, word in enumerate(words) if word.is_number]
    if numerals:
        here = quantities(text, lang)
        there = {value for q in quantities(other, lang.other) for value in q.readings}
        for place in numerals:
            span = words[place].span
            own = {value for q in here if q.span.overlaps(span) for value in q.readings}
            found[place] = -1 if own.isdisjoint(there) else 1
    return found


def _stretch(pair: Pair, bead: int, lang: Lang, words: tuple[ContentWord, ...]) -> Stretch | None:
    own, other = _span(pair, bead, lang), _span(pair, bead, lang.other)
    if own is None or (other is None and _is_free(pair)):
        return None
    # A sentence that stays alone is seen with its neighbours.
    around = [bead] if other else range(max(0, bead - 1), min(len(pair.beads), bead + 2))
    here = 0 if pair.source.lang is lang else 1
    next_door = any(
        pair.beads[near].shape[1 - here] > pair.beads[near].shape[here] for near in around
    )
    first = next((i for i, word in enumerate(words) if word.span.start >= own.start), len(words))
    last = next((i for i in range(first, len(words)) if words[i].span.start >= own.end), len(words))
    length, other_length = (
        sum(
            translated_length(span.of(pair.side(side).text), side)
            for near in around
            if (span := _span(pair, near, side))
        )
        for side in (lang, lang.other)
    )
    text = pair.side(lang).text
    return Stretch(
        text, lang, own, words, first, last, length, other_length, other is None, next_door
    )


def _is_free(pair: Pair) -> bool:
    """Sentences stay alone on both sides, or all do: the translation is free, or of another text."""
    without = [bead.source is None for bead in pair.beads if not (bead.source and bead.target)]
    return len(set(without)) > 1 or len(without) == len(pair.beads)


def _span(pair: Pair, bead: int, lang: Lang) -> Span | None:
    found = pair.beads[bead]
    return found.source if pair.source.lang is lang else found.target
