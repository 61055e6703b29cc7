"""A word of one side and one of the other that stand at opposite ends, and what speaks for a slip."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from alignqa.polarity.bounds import bounds_differ
from alignqa.polarity.denying import Vectors
from alignqa.polarity.english import english_negations
from alignqa.polarity.evidence import Linked
from alignqa.polarity.imbalance import english_denials
from alignqa.polarity.japanese import japanese_negations
from alignqa.polarity.negation import Negation, surplus
from alignqa.polarity.opposed import Opposed
from alignqa.polarity.oppositions import Pole
from alignqa.polarity.spoken import Spoken, spoken
from alignqa.text import Lang, Span
from alignqa.words import japanese_tokens

# The words on either side of a pole that are asked whether they render one another.
_BESIDE = 3
# Below both, nothing says that the two words render one another.
_LINKED, _LIKE = 0.2, 0.2
# *A before B* may well be A後B; it is the order of A and B that tells.
_OF_TIME = frozenset({"before or after", "before or after that", "a while ago or later on"})
# A denial this many characters off may turn the word round.
_NEAR_DENIAL = 16
# An English denial so far before a word, or a Japanese one so far behind it, may deny it.
_REACH_OF_DENIAL = 40
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


def reversals(
    candidates: Sequence[Opposed],
    english: str,
    japanese: str,
    vectors: Vectors,
    links: Sequence[Linked],
) -> list[Reversal]:
    """The figures of each candidate of `opposed`."""
    en_words = [word for word in spoken(english, Lang.ENGLISH) if word.is_content]
    ja_words = [word for word in spoken(japanese, Lang.JAPANESE) if word.is_content]
    theirs, ours = english_negations(english), japanese_negations(japanese)
    difference = surplus(english_denials(english, japanese), ours)
    found = []
    for candidate in candidates:
        left, right = candidate.english, candidate.japanese
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
            "partly rendered": float(candidate.is_partly),
            "english end elsewhere": float(candidate.english_elsewhere),
            "japanese end elsewhere": float(candidate.japanese_elsewhere),
            "pairs to choose from": float(np.log1p(len(candidates))),
            "length": float(np.log1p(len(en_rest) + len(ja_rest))),
            "one character": float(right.span.end - right.span.start == 1),
            "in a compound": float(_is_in_compound(right.span, japanese)),
            "joined by a hyphen": float(_has_hyphen(left.span, english)),
            "part of a name": float(_is_in_name(left.span, english)),
            "denials differ": float(difference != 0),
            # *Do not use different values* is 同じ値を使う.
            "a denial too many near": float(
                (difference > 0 and any(_is_before(n, left.span) for n in theirs))
                or (difference < 0 and any(_is_behind(n, right.span) for n in ours))
            ),
            "denied near": float(any(_is_near(n.place, left.span) for n in theirs)),
            "denied near there": float(any(_is_near(n.place, right.span) for n in ours)),
            f"english:{left.key}": 1.0,
            f"japanese:{right.key}": 1.0,
            f"opposition:{left.name}": 1.0,
        }
        if bounds_differ(left.span, right.span, english, japanese):
            features["of one value"] = 1.0
        for name in ("english elsewhere", "japanese elsewhere"):
            features[f"{name}, much"] = max(0.0, features[name] - 0.3)
        if left.name in _OF_TIME:
            features["time in like order"] = _in_like_order(left.span, right.span, links)
            features["time of the same"] = _of_the_same(
                left.span, right.span, en_rest, ja_words, links
            )
            features["time of its clause"] = _of_its_clause(
                left.span, right.span, en_rest, ja_words, links
            )
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
        elif second.overlaps(right.span) and not _is_part(right.span, second):
            name = "japanese linked elsewhere"
        elif any(first.overlaps(word.span) for word in near_en) and any(
            second.overlaps(word.span) for word in near_ja
        ):
            features["beside linked"] += confidence
        if name:
            features[name] = max(features[name], confidence)
    return features


def _is_part(span: Span, word: Span) -> bool:
    """Whether it is the 後 of a word 試合後, which renders what 試合 says."""
    return word.start < span.start and word.end == span.end


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


def _of_the_same(
    left: Span,
    right: Span,
    english: Sequence[Spoken],
    japanese: Sequence[Spoken],
    links: Sequence[Linked],
) -> float:
    """How surely what follows *before* or *after* renders what precedes 前 or 後: 1 for *before the
    game* and 試合後, 0 for *he left before it began* and 彼が去った後に始まった."""
    behind = [word.span for word in english if word.span.start >= left.end][:1]
    ahead = [word.span for word in japanese if word.span.start < right.start][-1:]
    return _surest(behind, ahead, links)


def _of_its_clause(
    left: Span,
    right: Span,
    english: Sequence[Spoken],
    japanese: Sequence[Spoken],
    links: Sequence[Linked],
) -> float:
    """From -1 to 1: whether what precedes 前 or 後 renders what follows *before* or *after*, rather
    than what stands in front of it: 1 for *a week before the first war ended* and 戦争が終わる一週間後."""
    behind = [word.span for word in english if word.span.start >= left.end][:_BESIDE]
    front = [word.span for word in english if word.span.end <= left.start][-_BESIDE:]
    ahead = [word.span for word in japanese if word.span.start < right.start][-_BESIDE:]
    return _surest(behind, ahead, links) - _surest(front, ahead, links)


def _surest(english: Sequence[Span], japanese: Sequence[Span], links: Sequence[Linked]) -> float:
    """How surely one of these words renders one of those, 0 where none does."""
    return max(
        (
            confidence
            for first, second, confidence in links
            if any(first.overlaps(word) for word in english)
            and any(second.overlaps(word) for word in japanese)
        ),
        default=0.0,
    )


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


def _is_before(negation: Negation, word: Span) -> bool:
    return 0 <= word.start - negation.span.end <= _REACH_OF_DENIAL


def _is_behind(negation: Negation, word: Span) -> bool:
    return 0 <= negation.span.start - word.end <= _REACH_OF_DENIAL


def _is_near(place: Span, word: Span) -> bool:
    return place.start - _NEAR_DENIAL <= word.end and word.start <= place.end + _NEAR_DENIAL


def _near(span: Span, words: Sequence[Spoken]) -> list[Spoken]:
    before = [word for word in words if word.span.end <= span.start][-_BESIDE:]
    after = [word for word in words if word.span.start >= span.end][:_BESIDE]
    return before + after
