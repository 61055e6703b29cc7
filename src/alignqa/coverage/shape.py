"""Whether a run of words has the shape of a clause: how it begins and ends."""

from __future__ import annotations

import re

from alignqa.text import Lang, Span
from alignqa.words import english_words, japanese_tokens

_OPENERS = frozenset(
    """although though while whereas if unless until when whenever where wherever because since after
    before as which who whom whose that despite and but or so including according with""".split()
)
_MARK_AFTER = re.compile(r"[、,.;:。)）」”\"!?！？—–-]")
_ENDS_SENTENCE = ".。!?！？"
_MARKS_BEFORE = '、,.;:。(（「“"!?！？—–-'
_COMMA = re.compile(r"[、,;]")
# Nouns and particles that end a clause.
_CLAUSE_ENDS = frozenset("ため 際 とき 時 後 ので けど から のに ながら".split())
_PREDICATES = {"動詞", "形容詞", "助動詞"}
_EMPTY = [0.0] * 4


def shape(text: str, run: Span, within: Span, lang: Lang) -> list[float]:
    """How a run begins and ends: four numbers for both languages, five for Japanese, and four for
    English."""
    words = run.of(text)
    before = text[within.start : run.start].rstrip()
    after = text[run.end : within.end].lstrip()
    opens = not before or before[-1] in _MARKS_BEFORE
    closes = not after or bool(_MARK_AFTER.match(after)) or words[-1:] in set(_ENDS_SENTENCE)
    both = [len(_COMMA.findall(words)), closes, opens, closes and opens]
    if lang is Lang.JAPANESE:
        row = [*both, *_japanese(text, run), *_EMPTY]
    else:
        row = [*both, *_EMPTY, 0.0, *_english(text, run, opens=opens, closes=closes)]
    return [float(value) for value in row]


def _japanese(text: str, run: Span) -> list[bool]:
    """Whether it has a predicate, and ends as a clause, in a particle of case, in a topic, in a noun."""
    tokens = [
        token
        for token in japanese_tokens(text)
        if run.start <= token.span.start < run.end and token.pos[0] not in {"補助記号", "空白"}
    ]
    if not tokens:
        return [False] * 5
    last = tokens[-1]
    return [
        any(token.pos[0] in _PREDICATES for token in tokens),
        last.pos[1] == "接続助詞" or last.pos[0] in _PREDICATES or last.surface in _CLAUSE_ENDS,
        last.pos[1] == "格助詞",
        last.pos[1] == "係助詞",
        last.pos[0] == "名詞",
    ]


def _english(text: str, run: Span, *, opens: bool, closes: bool) -> list[float]:
    """Whether it begins with a conjunction or a relative, that after a mark, that before a mark, and
    the share of its words with a capital."""
    words = [word for word in english_words(text) if run.start <= word.span.start < run.end]
    if not words:
        return list(_EMPTY)
    linked = words[0].text.lower() in _OPENERS
    capitals = sum(word.begins_upper for word in words) / len(words)
    return [float(linked), float(linked and opens), float(linked and closes), capitals]
