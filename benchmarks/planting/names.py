"""Names of persons: one put in another's place, in katakana, in kanji or in Latin letters."""

from __future__ import annotations

import random
import re
import tomllib
import unicodedata
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from alignqa.text import Lang, Span

from . import japanese
from .plant import Plant, Row, replaced

_POOLS = {
    name: [tuple(entry.split()) for entry in entries]
    for name, entries in tomllib.loads(
        Path(__file__).with_name("names.toml").read_text("utf-8")
    ).items()
}
_KATAKANA = re.compile(r"[ァ-ヺー]{2,}")
_LATIN = re.compile(r"(?<![\w@#'’.-])[A-Z][a-zà-ü]{2,}(?![\w@-])")
_TITLE = re.compile(
    r"氏|さん|選手|大統領|首相|容疑者|被告|監督|議員|教授|博士|知事|市長|長官|大臣|被告|夫妻|王|女王|閣下|様|君|ちゃん|先生"
)
_NO_PERSON_AFTER = re.compile(
    r"変異|株|十字|社|市|州|国|島|川|山|湖|町|駅|号|紙|軍|広場|通り|[A-Za-z0-9０-９]|・?(?:カップ|スタジアム)"
)
_NO_PERSON_BEFORE = re.compile(r"(?:サン|セント|ジ|ザ|ノルド)・$|[A-Za-z0-9]$")
_NO_PERSON = re.compile(r"\b(?:in|In|at|At|near|the) $")
_PLACE_AFTER = re.compile(
    r"['’]s Day|"
    r", [A-Z]\w+[,.]| (?:Cross|Square|Street|Road|Park|Cup|Stadium|University|County|City)\b"
)
_ALIKE, _UNLIKE = 0.75, 0.5


def swap(row: Row, lang: Lang, rng: random.Random) -> Plant | None:
    """A person's name that both sides have, once on either, put in another's place."""
    options = [(pair, True) for pair in _katakana(row)] + [(pair, False) for pair in _kanji(row)]
    rng.shuffle(options)
    for (latin, native), is_foreign in options:
        ours, theirs = (latin, native) if lang is Lang.ENGLISH else (native, latin)
        text = row.text(lang)
        pool = _pool(row.japanese, native, is_foreign)
        rivals = [
            name
            for name in pool
            if name[0] not in row.english
            and name[1] not in row.japanese
            and _likeness(_sounds(name[0]), _sounds(latin.of(row.english))) < _UNLIKE
        ]
        if rivals:
            now = rng.choice(rivals)[0 if lang is Lang.ENGLISH else 1]
            return replaced("names", row, lang, ours, now, theirs, frozenset({ours.of(text)}))
    return None


def _pool(text: str, span: Span, is_foreign: bool) -> list[tuple[str, ...]]:
    if not is_foreign:
        return _POOLS["japanese"]
    is_given = text[span.end : span.end + 1] in {"・", "＝", "="}
    return _POOLS["given" if is_given else "family"]


def _katakana(row: Row) -> list[tuple[Span, Span]]:
    """Katakana names of persons, and the Latin names that sound like them."""
    named = [m for m in japanese.morphs(row.japanese) if m.pos[1] == "固有名詞"]
    persons = {(m.start, m.end) for m in named if m.pos[2] == "人名"}
    # イラン大統領 is no person's name before a title.
    places = {(m.start, m.end) for m in named if m.pos[2] == "地名"}
    latin = [
        m
        for m in _LATIN.finditer(row.english)
        if not _opens(row.english, m.start())
        and row.english.count(m.group()) == 1
        and not _NO_PERSON.search(row.english[: m.start()])
        and not _PLACE_AFTER.match(row.english, m.end())
    ]
    found = []
    for match in _KATAKANA.finditer(row.japanese):
        word = match.group()
        after, before = row.japanese[match.end() :], row.japanese[: match.start()]
        if _NO_PERSON_AFTER.match(after) or _NO_PERSON_BEFORE.search(before):
            continue
        is_titled = bool(_TITLE.match(after)) and match.span() not in places
        is_person = match.span() in persons or is_titled
        # デイビッド・グスタフソン: a name that the dictionary lacks, after one that it has.
        given = re.search(r"[ァ-ヺー]+(?=・$)", before)
        is_person = is_person or (given is not None and given.span() in persons)
        if not is_person or row.japanese.count(word) != 1 or len(word) < 3:
            continue
        close = [m for m in latin if _likeness(_sounds(m.group()), _sounds(word)) >= _ALIKE]
        if len(close) == 1:
            found.append((Span(*close[0].span()), Span(*match.span())))
    return found


def _kanji(row: Row) -> list[tuple[Span, Span]]:
    """Japanese family names, and their Latin spelling."""
    surnames = [
        m
        for m in japanese.morphs(row.japanese)
        if m.pos[3] == "姓" and re.search("[一-鿿]", m.surface)
    ]
    found = []
    for morph in surnames:
        known = [name[0] for name in _POOLS["japanese"] if name[1] == morph.surface]
        if row.japanese.count(morph.surface) != 1 or not known:
            continue
        matches = [m for m in _LATIN.finditer(row.english) if m.group() in known]
        if len(matches) == 1:
            found.append((Span(*matches[0].span()), Span(morph.start, morph.end)))
    return found


def _opens(text: str, start: int) -> bool:
    """Whether a capital may be that of a sentence's first word, and no name follows."""
    before = text[:start].rstrip(" \"“'")
    return (not before or before[-1] in ".!?:") and not re.match(r"\w+ [A-Z]", text[start:])


@cache
def _sounds(name: str) -> str:
    """The consonants of a name, those that Japanese does not tell apart made one."""
    if _KATAKANA.fullmatch(name):
        # A letter's name is its sound: KATAKANA LETTER SMALL YA. ジ and チ are ZI and TI there.
        letters = [unicodedata.name(letter).split() for letter in name if letter != "ー"]
        name = "".join(words[-1] for words in letters if words[-2] != "SMALL")
    text = name.lower()
    for spelling, sound in (
        ("ph", "f"), ("sch", "s"), ("sh", "s"), ("tch", "t"), ("ch", "t"), ("ck", "k"), ("th", "s"),
        ("qu", "k"), ("x", "ks"), ("c", "k"), ("q", "k"), ("v", "b"), ("l", "r"), ("z", "s"),
        ("j", "s"), ("dg", "s"), ("wh", "w"), ("ts", "t"), ("f", "h"),
    ):  # fmt: skip
        text = text.replace(spelling, sound)
    first = "a" if text[:1] in "aeiou" else ""
    text = first + re.sub(r"[^bdghkmnprst]", "", text)
    return re.sub(r"(.)\1+", r"\1", text)


def _likeness(one: str, other: str) -> float:
    """1 for the same consonants in the same order; of one or two, only the same are alike."""
    if min(len(one), len(other)) < 2:
        return 0.0
    if min(len(one), len(other)) == 2:
        return 1.0 if one == other else 0.4 * (one[0] == other[0])
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
