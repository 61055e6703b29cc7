"""Which Japanese noun stands with が and which with を before which verb."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from alignqa.text import Span
from alignqa.words import Token, japanese_tokens

SUBJECT, OBJECT = "が", "を"
_MARKS = frozenset({SUBJECT, OBJECT})
_TOPIC = "は"
_PARTICLES = _MARKS | {_TOPIC}
_PREDICATES = frozenset({"動詞", "形容詞", "助動詞", "名詞"})
_PASSIVE = "れる"
# With these a が may mark what is acted on, or a を the one who acts: 水が飲みたい, 子を歩かせる; られる
# is passive or potential.
_FREE = frozenset(
    "せる させる られる 貰う 頂く 欲しい たい 度い 易い 難い 辛い 出来る 得る 為さる".split()
)
_COPULAS = frozenset({"だ", "です"})
# How many words behind a verb may be its endings.
_REACH = 5
_ENDS = frozenset("。！？「」『』（）()\n")
_FORMS = dict(zip("うくすつぬぶむるぐ", "えけせてねべめれげ", strict=True))


@dataclass(frozen=True, slots=True)
class Case:
    """A noun with its particle, and the verb that comes next.

    Attributes:
        noun: the whole noun, with the nouns before it that it is compounded with.
        head: its last word, with what hangs on it: 子供たち, お茶.
        mark: `SUBJECT` or `OBJECT`; a topic beside an object counts as a subject.
        is_topic: the particle is は.
        is_far: another verb, that of a clause before a noun, comes in between.
        verb: the place of the verb, without its endings.
        base: the verb's dictionary form.
        sentence: the number of the sentence, within which alone nouns may change their particles.
    """

    noun: Span
    head: str
    mark: str
    is_topic: bool
    is_far: bool
    verb: Span
    base: str
    is_passive: bool
    sentence: int


@lru_cache(maxsize=2048)
def cases(text: str) -> tuple[Case, ...]:
    """The nouns with が or を of a Japanese text, in order, and the verb after each; nouns of verbs
    whose form leaves their parts open are left out."""
    if not _MARKS & set(text):
        return ()
    return tuple(_cases(japanese_tokens(text)))


def _cases(tokens: tuple[Token, ...]) -> Iterator[Case]:
    waiting: list[tuple[Span, str, str]] = []
    passed: list[tuple[Span, str, str]] = []
    sentence = 0
    for index, token in enumerate(tokens):
        kind = token.pos[0]
        if token.surface in _ENDS:
            waiting, passed = [], []
            sentence += token.surface in "。！？\n"
        elif kind == "助詞":
            if (
                token.surface in _PARTICLES
                and token.pos[1] in {"格助詞", "係助詞"}
                and index
                and _is_noun(tokens[index - 1])
            ):
                waiting.append((*_noun(tokens, index - 1), token.surface))
        elif kind not in _PREDICATES or not (waiting or passed):
            continue
        elif says_how(tokens, index):
            waiting = [each for each in waiting if each[2] == OBJECT]
        elif _is_verb(tokens, index):
            endings = _endings(tokens, index)
            if not _leaves_open(token, endings):
                is_passive = _PASSIVE in endings
                for is_far, nouns in ((False, waiting), (True, passed)):
                    for noun, head, mark in _with_parts(nouns):
                        role = SUBJECT if mark == _TOPIC else mark
                        yield Case(
                            noun, head, role, mark == _TOPIC, is_far,
                            token.span, token.base, is_passive, sentence,
                        )  # fmt: skip
            # 犬を + 公園で遊ぶ + 子供が追う: the verb before a noun may not be the one that を awaits.
            objects = [each for each in waiting if each[2] == OBJECT]
            passed = objects + passed if belongs_to_a_noun(tokens, index) else []
            waiting = []


def _with_parts(nouns: list[tuple[Span, str, str]]) -> list[tuple[Span, str, str]]:
    """All but topics, unless a topic stands beside an object alone, and so must act."""
    if {mark for _, _, mark in nouns} == {_TOPIC, OBJECT}:
        return nouns
    return [each for each in nouns if each[2] != _TOPIC]


def belongs_to_a_noun(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a noun follows a verb and its endings, or a particle that makes one of the clause."""
    is_joined = False
    for token in tokens[index + 1 : index + 1 + _REACH]:
        if token.pos[0] in {"名詞", "代名詞", "接頭辞", "連体詞"} or token.surface in {
            "か",
            "と",
            "の",
        }:
            return not is_joined
        # 走っている犬, but 走って犬を追う.
        is_joined = token.surface in {"て", "で"}
        if token.pos[0] not in {"助動詞", "動詞"} and not is_joined:
            return False
    return False


def _is_noun(token: Token) -> bool:
    return (
        token.pos[0] in {"名詞", "代名詞"} and token.pos[1] not in {"数詞", "助動詞語幹"}
    ) or token.pos[:2] == ("接尾辞", "名詞的")


def _noun(tokens: tuple[Token, ...], index: int) -> tuple[Span, str]:
    """The place of a whole noun, and its head."""
    first = index
    while first and tokens[first].pos[0] == "接尾辞" and _is_noun(tokens[first - 1]):
        first -= 1
    head = "".join(token.surface for token in tokens[first : index + 1])
    while (
        first
        and tokens[first - 1].is_noun
        and tokens[first - 1].span.end == tokens[first].span.start
    ):
        first -= 1
    return Span(tokens[first].span.start, tokens[index].span.end), head


def _is_verb(tokens: tuple[Token, ...], index: int) -> bool:
    token = tokens[index]
    if token.pos[0] == "動詞":
        return True
    if token.pos[2:3] != ("サ変可能",) or index + 1 >= len(tokens):
        return False
    # 攻撃 in front of する, or at the end: 城を攻撃、.
    behind = tokens[index + 1]
    return behind.base == "為る" or (
        behind.pos[0] == "補助記号" and tokens[index - 1].surface == OBJECT
    )


def says_how(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a が before it has found what it belongs to, though no verb: 猫が白い, 空が青くて."""
    token = tokens[index]
    behind = tokens[index + 1].surface if index + 1 < len(tokens) else "、"
    if token.pos[0] == "形容詞":
        return token.surface.endswith("い") or behind in {"、", "て"}
    if token.pos[0] == "助動詞":
        return token.base in _COPULAS and token.surface != "に"
    return token.base == "有る" and tokens[index - 1].base in _COPULAS


def _endings(tokens: tuple[Token, ...], index: int) -> list[str]:
    endings = []
    for token in tokens[index + 1 : index + 1 + _REACH]:
        if token.pos[0] in {"補助記号", "名詞"} or token.pos[:2] == ("動詞", "一般"):
            break
        endings.append(token.base)
    return endings


def _leaves_open(verb: Token, endings: list[str]) -> bool:
    """Whether the verb's form lets が mark what is acted on: 話せる, 飲みたい, 開けてある."""
    return (
        verb.base in _FREE
        or bool(_FREE & set(endings))
        or {"て", "有る"} <= set(endings)
        or (_may_be_potential(verb) and endings[:1] != ["ば"])
    )


def _may_be_potential(verb: Token) -> bool:
    """話せる, whose normalised form is 話す; 食べる ends in an え of its own."""
    form = _FORMS.get(verb.base[-1])
    stem = verb.surface.removesuffix("る")
    return form is not None and verb.base[-2:-1] != form and stem.endswith(form)
