"""Sentences that leave the style of the document: です・ます among である, or *colour* among *color*.

## Why

A text that changes its manner of speaking from sentence to sentence sounds as if two people had
written it.

## Example

- Eight sentences end in ました or です, and one between them: 駅は工事中だ。 → that one is marked.
- *The colour of the roof* in a document that has *color*, *center* and *traveled* elsewhere.

## Limits

It speaks where at least eight sentences, or four words, tell the style, and at most one in six (of
words, one in five) leaves it; a document in two manners is left alone. Quotations, brackets,
titles, captions, sentences that end in a noun and words with capital letters are not counted; nor
are Japanese items and cells that the file marks as such; passages in a row that keep to the other
style may be a list, and are not marked.

Source: JTF Style Guide for Japanese translation, version 3, 1.1.1 (body text), 1.1.2 (headings),
1.1.3 (lists); the error type *inconsistent-style* of MQM.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from alignqa.bitext import Pair, Part
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import told
from alignqa.text import Lang, Segment, Span
from alignqa.words.markup import CODE, TAG, URL, blanked

RULE = Rule("AQ709", "mixed-style", MqmCategory.INCONSISTENT_STYLE, Severity.MINOR)

_HELD_UP = re.compile(
    r"「[^「」]*(?:「[^「」]*」[^「」]*)*(?:」|$)|^[^「」]*」|『[^『』]*』|“[^“”]*”|\"[^\"]*\""
    r"|（[^（）]*）|\([^()]*\)"
)
_ITEM = re.compile(r"^\s*(?:[-*・•●■◆]|\d+[.)．、])")
_POLITE = re.compile(
    r"(?:です|ます|ました|ません|ませんでした|でした|ましょう|でしょう|ください"
    r"|下さい)(?=[かねよ]{0,2}[。！？])"
)
_PLAIN = re.compile(
    r"(?:である|であった|だった|だ|(?<=[ぁ-ん])(?<!まし)(?<!でし)た|(?<=[ぁ-ん一-龯])る|ない"
    r"|たい|だろう)(?=[。])"
)
# Word by word: British, American.
_SPELLINGS = """
colour color|colours colors|favourite favorite|favour favor|honour honor|neighbour neighbor
neighbours neighbors|neighbourhood neighborhood|behaviour behavior|harbour harbor|labour labor
flavour flavor|humour humor|rumour rumor|centre center|centres centers|theatre theater
metres meters|kilometres kilometers|litres liters|fibre fiber|travelled traveled
travelling traveling|cancelled canceled|labelled labeled|modelling modeling|defence defense
offence offense|licence license|grey gray|programme program|catalogue catalog|dialogue dialog
jewellery jewelry|tyre tire|tyres tires|aluminium aluminum|organisation organization
organised organized|recognise recognize|recognised recognized|realise realize|realised realized
analyse analyze|analysed analyzed|apologise apologize|centimetres centimeters|learnt learned
"""
_AMBIGUOUS = frozenset({"program", "dialogue", "license", "tire", "learned", "theater", "catalog"})
_PAIRS = [pair.split() for pair in _SPELLINGS.replace("\n", "|").split("|") if pair.strip()]
_BRITISH = {pair[0]: pair[1] for pair in _PAIRS}
_AMERICAN = {pair[1]: pair[0] for pair in _PAIRS}
_LOWER_WORD = re.compile(r"(?<![\w-])[a-z]{4,}(?![\w-])")

_FEWEST = {Lang.JAPANESE: 8, Lang.ENGLISH: 4}
_SHARE = {Lang.JAPANESE: 6, Lang.ENGLISH: 5}

Places = list[tuple[int, Span]]


def check_document(pairs: Sequence[Pair], context: Context) -> Iterator[tuple[int, Finding]]:  # noqa: ARG001
    """Yields a finding for each place that leaves the document's style."""
    first: Places = []
    second: Places = []
    lang = next((pair.target.lang for pair in pairs if not pair.target.is_empty), None)
    if lang is None:
        return
    find = _japanese if lang is Lang.JAPANESE else _english
    for place, pair in enumerate(pairs):
        if pair.part is Part.BODY and pair.is_whole and not _has_own_style(pair.target):
            one, other = find(pair.target.text)
            first += [(place, span) for span in one]
            second += [(place, span) for span in other]
    few, many = sorted((first, second), key=len)
    if (
        len(few) + len(many) < _FEWEST[lang]
        or not few
        or len(few) * _SHARE[lang] > len(many) + len(few)
    ):
        return
    for place, span in _alone(few, many) if lang is Lang.JAPANESE else few:
        words = span.of(pairs[place].target.text)
        if lang is Lang.JAPANESE:
            own, usual = ("敬体", "常体") if few is first else ("常体", "敬体")
            shown = words if len(words) <= 30 else "…" + words[-29:]
            message = told(
                "“{words}” is {own}, the document's other sentences are {usual} ({most} of {all}).",
                words=shown,
                own=own,
                usual=usual,
                most=len(many),
                all=len(few) + len(many),
            )
            expected = None
        else:
            table = _BRITISH if few is first else _AMERICAN
            expected = table[words]
            spelling = told("American") if few is first else told("British")
            usual = str(spelling)
            message = told(
                "“{words}” stands among {usual} spellings.",
                words=words,
                usual=spelling,
            )
        yield (
            place,
            Finding(
                RULE,
                Severity.MINOR,
                0.7,
                message,
                (),
                (span,),
                {"usual": usual, "count": len(many), "odd": len(few)},
                expected,
            ),
        )


def _has_own_style(target: Segment) -> bool:
    """A Japanese list or table may keep to plain forms among polite ones."""
    return target.is_listed and target.lang is Lang.JAPANESE


def _alone(few: Places, many: Places) -> Places:
    """Those of the few that do not stand in a row of passages in their style: a list, a table."""
    usual = {place for place, _ in many}
    own = {place for place, _ in few} - usual
    return [
        (place, span)
        for place, span in few
        if place in usual or own.isdisjoint({place - 1, place + 1})
    ]


def _japanese(text: str) -> tuple[list[Span], list[Span]]:
    """The ends of polite and of plain sentences."""
    if _ITEM.match(text) or "。" not in text:
        return [], []
    plain = blanked(text, CODE, TAG, URL, _HELD_UP)
    polite, casual = (
        [_sentence(plain, match.end()) for match in pattern.finditer(plain)]
        for pattern in (_POLITE, _PLAIN)
    )
    return polite, casual


def _sentence(text: str, end: int) -> Span:
    """The sentence that ends here."""
    start = max(text.rfind(mark, 0, end) for mark in "。！？\n") + 1
    while text[start].isspace():
        start += 1
    return Span(start, end)


def _english(text: str) -> tuple[list[Span], list[Span]]:
    """The words in British and in American spelling."""
    words = list(_LOWER_WORD.finditer(blanked(text, CODE, TAG, URL)))
    british, american = (
        [
            Span(*match.span())
            for match in words
            if match.group() in table and match.group() not in _AMBIGUOUS
        ]
        for table in (_BRITISH, _AMERICAN)
    )
    return british, american
