"""Names of two things of one field, one put for the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.lexicon.field_swaps import FieldSwap, field_swaps
from alignqa.lexicon.fields import ACTS, STATES
from alignqa.lexicon.links import WordLinks
from alignqa.lexicon.swaps import Swap
from alignqa.text import Lang

# Of a text with more English characters than these no words are linked.
LONGEST = 3000
# How likely either may be rendered all the same, by its links.
_RENDERED = 0.6
# So far apart may the two stand, as a share of their sentences: what is done may be said in other
# words. All three were chosen on references of WMT22, WMT23 and NTREX.
_FAR, _FAR_OF_ACTS = 0.6, 0.3
_DENIES_BEFORE = re.compile(
    r"(?:\b(?:not|no|never|without|cannot|nothing)|n['’]t)\W+(?:\w+\W+){0,2}$", re.IGNORECASE
)
_DENIES_BEHIND = re.compile(r"[^。、]{0,4}?(?:な[いくけしか]|ませ|無[いくし])")
# The log-odds that are told of them: they are not measured.
_SURE = 2.0


def named_swaps(pair: Pair, context: Context) -> Iterator[tuple[Swap, dict[Lang, str]]]:
    """The swaps that are sure, with the usual names of the two in the other's language."""
    english, japanese = pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text
    if len(english) > LONGEST:
        return
    found = field_swaps(english, japanese, context.linker.sources, pair.stretches)
    if not found:
        return
    links = context.linker.of_pair(pair)
    for two in found:
        if two.field in ACTS | STATES and _is_denied(two, english, japanese):
            continue
        if _is_sure(two, links):
            yield Swap(two.english, two.japanese, _SURE), two.names


def _is_denied(two: FieldSwap, english: str, japanese: str) -> bool:
    """Whether one of the two is denied, and so may say the other: "safe" is 危険がない."""
    before, after = two.english.span.start, two.japanese.span.end
    denies = _DENIES_BEHIND.match(japanese, after)
    return denies is not None or _DENIES_BEFORE.search(english[:before]) is not None


def _is_sure(two: FieldSwap, links: WordLinks) -> bool:
    # Firms, powers and bodies of the state are not said in other words.
    if two.is_proper:
        return True
    chances = (
        links.chance(two.english.span, Lang.ENGLISH),
        links.chance(two.japanese.span, Lang.JAPANESE),
    )
    is_near = two.apart <= (_FAR_OF_ACTS if two.field in ACTS else _FAR)
    return is_near and max(chances) <= _RENDERED
