"""What a sentence asks of somebody: that something must, must not, need not or may be done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from alignqa.text import Lang, Span


class Duty(StrEnum):
    """What is asked."""

    MUST = "must"
    MUST_NOT = "must_not"
    NEED_NOT = "need_not"
    MAY = "may"


@dataclass(frozen=True, slots=True)
class Obligation:
    """What a sentence asks, and the words that ask it."""

    duty: Duty
    place: Span


# What no two sentences that render each other ask at once. What must be and what must not may be the
# same thing: be patient, do not get angry.
CONTRARY = frozenset(
    {
        frozenset({Duty.MUST, Duty.NEED_NOT}),
        frozenset({Duty.MUST, Duty.MAY}),
        frozenset({Duty.MUST_NOT, Duty.NEED_NOT}),
        frozenset({Duty.MUST_NOT, Duty.MAY}),
    }
)

_BE = r"(?:is|are|was|were|be|been|being)"
_ENGLISH = re.compile(
    rf"""
    \b(?:
    (?P<must_not> (?:must|shall)\s+(?:not|never) | mustn['’]t
      | {_BE}\s+(?:not|never)\s+(?:allowed|permitted)\s+to
      | (?:is|are|was|were)n['’]t\s+(?:allowed|permitted)\s+to
      | {_BE}\s+(?:strictly\s+)?(?:prohibited|forbidden|banned) )
  | (?P<need_not> need\s+not | needn['’]t | (?:do|does|did)(?:n['’]t|\s+not)\s+(?:have|need)\s+to
      | (?:is|are|was|were)\s+(?:optional|not\s+(?:required|necessary|mandatory|compulsory)) )
    # It must be true, it must have rained: what is concluded.
  | (?P<must> must(?!\s+(?:have|be\s+(?:\w+ing|true|wrong|tired|joking|nice|hard|difficult)))
      | (?:have|has|had)\s+to(?!\s+do\s+with) | shall
      | {_BE}\s+(?:required|obliged|obligated|forced|compelled)\s+to
      | {_BE}\s+(?:mandatory|compulsory) )
  | (?P<may> (?:can|(?-i:may))(?!\s+(?:not|have|also\s+have|be\s+(?:necessary|required|needed))\b|not|['’]t)
      | {_BE}\s+(?:allowed|permitted|free|entitled)\s+to )
    # What asks something in another way, or the contrary of what follows.
  | (?P<other> could | should | ought | need\w* | requir\w+ | necess\w+ | mandat\w+ | compuls\w+
      | essential | obli[gv]\w+ | imperative | suppos\w+ | necessary | have\s+got\s+to | allow\w*
      | permit\w* | optional\w* | only | unless | until | without )
    )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|hardly|barely|few|little|avoid\w*"
    r"|prevent\w*|remov\w+|eliminat\w+|unlike|instead|rather|cannot|than|un\w+|im\w+)\b|n['’]t\b",
    re.IGNORECASE,
)
# Behind these the words belong to a clause that is not the one the sentence ends with in Japanese.
_SUBORDINATE = re.compile(
    r"\b(?:if|when|that|which|who|whom|whose|where|while|because|since|so|whether|how|what|why"
    r"|although|though|before|after|as|once|or|and|but)\b[^,;:]*\Z",
    re.IGNORECASE,
)

_GOES_ON = r"(?:の|ん)?(?:だ|です|である)?[」』）)。.！!]*\s*\Z"
_NO = r"(?:ない|ありません|なかった|ませんでした|ません|ぬ)"
_JAPANESE = re.compile(
    rf"""
    (?:
    (?P<must_not> ては(?:なら|いけ){_NO} | 禁止(?:だ|です|である|されている|されています|される|する|します)?
      | 禁じ(?:る|られている|られています|られた) | (?:許可|許)され(?:ない|ません|ていない|ていません) )
  | (?P<need_not> なくて(?:も)?(?:[よ良い]い|構わない|かまわない|構いません|かまいません)
      | 必要(?:は|が|も)(?:ない|ありません|なかった|ありませんでした) | (?:任意|不要|省略可能)
      | 義務(?:は|が)(?:ない|ありません) )
  | (?P<must> (?:なければ|ねば|なくては)(?:なら|なり|いけ){_NO} | ないと(?:いけ|なら){_NO}
      | 必要が(?:ある|あります|あった|ありました) | 必須
      | 義務(?:がある|があります|づけられている|付けられている|づけられています) )
  | (?P<may> ても(?:[よ良い]い|構わない|かまわない|構いません|かまいません)
      | (?:許可|許)され(?:る|ます|ている|ています) | ことができ(?:る|ます) | できる | できます
      | 可能 )
    )
    {_GOES_ON}
    """,
    re.VERBOSE,
)
# Without one of these nothing is asked.
_MAY_ASK = re.compile("な[らり]|いけ|[よ良い]い|構|かま|必|義務|禁|許|でき|可能|不要|任意|省略")
# Whatever else asks, allows or forbids.
_JAPANESE_OTHER = re.compile(
    r"なけれ|ねば|なくては|ないと|ないよう|必[要須ず]|べき|義務|不可欠|欠かせ|ざるを|余儀な|強制|限[りっる]"
    r"|でき|可能|ても[よ良い構か]|許[さし可]|認め|てはなら|てはいけ|禁[止じ]|ないで|任意|不要|省略"
    r"|ください|下さい|よう[にと]|ずに|しか|以外|だけ|のみ|せよ|ろ。"
)


def may_ask(japanese: str) -> bool:
    """Whether a Japanese text has any of the words."""
    return _MAY_ASK.search(japanese) is not None


def obligation(sentence: str, lang: Lang) -> Obligation | None:
    """What one sentence asks as a whole, where it asks one thing only."""
    return _english(sentence) if lang is Lang.ENGLISH else _japanese(sentence)


def _english(sentence: str) -> Obligation | None:
    found = list(_ENGLISH.finditer(sentence))
    if len(found) != 1 or found[0].lastgroup in {None, "other"}:
        return None
    asked = found[0]
    duty = Duty(str(asked.lastgroup))
    if _SUBORDINATE.search(sentence, 0, asked.start()):
        return None
    if duty in {Duty.MUST, Duty.MAY} and _DENIAL.search(sentence):
        return None
    return Obligation(duty, Span(*asked.span()))


def _japanese(sentence: str) -> Obligation | None:
    asked = _JAPANESE.search(sentence)
    if asked is None or asked.lastgroup is None:
        return None
    if _JAPANESE_OTHER.search(sentence, 0, asked.start(asked.lastgroup)):
        return None
    return Obligation(Duty(asked.lastgroup), Span(*asked.span(asked.lastgroup)))
