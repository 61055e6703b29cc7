"""A drift in a translation, and what makes one."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from alignqa.text import Lang, Span


@dataclass(frozen=True, slots=True)
class Row:
    """A pair as its translator made it, and the pair of another place to take words from."""

    english: str
    japanese: str
    donor: tuple[str, str] = ("", "")

    def text(self, lang: Lang) -> str:
        return self.english if lang is Lang.ENGLISH else self.japanese


@dataclass(frozen=True, slots=True)
class Plant:
    """A pair whose target no longer says what its source says.

    `now` are the words that stand in `target` at `target_span` in place of `was`; the span is
    `None` where words are gone. `source_span` is what they render, `None` if nobody knows.
    `expected` are the renderings that would be right.
    """

    category: str
    source: str
    target: str
    lang: Lang
    was: str
    now: str
    target_span: Span | None
    source_span: Span | None
    expected: frozenset[str] = frozenset()


# Plants one drift into the target text of a row, which is in the language given, or none.
Planter = Callable[[Row, Lang, random.Random], Plant | None]


def replaced(
    category: str,
    row: Row,
    lang: Lang,
    at: Span,
    now: str,
    source_span: Span | None,
    expected: frozenset[str] = frozenset(),
) -> Plant:
    """The row with other words at a place of its target."""
    text = row.text(lang)
    return Plant(
        category,
        row.text(lang.other),
        text[: at.start] + now + text[at.end :],
        lang,
        at.of(text),
        now,
        Span(at.start, at.start + len(now)) if now else None,
        source_span,
        expected,
    )
