"""Compounds of which one half is rendered and the other is not: where a wrong half may stand.

A compound that renders another mostly keeps the order of its halves. If one half says what it
should, and the other one something that the source does not say there, while the word beside the
first has no rendering anywhere, then the right half fixes the place of the wrong one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

from alignqa.lexicon.keys import fold_spelling
from alignqa.lexicon.left_over import JapaneseForms, means, renderings
from alignqa.lexicon.link_evidence import Sources
from alignqa.lexicon.shells import ENGLISH_SHELLS, JAPANESE_SHELLS, OFTEN_LEFT_OUT
from alignqa.text import Span
from alignqa.words import Token, Word, english_words, japanese_tokens, shorter_units

Beads = Sequence[tuple[Span | None, Span | None]]
# A shorter word is not made of two that say anything.
_SHORTEST_COMPOUND = 3
_SHORTEST_HALF = 2
_SHORTEST_WORD = 3
# The right halves must belong together so firmly to fix a place.
_FIRM = 0.1
_BEFORE_VERBS = frozenset(
    "to i you he she it we they who that will would can could shall should may might must not "
    "please let".split()
)
# How far from a word another may stand that one rendering says with it.
_REACH = 2
_TOUCHING = frozenset({" ", "-"})


class Part(NamedTuple):
    """A part of a Japanese compound, in Sudachi's shortest units."""

    span: Span
    text: str
    base: str
    token: Token


class Half(NamedTuple):
    """An English word and a Japanese part that stand in one another's place. It `is_spent` if the
    source says the Japanese part, but fewer times than the translation does."""

    english: Word
    japanese: Part
    is_spent: bool

    @property
    def english_key(self) -> str:
        return _key(self.english)


def halves(english: str, japanese: str, beads: Beads, sources: Sources) -> list[Half]:
    """Halves that may be wrong, in the order of the Japanese text. Where two compete for a place
    neither is told: either may be a free rendering."""
    runs = compound_parts(japanese)
    if not runs:
        return []
    forms = JapaneseForms(
        japanese, [form for run in runs for part in run for form in (part.text, part.base)]
    )
    found = {
        (half.english.span, half.japanese.span): half
        for half in _in_beads(english, runs, beads, sources)
        if forms.lack(half.english_key, sources)
    }
    words = Counter(word for word, _ in found)
    parts = Counter(part for _, part in found)
    return [half for (word, part), half in found.items() if words[word] == 1 == parts[part]]


def _in_beads(
    english: str, runs: Sequence[Sequence[Part]], beads: Beads, sources: Sources
) -> Iterator[Half]:
    words = english_words(english)
    for left, right in beads or [(None, None)]:
        if beads and not (left and right):
            continue
        mine = [word for word in words if left is None or _is_within(word.span, left)]
        inside = [run for run in runs if right is None or _is_within(run[0].span, right)]
        if mine and inside:
            yield from _in_bead(mine, english, inside, sources)


def _is_within(span: Span, bead: Span) -> bool:
    return bead.start <= span.start < bead.end


def _in_bead(
    words: Sequence[Word], text: str, runs: Sequence[Sequence[Part]], sources: Sources
) -> Iterator[Half]:
    said = Counter(_key(word) for word in words)
    stands = Counter(part.base for run in runs for part in run)
    compounds: list[tuple[Word, Word]] | None = None
    for run in runs:
        firm = [_firmly_said(part.base, said, sources) for part in run]
        for place in range(len(run) - 1):
            for wrong, right in ((place, place + 1), (place + 1, place)):
                part = run[wrong]
                if not firm[right] or not _may_be_wrong(part) or _has_prefix(run, wrong):
                    continue
                # Twice a facility, where the source has one: the other stands for something else.
                if _times(firm[wrong], firm[right], said) >= stands[part.base]:
                    continue
                meant = means(part.base, sources)
                times = _times(meant & said.keys(), firm[right], said)
                if not meant or times >= stands[part.base]:
                    continue
                if compounds is None:
                    compounds = _compounds(words, text)
                pair = run[place], run[place + 1]
                for compound in compounds:
                    lost, beside = compound[wrong - place], compound[right - place]
                    if (
                        _key(beside) in firm[right]
                        and _may_be_lost(lost, words, sources)
                        and not _is_known(compound, pair, wrong - place, sources)
                        and not _is_part_of_rendered(lost, part, words, sources)
                    ):
                        yield Half(lost, part, times > 0)


def _is_all_of(whole: str, key: str, sources: Sources) -> bool:
    """Whether a compound says no more than one English word: by the dictionary, or mostly."""
    if any(entry.text == whole for entry in sources.lexicon.from_english(key)):
        return True
    return any(meaning == key for meaning, _ in sources.associations.meanings(whole)[:1])


