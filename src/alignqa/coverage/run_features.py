"""What the second look reads of a run: beside the projection the word links, what the other side has
left over to render a run with, the number of words beside the lengths, whether the two texts are
nearer in meaning without the run, whether it has the shape of a clause, and what the matcher says of
it as a whole."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignqa.coverage.clauses import ContentWord
from alignqa.coverage.gaps import Places, Stretch, excess, places, spread, summed_up
from alignqa.coverage.linked import Read, word_features
from alignqa.coverage.run_span import run_span
from alignqa.coverage.shape import shape
from alignqa.lexicon.vectors import WordVectors
from alignqa.text import Lang
from alignqa.words.lengths import translated_length

Floats = NDArray[np.float64]

# A word counts for at most so much.
_MOST, _LEAST = 2.5, -4.0
# A run whose words are on average more surely rendered than this is none.
_LEAST_MEAN, _LEAST_MEAN_ALONE = -1.0, -1.0
# Words less likely unrendered than this have surely found their match.
_LEFT_OVER = 0.3
_MOST_RUNS = 24
_FEWEST_WORDS = 2
# Where `_evidence` puts these.
_MEAN, _BREAKS = 1, [8, 9]
# In characters; a difference of so much says nothing.
_FLOOR = 4.0
# What the matcher says of a word counts between these.
_READ = (-5.0, 4.0)
# What it says of a run, likewise.
_AS_READ = (-12.0, 6.0)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Content words in a row with, for each, what the projection says (log-odds of not being
    rendered), the links (`linked.linked`), and what the matcher says (log-odds likewise).
    `reading` is all that it says of their side, of runs of them, too."""

    lang: Lang
    words: tuple[ContentWord, ...]
    missing: Floats
    links: Floats
    read: Floats
    reading: Read


@dataclass(frozen=True, slots=True, eq=False)
class Doubt:
    """A stretch, its own words, and the words and the text of what is paired with it, or stands
    beside it where nothing is."""

    stretch: Stretch
    own: Words
    other: Words
    other_text: str


@dataclass(frozen=True, slots=True)
class Look:
    """Runs of a stretch: word indices `begin` and `end`, half-open, and a row of features each."""

    begin: NDArray[np.int64]
    end: NDArray[np.int64]
    features: Floats

    @property
    def marks(self) -> Floats:
        """At how many of its two ends each run has a mark of punctuation."""
        return np.asarray(self.features[:, _BREAKS].sum(axis=1))

    @property
    def as_read(self) -> Floats:
        """The log-odds that the matcher gives each run as a whole."""
        return np.asarray(self.features[:, -1])

    @property
    def means(self) -> Floats:
        """The mean evidence of each run's words."""
        return np.asarray(self.features[:, _MEAN])


def word_odds(words: Words, weights: Floats) -> Floats:
    """The log-odds of each word, whose last weight is the intercept; numerals keep theirs."""
    found = word_features(words.missing, words.links, words.read) @ weights[:-1] + weights[-1]
    numerals = np.array([word.is_number for word in words.words], dtype=bool)
    return np.where(numerals, words.missing, found)


def look(doubt: Doubt, odds: Floats, other_odds: Floats, vectors: WordVectors) -> Look | None:
    """The likeliest runs of a stretch with what the network reads."""
    stretch = doubt.stretch
    clipped = np.clip(odds, _LEAST, _MOST)
    least = _LEAST_MEAN_ALONE if stretch.alone else _LEAST_MEAN
    found = places(stretch, clipped, least, _FEWEST_WORDS, _MOST_RUNS)
    if found is None:
        return None
    features = np.hstack(
        [
            _evidence(doubt, found, odds, clipped),
            _lengths(doubt, found),
            _left_over(doubt, found, odds, other_odds),
            _meaning(doubt, found, vectors),
            _whole(doubt, found),
            _as_read(doubt, found),
        ]
    )
    return Look(found.begin + stretch.first, found.end + stretch.first, features)


def _evidence(doubt: Doubt, found: Places, odds: Floats, clipped: Floats) -> Floats:
    """What the words of a run, the words beside it, and all others say."""
    own, size = doubt.own, found.size
    count = len(odds)
    upto = summed_up(clipped)
    rest = (upto[-1] - found.evidence) / np.maximum(count - size, 1.0)
    framed = np.concatenate([[-2.0], clipped, [-2.0]])
    numerals = np.array([word.is_number for word in own.words], dtype=bool)
    breaks = np.array([*(word.breaks for word in own.words), True], dtype=np.float64)
    links = word_features(own.missing, own.links, own.read)
    read = np.clip(own.read, *_READ)
    read_upto = summed_up(read)
    inside = read_upto[found.end] - read_upto[found.begin]
    read_framed = np.concatenate([[-2.0], read, [-2.0]])
    return np.column_stack(
        [
            found.evidence,
            found.evidence / size,
            found.mean(np.clip(own.missing, _LEAST, _MOST)),
            found.mean(links[:, 1]),
            found.mean(own.links[:, 1]),
            found.mean((odds > 0).astype(np.float64)),
            np.log(size),
            np.where(size < count, rest, -1.0),
            breaks[found.begin],
            breaks[found.end],
            found.mean((numerals & (own.missing > -1)).astype(np.float64)) * size,
            found.mean((numerals & (own.missing < -1)).astype(np.float64)) * size,
            framed[found.begin],
            framed[found.end + 1],
            (found.begin == 0).astype(np.float64),
            (found.end == count).astype(np.float64),
            inside / size,
            np.sqrt(found.mean(1 / (1 + np.exp(-read))) * size),
            np.where(size < count, (read_upto[-1] - inside) / np.maximum(count - size, 1.0), -2.0),
            read_framed[found.begin],
            read_framed[found.end + 1],
        ]
    )


