"""Runs of phrases that the other side may not render, and how much speaks for it.

Each run from a phrase's beginning to a phrase's end is weighed by a logistic regression over what
its words, the lengths of both sides, and its place say. All weights point the way that reason
does; `training/coverage_runs.py` fits them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from alignqa.coverage.clauses import ContentWord
from alignqa.text import Lang, Span
from alignqa.words.lengths import translated_length

Floats = NDArray[np.float64]

# Printed by `training/coverage_runs.py`.
WEIGHTS = {
    "evidence": 0.014,
    "mean": 1.336,
    "words": 2.714,
    "excess": 0.192,
    "share": 3.613,
    "rest": -0.573,
    "breaks": 0.452,
    "alone": 5.694,
    "too_short_after": -2.52,
}
INTERCEPT = -7.85

# A word counts for at most so much: one odd word is no clause.
_MOST, _LEAST = 2.5, -4.0
# Spread of the logarithm of the length ratio of a pair, by `training/lengths.py`; and in
# characters, what short pairs differ by besides.
_SPREAD, _FLOOR = 0.16, 8.0
# In characters; no text counts for less.
_SHORT = 4.0
_FEWEST_WORDS = 3
_ROUNDING = 1e-6
_MOST_PHRASES = 30
_MOST_IN_RUN = 14
# A run that is nearly all of a sentence that has a counterpart is a wrong rendering, not a gap.
_NEARLY_ALL = 0.9
# A run whose words are on average more surely rendered than this is none, whatever the lengths say.
# Where the sentence pairing says the same, it may be more surely so.
_LEAST_MEAN, _LEAST_MEAN_ALONE = -0.3, -1.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of one side that is judged by itself.

    `first` and `last` are the indices of its content words, half-open; `length` is its length in
    English characters and `other_length` that of what is paired with it. `alone` says that nothing
    is paired with it, so that it is judged as a whole; both lengths then take in its neighbours.
    `next_door` says that what renders it may have been paired with a neighbour.
    """

    text: str
    lang: Lang
    span: Span
    words: tuple[ContentWord, ...]
    first: int
    last: int
    length: float
    other_length: float
    alone: bool
    next_door: bool


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs of a stretch's phrases: word indices `begin` and `end`, half-open, and a row of the
    features that `WEIGHTS` names for each."""

    begin: NDArray[np.int64]
    end: NDArray[np.int64]
    features: Floats


@dataclass(frozen=True, slots=True)
class Places:
    """Runs of a stretch's phrases: word indices `begin` and `end`, half-open, from the stretch's
    first word; the number of words, the sum of their evidence, and the length in English
    characters."""

    begin: NDArray[np.int64]
    end: NDArray[np.int64]
    size: Floats
    evidence: Floats
    taken: Floats

    def mean(self, values: Floats) -> Floats:
        """The mean over the words of each run of a number that each word has."""
        upto = summed_up(values)
        return np.asarray((upto[self.end] - upto[self.begin]) / self.size)


def runs(stretch: Stretch, missing: Floats) -> Runs | None:
    """Every run of three content words or more that may be unrendered; `None` where there is none.

    Of a stretch that stays alone only the whole is one.

    `missing` has the log-odds of not being rendered for each word of the stretch.
    """
    clipped = np.minimum(np.maximum(missing, _LEAST), _MOST)
    found = places(stretch, clipped, _LEAST_MEAN_ALONE if stretch.alone else _LEAST_MEAN)
    if found is None:
        return None
    count = len(missing)
    words = stretch.words[stretch.first : stretch.last]
    begin, end, size, evidence, taken = (
        found.begin,
        found.end,
        found.size,
        found.evidence,
        found.taken,
    )
    rest = clipped.sum() - evidence
    breaks = np.array([*(word.breaks for word in words), True], dtype=np.float64)
    after = np.log(np.maximum(stretch.length - taken, _SHORT) / max(stretch.other_length, _SHORT))
    features = np.empty((len(size), len(WEIGHTS)))
    columns: tuple[Floats | float, ...] = (
        evidence,
        evidence / size,
        np.log(size),
        np.clip(excess(stretch, taken), -4.0, 5.0),
        np.minimum(taken / max(stretch.length, 1.0), 1.0),
        np.where(size < count, rest / np.maximum(count - size, 1.0), -1.0),
        breaks[begin] + breaks[end],
        float(stretch.alone and not stretch.next_door),
        np.clip(-after, 0.0, 1.0),
    )
    for place, column in enumerate(columns):
        features[:, place] = column
    return Runs(begin + stretch.first, end + stretch.first, features)


def places(
    stretch: Stretch,
    evidence: Floats,
    least_mean: float,
    fewest: int = _FEWEST_WORDS,
    most: int | None = None,
) -> Places | None:
    """Every run of `fewest` content words or more whose mean evidence is at least `least_mean`, or the
    `most` with the greatest sum; `None` where there is none.

    Of a stretch that stays alone only the whole is one. `evidence` has a number for each word.
    """
    count = stretch.last - stretch.first
    if count < fewest:
        return None
    upto = summed_up(evidence)
    if not _may_have_run(upto, least_mean, fewest):
        return None
    words = stretch.words[stretch.first : stretch.last]
    starts = [0, *(place for place in range(1, count) if words[place].opens)]
    if len(starts) > _MOST_PHRASES:
        starts = [0, *(place for place in starts[1:] if words[place].breaks)][:_MOST_PHRASES]
    bounds = np.array([*starts, count])
    from_, to = _each_two(len(bounds))
    size = bounds[to] - bounds[from_]
    kept = (size >= fewest) & ((to - from_ <= _MOST_IN_RUN) | (to - from_ == len(starts)))
    kept &= size == count if stretch.alone else size <= _NEARLY_ALL * count
    sums = upto[bounds[to]] - upto[bounds[from_]]
    kept &= sums >= least_mean * size
    chosen = np.flatnonzero(kept)
    if not len(chosen):
        return None
    if most is not None and len(chosen) > most:
        chosen = np.sort(chosen[np.argsort(-sums[chosen], kind="stable")[:most]])
    from_, to = from_[chosen], to[chosen]
    lengths = summed_up(np.array(_lengths(stretch, starts)))
    return Places(
        bounds[from_],
        bounds[to],
        size[chosen].astype(np.float64),
        sums[chosen],
        lengths[to] - lengths[from_],
    )


def _may_have_run(upto: Floats, least_mean: float, fewest: int) -> bool:
    """Whether some words in a row have this mean: a longer run that has it holds one that has it of
    fewer than twice as many words as the fewest."""
    sums = upto.tolist()
    for size in range(fewest, min(2 * fewest, len(sums))):
        least = least_mean * size - _ROUNDING
        for before, after in zip(sums, sums[size:], strict=False):
            if after - before >= least:
                return True
    return False


@lru_cache(maxsize=_MOST_PHRASES + 1)
def _each_two(count: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Every place with every later one."""
    from_, to = np.triu_indices(count, 1)
    return from_, to


