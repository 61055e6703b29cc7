"""Spoil one side of a pair as translations go wrong, and say where."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

# Which base forms carry the grammar: by part of speech for Japanese.
GRAMMAR = frozenset({"助詞", "助動詞"})
CAN_BE_DENIED = frozenset("be have do will can could would should may".split())
DENIALS = {
    "en": frozenset({"not", "never", "no", "without", "cannot"}),
    "ja": frozenset({"ない", "ず", "無い"}),
}


@dataclass
class Vocabulary:
    """The words of one language by number: spelling, base form, what kind, how often, vector."""

    lang: str
    words: list[str] = field(default_factory=list)
    bases: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, word: str, base: str, kind: str) -> int:
        if word not in self.numbers:
            self.numbers[word] = len(self.words)
            self.words.append(word)
            self.bases.append(base)
            self.kinds.append(kind)
        return self.numbers[word]

    def finish(self, counts: np.ndarray, vectors: np.ndarray, nearest: int = 24) -> None:
        """Look up each common word's neighbours and the other forms of each word."""
        self.counts, self.vectors = counts, vectors
        forms: dict[str, list[int]] = {}
        for number, base in enumerate(self.bases):
            if counts[number] > 2:
                forms.setdefault(base, []).append(number)
        self.forms = [[n for n in forms.get(b, ()) if n != k] for k, b in enumerate(self.bases)]
        weights = counts.astype(float) ** 0.75
        self.cumulated = np.cumsum(weights / weights.sum())
        self.grammar = [n for n in range(len(self.words)) if self.is_grammar(n) and counts[n] > 200]
        denied = DENIALS[self.lang]
        words = self.words if self.lang == "en" else self.bases
        self.denials = {n for n, w in enumerate(words) if w in denied or w.endswith("n't")}
        common = np.argsort(-counts)[:25_000]
        table = vectors[common].astype(np.float32)
        self.neighbours: dict[int, np.ndarray] = {}
        for start in range(0, len(common), 2000):
            cosines = table[start : start + 2000] @ table.T
            best = np.argpartition(-cosines, nearest, axis=1)[:, :nearest]
            for row, found in enumerate(best):
                own = int(common[start + row])
                self.neighbours[own] = common[found][common[found] != own]

    def is_grammar(self, number: int) -> bool:
        return self.kinds[number] in GRAMMAR or self.kinds[number] == "function"


@dataclass
class Spoilt:
    """Words by number (−1 − n is word n of the other language), which are wrong, and before which
    something is missing (one place more than words)."""

    words: list[int]
    wrong: list[int]
    gaps: list[int]

    def replace(self, place: int, word: int) -> None:
        self.words[place], self.wrong[place] = word, 1

    def remove(self, place: int, count: int = 1) -> None:
        self.words[place : place + count] = []
        self.wrong[place : place + count] = []
        self.gaps[place : place + count + 1] = [1]

    def insert(self, place: int, new: Sequence[int]) -> None:
        self.words[place:place] = list(new)
        self.wrong[place:place] = [1] * len(new)
        self.gaps[place:place] = [0] * len(new)


