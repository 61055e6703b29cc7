"""Words that deny by themselves, without a *not*: fail, hardly, unable, 不可能, 停電."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from alignqa.text import Lang

# Unit rows for phrases of either language, shape (phrases, dimensions).
Vectors = Callable[[Sequence[str]], NDArray[np.float32]]

# Kanji that deny within a word: 不可能, 未定, 停電.
_KANJI = frozenset(
    "不未非無否反禁欠失難拒断外脱免絶止負弱悪離異別唯僅避防逆誤違乏迷忘嫌困減除薄閉休破虚嘘辞廃残停久危"
)
_PREFIX_KANJI = frozenset("不未非無")
# Those that may stand as words of their own before what they deny.
PREFIXES = _PREFIX_KANJI | {"non", "un"}
_JAPANESE = frozenset(
    """無し なし 抜き いまいち イマイチ いまひとつ 以外 以下 以上 より まで 迄 だけ のみ ばかり 代わり
    駄目 無理 最悪 逆 反対 別 もう 既に 遠い 待つ 安心 大丈夫 平気 たった 空 ゼロ 零 ノー ノン アン
    損なう 欠ける 裏切る 兎も角 さておき 遅い 止める 已める 逃す 逃げる 落とす 久し振り 内緒 早い
    堪える 今一 省略 見落とす 見逃す""".split()
)
_ENGLISH = frozenset(
    """fail failure lack few little hardly barely scarcely rarely seldom only except instead rather
    refuse deny reject avoid prevent stop keep free miss missing absent absence unless until before
    beyond than too yet otherwise but remain still wrong false bad poor difficult hard impossible
    zero last least less fine worry forget lose lost ignore neglect decline cease quit end despite
    regardless exempt exclude without ban forbid prohibit restrain block spare doubt wonder anything
    any anyone ever away off out empty same alike however unlike whether hesitate overlook mind object
    resist withhold trap stick strand wait unable disable inevitable
    inevitably deprecate reluctant dislike discontinue vain""".split()
)
_PREFIX = re.compile(r"(?:un|in(?!ter)|im|ir|il|dis|mis|non)(?=[a-z]{4})")
_SUFFIX = re.compile(r"(?<=[a-z]{3})less$")
_PREFIX_UN = re.compile(r"un(?!der|i[cfnoqtv]|til|cle)[a-z]{4}")
# A word made by another prefix resembles the word that it denies; *discover* and *cover* do not.
_OF_ONE_FAMILY = 0.3
_WHOLE = frozenset({"unless", "bless", "nonetheless", "nevertheless", "unite"})


@dataclass(frozen=True, slots=True)
class Denial:
    """What denies in a word: the word itself, a kanji of it, or its prefix or suffix.

    `is_derived` says that the rest of the word is what is denied: *un-known*, 不-可能.
    """

    sign: str
    is_derived: bool


@lru_cache(maxsize=20_000)
def denials(key: str, lang: Lang, vectors: Vectors) -> tuple[Denial, ...]:
    """What denies in a lemma or base, nothing for most."""
    found = []
    if key in (_ENGLISH if lang is Lang.ENGLISH else _JAPANESE):
        found.append(Denial(key, False))
    if lang is Lang.JAPANESE:
        found += [
            Denial(kanji, kanji in _PREFIX_KANJI and key[0] == kanji and len(key) > 1)
            for kanji in sorted(_KANJI & set(key))
        ]
    elif key not in _WHOLE and (prefix := _PREFIX.match(key)):
        rows = vectors([key, key[prefix.end() :]])
        if _PREFIX_UN.match(key) or float(rows[0] @ rows[1]) >= _OF_ONE_FAMILY:
            found.append(Denial(prefix.group(), True))
    if lang is Lang.ENGLISH and key not in _WHOLE and _SUFFIX.search(key):
        found.append(Denial("less", True))
    return tuple(found)
