"""Words of the table that are not used in the sense in which they have an opposite."""

from __future__ import annotations

from collections.abc import Sequence

from alignqa.words import Token, Word

_SOMETIMES_IDLE = frozenset(
    """few little like empty lead beat beaten defeat national cause less behind tall high long wide
    deep thick old use used raise close bar teach""".split()
)
# Behind a measure these only say what is measured: 180 cm tall, five years old.
_MEASURED = frozenset("tall high long wide deep thick old".split())
_UNITS = frozenset(
    """cm mm m km ft in foot feet inch inches metre metres meter meters centimetre centimetres
    centimeter centimeters kilometre kilometres kilometer kilometers mile miles hour hours day days
    week weeks month months year years""".split()
)
# *A few* is not few; and *like* is a verb only behind what a verb follows.
_NOT_FEW = frozenset("a the last past next first these those every quite".split())
_BEFORE_LIKE = frozenset(
    "i you we they who people to do does did not don't would really also always and still".split()
)
# The river empties into the sea; one thing leads to another.
_BEFORE_TO = {"empty": frozenset({"into"}), "lead": frozenset({"to"})}
# Only these go before what is second-hand: a used car, but not *is used to*.
_BEFORE_USED = frozenset(
    "a the of any buy sell buying selling bought sold new or and his her".split()
)
# Near, not shut.
_BEFORE_CLOSE = frozenset("as so too very how".split())
# To raise one of these makes nothing higher.
_RAISED = frozenset("error exception warning question issue concern signal alarm".split())
_REACH = 5
# *They were defeated* says who lost, *they defeated* who won; *a defeat* is one, *to defeat* is none.
_BE = frozenset("is are was were be been being am get got gets getting by".split())
_OF_VERBS = frozenset(
    "to will would can could may might must should shall not did do does and or who they we you i".split()
)


def is_idle_in_english(words: Sequence[Word], at: int) -> bool:
    """Whether a word is not used in the sense in which it has an opposite."""
    word = words[at]
    if word.lemma not in _SOMETIMES_IDLE:
        return False
    before = words[at - 1].text.lower() if at else ""
    if word.lemma in {"few", "little"}:
        return before in _NOT_FEW
    if word.text.lower() == "used":
        return before not in _BEFORE_USED
    if word.lemma == "raise":
        return any(other.lemma in _RAISED for other in words[at + 1 : at + 1 + _REACH])
    after = words[at + 1].text.lower() if at + 1 < len(words) else ""
    if word.lemma == "close":
        return before in _BEFORE_CLOSE or after == "to"
    if word.lemma == "bar":
        return word.text.lower() != "barred"
    if word.lemma == "teach":
        return after.endswith(("self", "selves"))
    if word.lemma in _BEFORE_TO:
        return after in _BEFORE_TO[word.lemma]
    if word.lemma in _MEASURED:
        return before in _UNITS or before.removesuffix("cm").isdigit()
    # *Less than* and *at least* bound an amount; behind the scenes is no place.
    if word.lemma == "less":
        return after == "than" or word.text.lower() == "least"
    if word.lemma == "behind":
        return (
            after == "the" and at + 2 < len(words) and words[at + 2].lemma in {"scene", "curtain"}
        )
    # What causes a thing has it for its result: それを引き起こす, その結果.
    if word.lemma == "cause":
        return word.text.lower() in {"causing", "caused"}
    # Citizens are no opposite of what is local.
    if word.lemma == "national":
        return word.text.lower() == "nationals"
    if word.text.lower() in {"defeat", "defeats"}:
        return before in _OF_VERBS
    if word.lemma in {"defeat", "beat"}:
        was = {other.text.lower() for other in words[max(0, at - 2) : at]} & _BE
        return not was and word.text.lower() in {"defeated", "defeating", "beaten"}
    return word.text.lower() == "like" and before not in _BEFORE_LIKE


# Behind these, good is what is advised or allowed: 行けばいい, 食べてもよい.
_ADVISING = frozenset({"ば", "も", "たら", "と"})
_SIDES = frozenset({"方", "ほう"})


# What is advised is better than what is not, but not good: 買う方がいい.
_COMPARING = "better or worse"


# 見てもらう gives and takes nothing.
_FAVOURS = frozenset("貰う 呉れる 遣る 上げる 頂く 下さる".split())


def is_idle_in_japanese(tokens: Sequence[Token], at: int, name: str) -> bool:
    """Likewise of a Japanese word."""
    if _says_how_many(tokens, at) or tokens[at].surface == "もと":
        return True
    return at > 0 and (
        _is_suffix(tokens, at)
        or _is_postposition(tokens, at)
        or _advises(tokens, at, name)
        or _is_favour(tokens, at)
    )


def _says_how_many(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is the ほとんど of ほとんどの場合, which is *most*, not *hardly*."""
    if tokens[at].base != "殆ど" or at + 1 == len(tokens):
        return False
    return tokens[at + 1].surface in {"の", "が", "は", "を"}


def _is_favour(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is the もらう of 見てもらう."""
    return tokens[at].base in _FAVOURS and tokens[at - 1].surface in {"て", "で"}


def _is_suffix(tokens: Sequence[Token], at: int) -> bool:
    """Whether a 前 right behind a noun is a place, or a 上 a respect: ホテル前, 制度上, Linux上, but not
    購入前 or 10分前."""
    before = tokens[at - 1].pos
    if tokens[at].surface == "上" and (tokens[at].pos[0] == "接尾辞" or before[1] == "固有名詞"):
        return True
    return tokens[at].surface in {"前", "上"} and before[:3] == ("名詞", "普通名詞", "一般")


def _is_postposition(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is the とっ of 私にとって."""
    return tokens[at].surface == "とっ" and tokens[at - 1].surface == "に"


def _advises(tokens: Sequence[Token], at: int, name: str) -> bool:
    """Whether it is the いい of 食べてもいい, or of 買わない方がいい, which is *better*, but not *good*."""
    if tokens[at].base != "良い":
        return False
    before = tokens[at - 1]
    if before.surface in {"が", "は"}:
        return at > 1 and tokens[at - 2].surface in _SIDES and name != _COMPARING
    return before.surface in _ADVISING and before.pos[0] in {"助詞", "助動詞"}
