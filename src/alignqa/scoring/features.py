"""What a pair looks like in figures before any check has spoken: the evidence the model weighs.

Everything is counted on the English and on the Japanese side, whichever of them is the source.
The vectors are the embedded encoder's, whichever encoder paired the passages, so that the score
does not hang on that choice.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import compress

import numpy as np

from alignqa.bitext import Pair
from alignqa.quantities import compared
from alignqa.scoring.sentiment import sentiment
from alignqa.scoring.sides import Rows, Sides, Words
from alignqa.scoring.tense import tense
from alignqa.text import Lang
from alignqa.words import english_words, japanese_tokens
from alignqa.words.lengths import translated_length

_NOT = frozenset("not no never nobody nothing none neither nor nowhere without cannot".split())
_NOT_JAPANESE = frozenset({"ない", "無い", "ず", "まい"})
_NOT_PREFIXES = frozenset("未非不無")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_JAPANESE = re.compile(r"[ぁ-ヺ㐀-䶿一-鿿]+")
_KATAKANA = re.compile(r"[ァ-ヺー]{3,}")
_QUESTION = re.compile(r"[?？]")
_ASKS = re.compile(r"か(?=[。」?？\s]|$)|[?？]")
_END = re.compile(r"[。！？!?]|\.(?=\s|$)")
_ENDED = re.compile(r"[.!?。！？…」』)）”\"']\s*$")
_BRACKETS = (("「", "」"), ("『", "』"), ("(", ")"), ("（", "）"), ("“", "”"))
_COVERED = 0.45


def features(pair: Pair, sides: Sides, beads: Rows) -> dict[str, float]:
    """Named figures of a pair that has words on both sides.

    `beads` are the cosines of the pair and of the sentences inside it (`texts_to_compare`).
    """
    english, japanese = pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text
    found = _likeness(pair, beads)
    cosines = _between_languages(sides)
    in_japanese = _phrase_cosines(cosines, sides.japanese)
    in_english = _phrase_cosines(cosines.T, sides.english)
    found |= _coverage("en", sides.english, in_japanese)
    found |= _coverage("ja", sides.japanese, in_english)
    found |= sentiment(sides, in_japanese, in_english)
    found |= _values(english, japanese)
    found |= _polarity(english, japanese)
    found |= tense(english, japanese)
    found |= _lengths(english, japanese, sides)
    found |= _form(english, japanese)
    return found


def texts_to_compare(pair: Pair) -> list[tuple[str, str]]:
    """The pair's texts, then those of the sentences paired inside it, where there are several."""
    beads = pair.beads if len(pair.beads) > 1 else ()
    return [(pair.source.text, pair.target.text)] + [
        (bead.source.of(pair.source.text), bead.target.of(pair.target.text))
        for bead in beads
        if bead.source and bead.target
    ]


def _likeness(pair: Pair, cosines: Rows) -> dict[str, float]:
    lone = sum(bead.source is None or bead.target is None for bead in pair.beads)
    return {
        "cosine": float(cosines[0]),
        "cosine_worst_bead": float(cosines[1:].min() if len(cosines) > 1 else cosines[0]),
        "lone_sentences": math.log1p(lone),
    }


def _between_languages(sides: Sides) -> Rows:
    """The cosines, 0 for Japanese words in the English text: what is copied renders nothing."""
    copied = [at for at, word in enumerate(sides.english.texts) if _JAPANESE.search(word)]
    if not copied:
        return sides.cosines
    cosines = sides.cosines.copy()
    cosines[copied] = 0.0
    return cosines


def _phrase_cosines(cosines: Rows, other: Words) -> Rows:
    """The best cosine of each word with a word, or two neighbouring words, of the other side."""
    if not cosines.size:
        return np.zeros(len(cosines), np.float32)
    best: Rows = np.maximum.reduce(cosines, axis=1)
    if len(other) > 1:
        # The cosine with the sum of two unit vectors needs only their cosines and their product.
        length = np.sqrt(2 + 2 * np.einsum("ij,ij->i", other.rows[:-1], other.rows[1:]))
        two = (cosines[:, :-1] + cosines[:, 1:]) / np.maximum(length, 1e-3)
        best = np.maximum(best, np.maximum.reduce(two, axis=1))
    return best


def _coverage(name: str, words: Words, best: Rows) -> dict[str, float]:
    """How well the words of one side are rendered on the other."""
    figures = best.tolist()
    telling = sorted(compress(figures, words.carries)) or sorted(figures)
    rest = [figure for figure, carries in zip(figures, words.carries, strict=True) if not carries]
    return {
        f"covered_mean_{name}": sum(telling) / len(telling),
        f"covered_least_{name}": telling[0],
        f"covered_quarter_{name}": _quarter(telling),
        f"covered_function_{name}": sum(rest) / len(rest) if rest else 0.5,
        f"uncovered_share_{name}": sum(figure < _COVERED for figure in telling) / len(telling),
        f"uncovered_{name}": math.log1p(sum(max(0.7 - figure, 0.0) for figure in telling)),
    }


