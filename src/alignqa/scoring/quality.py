"""Score and risk of a pair, and of a document.

    adequacy = logistic(sum over the evidence) × share that is in its language
                                                          learned, `evidence.py` and `model.py`
    danger   = logistic(another sum over the evidence)    learned: the probability of a critical error
    score    = 100 × adequacy × Π over findings (1 − confidence × loss)
                                            loss: minor .03, major .30, critical .60
    risk     = 1 − (1 − danger) × Π over findings (1 − confidence × harm)
                                            harm: minor .01, major .10, critical .50

One more finding, or a worse one, never raises the score or lowers the risk. `critical_error` is
`risk` at or above the shipped threshold. A pair of which a side is empty, or that has no words at
all, is judged by its findings alone. The score of a document is the mean of its pairs' scores weighted by their length.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from alignqa.bitext import Pair, Part
from alignqa.finding import Finding, Severity
from alignqa.lexicon.vectors import WordVectors
from alignqa.report import JudgedPair, Score
from alignqa.scoring.evidence import evidence_of
from alignqa.scoring.model import shipped_model
from alignqa.scoring.sides import word_texts
from alignqa.text import Lang
from alignqa.words import FUNCTION_WORDS
from alignqa.words.lengths import translated_length

LOSS = {Severity.NEUTRAL: 0.0, Severity.MINOR: 0.03, Severity.MAJOR: 0.30, Severity.CRITICAL: 0.60}
HARM = {Severity.NEUTRAL: 0.0, Severity.MINOR: 0.01, Severity.MAJOR: 0.10, Severity.CRITICAL: 0.50}


# What a pair scores of which one side has words and the other only marks, such as "." or an emoji.
_WORDLESS = 0.2
# So many function words, or runs of kana, of the other language may be a quotation.
_MOST_FOREIGN = 3
_KANA = re.compile(r"[ぁ-ゖ]+")


class Estimate(NamedTuple):
    """What the model says of a pair whatever the checks find: adequacy and danger, 0 to 1."""

    adequacy: float
    danger: float


def estimates(pairs: Sequence[Pair], vectors: WordVectors) -> list[Estimate]:
    """The estimate of each pair. They are looked at together, so give a part of a long document.

    Args:
        vectors: the embedded encoder's, whichever encoder paired the passages.
    """
    model = shipped_model()
    found = []
    for pair, known in zip(pairs, evidence_of(pairs, vectors), strict=True):
        if known is None:
            found.append(Estimate(_WORDLESS if pair.is_whole and _has_words(pair) else 1.0, 0.0))
            continue
        lang = pair.source.lang
        adequacy = model.adequacy[lang].share(*known) * _translated(pair)
        found.append(Estimate(adequacy, model.danger[lang].share(*known)))
    return found


def judged(pair: Pair, findings: Iterable[Finding], estimate: Estimate) -> JudgedPair:
    """The pair with its findings, worst first, and its figures."""
    ordered = tuple(sorted(findings, key=_worst_first))
    kept = math.prod(1 - f.confidence * LOSS[f.severity] for f in ordered)
    safe = math.prod(1 - f.confidence * HARM[f.severity] for f in ordered)
    risk = 1 - (1 - estimate.danger) * safe
    return JudgedPair(
        index=pair.index,
        source=pair.source,
        target=pair.target,
        similarity=pair.similarity,
        part=pair.part,
        score=100 * estimate.adequacy * kept,
        risk=risk,
        critical_error=risk >= shipped_model().threshold[pair.source.lang],
        findings=ordered,
        beads=pair.beads,
        moved=pair.moved,
        extra=pair.extra,
    )


def _translated(pair: Pair) -> float:
    """The share of a pair's words that are in the language they should be in.

    What was not translated has all its words on the other side: the learned sum takes it for a
    close rendering. Latin names in Japanese are no English, but English function words are.
    """
    words = word_texts(pair.side(Lang.JAPANESE).text, Lang.JAPANESE)
    latin = [word for word in words if word.isascii() and word.isalpha()]
    if sum(word in FUNCTION_WORDS for word in latin) >= _MOST_FOREIGN:
        return 1 - len(latin) / len(words)
    english = pair.side(Lang.ENGLISH).text
    kana = len(_KANA.findall(english))
    return max(0.0, 1 - kana / len(english.split())) if kana >= _MOST_FOREIGN else 1.0


def _has_words(pair: Pair) -> bool:
    return any(word_texts(side.text, side.lang) for side in (pair.source, pair.target))


def document_score(pairs: Sequence[JudgedPair]) -> Score:
    """The mean score of the pairs that count, weighted by length; 100 where there are none."""
    counted = [
        pair
        for pair in pairs
        if pair.part is not Part.CODE and (pair.is_whole or pair.part is Part.BODY)
    ]
    weights = [
        max(translated_length(side.text, side.lang) for side in (pair.source, pair.target))
        for pair in counted
    ]
    total = sum(weights)
    mean = (
        sum(w * pair.score for w, pair in zip(weights, counted, strict=True)) / total
        if total
        else 100.0
    )
    return Score("score", mean, "mean:length-weighted|model:quality-2")


def _worst_first(finding: Finding) -> tuple[int, float, int]:
    start = finding.target_spans[0].start if finding.target_spans else 0
    return -finding.severity.rank, -finding.confidence, start
