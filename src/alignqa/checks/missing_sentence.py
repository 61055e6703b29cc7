"""A sentence inside a paragraph has no counterpart in the other text: left out, or added.

The sentences of a paragraph and its translation are paired as the paragraphs are. One that stays
alone is reported if nothing in the other text is like it, few of its words are rendered there, and
the two paragraphs differ in length as they would if it were missing.

## Why

A paragraph that has lost a sentence still looks translated, and nobody counts sentences.

## Example

- *The road reopened on Friday. Two lanes will stay closed until the spring. Buses run as usual.*
  over 道路は金曜日に再開した。バスは平常どおり運行している。: the second sentence is left out.
- 受付は二階です。 over *The reception is on the second floor. Please bring your passport.*: the
  request for the passport is added.

## Limits

A clause left out of a sentence is not seen. Where sentences stay alone on both sides, the
translation is free there rather than incomplete, and nothing is reported; where one sentence is over
against several, only what is rendered by nothing at all is. Sentences of a few words are passed
over.

Source: the error types *omission* and *addition* of MQM.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from alignqa.bitext import Pair, SentenceBead
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.lexicon.support import Support
from alignqa.quantities import quantities
from alignqa.text import Lang, Segment, Span
from alignqa.words.lengths import translated_length

RULE = Rule("AQ402", "missing-sentence", MqmCategory.OMISSION, Severity.MAJOR)

# Chosen on paragraphs of development data with one sentence taken out: `benchmarks/omissions.py`.
_SHORTEST = 20.0
_FEWEST_WORDS = 3
_ALIKE, _UNLIKE = 0.45, 0.2
_RENDERED = 0.4
_LONGER = 0.05


def check(pair: Pair, context: Context) -> Iterator[Finding]:
    """Yields a finding for each sentence that stays alone, if all of them are on one side."""
    alone = [bead for bead in pair.beads if bead.source is None or bead.target is None]
    if len(alone) == len(pair.beads) or len({bead.source is None for bead in alone}) != 1:
        return
    is_omission = alone[0].target is None
    there, other = (pair.source, pair.target) if is_omission else (pair.target, pair.source)
    longer = math.log(
        translated_length(there.text, there.lang) / translated_length(other.text, other.lang)
    )
    support = Support(
        pair.side(Lang.ENGLISH).text,
        pair.side(Lang.JAPANESE).text,
        context.lexicon,
        context.vectors,
    )
    elsewhere = [
        span
        for bead in pair.beads
        if (span := bead.target if is_omission else bead.source) is not None
    ]
    for place, bead in enumerate(pair.beads):
        span = bead.source or bead.target
        if bead not in alone or _may_be_next_door(pair.beads, place):
            continue
        if span is None or translated_length(span.of(there.text), there.lang) < _SHORTEST:
            continue
        rendered, words = support.rendered(span, there.lang)
        if words < _FEWEST_WORDS or rendered >= _RENDERED * words:
            continue
        if _shares_a_number(span, there, other):
            continue
        vectors = context.vectors.of(
            [span.of(there.text), other.text, *(where.of(other.text) for where in elsewhere)]
        )
        alike = float((vectors[1:] @ vectors[0]).max())
        # The rest may make up for the length where the sentence itself leaves no doubt. And one
        # long sentence is often rendered by several, of which one seems to be too many.
        is_plain = not rendered and alike < _UNLIKE
        if alike < _ALIKE and (is_plain or (longer >= _LONGER and len(elsewhere) > 1)):
            yield _finding(span, is_omission, other.lang, rendered, words, alike)


def _may_be_next_door(beads: Sequence[SentenceBead], place: int) -> bool:
    """Whether a neighbour has more sentences on the other side than on this one: what renders the
    sentence that stays alone may have been put there."""
    other = 1 if beads[place].target is None else 0
    beside = [*beads[max(0, place - 1) : place], *beads[place + 1 : place + 2]]
    return any(bead.shape[other] > bead.shape[1 - other] for bead in beside)


def _shares_a_number(span: Span, there: Segment, other: Segment) -> bool:
    """Whether a value in the sentence stands in the other text, too."""
    inside = {
        value
        for quantity in quantities(there.text, there.lang)
        if quantity.span.overlaps(span)
        for value in quantity.readings
    }
    return any(
        not inside.isdisjoint(quantity.readings) for quantity in quantities(other.text, other.lang)
    )


def _finding(
    span: Span, is_omission: bool, lacking: Lang, rendered: int, words: int, alike: float
) -> Finding:
    return Finding(
        RULE,
        Severity.MAJOR,
        round(min(0.95, 0.9 - alike / 2 - 0.5 * rendered / words), 2),
        f"Left out: a sentence of the source has no {lacking.english_name}."
        if is_omission
        else f"Added: a sentence of the translation has no {lacking.english_name} behind it.",
        (span,) if is_omission else (),
        () if is_omission else (span,),
        {
            "kind": "omission" if is_omission else "addition",
            "words": words,
            "words_rendered": rendered,
            "nearest_sentence": round(alike, 2),
        },
    )