def _quarter(ordered: Sequence[float]) -> float:
    """The figure that a quarter of them is below, between two of them in proportion."""
    place = (len(ordered) - 1) / 4
    low = int(place)
    after = ordered[min(low + 1, len(ordered) - 1)]
    return ordered[low] + (after - ordered[low]) * (place - low)


def _values(english: str, japanese: str) -> dict[str, float]:
    comparison = compared(english, japanese, Lang.ENGLISH)
    lone = [
        sum(not q.is_weak and q not in comparison.echoes for q in side)
        for side in (comparison.source_only, comparison.target_only)
    ]
    return {
        "values_equal": math.log1p(len(comparison.matched)),
        "values_only_en": math.log1p(lone[0]),
        "values_only_ja": math.log1p(lone[1]),
        "values_changed": float(min(lone) > 0),
    }


def _polarity(english: str, japanese: str) -> dict[str, float]:
    left = sum(
        w.lemma in _NOT or w.text.lower().endswith(("n't", "n’t")) for w in english_words(english)
    )
    tokens = japanese_tokens(japanese)
    right = sum(token.base in _NOT_JAPANESE for token in tokens)
    mild = sum(token.surface[0] in _NOT_PREFIXES and token.is_noun for token in tokens)
    return {
        "not_en": math.log1p(left),
        "not_ja": math.log1p(right),
        "not_only_en": float(left > 0 and right + mild == 0),
        "not_only_ja": float(right > 0 and left == 0),
        "not_odd": float((left + right) % 2),
    }


def _lengths(english: str, japanese: str, sides: Sides) -> dict[str, float]:
    lengths = [
        max(translated_length(text, lang), 1.0)
        for text, lang in ((english, Lang.ENGLISH), (japanese, Lang.JAPANESE))
    ]
    ratio = math.log(lengths[1] / lengths[0])
    return {
        "length": math.log(lengths[0]),
        "length_squared": math.log(lengths[0]) ** 2 / 10,
        "ratio": ratio,
        "shorter_ja": max(-ratio - 0.1, 0.0),
        "shorter_en": max(ratio - 0.1, 0.0),
        "word_length": len(english) / max(len(sides.english), 1) / 10,
        "token_length": len(japanese) / max(len(sides.japanese), 1) / 4,
        "repeated_en": _repeated(sides.english) - _repeated(sides.japanese),
        "repeated_ja": max(_repeated(sides.japanese) - _repeated(sides.english), 0.0),
    }


def _repeated(words: Words) -> float:
    """The share of runs of two words that stood there before."""
    runs = list(zip(words.texts, words.texts[1:], strict=False))
    return 1 - len(set(runs)) / len(runs) if runs else 0.0


def _form(english: str, japanese: str) -> dict[str, float]:
    copied = _LATIN.findall(japanese)
    latin = {word.lower() for word in copied}
    there = {word.lower() for word in _LATIN.findall(english)}
    counted = [len(_END.findall(text)) for text in (english, japanese)]
    letters = max(sum(map(len, _JAPANESE.findall(japanese))), 1)
    return {
        "latin_kept": math.log1p(len(latin & there)),
        "latin_new": math.log1p(len(latin - there)),
        "untranslated": min(sum(map(len, copied)) / letters, 2.0),
        "japanese_in_english": math.log1p(sum(map(len, _JAPANESE.findall(english)))),
        "katakana": sum(map(len, _KATAKANA.findall(japanese))) / letters,
        "asks_en": float(bool(_QUESTION.search(english)) and not _ASKS.search(japanese)),
        "asks_ja": float(bool(_ASKS.search(japanese)) and not _QUESTION.search(english)),
        "question": float(bool(_QUESTION.search(english))),
        "exclaims": float("!" in english),
        "sentences_en": max(counted[0] - counted[1], 0) / 2,
        "sentences_ja": max(counted[1] - counted[0], 0) / 2,
        "capitals": sum(map(str.isupper, english)) / max(len(english), 1),
        "no_capital": float(english[:1].islower()),
        "unended_en": float(not _ENDED.search(english)),
        "unended_ja": float(not _ENDED.search(japanese)),
        "full_stop_ja": float("." in japanese and "。" not in japanese),
        "polite": float("です" in japanese or "ます" in japanese),
        "brackets": float(
            any(t.count(a) != t.count(b) for t in (english, japanese) for a, b in _BRACKETS)
        ),
    }
