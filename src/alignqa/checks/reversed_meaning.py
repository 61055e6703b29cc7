"""A word is rendered by its opposite: increase by 減少, victory by 敗北, before by 後.

A table holds some hundred and forty oppositions, with the words of both languages at either end.
One is reported where one side has only the one end and the other side only the other, where neither
has another word near it in the encoder's space that could render it, and where neither side denies
anything more than the other. Where the two stand far apart in their texts the finding is minor.

## Why

"Exports rose" rendered as 輸出は減少した is fluent and on the subject; a word's opposite is the word
most like it, so that no measure of likeness objects.

## Example

The English text:

    Exports to Norway increased by eight percent last year.

The Japanese text:

    ノルウェーへの輸出は昨年、8パーセント減少した。

減少 is the opposite of "increased".

## Limits

Opposites outside the table are not seen. A text that holds both ends of an opposition, or denies
anything more on one side than on the other, is passed over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.polarity import english_negations, japanese_negations
from alignqa.polarity.oppositions import Pole, poles
from alignqa.text import Lang, Span
from alignqa.words import FUNCTION_WORDS, english_words, japanese_tokens

RULE = Rule("AQ502", "reversed-meaning", MqmCategory.MISTRANSLATION, Severity.CRITICAL)

# A word that is this near one of the two may render it; below the second figure none can. Cosines,
# chosen by `benchmarks/negation.py` on references of WMT22, WMT23 and NTREX.
_RENDERED, _UNRENDERED = 0.42, 0.3
# Shares of the text: what stands further apart may not be a rendering, what is near surely is.
_APART, _NEARBY = 0.7, 0.35


@dataclass(frozen=True, slots=True)
class _Reversal:
    """Two words at opposite ends. `likeness` is the cosine between them, `other` the highest that
    either has with another word over there; `apart` is how far from one another they stand, as a
    share of the text."""

    english: Pole
    japanese: Pole
    likeness: float
    other: float
    apart: float


def check(pair: Pair, context: Context) -> Iterator[Finding]:
    """Yields the likeliest reversal of each opposition."""
    if not pair.is_whole:
        return
    english, japanese = pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text
    candidates = _candidates(english, japanese)
    if not candidates or len(english_negations(english)) != len(japanese_negations(japanese)):
        return
    found = [
        reversal
        for theirs, ours in candidates
        if (reversal := _reversal(theirs, ours, english, japanese, context))
    ]
    taken: set[Span] = set()
    for reversal in sorted(found, key=lambda r: (r.other + r.apart, r.english.span)):
        if reversal.english.span in taken or reversal.japanese.span in taken:
            continue
        taken |= {reversal.english.span, reversal.japanese.span}
        yield _finding(pair, reversal)


def _candidates(english: str, japanese: str) -> list[tuple[Pole, Pole]]:
    """Words at opposite ends of an opposition of which each side has one end only."""
    theirs, ours = defaultdict(list), defaultdict(list)
    for pole in poles(english, Lang.ENGLISH):
        theirs[pole.name].append(pole)
    if not theirs:
        return []
    rendered: set[Span] = set()
    for pole in poles(japanese, Lang.JAPANESE):
        ours[pole.name].append(pole)
        for other in theirs.get(pole.name, ()):
            if other.end == pole.end:
                rendered |= {other.span, pole.span}
    return [
        (left, right)
        for name in theirs.keys() & ours.keys()
        if len(ends := {pole.end for pole in theirs[name]}) == 1
        and len(others := {pole.end for pole in ours[name]}) == 1
        and ends != others
        for left in theirs[name]
        for right in ours[name]
        if left.span not in rendered and right.span not in rendered
    ]


def _reversal(
    theirs: Pole, ours: Pole, english: str, japanese: str, context: Context
) -> _Reversal | None:
    en_words = [
        word.lemma
        for word in english_words(english)
        if word.lemma not in FUNCTION_WORDS and not word.span.overlaps(theirs.span)
    ]
    ja_words = [
        token.base
        for token in japanese_tokens(japanese)
        if token.is_content and not token.span.overlaps(ours.span)
    ]
    vectors = context.vectors.of([theirs.key, ours.key, *en_words, *ja_words])
    cut = 2 + len(en_words)
    for_theirs = float((vectors[cut:] @ vectors[0]).max()) if ja_words else 0.0
    for_ours = float((vectors[2:cut] @ vectors[1]).max()) if en_words else 0.0
    other = max(for_theirs, for_ours)
    if other >= _RENDERED:
        return None
    apart = abs(theirs.span.start / len(english) - ours.span.start / len(japanese))
    return _Reversal(theirs, ours, float(vectors[0] @ vectors[1]), other, apart)


def _finding(pair: Pair, found: _Reversal) -> Finding:
    source, target = found.english, found.japanese
    if pair.source.lang is Lang.JAPANESE:
        source, target = target, source
    severity = Severity.MAJOR
    if found.apart > _APART:
        severity = Severity.MINOR
    elif found.other < _UNRENDERED and found.apart < _NEARBY:
        severity = Severity.CRITICAL
    return Finding(
        RULE,
        severity,
        round(max(0.4, 0.95 - 0.5 * found.other - 0.3 * found.apart), 2),
        f"“{target.span.of(pair.target.text)}” says the opposite of "
        f"“{source.span.of(pair.source.text)}”.",
        (source.span,),
        (target.span,),
        {
            "opposition": found.english.name,
            "likeness": round(found.likeness, 2),
            "nearest_other": round(found.other, 2),
        },
    )
