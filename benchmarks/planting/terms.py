"""Countries, cities, institutions, offices, weekdays and months: one put in another's place."""

from __future__ import annotations

import random
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from alignqa.text import Lang, Span

from . import english
from .japanese import boundaries
from .plant import Plant, Row, replaced

_LISTS = tomllib.loads(Path(__file__).with_name("terms.toml").read_text("utf-8"))
_SLOTS = ("noun", "adjective", "people", "the", "bare", "one")
# An adjective and the noun are one word in U.S., and many a name follows; only these decide.
_AFTER_NOUN = re.compile(
    r"[,.;:)”\"]|$|['’]s |s?(?= (?:and|or|in|on|at|to|for|from|with|by|is|was|has|had|will|would|"
    r"could|should|as|after|before|because|since|than|but|when|where|while|that|which|who)\b)"
)
_AFTER_ADJECTIVE = re.compile(
    r" (?:government|president|military|officials?|troops|forces|army|citizens?|companies|company|"
    r"economy|market|media|people|state|team|soldiers?|police|politics|banks?|President|Army)\b"
)
_NOT_AFTER = re.compile(
    r"(?:North|South|Latin|Northern|Southern|New|West|East|Vice|vice|Air|-)[ -]?$"
)
_KANJI = re.compile(r"[々㐀-鿿]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an entry of a list is named, and in which of its forms."""

    entry: int
    slot: str
    span: Span


def _entries(category: str) -> list[dict[str, list[str]]]:
    return _LISTS[category]["list"]  # type: ignore[no-any-return]


@cache
def _english_forms(category: str) -> tuple[re.Pattern[str], dict[str, list[tuple[int, str]]]]:
    forms: dict[str, list[tuple[int, str]]] = {}
    for number, entry in enumerate(_entries(category)):
        for slot in _SLOTS:
            for form in entry.get(slot, []):
                spellings = {form}
                if slot == "one":
                    # Plurals, and capitals as before a name.
                    spellings = {
                        form,
                        english.with_s(form),
                        form.title(),
                        form[0].upper() + form[1:],
                    }
                for spelling in spellings:
                    kind = "many" if slot == "one" and spelling == english.with_s(form) else slot
                    forms.setdefault(spelling, []).append((number, kind))
    ordered = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ordered))})(?![\w-])"), forms


@cache
def _japanese_forms(category: str) -> tuple[re.Pattern[str], dict[str, list[int]]]:
    forms: dict[str, list[int]] = {}
    for number, entry in enumerate(_entries(category)):
        for form in entry["ja"]:
            forms.setdefault(form, []).append(number)
    ordered = sorted(forms, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered))), forms


def _in_english(text: str, category: str) -> list[Mention]:
    pattern, forms = _english_forms(category)
    found = []
    for match in pattern.finditer(text):
        if _NOT_AFTER.search(text[: match.start()]):
            continue
        kinds = forms[match.group()]
        if {"noun", "adjective"} <= {slot for _, slot in kinds}:
            slot = _noun_or_adjective(text, match.end())
            kinds = [(number, slot) for number, _ in kinds[:1]]
        if (
            category == "months"
            and match.group() in {"May", "March"}
            and not re.search(
                r"\b(?:in|of|since|until|last|next|late|early|on|by) $", text[: match.start()]
            )
        ):
            continue
        span = Span(match.start(), match.end())
        found += [Mention(number, slot, span) for number, slot in kinds]
    return found


def _noun_or_adjective(text: str, end: int) -> str:
    if _AFTER_ADJECTIVE.match(text, end):
        return "adjective"
    return "noun" if _AFTER_NOUN.match(text, end) else "either"


def _in_japanese(text: str, category: str) -> list[Mention]:
    pattern, forms = _japanese_forms(category)
    edges = boundaries(text)
    found = []
    for match in pattern.finditer(text):
        start, end = match.span()
        if not {start, end} <= edges or _is_part(text, start, end, category):
            continue
        span = Span(start, end)
        found += [Mention(number, "ja", span) for number in forms[match.group()]]
    return found


