"""Negations of Japanese text."""

from __future__ import annotations

import re
from dataclasses import replace
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
    | (?:なくて(?:は|も)?|なくっ?ちゃ|なきゃ|ないと)、?(?:なら|なり|いけ|いか|だめ|駄目|ダメ){_NOT}?
    | (?:なけれ|ね)ばなるまい | なくては(?=[、。」])
    # no way round it: ざるを得ない, ずにはいられない
    | ざるを?(?:得|え){_NOT} | (?:ず|ない)(?:に|で)は?(?:い|居|お)ら?れ?{_NOT}
    | (?:やむ|止む|已む)を?(?:得|え){_NOT} | やむな[くいし]
    | しかた(?:が)?な[くい] | 仕方(?:が)?な[くい]
    # perhaps, surely, merely, none other than
    | かも(?:しれ|知れ|わから|分から){_NOT}
    | (?:間違|まちが)い(?:が|は|も)?(?:な[いくかし]|あり?ません|ございません)
    | (?:兼|か)ね{_NOT}
    | に(?:違|ちが|相違)い?(?:な[いくかし]|あり?ません|あるまい)
    | に(?:過|す)ぎ{_NOT} | に(?:他|ほか|外)な[らり]{_NOT}
    # permission: でも構わない
    | (?:て|で)(?:も)?、?(?:構|かま)(?:わ|い)(?:ない|ません)
    # not only
    | (?:だけ|のみ|ばかり)(?:で|じゃ)(?:は|も)?(?:な[くいか]|無く|ありません|あらず)
    | (?<=[一-龥ァ-ヶーa-zA-Z])ないし(?=は|[一-龥ァ-ヶーa-zA-Z])
    # an old *would*: 幸あらんことを, 泣かんばかりに
    | (?<=[らかがさたなばまわ])ん(?=こと[をな]|限り|ばかり)
    | (?:のみ|ばかり)なら{_NOT} | に(?:とど|留|止)まら{_NOT} | に限ら(?:ず|ない)
    | 欠か(?:せ|すこと(?:が|の)(?:でき|出来)){_NOT} | (?:言|い|云)うまでもな[いく] | 余儀な[いくか]
    | 紛れもな[いく] | (?:何|なん)とな[いく] | 思いがけな[いく] | しょう(?:が)?な[いく]
    | (?:す|済)[みい]ません | 申し分(?:の|が)?な[いく] | 惜しみな[いく] | 限りなく
    # regardless
    | (?:かか|関|拘)わらず | を?問わ(?:ず|ない|ません) | ともあれ | に(?:も)?かかわりなく
    # two negatives
    | (?:(?<!少)(?<!すく)な[いくかし]|(?<![はまら])ず)(?:わけ|訳|こと|もの|はず|という|かった)?
      (?:で|と|に)?(?:は|も|が|じゃ)?(?:ない|なく|なかっ|ありません|限ら{_NOT})
    # questions that expect a yes
    | (?:じゃ|では)(?:な[いく]|なかった|なかろう|ありません)
      (?:の|ん)?(?:でし[ょた]う?|だろう|です)?か(?!ら|っ|も|どう|は)
    | (?:な[いく]|無い|なかった|ません(?:でした)?)(?:もの|の|ん)?(?:でしょう|だろう|です)?か(?=[。？?！!」』）)]|$)
    | (?:じゃ|では)?ない(?:の|ん)?(?=[？?])
    # obligation cut short: 帰らなきゃ。行かないと。
    | (?:なきゃ|なくっ?ちゃ|ないと|なければ)(?:ね|な|だ|です|よ|ー)*(?=[。！!」』）)]|$)
    | ものともせ{_NOT} | 余すところな[くい] | (?<=[\d月年日間分時円％%個歩人週])足らず
    | あまりにもなく | (?<![一-龥])間もな[くい] | まもなく
    | とてつもな[いく] | 申し?訳(?:が|は|も)?(?:な[いく]|ありません|(?:ござ|御座)いません)
    | 絶えず | なくなく | つかぬこと
    | ほかな(?:い|らない) | どころでは(?:ない)?か
    # worth it; all over, all of it
    | [てで]も?損[はが]?(?:な[いくか]|ありません)
    | (?:まんべん|満遍|くま|隈|[も漏]れ|抜かり)なく
    | (?:もったい|勿体)な[いくか] | 切っても切れない
    # with all one's heart: 願ってやまない
    | [てで](?:止|や)(?:みません|ま(?:ない|なかった|ず))
    # outlandish, enormous, unfounded
    | (?:突拍子|途方|途轍|滅相|取り留め|とりとめ|屈託|根も葉|身も(?:蓋|ふた)|元も子)[もの]?な[いくか]
    # very much so; would you: 心配でならない, 教えてくれまいか
    | でな[らり](?:な[いかく]|ません) | [てで](?:くれ|もらえ)まいか
    # slang for now: 散歩なう
    | なう(?![ぞよね])
    """,
    re.VERBOSE,
)
# Denials that the other language may well do without: 少なくない, 買わなければよかった, するのかしないのか.
_DOUBTFUL = re.compile(
    r"""
    (?:少|すく)なく(?:は|も)?(?:な[いくか]|ありません)
    # no doubt of it, or no difference in it; hardly ever; nothing but
    | に(?:違|ちが|相違)い(?:が|は|も)(?:な[いくかし]|あり?ません|あるまい)
    | (?:ほとんど|殆ど|めった|滅多|なかなか|ろくに)[^、。]{0,20}?(?:な[いくか]|ません|ず)
    | (?:以外|(?<!その)(?:ほか|他))(?:に|で|は|の)[^、。]{0,20}?(?:な[いくか]|ません|ず)
    # until it has begun; neither good nor bad; denied, and what is denied is denied, too
    | [うくぐすつぬぶむる]まで(?:に)?[^。]{0,12}?(?:な[いくか]|ません|ず)
    | [うくぐすつぬぶむる]までは[^。]{0,40}?(?:な[いくか]|ません|ず)
    | も(?:なく|なければ)、?[^、。]{1,10}も(?:な[いくか]|ありません)
    | (?:な[いか][^、。]{0,4}|ません)(?:こと|の|もの)?[をとはが]、?(?:否定|反論|反対|拒否|拒ん|断っ|断念)
    | (?:分から|わから|解ら|知ら)(?:ない|ません)(?=けど|けれど|(?:の|ん)?です(?:が|けど)|が)
    | (?:に|には)(?:変わ|かわ)り(?:は|が)?(?:な[いくか]|ありません)
    | (?:絶え|変わら|差し?支え)(?:な[いくか]|ず|ません) | 差し?支え(?:は|が)(?:な[いく]|ありません)
    | 問題[はも]?(?:な[いく]|ありません) | 動かぬ | 変わらぬ | 揺るがぬ
    | (?:今|これ)までに(?:は)?(?:な[いか]|ありません)
    | 必ずしも[^、。]{0,30}?(?:な[いく]|ません)
    # no simple matter, cannot well: 一筋縄ではいかない, 笑うわけにはいかない
    | (?:では|わけには|そうは)(?:い|行)(?:か(?:な[いか]|ず)|きません)
    # this and not that: Aではなく、B
    | (?:で|じゃ)は?なく(?:て)?(?![なてはもち])
    # before it has ended; so long as it does not; need not; required; not always
    | な[いか]?(?:うち|内)に | (?:ない|ぬ|ん)限り
    | 省略[^、。]{0,6}(?:な[いくか]|ません|ず) | とは限ら(?:な[いくか]|ません|ず)
    # in under an hour
    | (?:秒|分|時間|日|月|年)[もと](?:掛|か)から(?:な[いくか]|ません|ず)
    # asked within a sentence: できることはないか、と
    | (?:な[いか]|ません)か(?=、|と)
    # see whether: 含んでいないか確認する
    | (?:な[いか]|ません)か(?:どうか)?[をの]?(?=確|調|検|探|見|チェック|テスト|心配|監視)
    | (?:な[いか]|ません)か、[^。]{0,30}か(?:どうか)?[をの]?(?=確|調|検|探|見)
    # less so than that: 大阪ほど大きくない
    | (?<!これ)(?<!それ)(?<!さ)ほど(?:に|は|には)?[^、。]{0,15}?(?:な[いくか]|ありません)
    # falls short of it
    | に(?:は|も)?(?:追い[付つ]|満た|及)[^、。]{0,6}?(?:な[いくか]|ません|ず)
    # not too much of it
    | すぎ(?:ない|ず|ません|なかっ)
    # only if: 空白を置かなければ動かない
    | なければ、?[^、。]{1,30}?(?:な[いくか]|ません)
    | どう(?:し|する)?よう(?:も|が)(?:な[いくか]|ありません)
    # not unless: 休まないと無理だ
    | ないと、?(?:無理|困|難し|厳し) | ないと、?[^、。]{1,20}?(?:な[いくか]|ません)
    | なきゃ | なくっ?ちゃ | (?:何|なん)でもな[いく] | 半端な[いく]
    | (?<=[たるうくすつぬぶむぐい])じゃ(?:な[いか]|ありません)
    | なければ(?:よ|良)か[っろ] | ないで(?:ほ|欲)しかった
    | [るたいうくすつぬぶむ]の?か、?[^、。か]{1,12}(?:ない|なかった)の?か(?!も)
    | んじゃない(?:の|かな|です|よね|か)?(?=[。！!」』）)]|$)
    """,
    re.VERBOSE,
)
# In front of another denial these go on with it: 水も食料もなく、電気も来ない.
_GOES_ON = frozenset({"なく", "ず", "ずに", "無く"})
_JOINED_WITHIN = 14
_BREAK = re.compile(r"[。！？!?\n]")
# Words whose negative ending belongs to another word: 行っていない denies 行く. Verbs of courtesy are
# among them: お送りいたしません.
_LIGHT = frozenset(
    "為る 居る 成る 来る 貰う 呉れる 有る 行く 置く 仕舞う れる られる せる させる ます です だ た て"
    " 出来る 得る 頂く 下さる おる 致す 申し上げる 御座る".split()
)
# Nouns that only carry the clause before them: 変更することができない.
_LIGHT_NOUNS = frozenset("事 こと 物 もの 訳 筈".split())
# These are verbs of their own but behind て.
_MOTION = frozenset({"行く", "来る"})
_JOINTS = frozenset({"助詞", "助動詞"})
_STOP = frozenset({"補助記号", "空白", "接続詞", "感動詞"})
_PLAIN_ENDINGS = frozenset("うくぐすつぬぶむる")
_REACH = 8
_CUES = {("助動詞", "ない"), ("助動詞", "ず"), ("助動詞", "まい"), ("形容詞", "無い"),
         ("接尾辞", "兼ねる"), ("助動詞", "んす"), ("名詞", "なし"), ("名詞", "無し"),
         ("接尾辞", "無し"), ("接尾辞", "なし"), ("動詞", "なくなる"), ("動詞", "無くなる"),
         ("動詞", "なくす")}  # fmt: skip
# 必要がなくなる is *no need any more* or *is gone*, 買うな is *don't buy* or *I'd buy, I think*.
_MAY_BE_NONE = frozenset({"なくなる", "無くなる", "なくす", "な"})


@lru_cache(maxsize=2048)
def japanese_negations(text: str) -> tuple[Negation, ...]:
    """The negations of a Japanese text, in order; なければならない and its like are none, and
    the ない of しか…ない, which means *only*, may be none."""
    if not _QUICK.search(text):
        return ()
    return tuple(_negations(text))


def _negations(text: str) -> list[Negation]:
    tokens = japanese_tokens(text)
    idle: list[tuple[int, int]] | None = None
    doubtful: list[tuple[int, int]] = []
    only = False
    found: list[Negation] = []
    for index, token in enumerate(tokens):
        if token.surface == "しか" and token.pos[0] == "助詞":
            only = True
        elif token.surface in "。！？\n":
            only = False
        if (token.pos[0], token.base) not in _CUES and not _forbids(tokens, index):
            continue
        if idle is None:
            idle = [match.span() for match in _IDIOMS.finditer(text)]
            doubtful = [match.span() for match in _DOUBTFUL.finditer(text)]
        if any(start <= token.span.start < end for start, end in idle):
            continue
        negation = _negation(tokens, index)
        if (
            only
            or token.base in _MAY_BE_NONE
            or any(start <= token.span.start < end for start, end in doubtful)
        ):
            negation = replace(negation, may_be_none=True)
        only = False
        if found and _goes_on(text, found[-1], negation):
            found[-1] = replace(found[-1], may_be_none=True)
        found.append(negation)
    return found


def _goes_on(text: str, before: Negation, negation: Negation) -> bool:
    """Whether a denial in its connecting form only leads up to the next."""
    between = text[before.span.end : negation.span.start]
    return (
        before.span.of(text) in _GOES_ON
        and len(between) <= _JOINED_WITHIN
        and not _BREAK.search(between)
    )


def _forbids(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether it is the な of 行くな: behind a verb's plain form, at the end of what is said."""
    token = tokens[index]
    if token.surface != "な" or token.pos[:2] != ("助詞", "終助詞") or index == 0:
        return False
    before = tokens[index - 1]
    return before.pos[0] == "動詞" and before.surface[-1:] in _PLAIN_ENDINGS


