"""Where one side asserts what the other denies: the predicate around a word, or the clause."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from alignqa.polarity.evidence import Linked
from alignqa.polarity.negation import Negation
from alignqa.polarity.quoted import whole_words, with_endings
from alignqa.polarity.spoken import spoken
from alignqa.text import Lang, Span
from alignqa.words import Token, english_words, japanese_tokens

# Words in front of what they assert: a *not* would stand behind one of these, or in its place.
_LEADING = frozenset(
    """be have do will would can could shall should may might must with always still even everyone
    everybody everything someone something both all""".split()
)
_CONTRACTED = re.compile(r"['’](?:m|re|s|ve|ll|d)$", re.IGNORECASE)
# What may stand between these and the word, beside a few words of meaning; and what begins a clause.
_BETWEEN = frozenset(
    "a an the any some to of in at on by for ever so very too quite this their his her its my your our"
    " more also just able going i you he she it we they there".split()
)
_OPENING = frozenset(
    "that who which what when where why how and or but if because while as than".split()
)
_REACH, _CROSSED = 6, 3
# Nouns that only carry the clause before them: 入力することができる.
_CARRIERS = frozenset("事 こと 物 もの 訳 わけ 積もり つもり 筈 はず の 様".split())
_PREDICATES = frozenset({"動詞", "形容詞", "助動詞"})
_ENDS = frozenset({"補助記号", "接続詞"})
_CLAUSE = {
    Lang.ENGLISH: re.compile(r"(?:[^\s,.;:!?—()\"“”]|[,.:](?=\S)|(?<=\S) (?=\S))+"),
    Lang.JAPANESE: re.compile(r"[^\s、。！？!?「」『』（）()]+"),
}
# How many words on either side of a denial tell its clause, and how surely, all together.
_BESIDE, _SURELY = 4, 0.9


def asserted(word: Span, text: str, lang: Lang) -> Span:
    """The whole predicate of which this is a word: *can be removed*, 進展がある."""
    whole = whole_words(word, text, lang)
    if lang is Lang.ENGLISH:
        return Span(_start_of_predicate(whole, text), whole.end)
    return _with_predicate(whole, text)


def _start_of_predicate(whole: Span, text: str) -> int:
    before = [word for word in english_words(text) if word.span.end <= whole.start][-_REACH:]
    start = behind = whole.start
    crossed = 0
    for word in reversed(before):
        if text[word.span.end : behind].strip() or word.lemma in _OPENING:
            break
        behind = word.span.start
        if word.lemma in _LEADING or _CONTRACTED.search(word.text):
            start = behind
        elif start != whole.start and word.lemma not in _BETWEEN:
            break
        elif word.lemma not in _BETWEEN and not word.lemma.endswith("ly"):
            crossed += 1
            if crossed > _CROSSED:
                break
    return start


def _with_predicate(whole: Span, text: str) -> Span:
    """The word with the verb that ends its clause, or that the next noun hangs on."""
    tokens = japanese_tokens(text)
    at = next((n for n, token in enumerate(tokens) if token.span.end >= whole.end), len(tokens))
    end = whole.end
    if at < len(tokens) and tokens[at].pos[0] not in _PREDICATES:
        end = _next_predicate(tokens, at + 1, text) or end
    while True:
        at = next((n for n, token in enumerate(tokens) if token.span.start >= end), len(tokens))
        if at == len(tokens) or tokens[at].base not in _CARRIERS:
            break
        further = _next_predicate(tokens, at + 1, text, only_particles=True)
        if further is None:
            break
        end = further
    return Span(whole.start, end)


def _next_predicate(
    tokens: Sequence[Token], at: int, text: str, *, only_particles: bool = False
) -> int | None:
    """Where the next verb of the clause ends, endings included."""
    for token in tokens[at:]:
        if token.pos[0] in _ENDS:
            return None
        if token.pos[0] in _PREDICATES:
            return with_endings(token.span, text).end
        if only_particles and token.pos[0] != "助詞":
            return None
    return None


def clause_of(
    negation: Negation, texts: dict[Lang, str], lang: Lang, links: Sequence[Linked]
) -> Span | None:
    """The clause of the other side that renders what stands beside a negation of this side.

    Args:
        links: which words of this side, first, render which of the other, and how surely.
    """
    place, there = negation.place, texts[lang.other]
    words = [word.span for word in spoken(texts[lang], lang) if word.is_content]
    beside = [
        *[word for word in words if word.end <= place.start][-_BESIDE:],
        *[word for word in words if word.overlaps(place)],
        *[word for word in words if word.start >= place.end][:_BESIDE],
    ]
    clauses = [Span(*match.span()) for match in _CLAUSE[lang.other].finditer(there)]
    surely: defaultdict[Span, float] = defaultdict(float)
    for mine, other, confidence in links:
        if any(mine.overlaps(word) for word in beside):
            for clause in clauses:
                if clause.overlaps(other):
                    surely[clause] += confidence
    best = max(surely, key=lambda clause: surely[clause], default=None)
    return best if best is not None and surely[best] >= _SURELY else None
