"""What each paragraph is on its page: body text, title, caption or furniture.

Only body text that has no counterpart is reported as missing, so a paragraph is body where it is
a sentence, and a menu, a ranking or a list of links is not although some of its lines end like
sentences: such a line stands among others that do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby

from alignqa.bitext import Part
from alignqa.layout.furniture import ends_with_date, is_furniture
from alignqa.layout.language import grammar_words_in, words_in
from alignqa.layout.sentences import ends_with_full_stop, is_sentence
from alignqa.text import Lang, Segment

# Sentences of so many words are body wherever they stand; with an end mark fewer are enough.
_SURELY, _SURELY_ENDED = 40, 12
_LEAD_IN = 3
# An article is a run of so many sentences; an aside below it has so many at most.
_ARTICLE, _ASIDE = 3, 2
_BULLET = re.compile(r"[-*+•◦‣▪●○◆◇■□・※►▶①-⑳–—]|\(?\d{1,3}[.)）．、]")
# A picture's credit ends it: (2019, Agency/Name), (Photo: Name).
_CREDIT = re.compile(
    r"[(（](?:[^()（）]*[/／][^()（）]*|[^()（）]*(?:\bphoto|\bimage|\bcredit|courtesy|写真|撮影|提供)"
    r"[^()（）]*)[)）]\s*$",
    re.IGNORECASE,
)
_CREDIT_LENGTH = 80


class _Shape(Enum):
    """What a paragraph looks like by itself."""

    BODY = auto()
    STATEMENT = auto()  # a short sentence with a full stop
    UTTERANCE = auto()  # running text that ends otherwise: ? ! … : a quotation mark, nothing
    LISTED = auto()  # an item of a list inside the body
    ITEM = auto()  # an item of another list
    CREDITED = auto()
    PIECE = auto()
    FURNITURE = auto()


_SENTENCES = (_Shape.BODY, _Shape.STATEMENT, _Shape.UTTERANCE, _Shape.LISTED)


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring sentences, and how many paragraphs right before and after are none."""

    places: range
    before: int
    after: int
    at_top: bool
    at_bottom: bool

    def is_among_pieces(self, enough: int) -> bool:
        """So many on either side; where the page begins or ends, one more on the other side."""
        return (
            min(self.before, self.after) >= enough
            or (self.at_top and self.after > enough)
            or (self.at_bottom and self.before > enough)
        )


def parts(segments: Sequence[Segment]) -> tuple[Part, ...]:
    """One part for each paragraph of one side of a document, in its order."""
    shapes = _with_lists(segments, [_shape(segment) for segment in segments])
    if not any(shape in _SENTENCES for shape in shapes):
        # A list of labels or messages: its pieces are all there is.
        return tuple(Part.FURNITURE if shape is _Shape.FURNITURE else Part.BODY for shape in shapes)
    is_body = _body(segments, shapes)
    if not any(is_body):
        is_body = [shape in _SENTENCES for shape in shapes]
    first, last = is_body.index(True), len(is_body) - 1 - is_body[::-1].index(True)
    title = _main_title(segments, shapes, first)
    found = []
    for place in range(len(segments)):
        if is_body[place]:
            found.append(Part.BODY)
        elif place == title:
            found.append(Part.TITLE)
        else:
            found.append(_beside_body(place, shapes, is_body, title, last))
    return tuple(found)


def _shape(segment: Segment) -> _Shape:
    text, lang = segment.text, segment.lang
    if is_furniture(text):
        return _Shape.FURNITURE
    if _CREDIT.search(text[-_CREDIT_LENGTH:]):
        return _Shape.CREDITED
    if ends_with_date(text):
        return _Shape.PIECE
    stopped = ends_with_full_stop(text)
    if _BULLET.match(text) and not stopped:
        return _Shape.ITEM
    if _leads_in(text, lang):
        return _Shape.UTTERANCE
    if not is_sentence(text, lang):
        return _Shape.PIECE
    if _words(segment) >= (_SURELY_ENDED if stopped else _SURELY):
        return _Shape.BODY
    return _Shape.STATEMENT if stopped else _Shape.UTTERANCE