def _times(keys: Iterable[str], beside: Collection[str], said: Mapping[str, int]) -> int:
    """How often a text says some words; 給食 is "school lunch", but 学校 says the school beside it."""
    return sum([said[key] for key in keys if key not in beside])


def _key(word: Word) -> str:
    return fold_spelling(word.lemma)


def _compounds(words: Sequence[Word], text: str) -> list[tuple[Word, Word]]:
    """Two words in a row that only a space or a hyphen parts."""
    return [
        (first, second)
        for first, second in pairwise(words)
        if text[first.span.end : second.span.start] in _TOUCHING
        and not {first.lemma, second.lemma} & OFTEN_LEFT_OUT
    ]


def _may_be_wrong(part: Part) -> bool:
    return (
        len(part.text) >= _SHORTEST_HALF
        and part.token.is_noun
        and part.base not in JAPANESE_SHELLS
        and not part.token.is_name
        and not part.token.is_number
        and not part.text.isascii()
        and not any(character.isdigit() for character in part.text)
    )


def _has_prefix(run: Sequence[Part], place: int) -> bool:
    """Whether a prefix makes something else of a part: 低評価 is negative, 評価 is not."""
    return place > 0 and run[place - 1].token.pos[0] == "接頭辞"


def _may_be_lost(word: Word, words: Sequence[Word], sources: Sources) -> bool:
    """Whether an English word is one that a compound's half renders: no name, no adverb, no form of
    a verb, and none that says little, such as a sort or a part of something."""
    small = word.text.lower()
    if not small.isalpha() or len(small) < _SHORTEST_WORD or word.is_capital:
        return False
    if word.lemma in ENGLISH_SHELLS or (word.lemma != small and not small.endswith("s")):
        return False
    if small.endswith("ly") and sources.lexicon.from_english(small[:-2]):
        return False
    before = [other.lemma for other in words if other.span.end <= word.span.start][-1:]
    return not _BEFORE_VERBS.intersection(before)


def _is_known(
    compound: tuple[Word, Word], pair: tuple[Part, Part], place: int, sources: Sources
) -> bool:
    """Whether anything is known to say the part for the word, or the Japanese compound for the
    English one or for its other half alone: 図書館 is "library"."""
    lost, beside = compound[place], compound[1 - place]
    part, whole = pair[place], pair[0].text + pair[1].text
    if _key(lost) in means(whole, sources) or _is_all_of(whole, _key(beside), sources):
        return True
    return any(
        part.text in text or part.base in text or (len(text) > 1 and text in part.text)
        for text in renderings(_key(lost), sources)
    )


def _is_part_of_rendered(lost: Word, part: Part, words: Sequence[Word], sources: Sources) -> bool:
    """Whether the part is known to say the lost word and one or two others within two words of it:
    代表 is a national (football) team, and オンライン is on-line."""
    place = words.index(lost)
    near = range(max(0, place - _REACH), min(len(words), place + _REACH + 1))
    runs = [run for size in (2, 3) for run in combinations(near, size) if place in run]
    keys = [[_key(words[other]) for other in run] for run in runs]
    return any(
        part.text in text or part.base in text
        for run in keys
        for joint in (" ", "")
        for text in renderings(joint.join(run), sources)
    )


@lru_cache(maxsize=256)
def compound_parts(text: str) -> tuple[tuple[Part, ...], ...]:
    """The compounds of a Japanese text, each as its parts: runs of nouns, prefixes and suffixes
    that touch, and longer words, such as 核兵器, by themselves."""
    runs: list[list[Part]] = [[]]
    for token in japanese_tokens(text):
        if not (token.is_noun or token.pos[0] in {"接頭辞", "接尾辞"}) or token.is_number:
            runs.append([])
            continue
        if runs[-1] and runs[-1][-1].span.end != token.span.start:
            runs.append([])
        runs[-1] += _parts(token)
    return tuple(tuple(run) for run in runs if len(run) > 1)


def _parts(token: Token) -> list[Part]:
    units = shorter_units(token.surface) if len(token.surface) >= _SHORTEST_COMPOUND else ()
    # 刑務所 is no compound that anything like 所 stands in.
    is_compound = len(units) > 1 and len(units[-1].surface) >= _SHORTEST_HALF
    if token.is_name or not is_compound:
        return [Part(token.span, token.surface, token.base, token)]
    start = token.span.start
    return [
        Part(Span(start + u.span.start, start + u.span.end), u.surface, u.base, u) for u in units
    ]


def _firmly_said(base: str, said: Mapping[str, int], sources: Sources) -> list[str]:
    """The words of the source that a Japanese word firmly renders."""
    table = sources.associations
    return [
        key
        for key, _ in table.meanings(base)
        if key in said and key not in OFTEN_LEFT_OUT and table.strength(key, base) >= _FIRM
    ]
