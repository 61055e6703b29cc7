"""A paragraph or a sentence that stands elsewhere in the translation than in the source.

## Why

A passage that was moved is neither left out nor added. It may be meant, and it may be a slip of
cutting and pasting that puts an answer before its question.

## Example

- The English ends with *The exhibition is open until the end of May.*, the Japanese begins with
  展覧会は5月末まで開かれている。: moved.
- 再入場はできません。 stands first in the source, and *There is no re-entry.* stands last in the
  English translation: moved.
- A sentence about the car park closes the first paragraph in English and opens the third one in
  Japanese: moved.

## Limits

Two neighbours that changed places may be paired as one passage. A sentence that went into another
paragraph is known where it would otherwise be reported as left out here and added there. A passage
that was moved and changed beyond recognition is reported as left out and added.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import told
from alignqa.text import Span

RULE = Rule("AQ403", "moved-passage", MqmCategory.ORGANIZATION, Severity.MINOR)


def check(pair: Pair, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """Yields one finding for a pair whose target stands out of the source's order."""
    if not pair.moved or not pair.is_whole:
        return
    yield Finding(
        RULE,
        Severity.MINOR,
        0.7,
        told("This passage stands elsewhere in the translation than in the source."),
        (Span(0, len(pair.source.text)),),
        (Span(0, len(pair.target.text)),),
        {"source_line": pair.source.line, "target_line": pair.target.line},
    )


def told_elsewhere(left_out: Finding, line: int | None) -> Finding:
    """The finding for a passage that is left out where it was looked for, and stands at this line
    of the translation."""
    return replace(
        left_out,
        rule=RULE,
        severity=Severity.MINOR,
        confidence=0.7,
        message=told("The translation says this elsewhere, in line {line}.", line=line)
        if line
        else told("The translation says this elsewhere."),
        evidence={"target_line": line},
    )
