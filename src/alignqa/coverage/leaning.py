"""Whether what stands beside a gap could not stand without it.

A translator leaves out what a sentence can do without. *The shop also gives out pencils* before
*blessed by a priest* is what the rest hangs on: had it been left out, nothing would render the rest,
either, so that it is likelier to be rendered in words that are not known for it.
"""

from __future__ import annotations

import re

from alignqa.text import Lang, Span
from alignqa.words import japanese_tokens

_MARK = re.compile(r"\s*[,.;:!?)\]”\"—–…]|\s*-\s")
_MARKS_BEFORE = " \"'“‘(["
_NEXT_WORD = re.compile(r"[A-Za-z]+")
_COORDINATE = frozenset("and but or so nor yet".split())
# A phrase that ends in one of these, without a mark behind it, belongs to the verb that follows.
_DEPENDENT = {"名詞", "代名詞", "接続詞", "接尾辞"}
_PARTICLES = {"格助詞", "副助詞"}
_BESIDE = {"補助記号", "空白"}


def leans_on(gap: Span, text: str, within: Span, lang: Lang) -> bool:
    """Whether the rest of the sentence `within` leans on a gap.

    In English the gap is how the sentence begins, and goes on without a mark or an *and*; in Japanese
    it ends in a noun, a particle or a conjunction, and the sentence goes on without a mark.
    """
    if lang is Lang.ENGLISH:
        return _english(text[within.start : gap.start], gap.of(text), text[gap.end : within.end])
    return _japanese(text, gap, within)


def _english(before: str, words: str, after: str) -> bool:
    if before.strip(_MARKS_BEFORE) or not after.strip() or _MARK.match(after):
        return False
    if _MARK.match(words[-1:]):
        return False
    following = _NEXT_WORD.search(after)
    return following is None or following.group().lower() not in _COORDINATE


def _japanese(text: str, gap: Span, within: Span) -> bool:
    tokens = [token for token in japanese_tokens(text) if token.span.overlaps(within)]
    inside = [token for token in tokens if gap.start <= token.span.start < gap.end]
    following = next((token for token in tokens if token.span.start >= gap.end), None)
    if not inside or following is None or following.pos[0] in _BESIDE:
        return False
    return inside[-1].pos[0] in _DEPENDENT or inside[-1].pos[1] in _PARTICLES
