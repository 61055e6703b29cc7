"""What speaks for a word of one side rendering a word of the other, one number a kind of evidence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from alignqa.lexicon.associations import Associations
from alignqa.lexicon.keys import english_keys
from alignqa.lexicon.link_units import LIGHT_WORDS, Unit
from alignqa.lexicon.store import Lexicon
from alignqa.lexicon.vectors import WordVectors
from alignqa.text import Lang

Matrix = NDArray[np.float32]
# Whether a Latin name and one in katakana sound alike, 0 to 1.
Alike = Callable[[str, str], float]

# What `evidence` gives for two words, in this order.
KINDS = (
    "forward",
    "backward",
    "dictionary",
    "cosine",
    "phrase_cosine",
    "identical",
    "sound",
    "distance",
    "other_bead",
    "behind_in_row",
    "behind_in_column",
)
_RUN = 3
_KATAKANA = re.compile(r"[ァ-ヺー]{2,}")
# What may stand between the words of a phrase, and what its key has there.
_JOINTS = {" ": " ", "-": " ", "'s ": " ", "’s ": " ", " of ": " of ", " for ": " for "}
_GLOSSES = 16


@dataclass(frozen=True)
class Sources:
    """Where evidence comes from. `alike` tells whether two names sound alike, where that is known."""

    lexicon: Lexicon
    vectors: WordVectors
    associations: Associations
    alike: Alike | None = None

    def glosses(self, form: str) -> tuple[tuple[str, ...], ...]:
        """The content words of each of a Japanese form's dictionary meanings, as English keys."""
        return _glosses(self.lexicon, form)

    def expected(self, key: str, lang: Lang) -> float:
        """The share of a word's occurrences that the associations know a counterpart for, 0 to 1."""
        return _expected(self.associations, key, lang)


@lru_cache(maxsize=50_000)
def _expected(table: Associations, key: str, lang: Lang) -> float:
    if lang is Lang.ENGLISH:
        return min(1.0, sum([share for share, _ in table.shares(key).values()]))
    return min(1.0, sum([share for _, share in table.meanings(key)]))


@lru_cache(maxsize=50_000)
def _glosses(lexicon: Lexicon, form: str) -> tuple[tuple[str, ...], ...]:
    found = [
        tuple([key for key in english_keys(entry.text) if key not in LIGHT_WORDS])
        for entry in lexicon.from_japanese(form)[:_GLOSSES]
    ]
    return tuple([words for words in dict.fromkeys(found) if words])


def evidence(english: Sequence[Unit], japanese: Sequence[Unit], sources: Sources) -> Matrix:
    """What speaks for each two words, of shape (len(english), len(japanese), len(KINDS))."""
    found = np.zeros((len(english), len(japanese), len(KINDS)), np.float32)
    if not english or not japanese:
        return found
    if cells := _associated(english, japanese, sources.associations):
        rows, columns = map(list, zip(*cells, strict=True))
        found[rows, columns, :2] = np.sqrt(list(cells.values()))
    if worths := _in_dictionary(english, japanese, sources):
        rows, columns = map(list, zip(*worths, strict=True))
        found[rows, columns, 2] = list(worths.values())
    cosines, runs = _cosines(english, japanese, sources.vectors)
    found[:, :, 3], found[:, :, 4] = cosines, runs
    _alike(found, english, japanese, sources.alike)
    places = np.array([u.place for u in english])[:, None], np.array([u.place for u in japanese])
    found[:, :, 7] = np.abs(places[0] - places[1])
    beads = np.array([u.bead for u in english])[:, None], np.array([u.bead for u in japanese])
    found[:, :, 8] = beads[0] != beads[1]
    found[:, :, 9] = runs.max(axis=1, keepdims=True) - runs
    found[:, :, 10] = runs.max(axis=0, keepdims=True) - runs
    return found


def _associated(
    english: Sequence[Unit], japanese: Sequence[Unit], table: Associations
) -> dict[tuple[int, int], tuple[float, float]]:
    """The shares, by the places of two words; those of a phrase or compound count for each of its
    words."""
    columns: dict[str, list[tuple[int, int]]] = {}
    for start, end, form in _runs(japanese):
        columns.setdefault(form, []).append((start, end))
    found: dict[tuple[int, int], tuple[float, float]] = {}
    for start, end, key in _english_runs(english):
        shares = table.shares(key)
        # Whichever is the smaller of the two is walked.
        for form in columns.keys() & shares.keys():
            forward, backward = shares[form]
            for first, last in columns[form]:
                for cell in product(range(start, end), range(first, last)):
                    known = found.get(cell, (0.0, 0.0))
                    found[cell] = max(known[0], forward), max(known[1], backward)
    return found