def _is_part(text: str, start: int, end: int, category: str) -> bool:
    """Whether it is a piece of a longer term of another meaning: 大統領選, 西日本, 2月 in 12月."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if category == "offices":
        return bool(_KANJI.match(after)) or before in {"副", "準", "次"}
    if category in {"countries", "cities"}:
        return before in {"西", "東", "北", "南", "全"} or after in {"海", "湾", "系", "諸", "風"}
    if category == "months":
        return before.isdecimal() or before in {"十", "カ", "ヶ", "か"} or after in {"間", "号"}
    return False


def swap(category: str, row: Row, lang: Lang, rng: random.Random) -> Plant | None:
    """One entry of the list in another's place, its form kept."""
    entries = _entries(category)
    mentions = {
        Lang.ENGLISH: _in_english(row.english, category),
        Lang.JAPANESE: _in_japanese(row.japanese, category),
    }
    there = {mention.entry: mention.span for mention in mentions[lang.other]}
    ours = mentions[lang]
    here = [
        mention
        for mention in ours
        if mention.entry in there
        and sum(other.entry == mention.entry for other in ours) == 1
        # Words that may stand for two entries say neither.
        and sum(other.span == mention.span for other in ours) == 1
    ]
    rng.shuffle(here)
    text = row.text(lang)
    for mention in here:
        named = {m.entry for side in mentions.values() for m in side}
        rivals = [
            number
            for number in range(len(entries))
            if number not in named
            and not _shared(entries[number], entries[mention.entry])
            and entries[number].get("kind") == entries[mention.entry].get("kind")
            and not any(form in row.japanese for form in entries[number]["ja"])
        ]
        rng.shuffle(rivals)
        for rival in rivals:
            planted = _planted(text, mention, entries[rival], entries[mention.entry])
            if planted is None:
                continue
            span, now = planted
            expected = _expected(entries[mention.entry], mention.slot) | {span.of(text)}
            return replaced(category, row, lang, span, now, there[mention.entry], expected)
    return None


def _shared(one: dict[str, list[str]], other: dict[str, list[str]]) -> bool:
    return any(set(one.get(slot, [])) & set(other.get(slot, [])) for slot in (*_SLOTS, "ja"))


def _expected(entry: dict[str, list[str]], slot: str) -> frozenset[str]:
    if slot == "ja":
        return frozenset(entry["ja"])
    return frozenset(form for forms in map(entry.get, _SLOTS) for form in forms or [])


def _planted(
    text: str, mention: Mention, rival: dict[str, list[str]], entry: dict[str, list[str]]
) -> tuple[Span, str] | None:
    """Which words give way, and to which; `None` if the rival has no such form."""
    span, was = mention.span, mention.span.of(text)
    if mention.slot == "ja":
        place = entry["ja"].index(was)
        # Both spellings of a weekday, both numerals of a month.
        aligned = len(rival["ja"]) == len(entry["ja"]) and len(entry["ja"]) > 1 and "曜" in was
        numerals = was[-1] == "月"
        return span, rival["ja"][place if aligned or numerals else 0]
    if mention.slot in {"one", "many"}:
        now = rival["one"][0]
        now = english.with_s(now) if mention.slot == "many" else now
        if was.istitle():
            now = now.title().replace(" Of ", " of ")
        elif was[0].isupper():
            now = now[0].upper() + now[1:]
    else:
        if mention.slot not in rival:
            return None
        now = rival[mention.slot][0]
        if mention.slot == "noun":
            before = re.search(r"\b[Tt]he $", text[: span.start])
            if was.startswith("the ") or before:
                span = Span(before.start() if before else span.start, span.end)
                now = now if before is None or not before.group()[0].isupper() else _upper(now)
            elif text[: span.start].rstrip()[-1:] in {"", ".", "!", "?"}:
                now = _upper(now)
    mended = english.article_mended(text[: span.start], now)
    article = len(mended) - len(text[: span.start])
    if article or mended != text[: span.start]:
        start = max(i for i in range(span.start + 1) if text[:i] == mended[:i])
        start = text.rfind(" ", 0, start) + 1
        return Span(start, span.end), mended[start:] + now
    return span, now


def _upper(words: str) -> str:
    return words[0].upper() + words[1:]