def _lengths(doubt: Doubt, found: Places) -> Floats:
    """How the lengths and the numbers of words agree, with a run and without it."""
    stretch, taken = doubt.stretch, found.taken
    own, other = max(stretch.length, _FLOOR), max(stretch.other_length, _FLOOR)
    wide = spread(own, other)
    before = math.log(own / other) / wide
    after = np.log(np.maximum(stretch.length - taken, _FLOOR) / other) / wide
    count, others = len(doubt.own.words), max(len(doubt.other.words), 1)
    words_before = 0.0 if stretch.alone else math.log(count / others)
    words_after = np.log(np.maximum(count - found.size, 0.7) / (count if stretch.alone else others))
    return np.column_stack(
        [
            np.minimum(taken / own, 1.0),
            np.full(len(taken), min(max(before, -4.0), 6.0)),
            np.clip(after, -6.0, 6.0),
            np.clip(after, 0.0, 6.0),
            np.clip(excess(stretch, taken), -6.0, 12.0),
            np.full(len(taken), min(max(words_before, -2.0), 2.0)),
            np.clip(words_after, -2.0, 2.0),
        ]
    )


def _left_over(doubt: Doubt, found: Places, odds: Floats, other_odds: Floats) -> Floats:
    """What the other side has over that may render a run, and this side besides."""
    own = summed_up(_unmatched(doubt.own, odds))
    inside = own[found.end] - own[found.begin]
    theirs = float(_unmatched(doubt.other, other_odds).sum())
    clipped = np.clip(other_odds, _LEAST, _MOST)
    mean = float(clipped.mean()) if len(clipped) else -2.0
    most = float(np.sort(clipped)[-2:].mean()) if len(clipped) else 0.0
    return np.column_stack(
        [
            np.log((theirs + _FLOOR) / (found.taken + _FLOOR)),
            np.log((own[-1] - inside + _FLOOR) / (found.taken + _FLOOR)),
            np.full(len(inside), mean),
            np.full(len(inside), most),
        ]
    )


def _unmatched(side: Words, odds: Floats) -> Floats:
    """The length of each word, as far as it is unrendered."""
    lengths = np.array([translated_length(word.text, side.lang) for word in side.words])
    chances = 1 / (1 + np.exp(-np.clip(odds, -30.0, 30.0)))
    return np.asarray(lengths * np.clip((chances - _LEFT_OVER) / (1 - _LEFT_OVER), 0.0, 1.0))


def _meaning(doubt: Doubt, found: Places, vectors: WordVectors) -> Floats:
    """How near the meaning of the other side is to that of the stretch, without a run, and of it."""
    stretch = doubt.stretch
    text, whole = stretch.text, stretch.span
    spans = [
        run_span(stretch, first + stretch.first, last + stretch.first)
        for first, last in zip(found.begin.tolist(), found.end.tolist(), strict=True)
    ]
    rest = [f"{text[whole.start : span.start]} {text[span.end : whole.end]}" for span in spans]
    rows = vectors.encode(
        [whole.of(text), doubt.other_text, *(span.of(text) for span in spans), *rest]
    )
    own, other, runs, rests = rows[0], rows[1], rows[2 : 2 + len(spans)], rows[2 + len(spans) :]
    run_near, rest_near = runs @ other, rests @ other
    return np.column_stack(
        [
            rest_near - own @ other,
            run_near,
            rest_near,
            (runs * rests).sum(axis=1),
            [shape(text, span, whole, stretch.lang) for span in spans],
        ]
    )


def _whole(doubt: Doubt, found: Places) -> Floats:
    """What holds for all runs of a stretch."""
    stretch = doubt.stretch
    row = [
        float(stretch.alone and not stretch.next_door),
        float(stretch.alone and stretch.next_door),
        math.log(max(stretch.length, _FLOOR)),
        math.log(max(stretch.other_length, _FLOOR)),
        1.0 if stretch.lang is Lang.JAPANESE else -1.0,
    ]
    return np.tile(row, (len(found.begin), 1))


def _as_read(doubt: Doubt, found: Places) -> Floats:
    """The log-odds that the matcher gives each run as a whole."""
    words, end = doubt.own.words, doubt.stretch.span.end
    odds = doubt.own.reading.of_runs(words, end, found.begin, found.end)
    return np.asarray(np.clip(odds, *_AS_READ)[:, None])


# Which way each column of `Look.features` speaks: 1 for a gap, -1 against it, 0 for either as the
# rest has it.
SIGNS = (
    *(1, 1, 1, 1, -1, 1, 0, -1, 1, 1, 1, -1, -1, -1, 0, 0, 1, 1, -1, -1, -1),
    *(0, 1, 0, 0, 1, 1, 0),
    *(-1, -1, -1, -1),
    *(1, -1, 0, 0),
    *(0, 1, 1, 1, 1, 1, -1, -1, 0, 0, 1, 1, -1),
    *(1, -1, 0, 0, 0),
    1,
)
