"""A block of code in Markdown that differs from the source's, is left out, or is not in the source.

## Why

Readers copy code. A block that was not brought up to date with the source, or that a machine
translated, does something else or nothing.

## Example

- `npm install harbour@2` stands in the source, `npm install harbour@1` in the translation.
- The source sets `timeout: 30`; the translation has no such line.

## Limits

Blocks are compared word by word, whatever language they are in. Comments, prose in quotation marks
or between tags, how a block is laid out and its punctuation do not count, and neither does what
follows in a line that turns Japanese; other words that are prose are minor. A block that stands below
a paragraph without a counterpart is left out or added with it, which AQ401 tells. Of HTML and of one
file that holds both languages no code is compared. One finding tells of all that differs in a block.

Source: the error type *do-not-translate* of MQM.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import Message, told
from alignqa.text import Segment, Span
from alignqa.words.code import CodeChange, changes

RULE = Rule("AQ710", "code-mismatch", MqmCategory.DO_NOT_TRANSLATE, Severity.MAJOR)

# What a program says, or the text of a page.
_PROSE = re.compile(r"(?:[A-Z]?[a-z]+|I)(?:[ ,.!?']+(?:[A-Z]?[a-z]+|I))+[.,!?]*")
_SHOWN = 60


def check_code(pair: Pair, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """Yields at most one finding for a pair of blocks of code."""
    if not pair.is_whole:
        yield _lone(pair)
        return
    found = changes(pair.source.text, pair.target.text)
    if not found:
        return
    source = tuple(change.source for change in found if change.source)
    target = tuple(change.target for change in found if change.target)
    first = found[0]
    marked = [span.of(pair.source.text) for span in source]
    marked += [span.of(pair.target.text) for span in target]
    is_prose = all(_PROSE.fullmatch(words.strip()) for words in marked)
    yield Finding(
        RULE,
        Severity.MINOR if is_prose else Severity.MAJOR,
        0.5 if is_prose else 0.9,
        _message(first, pair, len(found) - 1),
        source,
        target or (first.line,),
        {"changes": len(found)},
        first.source.of(pair.source.text) if first.source and first.target else None,
    )


def _lone(pair: Pair) -> Finding:
    if pair.target.is_empty:
        message = told("A block of code of the source is left out.")
        spans: tuple[tuple[Span, ...], tuple[Span, ...]] = ((_whole(pair.source),), ())
    else:
        message = told("A block of code is not in the source.")
        spans = ((), (_whole(pair.target),))
    return Finding(RULE, Severity.MAJOR, 0.8, message, *spans, {"changes": 1})


def _message(change: CodeChange, pair: Pair, more: int) -> Message:
    rest = told(", and {n} more", n=more) if more else ""
    if change.source is None and change.target is not None:
        return told(
            "The code differs: “{words}” is not in the source{rest}.",
            words=_short(change.target.of(pair.target.text)),
            rest=rest,
        )
    source = _short(change.source.of(pair.source.text)) if change.source else ""
    if change.target is None:
        return told("The code differs: “{words}” is left out{rest}.", words=source, rest=rest)
    return told(
        "The code differs: “{words}” became “{other}”{rest}.",
        words=source,
        other=_short(change.target.of(pair.target.text)),
        rest=rest,
    )


def _whole(segment: Segment) -> Span:
    start = len(segment.text) - len(segment.text.lstrip())
    return Span(start, start + len(segment.text.strip()))


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
