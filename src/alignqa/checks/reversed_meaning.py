"""A word is rendered by its opposite: increase by 減少, victory by 敗北, before by 後.

A table holds nearly five hundred oppositions, with the words of both languages at either end, and
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

Opposites outside the table are not seen. In a text that holds both ends of an opposition, one must
be there too often. Giving for receiving is not seen behind a passive: what is 渡される is received,
and so is what one is *sent*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.checks.in_stretches import in_stretches
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import told
from alignqa.polarity import english_negations, japanese_negations
from alignqa.polarity.model import probability, reversal_logit
from alignqa.polarity.negation import Negation
from alignqa.polarity.opposed import Opposed, opposed
from alignqa.polarity.oppositions import PARTICLES, Pole, stands_within
from alignqa.polarity.reversal import Reversal, reversals
from alignqa.polarity.spoken import LIGHT_VERBS
from alignqa.text import Lang, Span
from alignqa.words.markup import is_code, prose

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
_LIKE_ORDER, _OF_THE_SAME = 0.6, 0.3
# Words that serve for either end: what is 販売 can be bought, and what is before that is after this.
_OF_BOTH = frozenset({"販売", "売買", "買い物", "その後", "先", "今後"})
_TURNED_AFTER = re.compile(
    r"[- ](?:free|proof|independent|resistant|averse)\b|\s+no(?:t|thing)?\b", re.IGNORECASE
)
_TURNED_BEFORE = re.compile(
    r"\b(?:un|non|anti|(?<!\ba )(?:little|few)|hardly|barely|rarely|seldom|fail\w*|refus\w+|lack\w*"
    r"|eliminat\w+|remov\w+|without|stop\w*|avoid\w*|prevent\w*|hid\w+\s+from|rather\s+than|beyond)\b[- ][^.,;]*$"
    r"|\b(?:less|fewer)[- ](?:\w+\s+)?$"
    r"|\bmore\s+than\s+(?:an?|one|the)\s*$"
    r"|\ball\s+(?:that\s+)?(?:you|we|they|it)\s*$"
    # "No setup or login required"
    r"|\bno\s+(?:\w+\s+){1,3}(?:(?:and|or)\s+(?:\w+\s+){1,2})?$",
    re.IGNORECASE,
)
_TURNED_JAPANESE = re.compile(
    r"性?[はがもの]?(?:極めて|きわめて|非常に|かなり|とても|比較的|最も|より)?(?:低|少な|薄)"
    r"|外(?=[のをはがでと、])|性[はがも][^。]{0,30}低[いくか]"
    r"|[はがも]?(?:ほとんど|殆ど|まった?く|全く)|防止|回避|対策|拒否|以外|反対"
    # undone, or not yet: 圧縮を解く, 圧縮前; kept off: 攻撃を防ぐ
    r"|(?:を|の)?(?:解除|解[いくけ]|取り消|閉じ)|前(?![々回後進])"
    r"|(?:を|から|に対)[^、。]{0,8}(?:防|守|保護|避け|弾[いくか]|免れ|耐え)|(?:こと|の)が(?:嫌|苦手)"
)
# What is handed to one is received by one: 渡される is both.
_HANDED = frozenset({"send or receive", "give or take", "give or take still"})
_PASSIVE = re.compile(r"さ?(?:れ|られ)[るたてまな]")
_GIVEN = frozenset({"given", "sent", "granted", "handed"})
# What is the result of a thing has that for its cause.
_RESULT = frozenset({"result", "consequence", "outcome", "effect", "product"})
_BEHIND_RESULT = (" of ", " from ", " when ")
# Without an amount before it, 以下 is what follows: 以下の手順.
_BOUNDS = frozenset({"以下", "以上"})
_OF_PLACES, _FOLLOWING = frozenset({"above", "below"}), "following"
_AMOUNT = re.compile(r"[\w%％)）]\s?$")
_JOINTS = frozenset("のはがをにでともや、。")
# What stands between a word and a denial further on in its clause: 十分な空き容量が残っていない.
_TAKEN_IN = re.compile(r"[^、。！？!?\n]{0,20}")
# Prefixes that turn a word round: 非依存, 不健康.
_PREFIX_JAPANESE = re.compile(r"[非不未無反脱対耐抗]$")
_REACH = 40
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


def plain(candidates: Sequence[Opposed], english: str, japanese: str) -> list[Opposed]:
    """Those of which nothing beside the two words turns one round: *risk-free* is 安全, *not used*
    is 未使用, *many* is 少なくない. A word that is rendered so is rendered by no other."""
    theirs, ours = english_negations(english), japanese_negations(japanese)
    is_free = len(ours) > len(theirs)
    left, turned = [], set()
    for each in candidates:
        # The *not* of *not less than* is its own.
        there = any(
            n.place.overlaps(each.english.span) and not each.english.span.overlaps(n.span)
            for n in theirs
        )
        here = any(
            n.place.overlaps(each.japanese.span)
            or (is_free and _takes_in(n, each.japanese.span, japanese))
            for n in ours
        )
        if there == here:
            left.append(each)
        elif here and is_free:
            turned.add(each.english.span)
    return [
        each
        for each in left
        if each.english.span not in turned
        and _is_plain(each.english, each.japanese, english, japanese)
    ]


def _takes_in(negation: Negation, word: Span, japanese: str) -> bool:
    """Whether a denial is about what stands before it in its clause: *insufficient time* is
    十分な時間がない, *rare* is 頻繁には起こらない."""
    start = negation.place.start
    return word.end <= start and bool(_TAKEN_IN.fullmatch(japanese, word.end, start))


def _is_plain(left: Pole, right: Pole, english: str, japanese: str) -> bool:
    return not (
        is_code(english, left.span)
        or is_code(japanese, right.span)
        or left.key in PARTICLES
        or right.key in _OF_BOTH
        or (left.name in _HANDED and _is_passive(left, right, english, japanese))
        or (left.key in _RESULT and english.startswith(_BEHIND_RESULT, left.span.end))
        or (right.key in _BOUNDS and not _is_bound(left, right, japanese))
        or _TURNED_AFTER.match(english, left.span.end)
        or _TURNED_BEFORE.search(english, max(0, left.span.start - _REACH), left.span.start)
        or _TURNED_JAPANESE.match(japanese, right.span.end)
        or _PREFIX_JAPANESE.search(japanese[: right.span.start])
    )


def _is_passive(left: Pole, right: Pole, english: str, japanese: str) -> bool:
    """Whether a word is said of the one who receives: *when sent data* is 受け取ると."""
    return left.span.of(english).lower() in _GIVEN or bool(_PASSIVE.match(japanese, right.span.end))


def _is_bound(left: Pole, right: Pole, japanese: str) -> bool:
    """Whether a 以上 or 以下 is about what the English word is about: an amount, or a place in the
    text, *the following* being none but a place."""
    before = japanese[: right.span.start]
    has_amount = bool(_AMOUNT.search(before)) and before.rstrip()[-1] not in _JOINTS
    return left.key in _OF_PLACES or has_amount != (left.key == _FOLLOWING)


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
            "opposition": found.english.name,
            "likeness": round(found.features["likeness"], 2),
            "linked": round(found.features["linked"], 2),
            "log_odds": round(logit, 2),
        },
    )
