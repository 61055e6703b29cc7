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
    """無し なし 抜き いまいち イマイチ いまひとつ 以外 駄目 無理 最悪 逆 反対 遠い ゼロ 零 ノー ノン アン
    損なう 欠ける 裏切る 兎も角 さておき 止める 已める 逃す 逃げる 落とす 久し振り 内緒
    堪える 控える 見送る 省く 遠慮 税抜 税抜き 税別 今一 省略 見落とす 見逃す 苦手 低い 少ない 除く 除外""".split()
)
_ENGLISH = frozenset(
    """fail failure lack few little hardly barely scarcely rarely seldom except instead rather
    refuse deny reject avoid prevent stop free miss missing absent absence unless
    beyond wrong false bad poor difficult hard impossible
    zero less worry forget lose lost ignore neglect decline cease quit despite
    regardless exempt exclude without ban forbid prohibit restrain block spare doubt
    unlike hesitate overlook object
    resist withhold strand inhibit impede silent unable disable inevitable
    inevitably deprecate reluctant dislike discontinue vain disallow outside hate elude abandon
    cancel suppress skip blank empty ambiguous""".split()
)
# Words that come to a denial in a few turns of phrase only, and mostly do not.
_JAPANESE_AT_TIMES = frozenset(
    """以下 以上 より まで 迄 だけ のみ ばかり 代わり 別 もう 既に 待つ 安心 大丈夫 平気 たった 空 遅い
    早い""".split()
)
_ENGLISH_AT_TIMES = frozenset(
    """only keep until before than too yet otherwise but remain still last least fine end wonder
    anything any anyone ever away off out same alike however whether mind trap stick wait""".split()
)
# Words in which such a kanji says something else.
_OF_OTHER_SENSE = frozenset(
    """非常 有り難う 有り難い 特別 非難 判断 避難 難民 災難 盗難 負担 負う 勝負 抱負 診断 横断 断言 断定 海外 国外
    外国 外国人 諸外国 外部 外側 屋外 外相 外務 外務省 外交 外科 外出 外見 郊外 国防 国防省 防衛 防衛省 消防
    予防 防犯 防災 防御 防水 反応 反省 反射 反り 是非 不動産 不思議 絶対 絶妙 絶縁 免許 差別 区別 個別 別途 別れ
    別れる 性別 判別 送別 選別 識別 変異 異議 未来 唯一 唯 突破 突破口 破片 破壊 加減 似非 辞書 無事 無料 残す 残る
    残り 残高 悪魔 悪天候 休日 休暇 連休 夏休み 週休 危険 危険性 危機 忘年会 弱点 脆弱性 耐久 久しい 永久 逃走
    離婚 離陸 距離 長距離 未だ 未だに""".split()
)
_PREFIX = re.compile(r"(?:un|in(?!ter)|im|ir|il|dis|dys|mis|non|de|mal)(?=[a-z]{4})|un(?=[a-z]{3})")
_SUFFIX = re.compile(r"(?<=[a-z]{3})(?:less|free)$")
_PREFIX_UN = re.compile(r"un(?!der|i[cfoqtv]|til|cle)[a-z]{3}")
# A word made by a prefix has a word behind it, *in-telligence* has none; and, but for un-, resembles
# it: *discover* and *cover* do not.
_OF_ONE_FAMILY = 0.3
_WHOLE = frozenset(
    "unless bless nonetheless nevertheless wireless unite immigrant immigration insight inmate".split()
)


@dataclass(frozen=True, slots=True)
class Denial:
    """What denies in a word: the word itself, a kanji of it, or its prefix or suffix.

    `is_derived` says that the rest of the word is what is denied: *un-known*, 不-可能. One that
    `is_rare` denies in few of its uses: *but*, *out*, まで.
    """

    sign: str
    is_derived: bool
    is_rare: bool = False


@lru_cache(maxsize=20_000)
def denials(key: str, lang: Lang, vectors: Vectors) -> tuple[Denial, ...]:
    """What denies in a lemma or base, nothing for most."""
    found = []
    if key in (_ENGLISH if lang is Lang.ENGLISH else _JAPANESE):
        found.append(Denial(key, False))
    elif key in (_ENGLISH_AT_TIMES if lang is Lang.ENGLISH else _JAPANESE_AT_TIMES):
        found.append(Denial(key, False, is_rare=True))
    if lang is Lang.JAPANESE and key not in _OF_OTHER_SENSE:
        found += [
            Denial(kanji, kanji in _PREFIX_KANJI and key[0] == kanji and len(key) > 1)
            for kanji in sorted(_KANJI & set(key))
        ]
    elif lang is Lang.ENGLISH and key not in _WHOLE and (prefix := _PREFIX.match(key)):
        rest = key[prefix.end() :]
        if _is_word(rest) and (_PREFIX_UN.match(key) or _are_alike(key, rest, vectors)):
            found.append(Denial(prefix.group(), True))
    if lang is Lang.ENGLISH and key not in _WHOLE and _SUFFIX.search(key):
        found.append(Denial("less", True))
    return tuple(found)


def _are_alike(word: str, rest: str, vectors: Vectors) -> bool:
    rows = vectors([word, rest])
    return float(rows[0] @ rows[1]) >= _OF_ONE_FAMILY


def _is_word(rest: str) -> bool:
    import simplemma

    return simplemma.is_known(rest, lang="en")
