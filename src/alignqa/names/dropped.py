"""Full names that a translation leaves out without anything that speaks of the person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from alignqa.bitext import Pair
from alignqa.lexicon.support import Support
from alignqa.names.found import Name, names_in
from alignqa.names.lost import LostNames
from alignqa.names.lost_name import Lost
from alignqa.text import Lang, Span
from alignqa.words import english_words, japanese_tokens

_LATIN = re.compile(r"[A-Za-zａ-ｚＡ-Ｚ]+")
# What may stand for a person who was named: pronouns are found by their part of speech in Japanese.
_ENGLISH_PRONOUNS = frozenset(
    """i me my mine myself you your yours he him his himself she her hers herself they them their
    theirs themselves we us our who whom whose it its one someone man woman boy girl person people
    couple pair duo mr mrs ms sir""".split()
)
_JAPANESE_PERSONS = (
    "氏", "さん", "さま", "様", "君", "くん", "ちゃん", "同", "本人", "自身", "自ら", "者", "人", "男",
    "女", "父", "母", "兄", "弟", "姉", "妹", "夫", "妻", "子", "親", "首相", "大統領", "大臣", "長",
    "員", "手", "監督", "教授", "博士", "王", "帝", "家", "師", "士", "生",
)  # fmt: skip


def dropped(pair: Pair, names: Sequence[Name], lost: LostNames, support: Support) -> Iterator[Lost]:
    """Of the names of the source, those of two words and more that are lost, and whose sentence
    has, in the target, no pronoun, no title, and no name but those that render another."""
    sides = (lost.in_english, lost.in_japanese)
    ours, theirs = sides if pair.source.lang is Lang.ENGLISH else sides[::-1]
    for name in names:
        target = _sentence_over(pair, name.span) if len(name.parts) > 1 else None
        if target is None or _speaks_of_somebody(pair, target, support):
            continue
        there = [n for n in names_in(pair.target.text, pair.target.lang) if n.span.overlaps(target)]
        missing = [found for found in ours([name]) if found.span == name.span]
        is_lost = bool(missing) and missing[0].is_surely_name and lost.is_of_names(name)
        if is_lost and not lost.is_within_a_run(name) and not any(theirs(there)):
            yield missing[0]


def _sentence_over(pair: Pair, span: Span) -> Span | None:
    """The target of the sentences that hold a stretch of the source."""
    if not pair.beads:
        return Span(0, len(pair.target.text))
    for bead in pair.beads:
        if bead.source and bead.source.start <= span.start and span.end <= bead.source.end:
            return bead.target
    return None


def _speaks_of_somebody(pair: Pair, within: Span, support: Support) -> bool:
    """Whether a pronoun, a title or a copied word stands in a stretch of the target."""
    text = pair.target.text
    if pair.target.lang is Lang.JAPANESE:
        tokens = [token for token in japanese_tokens(text) if token.span.overlaps(within)]
        return (
            any(token.pos[0] == "代名詞" for token in tokens)
            or any(token.surface.endswith(_JAPANESE_PERSONS) for token in tokens)
            or any(word not in pair.source.text for word in _LATIN.findall(within.of(text)))
            or any(term.span.overlaps(within) for term in support.japanese_terms({"office"}))
        )
    return any(
        word.text.lower() in _ENGLISH_PRONOUNS
        for word in english_words(text)
        if word.span.overlaps(within)
    ) or any(term.span.overlaps(within) for term in support.english_terms({"office"}))
