"""Who held an office once, holds it for another or will hold it: former, deputy, acting and elect."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from alignqa.lexicon.entry import Entry
from alignqa.lexicon.keys import english_key
from alignqa.lexicon.public_life import PublicLife
from alignqa.lexicon.support import Support
from alignqa.lexicon.terms import Term
from alignqa.text import Lang, Span

_OFFICE = frozenset({"office"})


class Rank(StrEnum):
    """How somebody stands to an office without holding it."""

    FORMER = "former"
    DEPUTY = "deputy"
    ACTING = "acting"
    ELECT = "elect"


@dataclass(frozen=True, slots=True)
class LostRank:
    """A word of rank in the text of one language, with its office, and the office in the other's,
    where no such word stands."""

    lang: Lang
    rank: Rank
    word: Span
    office: Span
    named: Span


_REACH = 60
# What a term of the dictionary may begin with.
_BEGINS = {
    Lang.ENGLISH: re.compile(r"(?:former|ex|acting)[- ]", re.IGNORECASE),
    Lang.JAPANESE: re.compile("[元前]"),
}
# The words between are capitals, as of a country or a party.
_ENGLISH_BEFORE = re.compile(
    r"\b(?:(?P<former>[Ff]ormer|[Ee]x)|(?P<deputy>[Dd]eputy|[Vv]ice)|(?P<acting>[Aa]cting|[Ii]nterim))"
    r"(?:-|\s)(?:[A-Z][\w.'’-]*\s){0,3}\Z"
)
_ENGLISH_BEHIND = re.compile(r"[- ](?P<elect>elect|designate)\b")
# 元 and 前 end many words: 地元, 名前.
_JAPANESE_BEFORE = re.compile(
    r"(?:(?P<former>(?<![地名午以直目手人当駅寸身紀次復還家窯板版親足二三一])[元前])|(?P<deputy>副)|(?P<elect>次期))\Z"
)
_JAPANESE_BEHIND = re.compile(r"(?:職務)?(?P<acting>代行|代理)")
_WORDS = {
    Lang.ENGLISH: (_ENGLISH_BEFORE, _ENGLISH_BEHIND),
    Lang.JAPANESE: (_JAPANESE_BEFORE, _JAPANESE_BEHIND),
}
# Without one of these there is nothing to look for.
_MAY_SAY = {
    Lang.ENGLISH: re.compile(
        r"\b(?:former|ex[- ]|deputy|vice|acting|interim)|[- ](?:elect|designate)\b", re.IGNORECASE
    ),
    Lang.JAPANESE: re.compile("[元前副]|次期|代行|代理"),
}
# Whatever may say so in the other language, anywhere in the sentence.
_SAID = {
    Lang.JAPANESE: {
        Rank.FORMER: r"元|前|旧|かつて|当時|先代|歴代|退|辞|昔|いた|だった|先|過去|務めた|経験|時代|まで|出身",
        Rank.DEPUTY: r"副|次|代理|補佐|代行|助|准|ナンバー",
        Rank.ACTING: r"代行|代理|暫定|臨時|仮|代わ|権限",
        Rank.ELECT: r"次期|当選|就任|予定|選出|新",
    },
    Lang.ENGLISH: {
        Rank.FORMER: r"former|ex\b|previous|then\b|once|late\b|old\b|past|retired|predecess|outgoing"
        r"|used to|served|had been|before|earlier|last\b|one-?time|front|prior|deposed|ousted|during",
        Rank.DEPUTY: r"vice|deputy|assistant|sub|associate|under\b|second|lieutenant|VP",
        Rank.ACTING: r"acting|interim|caretaker|proxy|behalf|provisional|temporary|deputy|vice"
        r"|assistant|substitute",
        Rank.ELECT: r"elect|next|incoming|future|success|new\b|designate|coming",
    },
}
_SAYS = {
    (rank, lang): re.compile(
        rf"\b(?:{pattern})" if lang is Lang.ENGLISH else pattern, re.IGNORECASE
    )
    for lang, patterns in _SAID.items()
    for rank, pattern in patterns.items()
}


def lost_ranks(
    support: Support, english: str, japanese: str, known: PublicLife
) -> Iterator[LostRank]:
    """What one text says of a holder of an office whom the other names without a word of it."""
    for lang, text, other in (
        (Lang.ENGLISH, english, japanese),
        (Lang.JAPANESE, japanese, english),
    ):
        if not _MAY_SAY[lang].search(text):
            continue
        terms = support.english_terms if lang is Lang.ENGLISH else support.japanese_terms
        for term in terms(_OFFICE):
            found = _ranked(term, text, lang)
            if found is None:
                continue
            rank, word, office = found
            named = _named(known.of(lang).get(_key(office.of(text), lang), ()), other, lang.other)
            if named and not _SAYS[rank, lang.other].search(other):
                yield LostRank(lang, rank, word, office, named)


def _ranked(term: Term, text: str, lang: Lang) -> tuple[Rank, Span, Span] | None:
    """What a term says of the holder of an office, the word that says it, and the office."""
    office = term.span
    # The dictionary has 前大統領, too.
    if inside := _BEGINS[lang].match(text, office.start, office.end):
        office = Span(inside.end(), office.end)
    found = _rank_beside(office, text, lang)
    return found and (*found, office)


def _rank_beside(office: Span, text: str, lang: Lang) -> tuple[Rank, Span] | None:
    before, behind = _WORDS[lang]
    found = before.search(text, max(0, office.start - _REACH), office.start)
    found = found or behind.match(text, office.end)
    if found is None:
        return None
    rank = next(name for name, words in found.groupdict().items() if words)
    return Rank(rank), Span(*found.span(rank))


def _key(name: str, lang: Lang) -> str:
    return english_key(name) if lang is Lang.ENGLISH else name


def _named(entries: Iterable[Entry], text: str, lang: Lang) -> Span | None:
    """The office where the other text, in a language, names it without any word of rank."""
    for entry in entries:
        if entry.kind != "office":
            continue
        for match in _name_pattern(entry.text, lang).finditer(text):
            place = Span(*match.span())
            if _rank_beside(place, text, lang) is None:
                return place
    return None


@lru_cache(maxsize=256)
def _name_pattern(name: str, lang: Lang) -> re.Pattern[str]:
    """A name as a word of its own: 大統領 names nobody in 大統領選, nor does *PM* in "3 pm"."""
    written = re.escape(name)
    if lang is Lang.JAPANESE:
        return re.compile(rf"{written}(?![一-龯])")
    return re.compile(rf"(?<![\w-]){written}(?![\w-])", 0 if name.isupper() else re.IGNORECASE)
