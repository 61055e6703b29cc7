"""Words that come to a denial and are rendered by one or not: rather than, too late to, 代わりに."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from alignqa.polarity.negation import Negation
from alignqa.text import Span

# Each class is one way of coming to a denial. What one of them says may be a denial in the other language,
# or none, so that it can only make up for one too many.
_ENGLISH = {
    "not that but this": r"\b(?:rather\s+than|instead\s+of|as\s+opposed\s+to|far\s+from"
    r"|in\s+preference\s+to|versus|vs|unlike|in\s+contrast\s+(?:to|with))\b",
    "all but that": r"\bexcept\s+(?:if|when|where|for|that)\b|\b(?:otherwise|outside|out\s+of|beyond)\b"
    r"|\bother\s+than\b|\bfall(?:s|ing)?[- ]?backs?\b",
    "prefixes": r"\b(?:mis|de-)(?:match|align|us|spell|format|optimi[sz])\w*"
    r"|\bun(?!der|i[cfoqtv]|til)\w{3,}(?:able|ible|ed)\b|\bunnecessar\w+|\bill-\w+"
    r"|\basymmetr\w+|\bnon-\s?\w+|\bnon(?!e\b|etheless|sens|ce\b|chal)[a-z]{4,}"
    r"|\bunder-?\s?(?:us|utili[sz]|estimat|perform|report|pa)(?:e|es|ed|ing|s|id)\b",
    "not there": r"\bmissing\b(?!\s+(?:people|person|child|wom|man|men))|\b(?:0|zero)\s+[a-z]\w+"
    r"|\breturns?\s+(?:void|null|nothing|empty)\b|\bfiltered\s+out\b"
    r"|\b(?:clear|deselect)ed\b|\b(?:omit|exclud|ditch)\w*",
    "does not depend": r"\b(?:agnostic|independent(?:ly)?\s+of|irrespective\s+of)\b"
    r"|\bany\s+number\s+of\b|\b(?:is|are)\s+optional\b",
    "not well, not much": r"\b(?:poor|weak|bad|improper|incorrect|inadequate|insufficient|inappropriate)ly\b"
    r"|\bbroken\b|\b(?:lesser|less|least)[- ]\w+ed\b"
    r"|\b(?:hardly|scarcely|barely|rarely|seldom)\b|\b(?:trivial|negligible)\b",
    "cannot both be": r"\bconflicts?\s+with\b|\bmutually\s+exclusive\b",
    # As long as it runs: 止まらない限り.
    "only if": r"\b(?:as|so)\s+long\s+as\b|\bonly\s+(?:after|once|be)\b|\bcan\s+wait\b",
    # There was a problem with receiving it: it could not be received.
    "trouble": r"\b(?:problems?|trouble|errors?|failure|issue|difficult\w*)"
    r"\s+(?:with\s+|while\s+|when\s+|in\s+|during\s+)?\w+ing\b",
    "refused, failed": r"\b(?:fail(?:s|ed)?|reluctant|refus(?:es?|ed)|declin(?:es?|ed)|unwilling)\s+to\b"
    r"|\b(?:fall|fell)\w*\s+(?:\w+\s+)?short\b|\b(?:avoid|skip|suppress|discourag)\w*"
    r"|\b(?:recommend|advis|decid|warn|caution)\w*\s+against\b"
    r"|\b(?:eliminat|remov|obviat)\w*\s+(?:(?:the\s+|any\s+)?need\b|\w+ing\b)",
    # Verbs with a particle that turns away: turned down, ruled out, fended off.
    "turned away": r"\bturn(?:s|ed|ing)?\s+down\b|\brul(?:es?|ed|ing)\s+out\b"
    r"|\b(?:shut|lock|keep|kept|leav|left|opt|drop|pull|back)(?:s|es|e|ted|ed|ped|ting|ing|ping)?\s+out\b"
    r"|\b(?:call|fend|ward|brush|shrug|stav|hold|held)(?:s|es|e|ed|ing)?\s+(?:off|back)\b"
    r"|\b(?:give|gives|giving|gave|given)\s+up\b|\b(?:stay|keep|kept|shy)(?:s|ed|ing|ies)?\s+away\b",
    "as it was": r"\b(?:leav(?:e|es|ing)|left|keep(?:s|ing)?|kept|remain(?:s|ed)?)\s+(?:[\w'’-]+\s+){0,3}?"
    r"(?:out|alone|untouched|unchanged|unmodified|intact|constant|the\s+same|as[- ]is)\b"
    r"|\bstill\s+\w+ing\b",
    "too much for": r"\btoo\s+(?:\w+\s+){1,3}to\b|\btoo\s+\w+\s+for\b"
    r"|\bmore\s(?:\w+\s){0,6}?than\s(?:\w+\s){1,2}(?:can|could|ever)\b",
    "kept from": r"\b(?:prevent|protect|preserv|keep|kept|stop|block|bar|sav|spar|free|reliev)\w*"
    r"\s[^.,;]{1,40}?\sfrom\s+\w+ing\b|\b(?:protect|guard|lock)\w*\s[^.;]{0,40}?\bagainst\b",
    # Questions that expect a no: who would want it?
    "asked in vain": r"\bwho\s+(?:would|could|can|cares?|wants?|needs?|knows?)\b(?=[^.?!]*\?)"
    r"|\bwhy\s+(?:bother|should|would)\b(?=[^.?!]*\?)|\bhow\s+(?:can|could|would)\b(?=[^.?!]*\?)"
    r"|\bwhat['’]?s\s+the\s+(?:point|use)\b",
}
_IMPLIED = re.compile("|".join(_ENGLISH.values()), re.IGNORECASE)
_JAPANESE = {
    # In place of doing it; far from it.
    "not that but this": r"(?<=[うくぐすつぬぶむる])(?:代わりに|かわりに|どころか|より(?:も|は)?むしろ)"
    r"|(?<=[一-龥ァ-ヶーa-zA-Z])の(?:代わり|かわり)に",
    "all but that": r"を?除[いきく]|対象外|(?:外|はず)(?:れて|れた|して|した|す(?!る))",
    "given up": r"(?:こと|の|よう)?(?:こと)?(?:は|を)?(?:止め|やめ)(?:ま|よう|て|る|た)",
    "hard to do": r"(?<=[いきぎしちにびみりえけげせてねべめれ])(?:づら|にく|がた)[いくか]",
    "unlikely": r"(?:可能性|見込み|確率|公算|望み|恐れ|おそれ|危険性|リスク)[はがもの]?"
    r"(?:極めて|非常に|かなり|とても|比較的)?(?:低|薄|小さ|少な)[いくか]",
    "at an end": r"終了|廃止|打ち切|停止|中止|撤廃|失効",
    "off, gone, empty": r"オフ(?=[にでとだ]|の(?:場合|とき|時|状態|まま))|抜け(?=て|た|る)"
    r"|(?:切れ|消え|空い)てい|欠如|漏れ(?!な)",
    "forbidden, needless": r"不可(?!欠|避)|不要|禁止|いいえ|ブロック(?=[しさす])",
    # Questions that expect a no: 誰が住みたいだろうか, 負けるものか.
    "asked in vain": r"(?:誰|だれ|どこ|何|なに|どう)[^。、？?]{1,30}"
    r"(?:だろう|でしょう|もの)か(?=[。？?！」]|$)"
    r"|(?<=[うくぐすつぬぶむる])も[のん]か(?=[。！」]|$)",
}
_IMPLIED_JAPANESE = re.compile("|".join(_JAPANESE.values()))
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
