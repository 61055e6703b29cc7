"""How a document spells each of its names in the other language."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from alignqa.bitext import Pair
from alignqa.names.found import Name, Part, names_in
from alignqa.names.likeness import sound_likeness
from alignqa.names.readings import is_reading
from alignqa.names.spelling import latin_letters, morae
from alignqa.text import Segment, Span
from alignqa.words import japanese_reading

_KATAKANA = re.compile(r"[ァ-ヺー]+")
# A word of the other side that is so much alike by sound renders the name.
_RENDERS = 0.5
# Two spellings of one name differ in so many morae or letters at most, and share so many.
_MOST_APART, _SHARED = 2, 0.6
_ENDINGS = ("s", "n", "ns", "ese", "ic", "i", "ish", "er", "ers", "ed", "ing")
_SHORTEST_LATIN, _SHORTEST_KATAKANA = 4, 3
FullName = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spelling:
    """One word of a name, and the word that renders it: the place of its pair, and the spans."""

    place: int
    source: Span
    target: Span
    text: str


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words of the names of a pair: those of the source each with its name."""

    source: list[tuple[Part, Name]]
    target: list[Part]

    @classmethod
    def of(cls, pair: Pair) -> NameWords:
        return cls(_parts(pair.source), [part for part, _ in _parts(pair.target)])


def spellings(named: Mapping[int, NameWords]) -> Iterator[tuple[str, list[Spelling]]]:
    """Each word of a source name with its spellings in the target, in order, where it has two or
    more that are nearly alike.

    A full name is a person's, and a word that stands alone belongs to the full name that has it;
    where several have it, it is passed over, since it may be anybody's.
    """
    sources = {place: words.source for place, words in named.items()}
    targets = {place: words.target for place, words in named.items()}
    places = _Places(sources, targets)
    found: dict[tuple[FullName, str], list[Spelling]] = defaultdict(list)
    missed: dict[tuple[FullName, str], list[tuple[int, Part]]] = defaultdict(list)
    persons = {
        place: [places.person(name, part) for part, name in sources[place]] for place in named
    }
    times = Counter(
        (person, part.text)
        for place in named
        for person, (part, _) in zip(persons[place], sources[place], strict=True)
    )
    for place in named:
        source = [part for part, _ in sources[place]]
        for person, part in zip(persons[place], source, strict=True):
            # What stands once is spelled in one way.
            if person is None or times[person, part.text] < 2:
                continue
            rendering = _rendering(part, source, targets[place])
            if rendering is None:
                missed[person, part.text].append((place, part))
            else:
                found[person, part.text].append(
                    Spelling(place, part.span, rendering.span, rendering.text)
                )
    for (person, word), known in found.items():
        known += _misspelt(known, missed[person, word], targets, places)
        known.sort(key=lambda spelling: (spelling.place, spelling.target))
        texts = {spelling.text for spelling in known}
        if any(are_variants(one, other) for one in texts for other in texts if one < other):
            yield word, known


class _Places:
    """In which pairs each word of a name stands, and whose it is."""

    def __init__(
        self, sources: Mapping[int, Sequence[tuple[Part, Name]]], targets: Mapping[int, list[Part]]
    ) -> None:
        self._owners: dict[str, set[FullName]] = defaultdict(set)
        self._source: dict[str, set[int]] = defaultdict(set)
        self._target: dict[str, set[int]] = defaultdict(set)
        for place, found in sources.items():
            for part, name in found:
                self._source[part.text].add(place)
                if len(name.parts) > 1:
                    self._owners[part.text].add(_key(name))
        for place, parts in targets.items():
            for part in parts:
                self._target[part.text].add(place)

    def person(self, name: Name, part: Part) -> FullName | None:
        """The full name that a word belongs to; itself, if there is none; nothing, if it is in
        doubt."""
        if len(name.parts) > 1:
            return _key(name)
        owners = self._owners[part.text]
        if len(owners) > 1:
            return None
        return next(iter(owners), (part.text,))

    def stands_only_with(self, target: str, source: str) -> bool:
        """Whether a word of the target is only where one of the source is."""
        return self._target[target] <= self._source[source]


def _parts(segment: Segment) -> list[tuple[Part, Name]]:
    """Each word of the names of a text, with its name."""
    names = names_in(segment.text, segment.lang)
    return [(part, name) for name in names for part in name.parts]


def _key(name: Name) -> FullName:
    return tuple(part.text for part in name.parts)


def _rendering(part: Part, source: Sequence[Part], target: Sequence[Part]) -> Part | None:
    """The word of the target that sounds like a name, and more so than like any other name."""
    best = max(target, key=lambda other: _likeness(part.text, other.text), default=None)
    if best is None:
        return None
    likeness = _likeness(part.text, best.text)
    if likeness < _RENDERS:
        return None
    rivals = (_likeness(other.text, best.text) for other in source if other.text != part.text)
    return best if likeness > max(rivals, default=0.0) else None


def _likeness(one: str, other: str) -> float:
    """How surely two words, one in Latin letters, are one name."""
    latin, japanese = (one, other) if latin_letters(one) else (other, one)
    if _KATAKANA.fullmatch(japanese):
        return sound_likeness(latin, japanese)
    return float(is_reading(latin, japanese))


def _misspelt(
    known: Sequence[Spelling],
    missed: Sequence[tuple[int, Part]],
    targets: Mapping[int, Sequence[Part]],
    places: _Places,
) -> list[Spelling]:
    """Words that stand where the name has no rendering, nearly as it is spelled elsewhere, and
    nowhere else."""
    usual = {spelling.text for spelling in known}
    return [
        Spelling(place, source.span, part.span, part.text)
        for place, source in missed
        for part in targets[place]
        if part.text not in usual
        and any(are_variants(part.text, text) for text in usual)
        and places.stands_only_with(part.text, source.text)
    ]


def is_derived(short: str, long: str) -> bool:
    """Whether an ending makes the one the other: Korea, Korean; Brazil, Brazilians."""
    return long.startswith(short.rstrip("aeiouy")) and long.endswith(_ENDINGS)


def are_variants(one: str, other: str) -> bool:
    """Whether two words of one language are spelled nearly alike, and neither is a form of the
    other: カリニコフ and カリンニコフ, but not “Korea” and “Korean”, nor 山田 and 山."""
    if latin_letters(one) and latin_letters(other):
        first, second = tuple(latin_letters(one)), tuple(latin_letters(other))
        shortest = _SHORTEST_LATIN
        if first == second or is_derived(*sorted((one.lower(), other.lower()), key=len)):
            return False
    elif _KATAKANA.fullmatch(one) and _KATAKANA.fullmatch(other):
        first, second = morae(one), morae(other)
        shortest = _SHORTEST_KATAKANA
        # バレンタインデー is no spelling of バレンタイン.
        if abs(len(first) - len(second)) > 1 and (one in other or other in one):
            return False
    else:
        # Kanji of one reading: 斎藤 and 斉藤.
        is_read_alike = japanese_reading(one) == japanese_reading(other)
        return one != other and bool(set(one) & set(other)) and is_read_alike
    if min(len(first), len(second)) < shortest or abs(len(first) - len(second)) > _MOST_APART:
        return False
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    apart = sum(
        max(a_end - a_start, b_end - b_start)
        for tag, a_start, a_end, b_start, b_end in matcher.get_opcodes()
        if tag != "equal"
    )
    return 0 < apart <= _MOST_APART and matcher.ratio() >= _SHARED
