"""What turns a word round, so that its opposite renders it: a prefix, a denial, the other party."""

from __future__ import annotations

import re
from collections.abc import Sequence

from alignqa.polarity import english_negations, japanese_negations
from alignqa.polarity.evidence import Linked
from alignqa.polarity.negation import Negation
from alignqa.polarity.opposed import Opposed
from alignqa.polarity.oppositions import PARTICLES, Pole
from alignqa.text import Span
from alignqa.words.markup import is_code

# Words that serve for either end: what is 販売 can be bought, and what is before that is after this.
_OF_BOTH = frozenset({"販売", "売買", "買い物", "その後", "先", "先の", "今後"})
_TURNED_AFTER = re.compile(
    r"[- ](?:free|proof|protect(?:ion|ed)|independent|resistant|averse)\b|\s+no(?:t|thing)?\b"
    # Never without it: always with it.
    r"|(?<=never)\s+(?:\w+\s+){0,2}(?:out\s+of|without|fail|miss)",
    re.IGNORECASE,
)
_TURNED_BEFORE = re.compile(
    r"\b(?:un|non|anti)[- ]$"
    r"|\b(?:(?<!\ba )(?:little|few)|hardly|barely|rarely|seldom|fail\w*|refus\w+|lack\w*"
    r"|eliminat\w+|remov\w+|without|stop\w*|avoid\w*|prevent\w*|hid\w+\s+from|rather\s+than|beyond)\b[- ][^.,;]*$"
    r"|\b(?:less|fewer)[- ](?:\w+\s+)?$"
    r"|\bmore\s+than\s+(?:an?|one|the)\s*$"
    r"|\ball\s+(?:that\s+)?(?:you|we|they|it)\s*$"
    # "No setup or login required"
    r"|\bno\s+(?:\w+\s+){1,3}(?:(?:and|or)\s+(?:\w+\s+){1,2})?$",
    re.IGNORECASE,
)
_TURNED_JAPANESE = re.compile(
    r"性?[はがもの]?(?:極めて|きわめて|非常に|かなり|とても|比較的|最も|より)?(?:低|少な|薄)"
    r"|(?:の?対象)?外(?=[のをはがでと、])|性[はがも][^。]{0,30}低[いくか]"
    r"|[はがも]?(?:ほとんど|殆ど|まった?く|全く)|防止|回避|対策|拒否|以外|反対"
    # at an end: サポートの終了
    r"|(?:[はがのを](?:[^、。]{1,8}[にで])?)?(?:終了|廃止|打ち切|停止|中止|解消)"
    # undone, or not yet: 圧縮を解く, 圧縮前; kept off: 攻撃を防ぐ
    r"|(?:を|の)?(?:解除|解[いくけ]|取り消|閉じ)|前(?![々回後進])"
    r"|(?:を|から|に対)[^、。]{0,8}(?:防|守|保護|避け|弾[いくか]|免れ|耐え)|(?:こと|の)が(?:嫌|苦手)"
)
# What is handed to one is received by one: 渡される is both.
_HANDED = frozenset({"send or receive", "give or take", "give or take still"})
_PASSIVE = re.compile(r"さ?(?:れ|られ)[るたてまな]")
_GIVEN = frozenset({"given", "sent", "granted", "handed"})
# What is the result of a thing has that for its cause.
_RESULT = frozenset({"result", "consequence", "outcome", "effect", "product"})
_BEHIND_RESULT = (" of ", " from ", " when ")
# Without an amount before it, 以下 is what follows: 以下の手順.
_BOUNDS = frozenset({"以下", "以上"})
_OF_PLACES, _FOLLOWING = frozenset({"above", "below"}), "following"
_AMOUNT = re.compile(r"[\w%％)）]\s?$")
_JOINTS = frozenset("のはがをにでともや、。")
# What stands between a word and a denial further on in its clause: 十分な空き容量が残っていない.
_TAKEN_IN = re.compile(r"[^、。！？!?\n]{0,20}")
# Prefixes that turn a word round: 非依存, 不健康.
_PREFIX_JAPANESE = re.compile(r"[非不未無反脱対耐抗]$")
_REACH = 40
# All but the library is closed: 開いているのは図書室だけ; only the first is needed: 2番目以降は省略できる.
_ONLY = re.compile(r"\b(?:only|solely|alone)\b", re.IGNORECASE)
_EXCEPT = re.compile(
    r"\b(?:except\w*|other\s+than|(?:apart|aside)\s+from|all\s+but)\b", re.IGNORECASE
)
_ONLY_JAPANESE = re.compile(r"だけ|のみ|しか|に限[りっらる]")
_EXCEPT_JAPANESE = re.compile(r"以外|以降|を?除[いくき]|ほか[はにの]|他[はに]|を残し")
# What is not done until then is done from then on; and what lasts until then has its own まで.
_NOT_UNTIL = re.compile(r"(?:\b(?:not|no|never|cannot)\b|n['’]t\b)[^.;?!]*$", re.IGNORECASE)
# What one party does is what the other has done to it: *she lent me* is 彼女から借りた.
_CONVERSE = frozenset(
    {
        "borrow or lend",
        "buy or sell",
        "buy or sell still",
        "teach or learn",
        "win or lose",
        "send or receive",
        "give or take",
        "give or take still",
    }
)
_CLAUSE_OF_PARTY = re.compile(r"[^.;?!。！？]{0,60}")
_PARTY_BEHIND = re.compile(r"\b(?:from|to|by)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_OF_OTHER_PARTY, _OF_PARTY = ("から", "に", "より"), ("が", "は")
_PARTY = 0.5


def plain(candidates: Sequence[Opposed], english: str, japanese: str) -> list[Opposed]:
    """Those of which nothing beside the two words turns one round: *risk-free* is 安全, *not used*
    is 未使用, *many* is 少なくない. A word that is rendered so is rendered by no other."""
    if not candidates or _says_all_but(english, japanese):
        return []
    theirs, ours = english_negations(english), japanese_negations(japanese)
    is_free = len(ours) > len(theirs)
    left, turned = [], set()
    for each in candidates:
        # The *not* of *not less than* is its own, and *unless not possible* denies twice.
        denying = [
            n.span
            for n in theirs
            if n.place.overlaps(each.english.span) and not each.english.span.overlaps(n.span)
        ]
        there = len(denying) % 2 == 1
        here = any(
            n.place.overlaps(each.japanese.span)
            or (is_free and _takes_in(n, each.japanese.span, japanese))
            for n in ours
        )
        if there == here:
            left.append(each)
        elif here and is_free:
            turned.add(each.english.span)
        elif there:
            # *Nobody failed* is 全員が合格した: both words are turned.
            turned.update(denying)
    return [
        each
        for each in left
        if each.english.span not in turned
        and _is_plain(each.english, each.japanese, english, japanese)
    ]


def is_converse(each: Opposed, english: str, japanese: str, links: Sequence[Linked]) -> bool:
    """Whether the parties have changed places together with the word: *she lent me* is 彼女から借りた."""
    left, right = each.english, each.japanese
    if left.name not in _CONVERSE:
        return False
    for theirs, ours, sure in links:
        if sure < _PARTY or ours.end > right.span.start:
            continue
        if not _CLAUSE_OF_PARTY.fullmatch(japanese, ours.end, right.span.start):
            continue
        if theirs.end <= left.span.start:
            is_turned = japanese.startswith(_OF_OTHER_PARTY, ours.end) and bool(
                _CLAUSE_OF_PARTY.fullmatch(english, theirs.end, left.span.start)
            )
        else:
            is_turned = japanese.startswith(_OF_PARTY, ours.end) and bool(
                _PARTY_BEHIND.search(english, left.span.end, theirs.start)
            )
        if is_turned:
            return True
    return False


def _says_all_but(english: str, japanese: str) -> bool:
    """Whether one side says of all but one what the other says of that one alone."""
    only, but = _ONLY.search(english), _EXCEPT.search(english)
    only_there, but_there = _ONLY_JAPANESE.search(japanese), _EXCEPT_JAPANESE.search(japanese)
    return bool(
        (only and but_there and not (but or only_there))
        or (but and only_there and not (only or but_there))
    )


def _takes_in(negation: Negation, word: Span, japanese: str) -> bool:
    """Whether a denial is about what stands before it in its clause: *insufficient time* is
    十分な時間がない, *rare* is 頻繁には起こらない."""
    start = negation.place.start
    return word.end <= start and bool(_TAKEN_IN.fullmatch(japanese, word.end, start))


def _is_plain(left: Pole, right: Pole, english: str, japanese: str) -> bool:
    return not (
        is_code(english, left.span)
        or is_code(japanese, right.span)
        or left.key in PARTICLES
        or (left.key == "until" and _is_until(left, english, japanese))
        or right.key in _OF_BOTH
        or (left.name in _HANDED and _is_passive(left, right, english, japanese))
        or (left.key in _RESULT and english.startswith(_BEHIND_RESULT, left.span.end))
        or (right.key in _BOUNDS and not _is_bound(left, right, japanese))
        or _TURNED_AFTER.match(english, left.span.end)
        or _TURNED_BEFORE.search(english, max(0, left.span.start - _REACH), left.span.start)
        or _TURNED_JAPANESE.match(japanese, right.span.end)
        or _PREFIX_JAPANESE.search(japanese[: right.span.start])
    )


def _is_until(left: Pole, english: str, japanese: str) -> bool:
    return "まで" in japanese or bool(_NOT_UNTIL.search(english, 0, left.span.start))


def _is_passive(left: Pole, right: Pole, english: str, japanese: str) -> bool:
    """Whether a word is said of the one who receives: *when sent data* is 受け取ると."""
    return left.span.of(english).lower() in _GIVEN or bool(_PASSIVE.match(japanese, right.span.end))


def _is_bound(left: Pole, right: Pole, japanese: str) -> bool:
    """Whether a 以上 or 以下 is about what the English word is about: an amount, or a place in the
    text, *the following* being none but a place."""
    before = japanese[: right.span.start]
    has_amount = bool(_AMOUNT.search(before)) and before.rstrip()[-1] not in _JOINTS
    return left.key in _OF_PLACES or has_amount != (left.key == _FOLLOWING)
