"""Words that come to a denial and are rendered by one or not: rather than, too late to, 代わりに."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from alignqa.polarity.negation import Negation
from alignqa.text import Span

_IMPLIED = re.compile(
    r"""
    \b(?:rather\s+than|instead\s+of|as\s+opposed\s+to|far\s+from|in\s+preference\s+to|versus)\b
    | \bvs\b | \bno-?op\b | \bany\s+number\s+of\b | \b(?:sparingly|in\s+moderation)\b
    | \bexcept\s+(?:if|when|where|for|that)\b
    | \b(?:otherwise|unlike|in\s+contrast\s+(?:to|with)|outside|out\s+of|beyond)\b
    | \b(?:mis|de-)(?:match|align|us|spell|format|optimi[sz])\w*
    | \bun(?!der|i[cfoqtv]|til)\w{3,}(?:able|ible|ed)\b | \bunnecessar\w+ | \bill-\w+
    | \bmissing\b(?!\s+(?:people|person|child|wom|man|men))
    # independent of it: それに依存しない; too badly done to be right; little used
    | \b(?:agnostic|independent(?:ly)?\s+of|irrespective\s+of)\b
    | \b(?:poor|weak|bad|improper|incorrect|inadequate|insufficient|inappropriate)ly\b | \bbroken\b
    | \b(?:lesser|less|least)[- ]\w+ed\b | \b(?:is|are)\s+optional\b
    # none; cannot both be used; not shown
    | \b(?:0|zero)\s+[a-z]\w+ | \bconflicts?\s+with\b | \bmutually\s+exclusive\b
    | \bfiltered\s+out\b | \b(?:clear|deselect)ed\b | \bavoid\w*
    # as long as it runs: 止まらない限り
    | \b(?:as|so)\s+long\s+as\b | \bonly\s+(?:after|once|be)\b
    # there was a problem with receiving it: it could not be received
    | \b(?:problems?|trouble|errors?|failure|issue|difficult\w*)\s+(?:with\s+|while\s+|when\s+|in\s+|during\s+)?\w+ing\b
    | \b(?:hardly|scarcely|barely|rarely|seldom)\b
    | \b(?:recommend|advis|decid|warn|caution)\w*\s+against\b
    | \b(?:eliminat|remov|obviat|avoid)\w*\s+(?:(?:the\s+|any\s+)?need\b|\w+ing\b)
    | \bnon-\s?\w+ | \bnon(?!e\b|etheless|sens|ce\b|chal)[a-z]{4,}
    | \b(?:skip|suppress|discourag)\w*
    | \b(?:fail(?:s|ed)?|reluctant|refus(?:es?|ed)|declin(?:es?|ed)|unwilling)\s+to\b
    | \b(?:fall|fell)\w*\s+(?:\w+\s+)?short\b
    | \b(?:leav(?:e|es|ing)|left|keep(?:s|ing)?|kept|remain(?:s|ed)?)\s+(?:[\w'’-]+\s+){0,3}?
      (?:out|alone|untouched|unchanged|unmodified|intact|constant|the\s+same|as[- ]is)\b | \bstill\s+\w+ing\b
    | \b(?:omit|exclud|ditch)\w* | \bless\s+so\b | \bcan\s+wait\b
    | \bunder-?\s?(?:us|utili[sz]|estimat|perform|report|pa)(?:e|es|ed|ing|s|id)\b
    | \btoo\s+(?:\w+\s+){1,3}to\b | \bmore\s(?:\w+\s){0,6}?than\s(?:\w+\s){1,2}(?:can|could|ever)\b
    | \b(?:prevent|protect|preserv|keep|kept|stop|block|bar|sav|spar|free|reliev)\w*\s[^.,;]{1,40}?\sfrom\s+\w+ing\b
    | \b(?:protect|guard|lock)\w*\s[^.;]{0,40}?\bagainst\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# In place of doing it; far from it; hard to do; off, taken out, left out; forbidden, needless.
_IMPLIED_JAPANESE = re.compile(
    r"(?<=[うくぐすつぬぶむる])(?:代わりに|かわりに|どころか|より(?:も|は)?むしろ)|というより"
    r"|(?:こと|の|よう)?(?:こと)?(?:は|を)?(?:止め|やめ)(?:ま|よう|て|る|た)"
    r"|(?<=[いきぎしちにびみりえけげせてねべめれ])(?:づら|にく|がた)[いくか]"
    r"|(?<=[一-龥ァ-ヶーa-zA-Z])の(?:代わり|かわり)に"
    r"|オフ(?=[にでとだ]|の(?:場合|とき|時|状態|まま))|(?:外|はず)(?:れて|れた|して|した|す(?!る))|抜け(?=て|た|る)"
    r"|(?:切れ|消え|空い)てい|対象外|欠如|漏れ(?!な)|不可(?!欠|避)|不要|禁止|いいえ"
    r"|ブロック(?=[しさす])"
)
# *Not A or B* may be AもBもない, or AないしBもしない.
_OR = re.compile(r"[^.!?;]{0,90}?\s(or)\s", re.IGNORECASE)


def implied_negations(text: str, denied: Sequence[Negation]) -> list[Negation]:
    """Denials that an English text implies, beside those that it makes; each may be none."""
    spans = [Span(*match.span()) for match in _IMPLIED.finditer(text)]
    return [
        Negation(span, span.of(text).lower(), span, span.of(text).lower(), may_be_none=True)
        for span in (*spans, *_with_or(text, denied))
        if not any(span.overlaps(negation.place) for negation in denied)
    ]


def implied_in_japanese(text: str) -> list[Negation]:
    """Denials that a Japanese text implies; each may be none."""
    spans = [Span(*match.span()) for match in _IMPLIED_JAPANESE.finditer(text)]
    return [Negation(span, span.of(text), span, span.of(text), may_be_none=True) for span in spans]


def _with_or(text: str, denied: Sequence[Negation]) -> Iterator[Span]:
    """The *or* behind each denial, which goes for what follows it, too."""
    for negation in denied:
        if found := _OR.match(text, negation.place.end):
            yield Span(*found.span(1))
