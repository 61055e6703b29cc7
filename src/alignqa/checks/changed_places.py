"""Two things have changed places: 27 degrees in Osaka and 31 in Sapporo, where it was the other way
round.

Looked at are two values of one kind, both ends of an opposition (rose, fell), two people, two places
and two things of one field, if either side of a sentence has each of them once. What stands beside
either of them on both sides, a name, a noun, another value, tells which is where: where 31 is near
*Osaka* and 札幌, and 27 near *Sapporo* and 大阪, the two have been exchanged.

## Why

Every word is there and every number is right, so that nothing else objects; and the table, the score
or the verdict that a reader takes away is the wrong one.

## Example

The English text:

    Kobe had 40 visitors from Norway and 65 from Spain.

The Japanese text:

    神戸にはノルウェーから65人、スペインから40人が訪れた。

40 goes with Norway in the source, and with Spain in the translation.

## Limits

Told are only the sure ones: of numbers put in each other's place in news about a third
(`benchmarks/exchanges.py`), of names few. Of two that have no neighbours of their own (*Tom and Mary
met*) nothing is told, nor of what a side says twice, nor of two without a word between, which are
listed, or of which one belongs to the other; *from 500 to 800* turned about is left to AQ201. People,
places and things are those that the dictionary or a title behind the name shows as such.

Source: the error type *mistranslation* of MQM.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.checks.in_stretches import in_stretches
from alignqa.exchange import Exchange, exchanges
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import told
from alignqa.polarity.model import probability
from alignqa.quantities import compared
from alignqa.text import Lang

RULE = Rule("AQ508", "changed-places", MqmCategory.MISTRANSLATION, Severity.MAJOR)

# Log-odds; chosen on references of WMT22, WMT23 and NTREX (`training/exchanges.py`). Values are linked
# more surely than words.
_LEAST, _LEAST_OF_VALUES = 3.4, 2.5
# A longer sentence is a list.
_LONGEST = 800


@in_stretches
def check(pair: Pair, context: Context) -> Iterator[Finding]:
    """Yields a finding for every two things that have changed places."""
    english, japanese = (pair.side(lang).text for lang in (Lang.ENGLISH, Lang.JAPANESE))
    if not pair.is_whole or len(english) > _LONGEST:
        return
    comparison = compared(english, japanese, Lang.ENGLISH)
    links = partial(context.linker.of_pair, pair)
    for exchange in exchanges(english, japanese, comparison, links, _LEAST_OF_VALUES):
        if exchange.one.is_value or exchange.log_odds >= _LEAST:
            yield _finding(pair, exchange)


def _finding(pair: Pair, found: Exchange) -> Finding:
    english = tuple(sorted((found.one.english, found.other.english)))
    japanese = tuple(sorted((found.one.japanese, found.other.japanese)))
    if pair.source.lang is Lang.ENGLISH:
        word, right, wrong = found.anchor.english, found.one.english, found.other.english
        spans = (english, japanese)
    else:
        word, right, wrong = found.anchor.japanese, found.other.japanese, found.one.japanese
        spans = (japanese, english)
    text = pair.source.text
    return Finding(
        RULE,
        Severity.MAJOR,
        round(min(0.95, probability(found.log_odds)), 2),
        told(
            "“{right}” and “{wrong}” have changed places: “{word}” goes with “{right}” in the source, "
            "and with “{wrong}” in the translation.",
            right=right.of(text),
            wrong=wrong.of(text),
            word=word.of(text),
        ),
        *spans,
        {"log_odds": round(found.log_odds, 2)},
    )
