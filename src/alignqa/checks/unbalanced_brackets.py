"""A bracket or quotation mark that is opened and not closed, or closed and not opened.

## Why

Half a pair of brackets leaves the reader to guess where a quotation or a remark ends, and often
shows that a piece of the text was cut off.

## Example

- *He called it “a long night.”* → 彼は「長い夜だったと振り返った。: 「 is not closed.
- 会場（旧市庁舎）は満員だった。 → *The venue (the old city hall was full.*: ( is not closed.

## Limits

It speaks only where the source's own brackets match. Which mark of a pair was forgotten is not
always certain: the one that was left alone is marked. Straight and curly quotation marks are
counted together, apostrophes are not looked at, nor are item numbers such as *a)*, faces, code,
addresses and a quotation that an English paragraph opens and the next one goes on with.

Source: JTF Style Guide for Japanese translation, version 3, 4.3 (brackets); the error type
*punctuation* of MQM.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import told
from alignqa.text import Span
from alignqa.words.markup import CODE, EMAIL, TAG, URL, blanked

RULE = Rule("AQ701", "unbalanced-brackets", MqmCategory.PUNCTUATION, Severity.MINOR)

_PAIRS = dict(zip("「『(【[《〈〔｢", "」』)】]》〉〕｣", strict=True))
_OPENING = {closing: opening for opening, closing in _PAIRS.items()}
_WIDTH = str.maketrans("（）［］", "()[]")
_ANY = re.compile(r"[「」『』()（）【】\[\]［］《》〈〉〔〕｢｣“”\"〝〟]")
_QUOTATION = re.compile(r'[“”〝〟"]')
# A bracket that is an eye or a mouth, inches or feet, or stands behind an item number.
_FACE = re.compile(
    r"[:;=8xX][-'^]?[()\[\]]|[()\[\]][-'^]?[:;=]|[(（][\W_]?[^\w\s()（）]"
    r"|[^\w\s()（）」』”\"。.!?！？…,]\)"
)
_MEASURE = re.compile(r"\d\s?[\"”]")
_ITEM = re.compile(r"(?:^|[\s、。，：:,;「])\w{1,3}\.?[)）]$")
_INTERVAL = re.compile(r"[\[(]\s*[-\d.]+\s*,\s*[-\d.∞]+\s*[\])]")
# A text with more of them has another trouble than a forgotten mark.
_MOST = 5
# Single quotation marks may be what the other side's marks stand for.
_SINGLE = re.compile(r"(?<!\w)['‘]\w|[\w.,!?]['’](?!\w)")


def check(pair: Pair, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """Yields a finding for each bracket of the target that is alone, if none of the source's is."""
    target = pair.target.text
    if not pair.is_whole or not _ANY.search(target):
        return
    alone = _alone(target)
    if not alone or _is_uneven(pair.source.text):
        return
    for place in alone[:_MOST]:
        mark = target[place]
        is_closing = mark.translate(_WIDTH) in _OPENING
        # A quotation goes on from one paragraph to the next.
        if place == 0 and (is_closing or (mark in '“"' and len(alone) == 1)):
            continue
        what = (
            told("is closed but never opened") if is_closing else told("is opened but never closed")
        )
        if _QUOTATION.match(mark):
            what = told("has no partner")
        yield Finding(
            RULE,
            Severity.MINOR,
            0.8,
            told("The mark “{mark}” {what}.", mark=mark, what=what),
            (),
            (Span(place, place + 1),),
            {"mark": mark},
        )


def _alone(text: str) -> list[int]:
    """Offsets of the marks that have no partner, in order."""
    plain = blanked(text, CODE, TAG, URL, EMAIL, _INTERVAL)
    folded = plain.translate(_WIDTH)
    open_places: dict[str, list[int]] = {opening: [] for opening in _PAIRS}
    found = []
    for match in _ANY.finditer(folded):
        mark, place = match.group(), match.start()
        if mark in _PAIRS:
            open_places[mark].append(place)
        elif mark in _OPENING:
            if open_places[_OPENING[mark]]:
                open_places[_OPENING[mark]].pop()
            else:
                found.append(place)
    found += [place for places in open_places.values() for place in places]
    found = [place for place in found if not _is_other_use(plain, place)]
    measures = {match.end() - 1 for match in _MEASURE.finditer(folded)}
    quotations = [match.start() for match in _QUOTATION.finditer(folded)]
    if len(quotations) % 2 and not (measures and measures <= set(quotations)):
        found.append(_odd_one(folded, quotations))
    return sorted(found)


def _is_other_use(text: str, place: int) -> bool:
    """Whether a bracket belongs to a face or an item number."""
    around = text[max(0, place - 2) : place + 3]
    return bool(_FACE.search(around)) or bool(_ITEM.search(text[max(0, place - 4) : place + 1]))


def _is_uneven(source: str) -> bool:
    """Whether the source's own marks do not match, or are of a sort that is not counted."""
    return bool(_alone(source)) or bool(_SINGLE.search(source))


def _odd_one(text: str, places: list[int]) -> int:
    """The quotation mark that is most likely alone: one that does not alternate, or the last."""
    expects_opening = True
    for place in places:
        mark = text[place]
        if mark == "“" and not expects_opening:
            return places[places.index(place) - 1]
        if mark == "”" and expects_opening and "“" in text:
            return place
        expects_opening = not expects_opening
    return places[-1]
