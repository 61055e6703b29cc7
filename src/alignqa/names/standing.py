"""Which of the lost names of one text stands in the place of which of the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from alignqa.names.lost import LostNames
from alignqa.names.lost_name import Lost

_SHORTEST = 3
# Where so many names are lost, it is not for being swapped: lists of species, of songs.
_MOST_LOST = 3


def few(found: Iterable[Lost]) -> list[Lost]:
    """The names if they are few, else those that are sure to be names if these are, else none."""
    names = list(found)
    if len(names) > _MOST_LOST:
        names = [name for name in names if name.is_surely_name]
    return names if len(names) <= _MOST_LOST else []


def in_places(
    lost: Sequence[Lost], rivals: Sequence[Lost], names: LostNames, length: float
) -> Iterator[tuple[Lost, Lost]]:
    """Each of the fewer ones with one of the others that is sure to name another: in order where
    there are as many, otherwise with the one that stands at about the same place (`length` is that
    of the one text for 1 of the other), those that are sure to be names first."""
    are_as_many = [one.is_surely_name for one in lost] == [one.is_surely_name for one in rivals]
    pairs = sorted(
        (
            are_as_many and abs(at - place),
            -one.is_surely_name - other.is_surely_name,
            abs(one.span.start / length - other.span.start),
            at,
            place,
        )
        for at, one in enumerate(lost)
        for place, other in enumerate(rivals)
    )
    taken: set[tuple[str, int]] = set()
    for *_, at, place in pairs:
        name, rival = lost[at], rivals[place]
        if (
            taken.isdisjoint({("lost", at), ("rival", place)})
            and _are_names(name, rival, names)
            and names.strangers.are_two(name, rival)
        ):
            taken |= {("lost", at), ("rival", place)}
            yield name, rival


def _are_names(name: Lost, rival: Lost, names: LostNames) -> bool:
    """Whether one of the two is sure to be a name, or both are words that no dictionary knows."""
    if rival.is_surely_name:
        # “Source” is a word first of all; “Frost” may be a name as well, but is no Japanese one.
        if not any(part.opens_sentence for part in name.parts) and names.is_person(rival):
            return True
        kinds = [entry.kind for entry in name.meanings[: None if rival.is_katakana else 1]]
        return name.is_surely_name or not kinds or "name" in kinds
    if name.is_surely_name:
        # “Viscose” at the beginning of a sentence is a word that Japanese takes over by sound.
        first = name.parts[0]
        is_person = any(entry.kind == "name" for entry in name.meanings)
        # カーネル may stand for Linux, which is no person.
        if rival.is_everyday_word and (name.is_everyday_word or not is_person):
            return False
        if name.meanings and not is_person and rival.is_word:
            return False
        is_plain = first.opens_sentence and not first.has_title
        # Where no dictionary knows the rival either, any sense that is a name will do: Joel.
        senses = name.meanings[:1] if rival.meanings else name.meanings
        return not is_plain or any(entry.kind == "name" for entry in senses)
    is_unknown = not name.meanings and not rival.meanings
    return is_unknown and min(len(name.text), len(rival.text)) > _SHORTEST
