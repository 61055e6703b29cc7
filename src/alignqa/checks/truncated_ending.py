"""The translation breaks off in mid-sentence, while the source comes to its end.

The last words of the translation cannot end a sentence (a comma, a particle such as を, an article
or a conjunction), and the source ends with a mark that closes one.

## Why

A length limit, a cut in copying or a translation engine that stops early leaves a sentence without
its verb, which in Japanese is where "not" stands.

## Example

- *Contrary to the forecast, exports rose in March.* over 予測に反して、: nothing follows the comma.
- 会議は午後三時に始まります。 over *The meeting will begin at the*: "the" ends no sentence.

## Limits

A translation that breaks off after a whole clause looks complete here; `omitted-clause` may see
what is missing. A comma behind what is as long as it should be, in English, or behind a polite
ending, in Japanese, is minor: it may stand for a full stop. 例えば、 may end a passage before its
example. Titles and lists, whose source has no closing mark either, are passed over.

Source: the error type *omission* of MQM; *truncation* in studies of machine translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import told
from alignqa.text import Lang, Span
from alignqa.words import english_words, japanese_tokens
from alignqa.words.lengths import translated_length

RULE = Rule("AQ406", "truncated-ending", MqmCategory.OMISSION, Severity.CRITICAL)

# An ellipsis closes nothing, and several commas are one.
_CLOSED = re.compile(r"""(?<![.…。])[.!?。！？．][\s"'”’」』)）\]］]*$""")
_COMMA = re.compile(r"(?<![、，,.…])[、，,]\s*$")
# No English sentence ends in these: articles, conjunctions, and possessives.
_OPEN_ENGLISH = frozenset(
    "a an the and or but nor because although unless whereas my your our their its whose".split()
)
# Sentences do end in other particles: か, ね, よ, and headlines in へ, に, も, で.
_OPEN_JAPANESE = {"格助詞": frozenset("をが"), "係助詞": frozenset("は")}
# "What is a glossary?" is 用語集とは, "And the result?" 気になる結果は.
_TOPIC = re.compile(r"は$")
# What follows is an example, or code, in a passage of its own.
_LEADING_ON = re.compile(
    r"(?:^|[。！？」）])\s*(?:例えば|たとえば|例|つまり|すなわち|具体的には)[、，]$"
)
# Shorter than this share of what the source needs, it is surely cut.
_SHORT = 0.7
# As long as this, a comma stands where a full stop should: nothing seems to be missing.
_LONG = 0.8
# Polite endings: behind them a Japanese sentence has its verb.
_POLITE = re.compile(r"(?:です|でした|ます|ました|ません|ください|下さい)[、，,]$")


def check(pair: Pair, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """Yields one finding at most, on the last word of the translation."""
    if not pair.is_whole or not _CLOSED.search(pair.source.text.rstrip()):
        return
    text = pair.target.text.rstrip()
    last = _open_end(text, pair.target.lang)
    if (
        last is None
        or _LEADING_ON.search(text)
        or (_asks(pair.source.text) and _TOPIC.search(text))
    ):
        return
    share = translated_length(text, pair.target.lang) / translated_length(
        pair.source.text, pair.source.lang
    )
    is_short = share < _SHORT
    severity = Severity.CRITICAL if is_short else Severity.MAJOR
    if share >= _LONG and _may_be_whole(text, pair.target.lang):
        severity = Severity.MINOR
    yield Finding(
        RULE,
        severity,
        0.95 if is_short else 0.8,
        told(
            "The translation breaks off at “{words}”, while the source sentence is complete.",
            words=last.of(text),
        ),
        (),
        (last,),
        {"kind": "omission", "length_share": round(share, 2)},
    )


def _may_be_whole(text: str, lang: Lang) -> bool:
    """Whether only the last comma says that something should follow."""
    return bool(_POLITE.search(text) if lang is Lang.JAPANESE else _COMMA.search(text))


def _asks(source: str) -> bool:
    return source.rstrip(" \n\"'”’)」』）").endswith(("?", "？"))


def _open_end(text: str, lang: Lang) -> Span | None:
    """The last word, with a comma behind it, if no sentence can end so."""
    if lang is Lang.ENGLISH:
        words = english_words(text)
        if not words:
            return None
        last = words[-1]
        tail = text[last.span.end :]
        if _COMMA.fullmatch(tail.strip()) or (not tail and last.text in _OPEN_ENGLISH):
            return Span(last.span.start, len(text))
        return None
    tokens = japanese_tokens(text)
    if _COMMA.search(text):
        return Span(tokens[-2].span.start, len(text)) if len(tokens) > 1 else None
    token = tokens[-1]
    if token.surface in _OPEN_JAPANESE.get(token.pos[1], frozenset()):
        return Span(tokens[-2].span.start if len(tokens) > 1 else token.span.start, len(text))
    return None
