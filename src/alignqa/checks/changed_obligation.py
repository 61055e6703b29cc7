"""What must be done may be done in the translation, or what must not be done need not be.

## Why

A reader who is told that a step is optional leaves it out; one who is told that something is
forbidden does not try it. In a contract, a manual or a standard these words are the content.

## Example

- *The key must not be shared.* → 鍵は共有しなくてもよい。: what is forbidden has become optional.
- 参加者は保険に入らなければならない。 → *Participants may take out insurance.*: a duty has become a
  choice.

## Limits

One sentence over against one, each of which asks one thing only, with the words that end the
Japanese sentence; *should* and 推奨, which are rendered either way, are not looked at, nor is a duty
that is told as plain fact. *May* and *can* of what is possible count like those of permission.
*Must* against てはならない is not told: the words between may have turned as well.

Source: the error type *mistranslation* of MQM; RFC 2119 for how far *must*, *must not* and *may* lie
apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import Message, told
from alignqa.polarity.obligations import CONTRARY, Duty, may_ask, obligation
from alignqa.polarity.quoted import whole_words
from alignqa.text import Lang, Span
from alignqa.words.markup import CODE, blanked, prose

RULE = Rule("AQ506", "changed-obligation", MqmCategory.MISTRANSLATION, Severity.MAJOR)


def check(pair: Pair, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """Yields a finding for each sentence that asks the contrary of what its rendering asks."""
    if not pair.is_whole or not may_ask(pair.side(Lang.JAPANESE).text):
        return
    for bead in pair.beads:
        if bead.source is None or bead.target is None or bead.shape != (1, 1):
            continue
        asked = obligation(_plain(bead.source.of(pair.source.text)), pair.source.lang)
        rendered = asked and obligation(_plain(bead.target.of(pair.target.text)), pair.target.lang)
        if asked is None or rendered is None:
            continue
        if frozenset({asked.duty, rendered.duty}) not in CONTRARY:
            continue
        ours = whole_words(_within(bead.source, asked.place), pair.source.text, pair.source.lang)
        theirs = whole_words(
            _within(bead.target, rendered.place), pair.target.text, pair.target.lang
        )
        yield Finding(
            RULE,
            Severity.MAJOR,
            0.7,
            told(
                "“{source}” says that it {asked}; “{words}” says that it {rendered}.",
                source=ours.of(pair.source.text),
                asked=_said(asked.duty),
                words=theirs.of(pair.target.text),
                rendered=_said(rendered.duty),
            ),
            (ours,),
            (theirs,),
            {"source_asks": asked.duty.value, "target_asks": rendered.duty.value},
        )


def _plain(sentence: str) -> str:
    return blanked(prose(sentence), CODE)


def _within(sentence: Span, place: Span) -> Span:
    return Span(sentence.start + place.start, sentence.start + place.end)


def _said(duty: Duty) -> Message:
    if duty is Duty.MUST:
        return told("must be done")
    if duty is Duty.MUST_NOT:
        return told("must not be done")
    if duty is Duty.NEED_NOT:
        return told("need not be done")
    return told("may be done")