def _leads_in(text: str, lang: Lang) -> bool:
    """A clause before a colon, and not a label."""
    if not text.endswith((":", "：")):
        return False
    if lang is Lang.ENGLISH:
        return grammar_words_in(text) > 0 and words_in(text, lang) >= _LEAD_IN
    return words_in(text, lang) >= _LEAD_IN and is_sentence(text[:-1] + "！", lang)


def _with_lists(segments: Sequence[Segment], shapes: Sequence[_Shape]) -> list[_Shape]:
    """The shapes, with the lists told apart: those that the body leads into, and the others.

    A sentence stands before a list of the body, and a colon ends it or a sentence follows the list.
    """
    found: list[_Shape] = []
    for shape, run in groupby(enumerate(shapes), key=lambda numbered: numbered[1]):
        places = [place for place, _ in run]
        if shape is _Shape.ITEM and places[0] > 0:
            before, after = places[0] - 1, places[-1] + 1
            led = segments[before].text.endswith((":", "："))
            inside = shapes[before] in _SENTENCES and (
                after < len(shapes) and shapes[after] in _SENTENCES
            )
            shape = _Shape.LISTED if led or inside else shape
        found += [shape] * len(places)
    return found


def _body(segments: Sequence[Segment], shapes: Sequence[_Shape]) -> list[bool]:
    """Which paragraphs are body, by shape and neighbours."""
    is_body = [False] * len(shapes)
    runs = _runs(shapes)
    article = max(runs, key=lambda run: len(run.places))
    for run in runs:
        its = {shapes[place] for place in run.places}
        if its == {_Shape.UTTERANCE}:
            # Nothing but headlines.
            among_pieces = run.is_among_pieces(1)
        elif its == {_Shape.STATEMENT} and len(run.places) == 1:
            among_pieces = run.is_among_pieces(2)
        else:
            # Below the article, a sentence or two between links invite or inform the reader.
            among_pieces = (
                len(article.places) >= _ARTICLE
                and run.places.start > article.places.start
                and len(run.places) <= _ASIDE
                and run.is_among_pieces(_ASIDE + 1)
                and all(_words(segments[place]) < _SURELY for place in run.places)
            )
        for place in run.places:
            is_body[place] = not among_pieces
    top = runs[0].places[0]
    if shapes[top] is _Shape.UTTERANCE and _Shape.BODY in shapes:
        # The first sentence of an article has a full stop; what has none is its headline.
        is_body[top] = False
    return is_body


def _runs(shapes: Sequence[_Shape]) -> list[_Run]:
    groups = [
        (are_sentences, len(list(group)))
        for are_sentences, group in groupby(shapes, key=lambda shape: shape in _SENTENCES)
    ]
    found = []
    start = 0
    for number, (are_sentences, length) in enumerate(groups):
        if are_sentences:
            found.append(
                _Run(
                    places=range(start, start + length),
                    before=groups[number - 1][1] if number else 0,
                    after=groups[number + 1][1] if number + 1 < len(groups) else 0,
                    at_top=number <= 1,
                    at_bottom=number >= len(groups) - 2,
                )
            )
        start += length
    return found


def _words(segment: Segment) -> float:
    return words_in(segment.text, segment.lang)


def _main_title(segments: Sequence[Segment], shapes: Sequence[_Shape], end: int) -> int | None:
    """The page's title: the longest of the pieces above the body."""
    candidates = [
        place
        for place in range(end)
        if shapes[place] in (_Shape.PIECE, _Shape.UTTERANCE, _Shape.STATEMENT)
    ]
    return max(candidates, key=lambda place: len(segments[place].text), default=None)


def _beside_body(
    place: int, shapes: Sequence[_Shape], is_body: Sequence[bool], title: int | None, last: int
) -> Part:
    """What a paragraph is that is neither body nor the page's title. `last` is where body ends."""
    if shapes[place] is _Shape.CREDITED:
        return Part.CAPTION
    if shapes[place] in (_Shape.FURNITURE, _Shape.ITEM) or place > last:
        return Part.FURNITURE
    if title is not None and place < title:
        return Part.FURNITURE
    if place > 0 and is_body[place - 1] and is_body[place + 1]:
        return Part.TITLE
    return Part.CAPTION
