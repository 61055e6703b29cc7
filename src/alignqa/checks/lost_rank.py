"""A former, deputy or acting holder of an office who holds it in the translation, or the other way.

## Why

The former president and the president are two people; so are the mayor and the deputy mayor.

## Example

- *The former prime minister was questioned.* → 首相が事情聴取を受けた。: nothing renders *former*.
- 副市長が式典に出席した。 → *The mayor attended the ceremony.*: 副 is lost.

## Limits

Told where the other text names the same office. Whatever may say so counts, such as 当時 and
*previous*, anywhere in the sentence. A title before a name (*President Duval*), which is kept out of
courtesy, is minor where the translation adds 元. Offices are those of public life that the dictionary
knows.

Source: the error types *mistranslation* and *omission* of MQM.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.checks.in_stretches import in_stretches
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.lexicon.ranks import lost_ranks
from alignqa.message import told
from alignqa.text import Lang

# Who held an office keeps its title in English, and is デュバル元大統領 in Japanese.
_BEFORE_A_NAME = re.compile(r"\s+[A-Z]")

RULE = Rule("AQ105", "lost-rank", MqmCategory.MISTRANSLATION, Severity.MAJOR)


@in_stretches
def check(pair: Pair, context: Context) -> Iterator[Finding]:
    """Yields a finding for each word of rank that only one side has."""
    if not pair.is_whole:
        return
    texts = {lang: pair.side(lang).text for lang in Lang}
    support = context.support(pair)
    known = context.lexicon.public_life
    for lost in lost_ranks(support, texts[Lang.ENGLISH], texts[Lang.JAPANESE], known):
        rank, office = lost.word.of(texts[lost.lang]), lost.office.of(texts[lost.lang])
        named = lost.named.of(texts[lost.lang.other])
        is_lost = pair.source.lang is lost.lang
        is_courtesy = not is_lost and _BEFORE_A_NAME.match(texts[lost.lang.other], lost.named.end)
        yield Finding(
            RULE,
            Severity.MINOR if is_courtesy else Severity.MAJOR,
            0.4 if is_courtesy else 0.75,
            told(
                "“{rank}” beside “{office}” is not rendered; “{named}” is the one in office.",
                rank=rank,
                office=office,
                named=named,
            )
            if is_lost
            else told(
                "“{named}” is the one in office; “{office}” here has “{rank}” beside it.",
                named=named,
                rank=rank,
                office=office,
            ),
            ((lost.word if is_lost else lost.named),),
            ((lost.named if is_lost else lost.word),),
            {"rank": lost.rank.value},
        )
