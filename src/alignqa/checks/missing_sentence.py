"""A sentence of the source has no counterpart in the translation: it was left out.

The words of the two texts are matched through their vectors, numbers by value. A sentence is
reported if hardly any of its words is rendered, and if the lengths of the two texts agree better
without it.

## Why

A paragraph that has lost a sentence still looks translated, and nobody counts sentences.

## Example

- *The road reopened on Friday. Two lanes will stay closed until the spring. Buses run as usual.*
  over 道路は金曜日に再開した。バスは平常どおり運行している。: the second sentence is left out.
- 受付は二階です。パスポートをお持ちください。 over *The reception is on the second floor.*: the
  request for the passport is left out.

## Limits

Sentences with fewer than three words of their own meaning are passed over, and one that says again
what its neighbours say is not missed. A set phrase (an apology that closes a letter) that is put
elsewhere or into other words may be reported. What is added is reported by `added-content`, and a part of a
sentence that is left out by `omitted-clause`.

Source: the error type *omission* of MQM.
"""

from __future__ import annotations

from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.coverage import confidence, evidence, gaps, severity
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import language_name, told

RULE = Rule("AQ402", "missing-sentence", MqmCategory.OMISSION, Severity.CRITICAL)


def check(pair: Pair, context: Context) -> Iterator[Finding]:
    """Yields a finding for each sentence of the source that nothing renders."""
    for gap in gaps(pair, context.vectors, context.linker):
        if gap.lang is not pair.source.lang or not gap.is_sentence:
            continue
        if (found := severity(gap, pair)) is not None:
            yield Finding(
                RULE,
                found,
                confidence(gap),
                told(
                    "Left out: a sentence of the source has no {language}.",
                    language=language_name(gap.lang.other),
                ),
                (gap.span,),
                (),
                evidence(gap, "omission"),
            )
