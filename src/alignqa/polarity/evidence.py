"""What tells a slip from a free rendering where only one side denies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from alignqa.polarity.denying import PREFIXES, Denial, Vectors, denials
from alignqa.polarity.negation import Negation
from alignqa.polarity.oppositions import PARTICLES, ends
from alignqa.polarity.spoken import Spoken
from alignqa.text import Lang, Span

# Two words that render one another, and how surely, 0 to 1.
Linked = tuple[Span, Span, float]

# A counterpart at least this like, or this surely linked, tells where to look for what licenses it.
_TELLING, _TELLING_LINK = 0.35, 0.5
_MEANING_LINK = 0.8
_NEAR = 6
_FAR_WEIGHT = 0.4
_BESIDE = 3
# A word that renders another word explains a denial that much less.
_TAKEN = 0.8


@dataclass(frozen=True, slots=True)
class Setting:
    """One sentence with more negations on the side `lang` (`more`, `own`) than on the other
    (`fewer`, `others`). `links` have the words of `own` first; `only_other_asks` says that the other
    side alone is a question."""

    lang: Lang
    more: Sequence[Negation]
    fewer: Sequence[Negation]
    own: Sequence[Spoken]
    others: Sequence[Spoken]
    links: Sequence[Linked]
    only_other_asks: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """A negation, and the place `at` of the word of the other side that best renders what it
    denies, or -1; `likeness` is their cosine and `linked` how surely the one renders the other."""

    negation: Negation
    at: int
    likeness: float
    linked: float
    is_known: bool

    @property
    def is_sure(self) -> bool:
        """Whether the counterpart is one."""
        return self.is_known or self.likeness >= _TELLING or self.linked >= _TELLING_LINK

    @property
    def is_rendered(self) -> bool:
        """Whether the counterpart means what is denied, by the dictionary and by its link."""
        return self.is_known and self.linked >= _MEANING_LINK


def evidence(setting: Setting, beside: Beside, vectors: Vectors) -> dict[str, float]:
    """The features of the model: named figures, and names of words with the weight 1 or less."""
    likeness, others = beside.likeness, setting.others
    at_place = others[beside.at].span if beside.at >= 0 else None
    length = float(np.log1p(len(others)))
    surplus = len(setting.more) - len(setting.fewer)
    features = {
        "likeness": likeness,
        "likeness squared": max(0.0, likeness) ** 2,
        "known": float(beside.is_known),
        "linked": beside.linked,
        "linked squared": beside.linked**2,
        "more than one": float(surplus > 1),
        "some there": float(bool(setting.fewer)),
        "some more here": float(len(setting.more) > 1),
        "denied there": float(any(at_place == n.predicate for n in setting.fewer)),
        "longer": float(np.log((len(others) + 3) / (len(setting.own) + 3))),
        "length and likeness": likeness * length,
        "length and link": beside.linked * length,
        "asked there": float(setting.only_other_asks),
        "no predicate": float(beside.negation.predicate == beside.negation.span),
    }
    denies = _of_others(setting, beside, features, vectors)
    features["nothing denies"] = float(not denies)
    features["nothing denies, likeness"] = likeness * (not denies)
    features["nothing denies, linked"] = beside.linked * (not denies)
    features["nothing denies, known"] = float(beside.is_known and not denies)
    for name in _surroundings(beside.negation, setting, vectors):
        features[name] = 1.0
    if beside.at >= 0:
        there = _plainly(others[beside.at].key, setting.lang.other, vectors)
        features["counterpart denies"] = float(bool(there))
        features["counterpart denies, likeness"] = likeness * bool(there)
        features["counterpart denied"] = float(is_within_counterpart(setting, beside, vectors))
    if beside.is_sure:
        at = beside.at
        features.update((f"there before:{word.key}", 1.0) for word in others[max(0, at - 2) : at])
        features.update((f"there after:{word.key}", 1.0) for word in others[at + 1 : at + 4])
    features.update(_clause(beside.negation, setting, vectors))
    return features


def is_within_counterpart(setting: Setting, beside: Beside, vectors: Vectors) -> bool:
    """Whether the counterpart holds the denial: *unformatted* is all that 書式なし says.

    What denies itself, and is denied, is another matter: *impossible* is not 不可能ではない.
    """
    others, at = setting.others, beside.at
    if at < 0 or _plainly(beside.negation.key, setting.lang, vectors):
        return False
    return (
        any(denial.is_derived for denial in _plainly(others[at].key, setting.lang.other, vectors))
        or _has_prefix(others, at)
        or _is_to_come(others, at)
    )


def _plainly(key: str, lang: Lang, vectors: Vectors) -> list[Denial]:
    """What denies in a word in most of its uses."""
    return [denial for denial in denials(key, lang, vectors) if not denial.is_rare]


def _has_prefix(words: Sequence[Spoken], at: int) -> bool:
    """Whether a prefix that denies stands right before a word: 不 before 適格, non- before fiction."""
    before = words[at - 1] if at else None
    return (
        before is not None
        and before.key in PREFIXES
        and 0 <= words[at].span.start - before.span.end <= 1
    )


def _is_to_come(words: Sequence[Spoken], at: int) -> bool:
    """Whether *before* or 前 stands right beside a word: 初期化前 and *before approval* are *not
    initialised* and 承認されていない."""
    if at > 0 and words[at - 1].key == "before":
        return True
    return (
        at + 1 < len(words)
        and words[at + 1].key == "前"
        and words[at + 1].span.start == words[at].span.end
    )


def _of_others(
    setting: Setting, beside: Beside, features: dict[str, float], vectors: Vectors
) -> bool:
    """Adds the words of the other side; whether one of those near the counterpart denies."""
    over_there = setting.lang.other
    taken, taken_by_denial = _taken(setting, beside, vectors)
    denying = derived = at_times = 0.0
    unexplained = 0
    denied = ends(beside.negation.key, setting.lang)
    opposites = {(name, 1 - end) for name, end in denied}
    opposite = same = 0.0
    for index, word in enumerate(setting.others):
        weight = 1.0
        if beside.is_sure and abs(index - beside.at) > _NEAR:
            weight = _FAR_WEIGHT
        free = 1 - _TAKEN * taken.get(word.span, 0.0)
        is_denied = index == beside.at and beside.is_rendered
        unexplained += word.is_content and free > 0.8 and index != beside.at
        if denied and word.key not in PARTICLES and (there := ends(word.key, over_there)):
            opposite = max(opposite, free * bool(there & opposites))
            same = max(same, free * bool(there & denied))
        values = {f"other:{word.key}": weight * free}
        for denial in denials(word.key, over_there, vectors):
            # What renders *insufficient* without its *in-* leaves that to be rendered.
            left = 1 - _TAKEN * taken_by_denial.get(word.span, 0.0) if denial.is_derived else free
            # *Not destroyed* without its *not* is 破滅した.
            left *= 1 - _TAKEN * is_denied
            if denial.is_rare:
                at_times = max(at_times, weight * left)
            else:
                denying = max(denying, weight * left)
            derived = max(derived, weight * left * denial.is_derived)
            values[f"denies:{denial.sign}"] = weight * left
        for name, value in values.items():
            features[name] = max(features.get(name, 0.0), value)
    features["denying"] = max(denying, opposite)
    features["denying at times"] = at_times
    features["derived denial"] = derived
    features["opposite there"] = opposite
    features["same end there"] = same
    features["unexplained"] = float(np.log1p(unexplained))
    return denying > 0.5


def _taken(
    setting: Setting, beside: Beside, vectors: Vectors
) -> tuple[dict[Span, float], dict[Span, float]]:
    """How surely each word of the other side renders a word of this one, apart from what is
    denied; and how surely one that denies by itself."""
    keys = {word.span: word.key for word in setting.own}
    taken: dict[Span, float] = {}
    by_denial: dict[Span, float] = {}
    for mine, other, confidence in setting.links:
        if not mine.overlaps(beside.negation.place):
            taken[other] = max(taken.get(other, 0.0), confidence)
            if mine in keys and _plainly(keys[mine], setting.lang, vectors):
                by_denial[other] = max(by_denial.get(other, 0.0), confidence)
    return taken, by_denial


def _clause(negation: Negation, setting: Setting, vectors: Vectors) -> Iterator[tuple[str, float]]:
    """How well the words beside the negation are rendered, by their best cosines and links."""
    place = negation.place
    beside = [
        *[w for w in setting.own if w.is_content and w.span.end <= place.start][-_BESIDE:],
        *[w for w in setting.own if w.is_content and w.span.start >= place.end][:_BESIDE],
    ]
    there = [word.key for word in setting.others if word.is_content]
    if not beside or not there:
        return
    cosines = vectors([word.key for word in beside]) @ vectors(there).T
    yield "clause rendered", float(cosines.max(axis=1).mean())
    sure = [
        max((sure for mine, _, sure in setting.links if mine.overlaps(word.span)), default=0.0)
        for word in beside
    ]
    yield "clause linked", float(np.mean(sure))


def _surroundings(negation: Negation, setting: Setting, vectors: Vectors) -> Iterator[str]:
    yield f"cue:{negation.cue}"
    yield f"predicate:{negation.key}"
    place = negation.place
    before = [word.key for word in setting.own if word.span.end <= place.start][-3:]
    after = [word.key for word in setting.own if word.span.start >= place.end][:2]
    yield from (f"before:{key}" for key in before)
    # The end of the text ends a sentence as a full stop does.
    yield from (f"after:{key}" for key in after or ["。"])
    denied = _plainly(negation.key, setting.lang, vectors)
    yield from (f"denied:{denial.sign}" for denial in denied)
    if denied:
        yield "denied denial"
    # 不満はない says no more than *happy*.
    if any(denial.is_derived for denial in denied):
        yield "denied denial within"
