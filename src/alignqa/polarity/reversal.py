"""A word of one side and one of the other that stand at opposite ends, and what speaks for a slip."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from alignqa.polarity.evidence import Linked, Vectors
from alignqa.polarity.oppositions import Pole, poles
from alignqa.polarity.spoken import Spoken, spoken
from alignqa.text import Lang, Span

# The words on either side of a pole that are asked whether they render one another.
_BESIDE = 3


@dataclass(frozen=True, slots=True)
class Reversal:
    """Two words at opposite ends. `features` are what the model reads; `apart` is how far from one
    another they stand, as a share of the text."""

    english: Pole
    japanese: Pole
    apart: float
    features: dict[str, float]


def opposed(english: str, japanese: str) -> list[tuple[Pole, Pole, bool]]:
    """Words at opposite ends of an opposition of which each side has one end more often than the
    other; the flag says that it has that end, too."""
    sides = [poles(english, Lang.ENGLISH), poles(japanese, Lang.JAPANESE)]
    if not sides[0] or not sides[1]:
        return []
    counts = [
        Counter((name, end) for name, end, _ in {(p.name, p.end, p.span) for p in side})
        for side in sides
    ]
    rendered = [
        {p.span for p in side if counts[1 - n][p.name, p.end] >= counts[n][p.name, p.end]}
        for n, side in enumerate(sides)
    ]
    ours = defaultdict(list)
    for pole in sides[1]:
        if pole.span not in rendered[1]:
            ours[pole.name, pole.end].append(pole)
    return [
        (left, right, bool(counts[1][left.name, left.end] or counts[0][right.name, right.end]))
        for left in sides[0]
        if left.span not in rendered[0]
        for right in ours.get((left.name, 1 - left.end), ())
    ]


def reversals(
    candidates: Sequence[tuple[Pole, Pole, bool]],
    english: str,
    japanese: str,
    vectors: Vectors,
    links: Sequence[Linked],
) -> list[Reversal]:
    """The figures of each candidate of `opposed`."""
    en_words = [word for word in spoken(english, Lang.ENGLISH) if word.is_content]
    ja_words = [word for word in spoken(japanese, Lang.JAPANESE) if word.is_content]
    found = []
    for left, right, is_partly in candidates:
        en_rest = [word for word in en_words if not word.span.overlaps(left.span)]
        ja_rest = [word for word in ja_words if not word.span.overlaps(right.span)]
        rows = vectors([left.key, right.key, *(w.key for w in en_rest), *(w.key for w in ja_rest)])
        cut = 2 + len(en_rest)
        apart = abs(left.span.start / len(english) - right.span.start / len(japanese))
        features = {
            "likeness": float(rows[0] @ rows[1]),
            "english elsewhere": float((rows[cut:] @ rows[0]).max()) if ja_rest else 0.0,
            "japanese elsewhere": float((rows[2:cut] @ rows[1]).max()) if en_rest else 0.0,
            "apart": apart,
            "partly rendered": float(is_partly),
            "pairs to choose from": float(np.log1p(len(candidates))),
            "length": float(np.log1p(len(en_rest) + len(ja_rest))),
            "one character": float(right.span.end - right.span.start == 1),
            f"english:{left.key}": 1.0,
            f"japanese:{right.key}": 1.0,
            f"opposition:{left.name}": 1.0,
        }
        for name in ("english elsewhere", "japanese elsewhere"):
            features[f"{name}, much"] = max(0.0, features[name] - 0.3)
        near_en, near_ja = _near(left.span, en_rest), _near(right.span, ja_rest)
        features.update(_linked(left, right, near_en, near_ja, links))
        if near_en and near_ja:
            places_en = [2 + en_rest.index(word) for word in near_en]
            places_ja = [cut + ja_rest.index(word) for word in near_ja]
            features["beside alike"] = float((rows[places_en] @ rows[places_ja].T).max())
        found.append(Reversal(left, right, apart, features))
    return found


def _linked(
    left: Pole,
    right: Pole,
    near_en: Sequence[Spoken],
    near_ja: Sequence[Spoken],
    links: Sequence[Linked],
) -> dict[str, float]:
    """How surely the two render one another, or either another word, and how many of the words
    beside them render one another."""
    features = dict.fromkeys(
        ("linked", "english linked elsewhere", "japanese linked elsewhere", "beside linked"), 0.0
    )
    for first, second, confidence in links:
        name = ""
        if first.overlaps(left.span):
            name = "linked" if second.overlaps(right.span) else "english linked elsewhere"
        elif second.overlaps(right.span):
            name = "japanese linked elsewhere"
        elif any(first.overlaps(word.span) for word in near_en) and any(
            second.overlaps(word.span) for word in near_ja
        ):
            features["beside linked"] += confidence
        if name:
            features[name] = max(features[name], confidence)
    return features


def _near(span: Span, words: Sequence[Spoken]) -> list[Spoken]:
    before = [word for word in words if word.span.end <= span.start][-_BESIDE:]
    after = [word for word in words if word.span.start >= span.end][:_BESIDE]
    return before + after
