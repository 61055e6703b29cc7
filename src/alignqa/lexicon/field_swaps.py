"""One thing's name put for that of another of its field: school, where the source has a hospital."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from alignqa.lexicon.field_names import FieldName, english_names, japanese_names
from alignqa.lexicon.fields import NAMED, shipped_fields
from alignqa.lexicon.keys import english_key, fold_spelling
from alignqa.lexicon.left_over import JapaneseForms, renderings
from alignqa.lexicon.link_evidence import Sources
from alignqa.lexicon.link_units import LIGHT_WORDS
from alignqa.lexicon.swaps import SwapWord
from alignqa.text import Lang, Span
from alignqa.words import english_words, japanese_tokens

# Of these the bodies of a state are parts.
_WHOLES = frozenset({"government", "country", "parliament", "army", "cabinet"})
# A word that renders another in so small a share of its occurrences is no rendering of it.
_SHARE = 0.02


class FieldSwap(NamedTuple):
    """Two names of one field that stand in one another's place; `names` are the usual ones of the
    same things, the English one's in Japanese and the other way round; `apart` is how far apart
    they stand, as a share of their sentences; `is_proper` if either is one thing's own name."""

    english: SwapWord
    japanese: SwapWord
    names: dict[Lang, str]
    field: str
    apart: float
    is_proper: bool


def field_swaps(
    english: str, japanese: str, sources: Sources, stretches: Sequence[tuple[Span, Span]] = ()
) -> tuple[FieldSwap, ...]:
    """Names of the table, each in one swap at most: an English one of which nothing known stands in
    the Japanese, with a Japanese one of its field that the English says nothing of. Of several,
    those that stand at about the same place.

    `stretches` are the English and Japanese sentences that render each other, if not all are one:
    the two stand in the same.
    """
    table = shipped_fields()
    theirs = list(english_names(english, table))
    ours = list(japanese_names(japanese, table)) if theirs else []
    if not theirs or not ours:
        return ()
    said = {thing.number for name in theirs for thing in name.things}
    rendered = {thing.number for name in ours for thing in name.things}
    lost = [n for n in theirs if n.own and not any(t.number in rendered for t in n.things)]
    put = [n for n in ours if n.own and not any(t.number in said for t in n.things)]
    rivals = [(a, b) for a in lost for b in put if _are_of_one_field(a, b)]
    if not rivals:
        return ()
    texts = _Texts(english, japanese, sources)
    rivals = [(a, b) for a, b in rivals if not texts.have_such_a_body(a, b)]
    whole = (Span(0, len(english)), Span(0, len(japanese)))
    near = [
        (apart, a, b)
        for a, b in rivals
        if (apart := _apart(a, b, stretches or (whole,))) is not None
        and texts.lack_rendering(a.key)
        and texts.lack_meaning(b.key, is_named=not NAMED.isdisjoint(b.own))
    ]
    found: list[FieldSwap] = []
    taken: list[FieldName] = []
    for apart, a, b in sorted(near, key=lambda rival: rival[0]):
        if not any(name is a or name is b for name in taken):
            taken += [a, b]
            field = min(a.own.keys() & b.own.keys())
            names = {
                Lang.JAPANESE: next(iter(a.own[field].japanese), ""),
                Lang.ENGLISH: next(iter(b.own[field].english), ""),
            }
            is_proper = any("".join(n.own[field].english)[:1].isupper() for n in (a, b))
            words = a.word(english), b.word(japanese)
            found.append(FieldSwap(*words, names, field, apart, is_proper))
    return tuple(found)


def _are_of_one_field(a: FieldName, b: FieldName) -> bool:
    """Two bodies as newspapers name them are for those who know more of these, and what a body is
    part of may stand for it: the White House is 米政府."""
    if not a.own.keys() & b.own.keys():
        return False
    things = [thing for n in (a, b) for thing in n.own.values()]
    if any(thing.is_public for thing in things) and any(
        not _WHOLES.isdisjoint(thing.english) for thing in things
    ):
        return False
    return not all(thing.is_public for thing in things)


