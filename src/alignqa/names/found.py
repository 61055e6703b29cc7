"""The names in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from alignqa.text import Lang, Span
from alignqa.words import (
    FUNCTION_WORDS,
    Token,
    Word,
    english_words,
    japanese_tokens,
    shorter_units,
)

# What stands before a name, or after it, and is no part of it.
_TITLES = frozenset(
    """mr mrs ms miss dr prof professor sir lord lady dame saint st president vice prime minister
    chancellor king queen prince princess emperor empress pope bishop archbishop cardinal father
    sister brother general admiral colonel major captain lieutenant sergeant officer private judge
    justice senator representative congressman congresswoman governor mayor secretary ambassador
    chairman chairwoman director chief coach manager doctor inspector detective commissioner sheriff
    jr sr ii iii iv phd md esq the san sama kun chan sensei senpai""".split()
) - {"san", "st", "saint"}
# Small words inside names.
_PARTICLES = frozenset(
    "de da di do dos du del della der den van von al el bin ibn la le les y of".split()
)
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december christmas easter jan feb mar apr jun jul aug sept
    oct nov dec""".split()
)
_PRONOUNS = frozenset(
    "me my your his him her its our us their them mine yours let's there yes well oh okay".split()
)
_NO_NAME = (_TITLES | _CALENDAR | _PARTICLES | _PRONOUNS | FUNCTION_WORDS) - {""}
_KATAKANA = re.compile(r"[ァ-ヺー]+")
_KATAKANA_NAME = re.compile(r"[ァ-ヺー]{2,}(?:[・＝=\u30a0 ][ァ-ヺー]{2,})*")
# English words of grammar, written by their sound inside titles.
_KATAKANA_PARTICLES = frozenset(
    "ザ ジ オブ アンド フォー トゥ トゥー オン イン アット バイ フロム ウィズ ユー マイ".split()
)
_HALF_KATAKANA = re.compile(r"[ァ-ヺー][\u3400-\u9fffぁ-ゖ]|[\u3400-\u9fffぁ-ゖ][ァ-ヺー]")
_KANJI = re.compile(r"[\u3400-\u9fff々ヶ]+")
# A person's office behind the name, which Sudachi has as one word: トランプ政権.
_IN_OFFICE = re.compile(r"[ァ-ヺー]{2,}(?:政権|大統領|首相|内閣)")
_DAY = re.compile(r"[ ]?,?[ ]?\d")
_TITLE_CASE = 0.75
# One kanji that stands behind a place's name and says what it is.
_KINDS_OF_PLACE = frozenset("市県府都道州郡区町村島駅港湾川山湖側内発着")
# A given name that Sudachi does not know falls into no more pieces.
_MOST_SCRAPS = 3


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name where it stands.

    `opens_sentence` says that an English capital may be due to that alone; `has_title`, that a
    title stands before the name; `is_alone`, that it stands in a sentence with small letters on
    either side.
    """

    span: Span
    text: str
    opens_sentence: bool = False
    has_title: bool = False
    is_alone: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name of one part or more: “Angela” and “Merkel”, 山田 and 太郎."""

    parts: tuple[Part, ...]

    @property
    def span(self) -> Span:
        return Span(self.parts[0].span.start, self.parts[-1].span.end)


def names_in(text: str, lang: Lang, *, in_titles: bool = False) -> tuple[Name, ...]:
    """What is written as a name is, in order.

    English: runs of capitalised words, titles and function words left out. None in a text in
    capitals, or in title case; with `in_titles`, there too in title case, each word as one that
    opens a sentence.
    Japanese: runs of katakana, split at the middle dot; and names of persons and places by
    Sudachi's parts of speech, adjoining ones together. What is an ordinary word among the runs of
    katakana only a dictionary can tell.
    """
    if lang is Lang.JAPANESE:
        return _japanese_names(text)
    names, is_title = _english_names(text)
    return names if in_titles or not is_title else ()


@lru_cache(maxsize=2048)
def _english_names(text: str) -> tuple[tuple[Name, ...], bool]:
    """The names, and whether the text is in title case."""
    words = english_words(text)
    is_title = is_in_title_case(words)
    if is_title:
        words = tuple(word._replace(opens_sentence=True) for word in words)
    return tuple(_capitalised_runs(text, words)), is_title


def is_in_title_case(words: Sequence[Word]) -> bool:
    """Whether most words of an English text begin with a capital."""
    letters = [word for word in words if word.text[0].isalpha() and len(word.text) > 3]
    return sum(word.begins_upper for word in letters) > _TITLE_CASE * len(letters) > 3


def _capitalised_runs(text: str, words: tuple[Word, ...]) -> Iterator[Name]:
    run: list[Part] = []
    end = -1
    has_title = False
    for place, word in enumerate(words):
        between = text[end : word.span.start] if run else ""
        if run and between not in {" ", "-", "’ ", "' "}:
            yield Name(tuple(run))
            run = []
        if is_name_word(word) or ((has_title or run) and _is_surname_may(word, text)):
            is_alone = word.is_capital and not any(
                other.begins_upper
                for other in (*words[max(0, place - 1) : place], *words[place + 1 : place + 2])
            )
            run.append(Part(word.span, word.text, word.opens_sentence, has_title, is_alone))
        elif run and word.text.lower() in _PARTICLES:
            pass
        elif run:
            yield Name(tuple(run))
            run = []
        end = word.span.end
        has_title = word.begins_upper and word.text.lower() in _TITLES
    if run:
        yield Name(tuple(run))


