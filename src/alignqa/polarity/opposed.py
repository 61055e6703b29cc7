"""Words of either side that stand at opposite ends of an opposition, one end too often on each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from alignqa.polarity.oppositions import Pole, poles
from alignqa.text import Lang, Span


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two words at opposite ends of one opposition.

    `is_partly` says that each side also has the end of the other; `english_elsewhere` and
    `japanese_elsewhere` that the word may be rendered in the sense of another of its oppositions:
    a daughter by 母, where women are meant.
    """

    english: Pole
    japanese: Pole
    is_partly: bool
    english_elsewhere: bool
    japanese_elsewhere: bool


def opposed(english: str, japanese: str) -> list[Opposed]:
    """The words at opposite ends of an opposition of which each side has one end more often than
    the other."""
    sides = [poles(english, Lang.ENGLISH), poles(japanese, Lang.JAPANESE)]
    counts = [Counter((pole.name, pole.end) for pole in side) for side in sides]
    facing = [
        [pole for pole in side if (pole.name, 1 - pole.end) in there]
        for side, there in zip(sides, reversed(counts), strict=True)
    ]
    if not facing[0]:
        return []
    places = [_places(side) for side in sides]
    rendered = [
        {
            span: _rendered(span, places[n], places[1 - n])
            for span in {pole.span for pole in facing[n]}
        }
        for n in range(len(sides))
    ]
    ours = defaultdict(list)
    for pole in facing[1]:
        if pole.name not in rendered[1][pole.span]:
            ours[pole.name, pole.end].append(pole)
    return [
        Opposed(
            left,
            right,
            bool(counts[1][left.name, left.end] or counts[0][right.name, right.end]),
            bool(rendered[0][left.span]),
            bool(rendered[1][right.span]),
        )
        for left in facing[0]
        if left.name not in rendered[0][left.span]
        for right in ours.get((left.name, 1 - left.end), ())
    ]


# The oppositions in which a word stands, with the end at which it stands.
_Places = dict[Span, set[tuple[str, int]]]


def _places(side: Sequence[Pole]) -> _Places:
    places: defaultdict[Span, set[tuple[str, int]]] = defaultdict(set)
    for pole in side:
        places[pole.span].add((pole.name, pole.end))
    return dict(places)


def _rendered(span: Span, here: _Places, there: _Places) -> set[str]:
    """The oppositions of a word of which the other side has its end as often as this one.

    A word that is the opposite in another sense does not count: *son* and 娘 are both children.
    """
    own = here[span]
    opposite = {(name, 1 - end) for name, end in own}
    others = [found for found in there.values() if not found & opposite]
    return {
        place[0]
        for place in own
        if sum(place in found for found in others) >= sum(place in found for found in here.values())
    }
