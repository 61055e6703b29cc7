"""On which side of a number the words around it leave room: "more than 3", 4人以上, "18 or older"."""

from __future__ import annotations

import re

from alignqa.quantities.quantity import Bound
from alignqa.text import Lang, Span

# What may stand between the words and the number: "over $3", 最大で3.
_ENGLISH_BEFORE = re.compile(
    r"(?<![\w-])(?:(?P<not>no|not) )?(?:(?P<above>(?:more|greater|higher|older) than|over|above|exceed(?:ing|s|ed)?"
    r"|>(?!=))|(?P<least>at least|minimum(?: of)?|≥|>=)|(?P<below>(?:less|fewer|lower|younger) than|under"
    r"|below|<(?!=))|(?P<most>at most|up to|maximum(?: of)?|≤|<=)) ?(?:[a-z]{0,3}[$€£¥] ?)?$",
    re.IGNORECASE,
)
_ENGLISH_BEHIND = re.compile(
    r"(?:[ -][a-z]+){0,2}? (?:or|and) (?:(?P<least>more|over|above|older|later|newer|higher|greater|up)"
    r"|(?P<most>less|fewer|under|below|younger|earlier|lower))\b(?! than)|(?P<plus>\+)",
    re.IGNORECASE,
)
_JAPANESE_BEFORE = re.compile(
    r"(?:(?P<most>最大|最高|上限|多くても|せいぜい)|(?P<least>最低|最小|下限|少なくとも))(?:でも|で|は)?、?約?[$€£¥]?$"
    r"|(?P<above>>(?!=))|(?P<below><(?!=)) ?$"
)
_JAPANESE_BEHIND = re.compile(
    r"\s?[^\d〇零一二三四五六七八九十百千万億兆、。\s]{0,4}?"
    r"(?:(?P<least>以上|以降|以後)|(?P<most>以下|以内)|(?P<below>未満|を?下回|に満た)"
    r"|(?P<above>超|突破|[をがは]?(?:超え|上回)))"
)
_BOUNDS = {
    "above": Bound.ABOVE,
    "least": Bound.AT_LEAST,
    "plus": Bound.AT_LEAST,
    "below": Bound.BELOW,
    "most": Bound.AT_MOST,
}
_TURNED = {Bound.ABOVE: Bound.AT_MOST, Bound.BELOW: Bound.AT_LEAST}
_WINDOW = 24


def bound_of(text: str, span: Span, lang: Lang) -> tuple[Bound, Span] | None:
    """What the words beside the number in this place make of it, and these words.

    `text` is Japanese with its full-width forms folded, or English.
    """
    english = lang is Lang.ENGLISH
    before = _ENGLISH_BEFORE if english else _JAPANESE_BEFORE
    behind = _ENGLISH_BEHIND if english else _JAPANESE_BEHIND
    start = max(0, span.start - _WINDOW)
    match = before.search(text, start, span.start) or behind.match(text, span.end)
    if match is None:
        return None
    groups = match.groupdict()
    name = next(name for name in _BOUNDS if groups.get(name))
    bound = _BOUNDS[name]
    if groups.get("not"):
        bound = _TURNED.get(bound, bound)
    return bound, Span(*match.span())
