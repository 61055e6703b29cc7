"""Quotations and brackets: which belong together, and where sentences end in spite of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from alignqa.text import Span

_INDENT = 16


@dataclass(frozen=True, slots=True)
class Bracket:
    """A quotation mark or bracket. Only brackets of one `kind` close each other."""

    position: int
    kind: str
    opens: bool


@dataclass(frozen=True, slots=True)
class EndMark:
    """Where a sentence may end: `start` is the mark's, `end` is behind the brackets it closes."""

    start: int
    end: int


def matched(brackets: Iterable[Bracket], reach: int) -> tuple[Span, ...]:
    """The pairs of brackets, each from its opening to behind its closing one, by their start.

    They are nested or apart. A bracket without its partner, or whose partner is more than `reach`
    characters away, encloses nothing.
    """
    found = []
    waiting: list[Bracket] = []
    kinds: Counter[str] = Counter()
    for bracket in brackets:
        if bracket.opens:
            waiting.append(bracket)
            kinds[bracket.kind] += 1
            continue
        if not kinds[bracket.kind]:
            continue
        while True:
            opening = waiting.pop()
            kinds[opening.kind] -= 1
            if opening.kind == bracket.kind:
                break
        if bracket.position - opening.position <= reach:
            found.append(Span(opening.position, bracket.position + 1))
    return tuple(sorted(found))


def opens_sentence(text: str, enclosure: Span, sentence_start: int) -> bool:
    """Nothing but white space stands between a sentence's start and an enclosure."""
    # More white space is left alone, for time must not grow with it.
    return (
        enclosure.start - sentence_start <= _INDENT
        and not text[sentence_start : enclosure.start].strip()
    )


def ends(
    marks: Iterable[EndMark], enclosures: Sequence[Span], opens_up: Callable[[Span, int], bool]
) -> Iterator[int]:
    """The ends of sentences: the marks that stand in no enclosure, or in ones that open up.

    `opens_up(enclosure, sentence_start)` says whether sentences may end inside it; it is asked
    once, at the first mark behind its opening.
    """
    around: list[tuple[Span, bool]] = []
    coming = 0
    sentence_start = 0
    for mark in marks:
        while coming < len(enclosures) and enclosures[coming].start < mark.start:
            enclosure = enclosures[coming]
            coming += 1
            while around and around[-1][0].end <= enclosure.start:
                around.pop()
            if enclosure.end > mark.start:
                outer_is_open = not around or around[-1][1]
                is_open = outer_is_open and opens_up(enclosure, sentence_start)
                around.append((enclosure, is_open))
        while around and around[-1][0].end <= mark.end:
            around.pop()
        if not around or around[-1][1]:
            yield mark.end
            sentence_start = mark.end
