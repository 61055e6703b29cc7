"""A passage that stands in one of the texts only: left out, or added.

## Why

What a translation does not say, its reader cannot miss; and what it says beyond its source, its
reader takes for the author's word.

## Example

- *Refunds are paid within ten days. The fee is not refunded.* as two paragraphs, of which the
  second has no Japanese: an omission.
- 会場は駅から歩いて5分です。, and after it an English paragraph, *Students get in
  at half price.*, that no Japanese stands for: an addition.

## Limits

It says what the pairing of paragraphs found, no more: a sentence left out inside a paragraph that
is otherwise translated is not its matter. Titles, captions, menus and the like often stand in one
language only, and are passed over; a heading that Markdown marks as one is minor. A text of a few
words, with no end mark, is reported as minor: it may be a heading or a by-line that was not known for
one. Of the cells of a row, which stand on one line, the first is marked for all. A note that the
translator marked as such (訳注) is no addition.

Source: the error types *omission* and *addition* of MQM.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from alignqa.bitext import Pair, Part
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import language_name, told
from alignqa.text import HEADING, Lang, Segment, Span
from alignqa.words.notes import without_notes

RULE = Rule("AQ401", "missing-counterpart", MqmCategory.OMISSION, Severity.MAJOR)

# Japanese speech at the end of a paragraph closes without an end mark of its own.
_SENTENCE_END = re.compile(r"[.!?。！？…．][\"'”’」』)）]*$|。.*」$", re.DOTALL)
_LETTER = re.compile(r"[^\W\d_]")
# What a sentence has at least: English words; Japanese letters.
_SHORTEST = {Lang.ENGLISH: 4, Lang.JAPANESE: 8}
# A heading has as many to be surely another one.
_FEWEST_IN_HEADING = {Lang.ENGLISH: 3, Lang.JAPANESE: 5}
# As long as this, a text without an end mark is a sentence whose end mark was lost, or a list.
_SURELY_LONG = {Lang.ENGLISH: 15, Lang.JAPANESE: 40}


def check_document(
    pairs: Sequence[Pair],
    context: Context,  # noqa: ARG001
) -> Iterator[tuple[int, Finding]]:
    """Yields a finding for each passage that is alone, and one for the cells of a row that are."""
    alone = [
        (place, pair)
        for place, pair in enumerate(pairs)
        if (pair.part is Part.BODY or HEADING in {pair.source.mark, pair.target.mark})
        and pair.source.is_empty != pair.target.is_empty
        and _LETTER.search(pair.source.text + without_notes(pair.target.text))
        and not _is_short_heading_for_another(pairs, place)
    ]
    for row in _by_row(alone):
        place, pair = row[0]
        yield place, _finding(pair, len(row))


def _is_short_heading_for_another(pairs: Sequence[Pair], place: int) -> bool:
    """A heading of a word or two, where a heading of the other text stands alone as well: one may be
    the other, freely rendered."""
    lone = [pair for pair in pairs[max(place - 1, 0) : place + 2] if not pair.is_whole]
    headings = [pair.source if pair.target.is_empty else pair.target for pair in lone]
    headings = [heading for heading in headings if heading.mark == HEADING]
    return len({heading.lang for heading in headings}) == 2 and any(
        _length(heading) < _FEWEST_IN_HEADING[heading.lang] for heading in headings
    )


def _by_row(alone: Sequence[tuple[int, Pair]]) -> Iterator[list[tuple[int, Pair]]]:
    """Short texts that stand on one line of a file together, as the cells of a table do; every
    other passage by itself."""
    row: list[tuple[int, Pair]] = []
    for place, pair in alone:
        if row and (_row(pair) is None or _row(pair) != _row(row[-1][1])):
            yield row
            row = []
        row.append((place, pair))
    if row:
        yield row


def _row(pair: Pair) -> object:
    there = pair.source if pair.target.is_empty else pair.target
    if there.line is None or _is_sentence(there):
        return None
    return pair.target.is_empty, there.path, there.line


def _finding(pair: Pair, count: int) -> Finding:
    is_omission = pair.target.is_empty
    there = pair.source if is_omission else pair.target
    span = _stripped(there.text)
    lacking = pair.source.lang.other if is_omission else pair.source.lang
    is_sentence = there.mark != HEADING and _is_sentence(there)
    what = told("a sentence or more") if is_sentence else told("a short text")
    if there.mark == HEADING:
        what = told("a heading")
    if count > 1:
        what = told("a row of {n} short texts", n=count)
    message = (
        told(
            "Left out: {what} of the source has no {language}.",
            what=what,
            language=language_name(lacking),
        )
        if is_omission
        else told(
            "Added: {what} of the translation has no {language} behind it.",
            what=what,
            language=language_name(lacking),
        )
    )
    return Finding(
        RULE,
        Severity.MAJOR if is_sentence else Severity.MINOR,
        0.8,
        message,
        (span,) if is_omission else (),
        () if is_omission else (span,),
        {"kind": "omission" if is_omission else "addition", "length": _length(there)},
    )


def _is_sentence(segment: Segment) -> bool:
    length = _length(segment)
    if _SENTENCE_END.search(without_notes(segment.text).rstrip()):
        return length >= _SHORTEST[segment.lang]
    return length >= _SURELY_LONG[segment.lang]


def _length(segment: Segment) -> int:
    """English words, or Japanese letters."""
    if segment.lang is Lang.ENGLISH:
        return len(re.findall(r"[^\W_]+(?:['’.,][^\W_]+)*", segment.text))
    return len(re.findall(r"[^\W_]", segment.text))


def _stripped(text: str) -> Span:
    """All of a text but the white space around it."""
    start = len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()))
