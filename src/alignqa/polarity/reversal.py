"""A word of one side and one of the other that stand at opposite ends, and what speaks for a slip."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from alignqa.polarity.denying import Vectors
from alignqa.polarity.english import english_negations
from alignqa.polarity.evidence import Linked
from alignqa.polarity.japanese import japanese_negations
from alignqa.polarity.negation import surplus
from alignqa.polarity.oppositions import Pole, poles
from alignqa.polarity.spoken import Spoken, spoken
from alignqa.text import Lang, Span
from alignqa.words import japanese_tokens

# The words on either side of a pole that are asked whether they render one another.
_BESIDE = 3
# Below both, nothing says that the two words render one another.
_LINKED, _LIKE = 0.2, 0.2
# *A before B* may well be A後B; it is the order of A and B that tells.
_OF_TIME = frozenset({"before or after", "before or after that"})
# A denial this many characters off may turn the word round.
_NEAR_DENIAL = 16
_HYPHEN = re.compile(r"[-‐–]")
_CAPITAL = re.compile(r"[A-Z]\w*")


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
    counts = [Counter((pole.name, pole.end) for pole in side) for side in sides]
    facing = [
        [pole for pole in side if (pole.name, 1 - pole.end) in there]
        for side, there in zip(sides, reversed(counts), strict=True)
    ]
    if not facing[0]:
        return []
    places = [_places(side) for side in sides]
    rendered = [
        {
            span
            for span in {pole.span for pole in facing[n]}
            if _is_rendered(span, places[n], places[1 - n])
        }
        for n in range(len(sides))
    ]
    ours = defaultdict(list)
    for pole in facing[1]:
        if pole.span not in rendered[1]:
            ours[pole.name, pole.end].append(pole)
    return [
        (left, right, bool(counts[1][left.name, left.end] or counts[0][right.name, right.end]))
        for left in facing[0]
        if left.span not in rendered[0]
        for right in ours.get((left.name, 1 - left.end), ())
    ]


# The oppositions in which a word stands, with the end at which it stands.
_Places = dict[Span, set[tuple[str, int]]]


def _places(side: Sequence[Pole]) -> _Places:
    places: defaultdict[Span, set[tuple[str, int]]] = defaultdict(set)
    for pole in side:
        places[pole.span].add((pole.name, pole.end))
    return dict(places)


def _is_rendered(span: Span, here: _Places, there: _Places) -> bool:
    """Whether the other side has as many words at one end of a word's oppositions.

    A word that is the opposite in another sense does not count: *son* and 娘 are both children.
    """
    own = here[span]
    opposite = {(name, 1 - end) for name, end in own}
    others = [found for found in there.values() if not found & opposite]
    return any(
        sum(place in found for found in others) >= sum(place in found for found in here.values())
        for place in own
    )


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
    theirs, ours = english_negations(english), japanese_negations(japanese)
    denials_differ = float(surplus(theirs, ours) != 0)
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
            "in a compound": float(_is_in_compound(right.span, japanese)),
            "joined by a hyphen": float(_has_hyphen(left.span, english)),
            "part of a name": float(_is_in_name(left.span, english)),
            "denials differ": denials_differ,
            "denied near": float(any(_is_near(n.place, left.span) for n in theirs)),
            "denied near there": float(any(_is_near(n.place, right.span) for n in ours)),
            f"english:{left.key}": 1.0,
            f"japanese:{right.key}": 1.0,
            f"opposition:{left.name}": 1.0,
        }
        for name in ("english elsewhere", "japanese elsewhere"):
            features[f"{name}, much"] = max(0.0, features[name] - 0.3)
        if left.name in _OF_TIME:
            features["time in like order"] = _in_like_order(left.span, right.span, links)
        near_en, near_ja = _near(left.span, en_rest), _near(right.span, ja_rest)
        features.update(_linked(left, right, near_en, near_ja, links))
        features["unlinked"] = float(features["linked"] < _LINKED and features["likeness"] < _LIKE)
        features["unlinked, beside linked"] = features["unlinked"] * features["beside linked"]
        features["unlinked, apart"] = features["unlinked"] * apart
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


def _in_like_order(left: Span, right: Span, links: Sequence[Linked]) -> float:
    """From -1 to 1: whether what stands before the one word stands before the other, too."""
    total = alike = 0.0
    for first, second, confidence in links:
        if first.overlaps(left) or second.overlaps(right):
            continue
        total += confidence
        is_alike = (first.start < left.start) == (second.start < right.start)
        alike += confidence if is_alike else -confidence
    return alike / total if total else 0.0


def _is_in_compound(span: Span, japanese: str) -> bool:
    """Whether a Japanese noun is part of a longer one: 町村合併, 販売者."""
    return any(
        token.is_noun or token.pos[0] in {"接頭辞", "接尾辞"}
        for token in japanese_tokens(japanese)
        if span.start == token.span.end or token.span.start == span.end
    )


def _has_hyphen(span: Span, english: str) -> bool:
    return bool(
        _HYPHEN.match(english, span.end)
        or _HYPHEN.fullmatch(english[max(0, span.start - 1) : span.start])
    )


def _is_in_name(span: Span, english: str) -> bool:
    """Whether a capital word stands beside another."""
    if not _CAPITAL.match(english, span.start):
        return False
    before = english[: span.start].split(" ")[-2:-1]
    return bool(_CAPITAL.match(english, span.end + 1) or (before and _CAPITAL.match(before[0])))


def _is_near(place: Span, word: Span) -> bool:
    return place.start - _NEAR_DENIAL <= word.end and word.start <= place.end + _NEAR_DENIAL


def _near(span: Span, words: Sequence[Spoken]) -> list[Spoken]:
    before = [word for word in words if word.span.end <= span.start][-_BESIDE:]
    after = [word for word in words if word.span.start >= span.end][:_BESIDE]
    return before + after
