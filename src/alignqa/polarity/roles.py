"""Who does it and to whom it is done, in simple clauses of either language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from alignqa.polarity.cases import belongs_to_a_noun, says_how
from alignqa.text import Span
from alignqa.words import Token, Word, english_words, japanese_tokens

_SUBJECT = frozenset({"が", "は"})
_OBJECT = frozenset({"を", "に"})
# Who acts, behind a passive, as に does: 社長から褒められる.
_FROM = "から"
# Verbs whose subject bears what is done, whose roles may stand either way round, or which turn the
# roles of another verb: 被害を受ける, 友人に会う, 来てもらう.
_NO_ROLES = frozenset(
    """受ける 浴びる 被る 蒙る 得る 食う 食らう 迎える 抱く 含む 有する 会う 出会う 似る 結婚 戦う 対戦 変わる
    代わる 替わる 換わる 繋がる 隣接 面する 接する 続く 勝る 等しい 伴う 経る 有る 居る 成る 貰う 頂く 呉れる
    遣る 上げる 下さる 驚く 喜ぶ 怒る 悩む 苦しむ 困る 感動 失望 満足 見える 聞こえる 分かる 出来る 要る 欠ける
    占める 務める 称する 言う 呼ぶ 思う 感じる 基づく 依る 拠る 因る 入れる せる させる 立たす 行かす 待たす""".split()
)
# Verbs whose に is an object in English: 馬に乗る, *ride a horse*.
_WITH_NI = frozenset(
    """乗る 触る 触れる 勝つ 従う 跨がる 抱き付く 噛み付く 飛び掛かる 襲い掛かる 近付く 接近 反対 抵抗 攻撃 質問 尋ねる
    命じる 命令 依頼 頼む 話し掛ける 教える 反論 服従 挑む 挑戦 追い付く 体当たり 打つかる 衝突""".split()
)
_TURNING = frozenset(
    {"せる", "させる", "貰う", "頂く", "呉れる", "上げる", "下さる", "遣る", "欲しい", "度い"}
)
# Nouns that tell where, not who.
_PLACES = frozenset(
    "近く 上 下 中 前 後ろ 後 横 隣 側 間 外 内 周り 辺り 所 為 時 事 物 様 度 方 ここ そこ あそこ 此処 其処".split()
)
_PASSIVE = frozenset({"れる", "られる"})
_REACH = 4


@dataclass(frozen=True, slots=True)
class Roles:
    """The places of the head words of a clause: who acts, who bears it, and what is done.

    `is_oblique` says that who bears it is no plain object: 犬に話す, *talk to a dog*.
    """

    agent: Span
    patient: Span
    predicate: Span
    is_passive: bool
    is_oblique: bool


@lru_cache(maxsize=2048)
def japanese_roles(text: str) -> tuple[Roles, ...]:
    """The clauses of a Japanese text in which a noun with が or は and a noun with を or に stand in
    front of one verb, with no other verb between them."""
    if not (set(text) & _SUBJECT and (set(text) & _OBJECT or _FROM in text)):
        return ()
    return tuple(_japanese(japanese_tokens(text)))


def _japanese(tokens: tuple[Token, ...]) -> Iterator[Roles]:
    nouns: dict[str, tuple[Token, Token]] = {}
    for index, token in enumerate(tokens):
        if token.surface in "。！？「」『』（）()\n" or token.pos[0] == "接続詞":
            nouns = {}
        elif token.pos[0] == "助詞" and index and _is_head(tokens[index - 1]):
            after = tokens[index + 1] if index + 1 < len(tokens) else None
            if token.surface == "に" and after and after.pos[1] == "数詞":
                # So often in that time: 月に1回.
                continue
            if token.surface in _SUBJECT | _OBJECT | {_FROM} and not (
                after and after.surface in {"は", "も", "、", "の"}
            ):
                if token.surface in nouns:
                    nouns = {}
                nouns[token.surface] = (tokens[index - 1], token)
            elif token.surface in {"と", "も"}:
                # A companion or a third party makes the roles less plain.
                nouns = {}
        elif says_how(tokens, index):
            nouns = {}
        elif _is_verb(tokens, index):
            if found := _roles(tokens, index, nouns):
                yield found
            nouns = {}


def _is_head(token: Token) -> bool:
    return token.base not in _PLACES and (
        (
            token.pos[0] in {"名詞", "代名詞"}
            and token.pos[1] not in {"数詞", "助動詞語幹"}
            # When, not who: 最初に, 以内に.
            and token.pos[2] != "副詞可能"
        )
        or (token.pos[0] == "接尾辞" and token.pos[1] == "名詞的")
    )


def _is_verb(tokens: tuple[Token, ...], index: int) -> bool:
    token = tokens[index]
    if token.pos[0] == "動詞":
        # 猿がある人を蹴る: a certain person, not one that is there.
        return not (
            token.surface == "ある" and index + 1 < len(tokens) and tokens[index + 1].is_noun
        )
    # 攻撃 in front of する.
    return (
        token.pos[0] == "名詞"
        and token.pos[2] == "サ変可能"
        and index + 1 < len(tokens)
        and tokens[index + 1].base == "為る"
    )


def _roles(
    tokens: tuple[Token, ...], index: int, nouns: dict[str, tuple[Token, Token]]
) -> Roles | None:
    subject = nouns.get("が") or nouns.get("は")
    if subject is None or ("が" in nouns and "は" in nouns):
        return None
    verb = tokens[index]
    endings = _endings(tokens, index)
    if verb.base in _NO_ROLES or _TURNING & set(endings):
        return None
    is_passive = bool(_PASSIVE & set(endings))
    if "が" not in nouns and belongs_to_a_noun(tokens, index):
        # 猫は皿に満たされたミルクをなめる: the topic awaits the last verb.
        return None
    other = nouns.get("を") or nouns.get("に")
    if is_passive:
        other = nouns.get("に") or nouns.get(_FROM)
    if other is None or (is_passive and "を" in nouns):
        return None
    agent, patient = (other, subject) if is_passive else (subject, other)
    is_oblique = other[1].surface == "に" and not is_passive and verb.base not in _WITH_NI
    return Roles(agent[0].span, patient[0].span, verb.span, is_passive, is_oblique)


def _endings(tokens: tuple[Token, ...], index: int) -> list[str]:
    """The auxiliaries of a verb; またがって書かれる is no passive of またがる."""
    endings = []
    for token in tokens[index + 1 : index + 1 + _REACH]:
        if token.pos[0] == "補助記号" or token.pos[:2] == ("動詞", "一般"):
            break
        if token.pos[0] in {"助動詞", "動詞"}:
            endings.append(token.base)
    return endings


# What may stand in front of a subject, and between it and its verb.
_OPENERS = frozenset(
    "that when while because and but if as after before since although so then".split()
)
_WITHIN = frozenset(
    "the a an this that these those his her its their my your our some two three one".split()
)
_AUXILIARIES = frozenset(
    """be is are was were been being have has had do does did will would can could may might must
    should also always often never not quickly slowly just already soon later suddenly now still
    happily carefully isn't aren't wasn't weren't doesn't don't didn't""".split()
)
_BE = frozenset("is are was were be been being am get got gets isn't aren't wasn't weren't".split())
_PREPOSITIONS = frozenset("at to for after on through along across around".split())
# What begins a phrase that belongs to the noun before it.
_ATTACHING = frozenset("in on of with from near under behind beside at".split())
# What makes one verb with the word before it: pick up, show off.
_PARTICLES = frozenset("up off down out away back over".split())
_BREAKS = frozenset(',.;:!?—()"“”')