def _is_surname_may(word: Word, text: str) -> bool:
    """Whether “May” behind a name or a title is no month: not as in “Kyoto, May 5”."""
    return word.text == "May" and not _DAY.match(text, word.span.end)


def is_name_word(word: Word) -> bool:
    """Whether a word with a capital is no title, no pronoun, no weekday and no acronym."""
    if not word.begins_upper:
        return False
    lower = word.text.lower().replace(".", "")
    before_apostrophe = lower.replace("’", "'").partition("'")[0]
    return (
        len(lower) > 1
        and not word.text.removesuffix("s").isupper()
        and _NO_NAME.isdisjoint({lower, before_apostrophe, word.lemma})
    )


@lru_cache(maxsize=2048)
def _japanese_names(text: str) -> tuple[Name, ...]:
    tokens = tuple(part for token in japanese_tokens(text) for part in _taken_apart(token))
    # セラ in 京セラ is no name, nor ドラ in ドラえもん.
    mixed = [
        token.span
        for token in tokens
        if _HALF_KATAKANA.search(token.surface) and not _IN_OFFICE.fullmatch(token.surface)
    ]
    found = [
        _katakana_name(match)
        for match in _KATAKANA_NAME.finditer(text)
        if not any(span.start < match.end() and match.start() < span.end for span in mixed)
        and _KATAKANA_PARTICLES.isdisjoint(_KATAKANA.findall(match.group()))
    ]
    found += _kanji_names(tokens)
    return tuple(sorted(found, key=lambda name: name.span))


def _taken_apart(token: Token) -> tuple[Token, ...]:
    """A token that is more than a name in its parts, if the name is one of them: トランプ and 大統領,
    大阪 and 市, 東京 and 大学."""
    is_long = token.is_name and token.pos[2] in {"地名", "一般"} and len(token.surface) > 2
    if not is_long and not _HALF_KATAKANA.search(token.surface):
        return (token,)
    units = shorter_units(token.surface)
    if any(_HALF_KATAKANA.search(unit.surface) for unit in units) or (
        is_long and not (units and units[0].pos[2] == "地名")
    ):
        return (token,)
    at = token.span.start
    return tuple(
        unit._replace(span=Span(at + unit.span.start, at + unit.span.end)) for unit in units
    ) or (token,)


def _katakana_name(match: re.Match[str]) -> Name:
    start = match.start()
    return Name(
        tuple(
            Part(Span(start + part.start(), start + part.end()), part.group())
            for part in _KATAKANA.finditer(match.group())
        )
    )


def _kanji_names(tokens: tuple[Token, ...]) -> Iterator[Name]:
    run: list[Token] = []
    # A kanji that stands alone beside a name is a piece of it that Sudachi does not know.
    is_torn = False
    before: Token | None = None
    for place, token in enumerate(tokens):
        is_next = bool(run) and run[-1].span.end == token.span.start
        is_one = _is_kanji_name(token)
        if run and not (is_one and is_next and _is_given_after(run, token)):
            if not (is_torn or (is_next and _tears(run, tokens[place : place + _MOST_SCRAPS]))):
                yield _of_tokens(run)
            run = []
        if is_one:
            if not run:
                at = token.span.start
                is_torn = bool(before and before.span.end == at and _is_torn_off(before))
            run.append(token)
        before = token
    if run and not is_torn:
        yield _of_tokens(run)


def _tears(run: list[Token], following: tuple[Token, ...]) -> bool:
    """Whether what follows a name is a piece of it: not a kind of place (北京郡), nor the given name
    behind a surname of two kanji (佐々木朗希)."""
    if not _is_scrap(following[0]):
        return False
    last = run[-1]
    if last.pos[2] == "地名":
        return following[0].surface not in _KINDS_OF_PLACE
    return not (last.pos[3] == "姓" and len(last.surface) > 1)


def _is_kanji_name(token: Token) -> bool:
    return (
        token.is_name
        and token.pos[2] in {"人名", "地名"}
        and token.pos[3] != "国"
        and _KANJI.fullmatch(token.surface) is not None
    )


def _is_given_after(run: list[Token], token: Token) -> bool:
    return len(run) == 1 and run[0].pos[2] == token.pos[2] == "人名"


def _is_torn_off(token: Token) -> bool:
    """Whether what stands before a name is a piece of it, and not the kind of another place: 府 in
    大阪府池田市."""
    return _is_scrap(token) and token.surface not in _KINDS_OF_PLACE


def _is_scrap(token: Token) -> bool:
    return len(token.surface) == 1 and token.is_noun and _KANJI.fullmatch(token.surface) is not None


def _of_tokens(tokens: list[Token]) -> Name:
    return Name(tuple(Part(token.span, token.surface) for token in tokens))