def _helps(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a verb only helps the one before it: 残しておく, 試してみる, 読み終える."""
    if at == 0 or tokens[at].pos[:2] != ("動詞", "非自立可能"):
        return False
    before = tokens[at - 1]
    return before.pos[:2] == ("助詞", "接続助詞") or before.pos[0] == "動詞"


def _negation(tokens: tuple[Token, ...], index: int) -> Negation:
    cue = tokens[index]
    light: Token | None = None
    for at in range(index - 1, max(0, index - _REACH) - 1, -1):
        token = tokens[at]
        if token.pos[0] in _STOP:
            break
        if token.base in _MOTION and (at == 0 or tokens[at - 1].surface not in {"て", "で"}):
            return Negation(cue.span, cue.base, token.span, token.base)
        # 不満はまったくない denies 不満.
        if token.pos[0] == "副詞":
            continue
        if (
            token.base in _LIGHT
            or token.pos[0] in _JOINTS
            or token.base in _LIGHT_NOUNS
            or _helps(tokens, at)
        ):
            if light is None and token.pos[0] not in _JOINTS:
                light = token
            continue
        return Negation(cue.span, cue.base, token.span, token.base)
    if light is not None:
        return Negation(cue.span, cue.base, light.span, light.base)
    return Negation(cue.span, cue.base, cue.span, cue.base)