def english_roles(text: str, first: Span, second: Span, verb: Span | None) -> Roles | None:
    """Of two nouns on either side of a verb, who acts and who bears it; `None` where the clause is
    not plain. Of a verb that is not known, the form behind an auxiliary must tell it: *is chasing*.

    The left one must be a subject's head with only auxiliaries and adverbs between it and the verb,
    the right one the head of the object, or of what follows *by* behind a participle.
    """
    words = english_words(text)
    if verb is None or not (first.end <= verb.start and verb.end <= second.start):
        verb = _verb_between(words, first, second)
    if verb is None:
        return None
    places = {word.span.start: index for index, word in enumerate(words)}
    if any(span.start not in places for span in (first, verb, second)):
        return None
    left, middle, right = places[first.start], places[verb.start], places[second.start]
    if _BREAKS & set(text[first.end : second.start]):
        return None
    between = [word.text.lower() for word in words[left + 1 : middle]]
    if not _are_auxiliaries(between) or not _opens(text, words, left):
        return None
    behind = words[middle + 1 : right]
    word = words[middle].text.lower()
    if not between and word.endswith("ing"):
        return None
    looks_passive = bool(between) and between[-1] in _BE and not word.endswith("ing")
    if looks_passive:
        by = next((at for at, word in enumerate(behind) if word.text.lower() == "by"), None)
        if by is None or not _is_phrase(behind[by + 1 :]):
            return None
        return Roles(second, first, verb, True, False)
    if behind and behind[0].text.lower() in _PARTICLES:
        behind = behind[1:]
    is_oblique = bool(behind) and behind[0].text.lower() in _PREPOSITIONS
    if is_oblique:
        behind = behind[1:]
    if not _is_phrase(behind) or _goes_on(text, words, right):
        return None
    return Roles(first, second, verb, False, is_oblique)


def _are_auxiliaries(between: list[str]) -> bool:
    """Whether only auxiliaries stand between a subject and its verb, or a phrase that belongs to
    the subject and then auxiliaries: *the boys on the couch are reading*."""
    if between and between[0] in _ATTACHING:
        last = next((at for at, word in enumerate(between) if word in _BE), len(between))
        between = between[last:] or between
    return set(between) <= _AUXILIARIES


def _verb_between(words: tuple[Word, ...], first: Span, second: Span) -> Span | None:
    between = [word for word in words if first.end <= word.span.start < second.start]
    for before, word in pairwise(between):
        if before.text.lower() in _AUXILIARIES and word.text.lower() not in _AUXILIARIES:
            return word.span if word.text.endswith(("ing", "ed", "en")) else None
    return None


def _opens(text: str, words: tuple[Word, ...], index: int) -> bool:
    """Whether the noun is the head of a phrase that opens a clause: no preposition before it."""
    for at in range(index - 1, max(-1, index - _REACH - 1), -1):
        word = words[at]
        if _BREAKS & set(text[word.span.end : words[at + 1].span.start]):
            return True
        if word.text.lower() in _OPENERS:
            return True
        if word.text.lower() in _WITHIN:
            if at == 0:
                return True
            before = words[at - 1]
            return before.text.lower() in _OPENERS or bool(
                _BREAKS & set(text[before.span.end : word.span.start])
            )
    return index <= _REACH and index == 0


def _is_phrase(words: tuple[Word, ...]) -> bool:
    """Whether only an article and a few adjectives stand in front of the noun."""
    return len(words) <= _REACH and not {word.text.lower() for word in words} & _STOPS


def _goes_on(text: str, words: tuple[Word, ...], index: int) -> bool:
    """Whether another noun follows at once: the man's dog, the police officer."""
    return text[words[index].span.end :].startswith(("'s", "’s", "-"))


_STOPS = frozenset(
    """of in on at by for with to from and or but into onto over under near behind beside between
    that which who whom what how not off up out away through against about as than is are was were
    be""".split()
)