class Tampering:
    """Draws the ways of spoiling a text in fixed shares."""

    def __init__(self, vocabulary: Vocabulary, texts: Sequence[np.ndarray], rng: random.Random):
        self.vocabulary, self.texts, self.rng = vocabulary, texts, rng
        self.ways = (
            (0.24, self.leave_out),
            (0.16, self.neighbour),
            (0.10, self.other_form),
            (0.10, self.other_grammar),
            (0.07, self.anything),
            (0.10, self.add),
            (0.10, self.disorder),
            (0.06, self.deny),
            (0.03, self.untranslated),
            (0.04, self.cut),
        )

    def spoil(self, words: Sequence[int], other: Sequence[int]) -> Spoilt:
        """One to three changes. `other` is the text of the other side."""
        spoilt = Spoilt(list(words), [0] * len(words), [0] * (len(words) + 1))
        for _ in range(1 if self.rng.random() < 0.65 else self.rng.choice([2, 3])):
            if len(spoilt.words) < 2 or min(spoilt.words) < 0:
                break
            draw = self.rng.random()
            for share, way in self.ways:
                draw -= share
                if draw < 0:
                    way(spoilt, other)
                    break
        return spoilt

    def _any_word(self) -> int:
        return int(np.searchsorted(self.vocabulary.cumulated, self.rng.random()))

    def _near(self, word: int) -> int:
        found = self.vocabulary.neighbours.get(word)
        if found is None or not len(found):
            return self._any_word()
        return int(found[min(int(self.rng.expovariate(1 / 6)), len(found) - 1)])

    def leave_out(self, text: Spoilt, _other: Sequence[int]) -> None:
        size = len(text.words)
        count = 1 if self.rng.random() < 0.55 else self.rng.randint(2, min(7, max(2, size // 2)))
        if size - count >= 1:
            text.remove(self.rng.randrange(size - count + 1), count)

    def neighbour(self, text: Spoilt, _other: Sequence[int]) -> None:
        place = self.rng.randrange(len(text.words))
        text.replace(place, self._near(text.words[place]))

    def other_form(self, text: Spoilt, _other: Sequence[int]) -> None:
        forms = self.vocabulary.forms
        places = [place for place, word in enumerate(text.words) if forms[word]]
        if places:
            place = self.rng.choice(places)
            choice = forms[text.words[place]]
            weights = [self.vocabulary.counts[form] for form in choice]
            text.replace(place, self.rng.choices(choice, weights)[0])

    def other_grammar(self, text: Spoilt, _other: Sequence[int]) -> None:
        places = [p for p, word in enumerate(text.words) if self.vocabulary.is_grammar(word)]
        if places:
            place = self.rng.choice(places)
            is_random = self.rng.random() < 0.4
            grammar = self.vocabulary.grammar
            new = self.rng.choice(grammar) if is_random else self._near(text.words[place])
            if new != text.words[place]:
                text.replace(place, new)

    def anything(self, text: Spoilt, _other: Sequence[int]) -> None:
        text.replace(self.rng.randrange(len(text.words)), self._any_word())

    def add(self, text: Spoilt, _other: Sequence[int]) -> None:
        count, draw = self.rng.choice([1, 1, 2, 3]), self.rng.random()
        if draw < 0.4:
            new = [self._any_word() for _ in range(count)]
        else:
            words = text.words if draw < 0.6 else self.rng.choice(self.texts)
            start = self.rng.randrange(len(words))
            new = [int(word) for word in words[start : start + count]]
        text.insert(self.rng.randrange(len(text.words)), new)

    def disorder(self, text: Spoilt, _other: Sequence[int]) -> None:
        size, draw = len(text.words), self.rng.random()
        if draw < 0.75:
            first = self.rng.randrange(size - 1)
            second = first + 1 if draw < 0.5 else self.rng.randrange(size)
            places = [first, second]
        else:
            count = min(size, self.rng.randint(3, 8))
            start = self.rng.randrange(size - count + 1)
            places = list(range(start, start + count))
        before = [text.words[place] for place in places]
        after = before[::-1] if len(places) == 2 else self.rng.sample(before, len(before))
        for place, old, new in zip(places, before, after, strict=True):
            if old != new:
                text.replace(place, new)

    def deny(self, text: Spoilt, _other: Sequence[int]) -> None:
        vocabulary = self.vocabulary
        denied = [place for place, word in enumerate(text.words) if word in vocabulary.denials]
        if denied:
            text.remove(self.rng.choice(denied))
            return
        if vocabulary.lang == "en":
            places = [
                p for p, word in enumerate(text.words) if vocabulary.bases[word] in CAN_BE_DENIED
            ]
            new = vocabulary.numbers["not"]
        else:
            places = [
                p
                for p, word in enumerate(text.words)
                if vocabulary.kinds[word] in {"動詞", "助動詞"}
                and vocabulary.bases[word] not in {"た", "て"}
            ]
            new = self.rng.choice(sorted(vocabulary.denials))
        if places:
            text.insert(self.rng.choice(places) + 1, [new])

    def untranslated(self, text: Spoilt, other: Sequence[int]) -> None:
        text.replace(self.rng.randrange(len(text.words)), -1 - int(self.rng.choice(list(other))))

    def cut(self, text: Spoilt, _other: Sequence[int]) -> None:
        count = self.rng.randint(1, max(1, len(text.words) // 2))
        is_end = self.rng.random() < 0.7
        text.remove(len(text.words) - count if is_end else 0, count)
