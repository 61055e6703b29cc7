"""A sentence or a clause of the translation has nothing behind it in the source.

What `missing-sentence` and `omitted-clause` look for in the source is looked for in the translation:
a run of phrases whose words match nothing over there, and without which the two lengths agree
better.

## Why

What is added is read as the author's word. Machines add what usually follows; people, what they
know.

## Example

- 受付は二階です。 over *The reception is on the second floor. Please bring your passport.*: the
  request for the passport is added.
- *The museum bought the painting in 1931.* over 美術館は、館長の妻が指輪を売って得た資金で、1931年に
  この絵を購入した。: what the wife sold is added.

## Limits

Fewer than two words of their own meaning are passed over, and two, or what says a pronoun or an
acronym in full, must be added more plainly. An explanation put in for the reader is an addition here,
too, unless it is marked as a note of the translator (訳注) or only says a term in both languages:
安全な修正 (Safe fixes). The marked words may begin or end a word
beside what was added.

Source: the error type *addition* of MQM.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.coverage import confidence, evidence, gaps, severity
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import language_name, told
from alignqa.text import Lang, Span
from alignqa.words.announcing import leads_on
from alignqa.words.markup import without_markup
from alignqa.words.notes import is_gloss, is_noted

# 次の手順に従います：
_LEADING = re.compile(r"[^。、]{0,2}(?:次|以下|下記)の[^。、]{1,20}[。：:]?\s*\Z")

RULE = Rule("AQ405", "added-content", MqmCategory.ADDITION, Severity.CRITICAL)


def check(pair: Pair, context: Context) -> Iterator[Finding]:
    """Yields a finding for each part of the translation that the source does not say."""
    for gap in gaps(pair, context.vectors, context.linker):
        if gap.lang is pair.source.lang or is_noted(pair.target.text, gap.span):
            continue
        if is_gloss(pair.target.text, gap.span, pair.source.text) or _leads_on(pair, gap.span):
            continue
        if (found := severity(gap, pair)) is not None:
            behind = language_name(gap.lang.other)
            words = without_markup(gap.span.of(pair.target.text))
            yield Finding(
                RULE,
                found,
                confidence(gap),
                told(
                    "Added: a sentence of the translation has no {language} behind it.",
                    language=behind,
                )
                if gap.is_sentence
                else told(
                    "Added: “{words}” has no {language} behind it.", words=words, language=behind
                ),
                (),
                (gap.span,),
                evidence(gap, "addition"),
            )


def _leads_on(pair: Pair, span: Span) -> bool:
    """Whether words only lead on to what stands below, as the source does with a colon."""
    return (
        pair.target.lang is Lang.JAPANESE
        and _LEADING.match(pair.target.text, span.start, span.end) is not None
        and not pair.target.text[span.end :].strip()
        and leads_on(pair.source.text, Lang.ENGLISH)
    )
