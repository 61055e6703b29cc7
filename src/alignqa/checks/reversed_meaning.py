"""A word is rendered by its opposite: increase by 減少, victory by 敗北, before by 後.

A table holds some five hundred oppositions, with the words of both languages at either end, and
prefixes turn a word of it round: *unpopular*, 不人気. Where one side has a word of the one end more
often than the other, and that has one of the other end more often, learned weights tell a reversal
from two words that only happen to be opposites: by whether either has another word over there that
renders it, by the words beside them, and by how often the two meet in true translations. Neither
side may deny anything more than the other.

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

What the other party does (*she lent me* as 彼女から借りた), and *all but* as だけ, are no reversals.
Opposites outside the table are not seen. In a text that holds both ends of an opposition, one must
be there too often. Giving for receiving is not seen behind a passive: what is 渡される is received,
and so is what one is *sent*.
"""

from __future__ import annotations

from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.checks.in_stretches import in_stretches
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import told
from alignqa.polarity.model import probability, reversal_logit
from alignqa.polarity.opposed import opposed
from alignqa.polarity.oppositions import stands_within
from alignqa.polarity.reversal import Reversal, reversals
from alignqa.polarity.spoken import LIGHT_VERBS
from alignqa.polarity.turned import is_converse, plain
from alignqa.text import Lang, Span
from alignqa.words.markup import prose

RULE = Rule("AQ502", "reversed-meaning", MqmCategory.MISTRANSLATION, Severity.CRITICAL)

# Log-odds of the model; chosen by `benchmarks/drift.py` on references of WMT22, WMT23 and NTREX.
_MINOR, _MAJOR, _CRITICAL = -0.7, 0.0, 1.6
# Where nothing says that the two words render one another, so much more is asked.
_LINKED, _IF_UNLINKED = 0.15, 0.6
# Of two words that only happen to be opposites one mostly has its own rendering. Where neither has, so
# much is added, but for verbs of many meanings.
_ELSEWHERE, _IF_NOT_ELSEWHERE = 0.5, 0.6
# Over 70 and 70未満: that the number is the same says that they render one another.
_IF_OF_ONE_VALUE = 1.5
# Taken off where a hyphen makes the word part of another (*broken-down*), and where the words beside it
# are rendered nowhere, so that the two sides may speak of different things.
_IF_HYPHENATED, _IF_LONE, _HARDLY_LINKED = 1.5, 0.7, 0.3
# *Do not use different fonts* as 同じフォントを使う: a denial goes with the opposite.
_IF_DENIED = 1.0
# *A before B* as A後B: most of what stands before the one word stands before the other, and what
# follows *before* does not precede 後.
_LIKE_ORDER, _OF_THE_SAME, _OF_ITS_CLAUSE = 0.6, 0.3, 0.4
# Where a list of words goes up and down so often, nothing tells which of them belong together.
_MOST_CANDIDATES = 300


@in_stretches
def check(pair: Pair, context: Context) -> Iterator[Finding]:
    """Yields the likeliest reversal of each word."""
    if not pair.is_whole:
        return
    english, japanese = (prose(pair.side(lang).text) for lang in (Lang.ENGLISH, Lang.JAPANESE))
    candidates = plain(opposed(english, japanese), english, japanese)
    if len(candidates) > _MOST_CANDIDATES:
        return
    candidates = [each for each in candidates if not stands_within(each.english, japanese)]
    if not candidates:
        return
    links = [
        (link.english, link.japanese, link.confidence)
        for link in context.linker.of_pair(pair).links
    ]
    candidates = [each for each in candidates if not is_converse(each, english, japanese, links)]
    found = [
        (_logit(reversal), reversal)
        for reversal in reversals(candidates, english, japanese, context.vectors.of, links)
        if not _is_turned_round(reversal)
    ]
    taken: list[Span] = []
    for logit, reversal in sorted(found, key=lambda f: (-f[0], f[1].apart, f[1].english.span)):
        spans = [reversal.english.span, reversal.japanese.span]
        if logit < _MINOR:
            break
        if any(a.overlaps(b) for a in spans[:1] for b in taken[::2]) or any(
            a.overlaps(b) for a in spans[1:] for b in taken[1::2]
        ):
            continue
        taken += spans
        yield _finding(pair, reversal, logit)


def _logit(found: Reversal) -> float:
    is_linked = found.features["linked"] >= _LINKED
    features = found.features
    logit = (
        reversal_logit(found)
        - _IF_DENIED * features["a denial too many near"]
        - _IF_HYPHENATED * features["joined by a hyphen"]
        - _IF_LONE * (features.get("beside linked", 1.0) < _HARDLY_LINKED)
    )
    if "of one value" in found.features:
        return logit + _IF_OF_ONE_VALUE
    if not is_linked:
        logit -= _IF_UNLINKED
    elsewhere = max(found.features[f"{side} linked elsewhere"] for side in ("english", "japanese"))
    if elsewhere >= _ELSEWHERE or found.english.key in LIGHT_VERBS:
        return logit
    return logit + _IF_NOT_ELSEWHERE


def _is_turned_round(found: Reversal) -> bool:
    """Whether the order of the clauses makes the opposite right."""
    figures = found.features
    return (
        figures.get("time in like order", 0.0) >= _LIKE_ORDER
        and figures["time of the same"] < _OF_THE_SAME
        and figures["time of its clause"] < _OF_ITS_CLAUSE
    )


def _finding(pair: Pair, found: Reversal, logit: float) -> Finding:
    source, target = found.english, found.japanese
    if pair.source.lang is Lang.JAPANESE:
        source, target = target, source
    severity = Severity.MINOR
    if logit >= _MAJOR:
        severity = Severity.CRITICAL if logit >= _CRITICAL else Severity.MAJOR
    return Finding(
        RULE,
        severity,
        round(min(0.97, probability(logit)), 2),
        told(
            "“{words}” says the opposite of “{source}”.",
            words=target.span.of(pair.target.text),
            source=source.span.of(pair.source.text),
        ),
        (source.span,),
        (target.span,),
        {
            "likeness": round(found.features["likeness"], 2),
            "linked": round(found.features["linked"], 2),
            "log_odds": round(logit, 2),
        },
    )
