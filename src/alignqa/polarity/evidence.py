"""What tells a slip from a free rendering where only one side denies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignqa.polarity.negation import Negation
from alignqa.polarity.oppositions import ends
from alignqa.polarity.spoken import Spoken
from alignqa.text import Lang, Span

# Unit rows for phrases of either language, shape (phrases, dimensions).
Vectors = Callable[[Sequence[str]], NDArray[np.float32]]
# Two words that render one another, and how surely, 0 to 1.
Linked = tuple[Span, Span, float]

# Kanji and affixes that deny within a word: 不可能, 未定, unable, careless.
_DENYING_KANJI = frozenset(
    "不未非無否反禁欠失難拒断外脱免絶止負弱悪離異別唯僅避防逆誤違乏迷忘嫌困減除薄閉休破虚嘘辞廃残停久危"
)
_DENYING_WORDS = frozenset(
    """無し なし 抜き いまいち イマイチ いまひとつ 以外 以下 以上 より まで 迄 だけ のみ ばかり 代わり
    駄目 無理 最悪 逆 反対 別 もう 既に 遠い 待つ 安心 大丈夫 平気 たった 空 ゼロ 零 ノー ノン アン
    損なう 欠ける 裏切る 兎も角 さておき 遅い 止める 已める 逃す 逃げる 落とす""".split()
) | frozenset(
    """fail failure lack few little hardly barely scarcely rarely seldom only except instead rather
    refuse deny reject avoid prevent stop keep free miss missing absent absence unless until before
    beyond than too yet otherwise but remain still wrong false bad poor difficult hard impossible
    zero last least less fine worry forget lose lost ignore neglect decline cease quit end despite
    regardless exempt exclude without ban forbid prohibit restrain block spare doubt wonder anything
    any anyone ever away off out empty same alike however unlike whether""".split()
)
_DENYING_PREFIX = re.compile(r"(?:un|in|im|ir|il|dis|mis|non)(?=[a-z]{4})")
_DENYING_SUFFIX = re.compile(r"[a-z]{3}less$")
# A counterpart at least this like, or this surely linked, tells where to look for what licenses it.
_TELLING, _TELLING_LINK = 0.35, 0.5
_NEAR = 6
_FAR_WEIGHT = 0.4
_BESIDE = 3
# A word that renders another word explains a denial that much less.
_TAKEN = 0.8


@dataclass(frozen=True, slots=True)
class Setting:
    """One sentence with more negations on the side `lang` (`more`, `own`) than on the other
    (`fewer`, `others`). `links` have the words of `own` first."""

    lang: Lang
    more: Sequence[Negation]
    fewer: Sequence[Negation]
    own: Sequence[Spoken]
    others: Sequence[Spoken]
    links: Sequence[Linked]


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
        "length": length,
        "longer": float(np.log((len(others) + 3) / (len(setting.own) + 3))),
        "length and likeness": likeness * length,
        "length and link": beside.linked * length,
        "no predicate": float(beside.negation.predicate == beside.negation.span),
    }
    denies = _of_others(setting, beside, features)
    features["nothing denies"] = float(not denies)
    features["nothing denies, likeness"] = likeness * (not denies)
    features["nothing denies, linked"] = beside.linked * (not denies)
    features["nothing denies, known"] = float(beside.is_known and not denies)
    for name in _surroundings(beside.negation, setting.own):
        features[name] = 1.0
    if beside.is_sure:
        at = beside.at
        features.update((f"there before:{word.key}", 1.0) for word in others[max(0, at - 2) : at])
        features.update((f"there after:{word.key}", 1.0) for word in others[at + 1 : at + 4])
    features.update(_clause(beside.negation, setting, vectors))
    return features


def _of_others(setting: Setting, beside: Beside, features: dict[str, float]) -> bool:
    """Adds the words of the other side; whether one of those near the counterpart denies."""
    taken: dict[Span, float] = {}
    for mine, other, confidence in setting.links:
        if not mine.overlaps(beside.negation.place):
            taken[other] = max(taken.get(other, 0.0), confidence)
    denying = 0.0
    unexplained = 0
    denied = ends(beside.negation.key, setting.lang)
    opposites = {(name, 1 - end) for name, end in denied}
    opposite = same = 0.0
    for index, word in enumerate(setting.others):
        weight = 1.0
        if beside.is_sure and abs(index - beside.at) > _NEAR:
            weight = _FAR_WEIGHT
        free = 1 - _TAKEN * taken.get(word.span, 0.0)
        unexplained += word.is_content and free > 0.8 and index != beside.at
        if denied and (there := ends(word.key, setting.lang.other)):
            opposite = max(opposite, free * bool(there & opposites))
            same = max(same, free * bool(there & denied))
        signs = [f"denies:{sign}" for sign in _denying(word.key, setting.lang.other)]
        if signs:
            denying = max(denying, weight * free)
        for name in (f"other:{word.key}", *signs):
            features[name] = max(features.get(name, 0.0), weight * free)
    features["denying"] = max(denying, opposite)
    features["opposite there"] = opposite
    features["same end there"] = same
    features["unexplained"] = float(np.log1p(unexplained))
    return denying > 0.5


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


def _surroundings(negation: Negation, own: Sequence[Spoken]) -> Iterator[str]:
    yield f"cue:{negation.cue}"
    yield f"predicate:{negation.key}"
    place = negation.place
    before = [word.key for word in own if word.span.end <= place.start][-3:]
    after = [word.key for word in own if word.span.start >= place.end][:2]
    yield from (f"before:{key}" for key in before)
    # The end of the text ends a sentence as a full stop does.
    yield from (f"after:{key}" for key in after or ["。"])
    yield from (f"denied:{sign}" for sign in _denying(negation.key, None))


def _denying(key: str, lang: Lang | None) -> Iterator[str]:
    if key in _DENYING_WORDS:
        yield key
    if lang is not Lang.ENGLISH:
        yield from sorted(_DENYING_KANJI & set(key))
    if lang is not Lang.JAPANESE:
        if found := _DENYING_PREFIX.match(key):
            yield found.group()
        if _DENYING_SUFFIX.search(key):
            yield "less"
