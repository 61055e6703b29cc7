"""A part of a source sentence is not rendered: a clause or a phrase was left out.

The words of the two texts are matched through their vectors, numbers by value. Every run of phrases
is weighed: how surely its words are unrendered, how well the rest of the sentence is rendered, and
whether the lengths of the two sentences agree better without it. The likeliest run is reported.

## Why

A subordinate clause that is lost leaves a fluent sentence behind, and with it may go the condition,
the reason or the exception that mattered.

## Example

- *The factory, which employs four hundred people, will close in March.* over 工場は３月に閉鎖される。:
  the clause about the four hundred people is left out.
- 雨が激しく降っていたため、試合は翌日に延期された。 over *The match was put off until the next
  day.*: the reason is left out.

## Limits

Fewer than two words of their own meaning are passed over, two must be missed more plainly, and a
clause that was summed up in a word or two may be reported although its sense is there. A clause whose
words recur in the rest of the sentence may go unseen. What an acronym or a pronoun may stand for, and
what the rest of its sentence leans on (its beginning, without a comma behind it), must be missed more
plainly, too. The marked words may begin or end a word beside the clause.

Source: the error type *omission* of MQM.
"""

from __future__ import annotations

from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.coverage import confidence, evidence, gaps, severity
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import language_name, told
from alignqa.words.markup import without_markup

RULE = Rule("AQ404", "omitted-clause", MqmCategory.OMISSION, Severity.CRITICAL)


def check(pair: Pair, context: Context) -> Iterator[Finding]:
    """Yields a finding for each sentence of the source of which a part is not rendered."""
    for gap in gaps(pair, context.vectors, context.linker):
        if gap.lang is not pair.source.lang or gap.is_sentence:
            continue
        if (found := severity(gap, pair)) is not None:
            words = without_markup(gap.span.of(pair.source.text))
            yield Finding(
                RULE,
                found,
                confidence(gap),
                told(
                    "Left out: “{words}” is not rendered in the {language}.",
                    words=words,
                    language=language_name(gap.lang.other),
                ),
                (gap.span,),
                (),
                evidence(gap, "omission"),
            )
