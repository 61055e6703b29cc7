"""Examples for `coverage_matcher.py`: pairs with a run of phrases put in or taken out.

Which words are unrendered is known where something was put in: a run of phrases of another pair, or
the whole other pair. Where something was taken out of the other side, the words that are linked to
it alone are, and what stands between two such words; the words that are linked to what is left are
rendered, and the rest do not count. One pair in five stays whole: all its words are rendered.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from alignqa.coverage.clauses import content_words
from alignqa.coverage.linked import shape_of
from alignqa.coverage.matcher import traits
from alignqa.lexicon.links import Linker, WordLinks
from alignqa.text import Lang, Span

LANGS = (Lang.ENGLISH, Lang.JAPANESE)
FEWEST, MOST = 3, 48
# A link this sure says that a word is rendered; one under the second says nothing.
SURE, LEAST = 0.5, 0.2
# Two words that are taken out are so far apart at most that what stands between is out, too.
FARTHEST = 5

Texts = tuple[str, str]
Labels = NDArray[np.int8]


@dataclass(frozen=True)
class Example:
    """For each side the numbers and the traits of its words, 1 for an unrendered word, 0 for a
    rendered one and -1 for one that does not count, and likewise for whether something is missing
    before it; and the scores of the links."""

    words: tuple[NDArray[np.int64], NDArray[np.int64]]
    traits: tuple[NDArray[np.float32], NDArray[np.float32]]
    scores: NDArray[np.float16]
    unrendered: tuple[Labels, Labels]
    missing: tuple[Labels, Labels]


class Plants:
    """Makes examples; `vocabulary` gets a number for each word."""

    def __init__(
        self, linker: Linker, vocabulary: dict[tuple[Lang, str], int], rng: random.Random
    ) -> None:
        self._linker, self._vocabulary, self._rng = linker, vocabulary, rng

    def example(self, here: Texts, there: Texts) -> Example | None:
        """Of one pair, with another to take words from; `None` where nothing fits."""
        draw = self._rng.random()
        if draw < 0.2:
            links = self._linked(here)
            return self._packed(links, here, {}) if links else None
        if draw < 0.5:
            return self._with_run(here, there)
        return self._joined(here, there) if draw < 0.6 else self._without_run(here)

    def _linked(self, texts: Texts) -> WordLinks | None:
        beads = [(Span(0, len(texts[0])), Span(0, len(texts[1])))]
        links = self._linker.link(*texts, beads)
        sizes = len(links.english), len(links.japanese)
        return links if all(FEWEST <= size <= MOST for size in sizes) else None

    def _run(self, text: str, lang: Lang) -> Span | None:
        """From a phrase's beginning to another's, at marks more often than not."""
        words = content_words(text, lang)
        at_marks = self._rng.random() < 0.6
        inner = range(1, len(words))
        opens = [n for n in inner if (words[n].breaks if at_marks else words[n].opens)]
        starts = [0, *opens, len(words)]
        if len(words) < 4 or len(starts) < 3:
            return None
        for _ in range(6):
            first = self._rng.randrange(len(starts) - 1)
            last = min(len(starts) - 1, first + self._rng.choice([1, 1, 1, 2, 3, 4]))
            if 2 <= starts[last] - starts[first] <= max(3, int(0.75 * len(words))):
                places = []
                for word in (starts[first], starts[last]):
                    if word in (0, len(words)) or lang is Lang.JAPANESE:
                        ends = len(text) if word == len(words) else words[word].span.start
                        places.append(ends if word else 0)
                    else:
                        before = words[word - 1].span.end
                        between = text[before : words[word].span.start]
                        places.append(before + len(between) - len(between.lstrip(" ,;:")))
                return Span(*places)
        return None

    def _with_run(self, here: Texts, there: Texts) -> Example | None:
        side = self._rng.randrange(2)
        run = self._run(there[side], LANGS[side])
        if run is None:
            return None
        piece, text = run.of(there[side]), here[side]
        opens = [word.span.start for word in content_words(text, LANGS[side]) if word.opens]
        place = self._rng.choice([*opens, len(text)])
        joint = " " if side == 0 else ""
        if place == len(text):
            stop = text.rstrip()[-1:] if text.rstrip()[-1:] in ".。" else ""
            start = len(text.rstrip(" .。") + joint)
            made = text.rstrip(" .。") + joint + piece + stop
        else:
            start, made = place, text[:place] + piece + joint + text[place:]
        return self._put_in(here, side, made, Span(start, start + len(piece)))

    def _joined(self, here: Texts, there: Texts) -> Example | None:
        side, is_first = self._rng.randrange(2), self._rng.random() < 0.5
        left, right = (here[side], there[side]) if is_first else (there[side], here[side])
        if self._rng.random() < 0.5:
            left = left.rstrip(" .。") + (",", "、")[side]
        joint = " " if side == 0 else ""
        made = left + joint + right
        new = Span(len(left + joint), len(made)) if is_first else Span(0, len(left))
        return self._put_in(here, side, made, new)

    def _put_in(self, here: Texts, side: int, made: str, new: Span) -> Example | None:
        texts = (made, here[1]) if side == 0 else (here[0], made)
        links = self._linked(texts)
        if links is None:
            return None
        units = (links.english, links.japanese)[side]
        inside = np.array([new.start <= unit.span.start < new.end for unit in units], dtype=np.int8)
        return self._packed(links, texts, {side: inside}, silent=1 - side)

    def _without_run(self, here: Texts) -> Example | None:
        side = self._rng.randrange(2)
        cut = 1 - side
        run = self._run(here[cut], LANGS[cut])
        links = self._linked(here) if run else None
        if run is None or links is None:
            return None
        sides = (links.english, links.japanese)
        gone = np.array([run.start <= unit.span.start < run.end for unit in sides[cut]])
        if gone.sum() < 2 or (~gone).sum() < 2:
            return None
        labels = _lost(links, side, gone)
        if (labels == 1).sum() < 2:
            return None
        text = here[cut][: run.start] + here[cut][run.end :]
        texts = (text, here[1]) if cut == 0 else (here[0], text)
        left = self._linked(texts)
        if left is None:
            return None
        after = (left.english, left.japanese)
        if len(after[side]) != len(labels):
            return None
        place = sum(unit.span.start < run.start for unit in after[cut])
        missing = np.zeros(len(after[cut]), dtype=np.int8)
        missing[place : place + 1] = 1
        return self._packed(left, texts, {side: labels}, silent=side, missing={cut: missing})

    def _packed(
        self,
        links: WordLinks,
        texts: Texts,
        unrendered: dict[int, Labels],
        silent: int | None = None,
        missing: dict[int, Labels] | None = None,
    ) -> Example:
        """`silent` is the side of which it is not said whether something is missing."""
        sides = (links.english, links.japanese)
        none = [np.zeros(len(units), dtype=np.int8) for units in sides]
        of_gaps = [missing[n] if missing and n in missing else none[n] for n in (0, 1)]
        if silent is not None:
            of_gaps[silent] = np.full(len(sides[silent]), -1, dtype=np.int8)
        numbers = [
            np.array([self._number(lang, unit.text) for unit in units], dtype=np.int64)
            for lang, units in zip(LANGS, sides, strict=True)
        ]
        seen = [
            traits(units, shape_of(units, Span(0, len(text)), text, lang).lengths)
            for units, text, lang in zip(sides, texts, LANGS, strict=True)
        ]
        return Example(
            (numbers[0], numbers[1]),
            (seen[0], seen[1]),
            links.scores.astype(np.float16),
            (unrendered.get(0, none[0]), unrendered.get(1, none[1])),
            (of_gaps[0], of_gaps[1]),
        )

    def _number(self, lang: Lang, word: str) -> int:
        return self._vocabulary.setdefault((lang, word), len(self._vocabulary))


def _lost(links: WordLinks, side: int, gone: NDArray[np.bool_]) -> Labels:
    """Of the words of one side: which were linked to what is taken out of the other alone."""
    own = (links.english, links.japanese)[side]
    best: Sequence[NDArray[np.float64]] = (np.zeros(len(own)), np.zeros(len(own)))
    for cell, sure in links.matched.items():
        chances = best[int(gone[cell[1 - side]])]
        chances[cell[side]] = max(chances[cell[side]], sure)
    kept, lost = best
    labels = np.full(len(own), -1, dtype=np.int8)
    labels[kept >= SURE] = 0
    labels[(lost >= SURE) & (kept < LEAST)] = 1
    for left, right in pairwise(np.flatnonzero(labels == 1).tolist()):
        if right - left <= FARTHEST and not (labels[left:right] == 0).any():
            labels[left:right] = 1
    return labels
