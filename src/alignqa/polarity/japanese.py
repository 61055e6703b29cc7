"""Negations of Japanese text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from alignqa.polarity.negation import Negation
from alignqa.words import Token, japanese_tokens

_QUICK = re.compile(r"[なずぬねんざま無兼]")

_NOT = "(?:ない|なく|なかっ|なけれ|ません|ず|ぬ|ん|ざる)"
# Expressions that hold a negative ending and deny nothing. All cues inside one are passed over.
_IDIOMS = re.compile(
    rf"""
    # obligation: なければならない
    (?:なけれ|ね)ば、?(?:なら|なり|成ら|いけ|いか|だめ|駄目|ダメ){_NOT}?
    | (?:なくて(?:は|も)?|なくちゃ|なきゃ|ないと)、?(?:なら|なり|いけ|いか|だめ|駄目|ダメ){_NOT}?
    | (?:なけれ|ね)ばなるまい | なくては(?=[、。」])
    # no way round it: ざるを得ない, ずにはいられない
    | ざるを?(?:得|え){_NOT} | (?:ず|ない)(?:に|で)は?(?:い|居|お)ら?れ?{_NOT}
    | (?:やむ|止む|已む)を?(?:得|え){_NOT} | やむな[くいし]
    | しかた(?:が)?な[くい] | 仕方(?:が)?な[くい]
    # perhaps, surely, merely, none other than
    | かも(?:しれ|知れ|わから|分から){_NOT}
    | (?:間違|まちが)い(?:が|は|も)?(?:な[いくかし]|あり?ません)
    | (?:兼|か)ね{_NOT}
    | に(?:違|ちが|相違)い?(?:が|は|も)?(?:な[いくかし]|あり?ません|あるまい)
    | に(?:過|す)ぎ{_NOT} | に(?:他|ほか|外)なら{_NOT}
    # not only
    | (?:だけ|のみ|ばかり)(?:で|に)?(?:は|も|じゃ)?(?:な[くいか]|無く|ありません|あらず)
    | (?:のみ|ばかり)なら{_NOT} | に(?:とど|留|止)まら{_NOT} | に限ら(?:ず|ない)
    # regardless
    | (?:かか|関|拘)わらず | を?問わず | ともあれ | に(?:も)?かかわりなく
    # two negatives
    | (?:な[いくかし]|ず)(?:わけ|訳|こと|もの|はず|という|かった)?(?:で|と|に)?(?:は|も|が|じゃ)?
      (?:ない|なく|なかっ|ありません|限ら{_NOT})
    # questions that expect a yes
    | (?:じゃ|では)(?:な[いく]|なかった|なかろう|ありません)
      (?:の|ん)?(?:でし[ょた]う?|だろう|です)?か(?!ら|っ|も|どう|は)
    | (?:な[いく]|なかった|ません)(?:の|ん)?(?:でしょう|だろう|です)?か(?=[。？?！!」』）)]|$)
    | (?:じゃ|では)?ない(?:の|ん)?(?=[？?])
    # obligation cut short: 帰らなきゃ。行かないと。
    | なきゃ | なくちゃ | ないと(?:ね|な)?(?=[。！!」』）)]|$)
    | (?:あまり|それ)(?:に)?も?(?:間)?もなく | 間もな[くい] | まもなく
    | とてつもな[いく] | 申し?訳(?:が|は)?(?:な[いく]|ありません) | 絶えず | なくなく | つかぬこと
    | ほかな(?:い|らない) | どころでは(?:ない)?か
    """,
    re.VERBOSE,
)
# Words whose negative ending belongs to another word: 行っていない denies 行く.
_LIGHT = frozenset(
    "為る 居る 成る 来る 貰う 呉れる 有る 行く 置く 仕舞う れる られる せる させる ます です だ た て"
    " 出来る 得る 頂く 下さる".split()
)
# These are verbs of their own but behind て.
_MOTION = frozenset({"行く", "来る"})
_JOINTS = frozenset({"助詞", "助動詞"})
_STOP = frozenset({"補助記号", "空白", "接続詞", "感動詞"})
_PLAIN_ENDINGS = frozenset("うくぐすつぬぶむる")
_REACH = 8
_CUES = {("助動詞", "ない"), ("助動詞", "ず"), ("助動詞", "まい"), ("形容詞", "無い"),
         ("接尾辞", "兼ねる"), ("助動詞", "んす"), ("名詞", "なし"), ("名詞", "無し"),
         ("接尾辞", "無し"), ("接尾辞", "なし")}  # fmt: skip


@lru_cache(maxsize=2048)
def japanese_negations(text: str) -> tuple[Negation, ...]:
    """The negations of a Japanese text, in order; なければならない and its like are none, nor is
    the ない of しか…ない, which means *only*."""
    if not _QUICK.search(text):
        return ()
    return tuple(_negations(text))


def _negations(text: str) -> Iterator[Negation]:
    tokens = japanese_tokens(text)
    idle: list[tuple[int, int]] | None = None
    only = False
    for index, token in enumerate(tokens):
        if token.surface == "しか" and token.pos[0] == "助詞":
            only = True
        elif token.surface in "。！？\n":
            only = False
        if (token.pos[0], token.base) not in _CUES and not _forbids(tokens, index):
            continue
        if idle is None:
            idle = [match.span() for match in _IDIOMS.finditer(text)]
        if any(start <= token.span.start < end for start, end in idle):
            continue
        if only:
            only = False
            continue
        yield _negation(tokens, index)


def _forbids(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether it is the な of 行くな: behind a verb's plain form, at the end of what is said."""
    token = tokens[index]
    if token.surface != "な" or token.pos[:2] != ("助詞", "終助詞") or index == 0:
        return False
    before = tokens[index - 1]
    return before.pos[0] == "動詞" and before.surface[-1:] in _PLAIN_ENDINGS


def _negation(tokens: tuple[Token, ...], index: int) -> Negation:
    cue = tokens[index]
    light: Token | None = None
    for at in range(index - 1, max(0, index - _REACH) - 1, -1):
        token = tokens[at]
        if token.pos[0] in _STOP:
            break
        if token.base in _MOTION and (at == 0 or tokens[at - 1].surface not in {"て", "で"}):
            return Negation(cue.span, cue.base, token.span, token.base)
        if (
            token.base in _LIGHT
            or token.pos[0] in _JOINTS
            or token.base in {"事", "物", "訳", "筈"}
        ):
            if light is None and token.pos[0] not in _JOINTS:
                light = token
            continue
        return Negation(cue.span, cue.base, token.span, token.base)
    if light is not None:
        return Negation(cue.span, cue.base, light.span, light.base)
    return Negation(cue.span, cue.base, cue.span, cue.base)