def _english_runs(units: Sequence[Unit]) -> Iterator[tuple[int, int, str]]:
    """Runs of English units that only spaces, hyphens or an "of" part: start, end, and their key."""
    for start, unit in enumerate(units):
        key = unit.key
        yield start, start + 1, key
        for last in range(start + 1, min(start + _RUN, len(units))):
            if (joint := _JOINTS.get(units[last].gap)) is None:
                break
            key = f"{key}{joint}{units[last].key}"
            yield start, last + 1, key


def _runs(units: Sequence[Unit]) -> Iterator[tuple[int, int, str]]:
    """Runs of Japanese units that touch: start, end, and their forms end to end."""
    for start, unit in enumerate(units):
        form = unit.key
        yield start, start + 1, form
        for last in range(start + 1, min(start + _RUN, len(units))):
            if units[last].gap:
                break
            form += units[last].key
            yield start, last + 1, form


def _in_dictionary(
    english: Sequence[Unit], japanese: Sequence[Unit], sources: Sources
) -> dict[tuple[int, int], float]:
    """By the places of two words: 1 where all content words of a gloss stand in the English text,
    half their share else."""
    found: dict[tuple[int, int], float] = {}
    rows: dict[str, list[int]] = {}
    for row, unit in enumerate(english):
        rows.setdefault(unit.key, []).append(row)
    runs = list(_runs(japanese))
    forms = [*(form for _, _, form in runs), *(unit.text for unit in japanese)]
    known = sources.lexicon.look_up(Lang.JAPANESE, forms)
    for start, end, form in runs:
        glosses = sources.glosses(form) if form in known else ()
        surface = japanese[start].text
        if end - start == 1 and surface != form and surface in known:
            glosses += sources.glosses(surface)
        for gloss in glosses:
            if rows.keys().isdisjoint(gloss):
                continue
            here = [word for word in gloss if word in rows]
            if end - start > 1 and len(here) < len(gloss):
                continue
            worth = 1.0 if len(here) == len(gloss) else 0.5 * len(here) / len(gloss)
            for word in here:
                for cell in product(rows[word], range(start, end)):
                    found[cell] = max(found.get(cell, 0.0), worth)
    return found


def _cosines(
    english: Sequence[Unit], japanese: Sequence[Unit], vectors: WordVectors
) -> tuple[Matrix, Matrix]:
    """Cosines word by word, and the best of the runs of up to three that hold the two words."""
    left, right = (
        _with_runs(vectors.of([unit.text for unit in side])) for side in (english, japanese)
    )
    cosines = np.maximum(left @ right.T, 0.0)
    folded = _fold(_fold(cosines, len(english)).T, len(japanese)).T
    return cosines[: len(english), : len(japanese)], folded


def _with_runs(rows: Matrix) -> Matrix:
    """The rows, then the directions of each two and each three in a row."""
    two = rows[:-1] + rows[1:]
    three = two[:-1] + rows[2:]
    runs = np.concatenate([rows, two, three])
    lengths = np.sqrt(np.add.reduce(runs * runs, axis=1, keepdims=True))
    return np.asarray(runs / np.maximum(lengths, 1e-9))


def _fold(cosines: Matrix, count: int) -> Matrix:
    """For each of `count` rows the best of the runs that it is in."""
    best = cosines[:count].copy()
    start = count
    for size in range(2, _RUN + 1):
        runs = cosines[start : start + max(0, count - size + 1)]
        start += len(runs)
        for shift in range(size):
            part = best[shift : shift + len(runs)]
            np.maximum(part, runs, out=part)
    return best


def _alike(
    found: Matrix, english: Sequence[Unit], japanese: Sequence[Unit], alike: Alike | None
) -> None:
    """Latin words and numbers that stand on both sides; katakana that sounds like a Latin name."""
    folded = [unit.text.lower() for unit in english]
    for column, unit in enumerate(japanese):
        same = unicodedata.normalize("NFKC", unit.text).lower()
        if same.isascii():
            found[:, column, 5] = [text == same for text in folded]
    if alike is None:
        return
    names = [(row, unit.text) for row, unit in enumerate(english) if unit.text[0].isupper()]
    for start, end in _katakana_runs(japanese):
        whole = "".join(unit.text for unit in japanese[start:end])
        for row, name in names:
            likeness = alike(name, whole)
            for column in range(start, end):
                part = alike(name, japanese[column].text) if end - start > 1 else 0.0
                found[row, column, 6] = max(likeness, part)


def _katakana_runs(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Units of katakana that touch: Sudachi cuts names that it does not know."""
    start = 0
    while start < len(units):
        end = start
        while end < len(units) and (end == start or not units[end].gap):
            if not _KATAKANA.fullmatch(units[end].text):
                break
            end += 1
        if end > start:
            yield start, end
        start = max(end, start + 1)
