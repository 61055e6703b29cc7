"""A text with words marked in it, and what should stand in their place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rich.text import Text

from alignqa.render.inert import inert, inert_with_places
from alignqa.render.look import EXPECTED, Look
from alignqa.render.phrases import phrase_starts
from alignqa.render.wrap import Breaks, fold, wrap
from alignqa.text import Lang, Span

TAKEN_OUT, PUT_IN = ("[-", "-]"), ("{+", "+}")
_LONGEST_INSTEAD = 200  # cells


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to mark: a sign before them, and behind them what should stand there `instead`.

    Where there is no colour they stand in `brackets`, by default those of the page.
    """

    span: Span
    style: str
    sign: str = ""
    instead: str | None = None
    brackets: tuple[str, str] | None = None

    def within(self, part: Span) -> Mark | None:
        """The mark as it falls into a part of the text, by places in that part."""
        if not part.overlaps(self.span):
            return None
        begins, ends = self.span.start >= part.start, self.span.end <= part.end
        start, end = max(self.span.start, part.start), min(self.span.end, part.end)
        return replace(
            self,
            span=Span(start - part.start, end - part.start),
            sign=self.sign if begins else "",
            instead=self.instead if ends else None,
        )


def marked_lines(
    text: str, lang: Lang, marks: Iterable[Mark], look: Look, width: int
) -> list[Text]:
    """The text, harmless, in lines of that width, with its marks, the most important first.

    Words that several marks cover look as the first of them says. There is at least one line.
    """
    harmless = inert_with_places(text)
    placed = [
        replace(mark, span=span) for mark in marks if (span := harmless.span(mark.span)) is not None
    ]
    writer = _Writer(look, phrase_starts(harmless.text, lang))
    groups = _groups(placed, look)
    places = {
        0,
        len(harmless.text),
        *(place for m in placed for place in (m.span.start, m.span.end)),
    }
    cuts = sorted(places)
    for place, following in zip(cuts, [*cuts[1:], cuts[-1]], strict=True):
        for group in groups:
            if group.span.end == place:
                writer.close(group.brackets[1], group.style)
        for mark in placed:
            if mark.span.end == place and mark.instead:
                writer.suggest(inert(mark.instead))
        writer.begin_phrase(place)
        for mark in placed:
            if mark.span.start == place:
                # Many fonts draw a circled number as wide as a kanji, over what follows it.
                writer.open(mark.sign and f"{mark.sign} ", _sign_style(mark))
        for group in groups:
            if group.span.start == place:
                writer.open(group.brackets[0], group.style)
        covering = (m for m in placed if m.span.start <= place < m.span.end)
        style = next((mark.style for mark in covering), "")
        writer.copy(harmless.text[place:following], place, style)
    return wrap(writer.text, width, Breaks(frozenset(writer.phrases), frozenset(writer.never)))


@dataclass(frozen=True, slots=True)
class _Group:
    """Marks that overlap, in brackets together."""

    span: Span
    style: str
    brackets: tuple[str, str]


def _groups(marks: Sequence[Mark], look: Look) -> list[_Group]:
    if look.brackets is None:
        return []
    groups: list[_Group] = []
    for mark in sorted(marks, key=lambda mark: mark.span):
        brackets = mark.brackets or (look.brackets if mark.instead is None else TAKEN_OUT)
        if groups and groups[-1].span.overlaps(mark.span):
            last = groups.pop()
            if mark.span != last.span:
                brackets = look.brackets
            span = Span(last.span.start, max(last.span.end, mark.span.end))
            groups.append(_Group(span, last.style, brackets))
        else:
            groups.append(_Group(mark.span, mark.style, brackets))
    return groups


class _Writer:
    """The text as it grows, and where it may break."""

    def __init__(self, look: Look, starts: frozenset[int]) -> None:
        self.text = Text()
        self.phrases: set[int] = set()
        self.never: set[int] = set()
        self._look = look
        self._starts = starts

    def copy(self, words: str, start: int, style: str) -> None:
        """Words of the original, which begin there in it."""
        here = len(self.text)
        ahead = (place - start for place in self._starts)
        self.phrases.update(here + place for place in ahead if 0 < place < len(words))
        self.text.append(words, style)

    def begin_phrase(self, place: int) -> None:
        """If a phrase of the original begins there, a line may break here."""
        if place in self._starts:
            self.phrases.add(len(self.text))

    def open(self, sign: str, style: str) -> None:
        """A sign that stays with what follows. A line may break before it."""
        if not sign:
            return
        here = len(self.text)
        if here not in self.never:
            self.phrases.add(here)
        self.never.update(range(here + 1, here + len(sign) + 1))
        self.text.append(sign, style)

    def close(self, sign: str, style: str) -> None:
        """A sign that stays with what stands before."""
        here = len(self.text)
        self.never.update(range(here, here + len(sign)))
        self.text.append(sign, style)

    def suggest(self, words: str) -> None:
        """What should stand in place of the words before."""
        words = fold(words, _LONGEST_INSTEAD)
        if self._look.brackets is None:
            self.text.append(" ")
            self.open(f"{self._look.arrow} ", EXPECTED)
            self.text.append(words, EXPECTED)
        else:
            self.open(PUT_IN[0], EXPECTED)
            self.text.append(words, EXPECTED)
            self.close(PUT_IN[1], EXPECTED)


def _sign_style(mark: Mark) -> str:
    """The words' style without what is drawn under or through them."""
    return " ".join(word for word in mark.style.split() if word not in {"underline", "strike"})