def _ends(name: str) -> tuple[str, str]:
    """The first and the last word of an English name, as keys: Ministry of Finance is a ministry."""
    words = english_key(name).split()
    return words[0], words[-1]


def _apart(a: FieldName, b: FieldName, stretches: Sequence[tuple[Span, Span]]) -> float | None:
    """How far apart two names stand within a stretch, as a share of it; `None` if in no one."""
    for left, right in stretches:
        if left.start <= a.start < left.end and right.start <= b.start < right.end:
            places = (_share(a, left), _share(b, right))
            return abs(places[0] - places[1])
    return None


def _share(name: FieldName, within: Span) -> float:
    return (name.start - within.start) / (within.end - within.start)


@dataclass(frozen=True)
class _Texts:
    """The two texts, asked whether anything in the one renders a name in the other."""

    english: str
    japanese: str
    sources: Sources

    def lack_rendering(self, key: str) -> bool:
        """Whether nothing in the Japanese is known to render the name of an English key."""
        if not JapaneseForms(self.japanese).lack(key, self.sources):
            return not renderings(key, self.sources)
        words = frozenset(key.split())
        return not any(
            words <= meaning <= self._lemmas
            for form in self._forms
            for meaning in _meanings(form, self.sources)
        )

    def lack_meaning(self, key: str, *, is_named: bool) -> bool:
        """Whether nothing in the English is known to mean a Japanese key; of the names of firms and
        the like (`is_named`), only as a whole: "Heavy Industries" is not 川崎重工業."""
        known = _listed(key, self.sources) if is_named else _meanings(key, self.sources)
        if any(meaning <= self._lemmas for meaning in known):
            return False
        return not any(
            key == form or (len(key) > 1 and key in form)
            for lemma in self._lemmas
            for form in renderings(lemma, self.sources)
        )

    def have_such_a_body(self, a: FieldName, b: FieldName) -> bool:
        """Whether the text that lacks a body has one of its sort, which may be it by another name:
        経済省 is the "Ministry of Economics", and its office is the "premier's office"."""
        ours = [t for t in b.own.values() if t.is_public]
        heads = {word for thing in ours for name in thing.english for word in _ends(name)}
        theirs = [t for t in a.own.values() if t.is_public]
        tails = {name[-1] for thing in theirs for name in thing.japanese}
        return not heads.isdisjoint(self._lemmas) or any(tail in self.japanese for tail in tails)

    @cached_property
    def _lemmas(self) -> frozenset[str]:
        return frozenset([fold_spelling(word.lemma) for word in english_words(self.english)])

    @cached_property
    def _forms(self) -> frozenset[str]:
        """The Japanese words, and runs of two and three that the dictionary has."""
        tokens = japanese_tokens(self.japanese)
        runs = {
            "".join([token.base for token in tokens[start : start + size]])
            for size in (2, 3)
            for start in range(len(tokens) - size + 1)
        }
        known = self.sources.lexicon.look_up(Lang.JAPANESE, list(runs))
        return frozenset([form for t in tokens for form in (t.surface, t.base)]) | known


@lru_cache(maxsize=50_000)
def _meanings(form: str, sources: Sources) -> tuple[frozenset[str], ...]:
    """The content words of each meaning that a Japanese form is known to have."""
    seen = [
        frozenset(key.split()) - LIGHT_WORDS
        for key, share in sources.associations.meanings(form)
        if share >= _SHARE
    ]
    return tuple({*_listed(form, sources), *(meaning for meaning in seen if meaning)})


def _listed(form: str, sources: Sources) -> tuple[frozenset[str], ...]:
    """The same, of those that the dictionary has."""
    return tuple({frozenset(gloss) for gloss in sources.glosses(form) if gloss})