def log_odds(found: Runs) -> Floats:
    """For each run the logarithm of the odds that it is left out there, or added here."""
    return np.asarray(found.features @ _WEIGHTS + INTERCEPT)


_WEIGHTS = np.array(list(WEIGHTS.values()))


def _lengths(stretch: Stretch, starts: list[int]) -> list[float]:
    """The length of each phrase in English characters."""
    words, span = stretch.words[stretch.first :], stretch.span
    places = [span.start, *(words[place].span.start for place in starts[1:]), span.end]
    return [
        translated_length(stretch.text[left:right], stretch.lang)
        for left, right in pairwise(places)
    ]


def summed_up(row: Floats) -> Floats:
    """The sum of what stands before each place of a row, and of all of it."""
    upto = np.zeros(len(row) + 1)
    np.cumsum(row, out=upto[1:])
    return upto


def excess(stretch: Stretch, taken: Floats) -> Floats:
    """Log-likelihood of the two lengths with a run taken away, less that of the lengths as they are.

    The logarithm of a pair's length ratio is taken to be normal about 0.
    """
    own, other = stretch.length, stretch.other_length
    ratio = math.log(max(own, 1.0) / max(other, 1.0))
    left = np.log(np.maximum(own - taken, 1.0) / max(other, 1.0))
    return np.asarray((ratio**2 - left**2) / (2 * spread(own, other) ** 2))


def overlength(stretch: Stretch) -> float:
    """By how many standard deviations a stretch is longer than what is paired with it."""
    own, other = max(stretch.length, _SHORT), max(stretch.other_length, _SHORT)
    return math.log(own / other) / spread(own, other)


def spread(own: float, other: float) -> float:
    """Of the logarithm of the ratio of two lengths; it is wider for short texts."""
    return _SPREAD + _FLOOR / max(min(own, other), _FLOOR)
