"""Words turned into their opposites: increased for decreased, 勝った for 負けた."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from alignqa.text import Lang, Span

from . import english, japanese
from .plant import Plant, Row, replaced

_NEGATED = re.compile(r"\b(?:not|never|no|without|cannot)\b|n['’]t\b", re.IGNORECASE)
# What a verb follows, and a noun hardly does.
_VERB_AFTER = re.compile(
    r"(?:^|[.!?;,] |\b(?:to|will|would|can|could|should|may|might|must|do|does|did|not|I|you|we|they|"
    r"he|she|it|who|that|which|and|or|please|Please|also|never|n['’]t) )$"
)
_NOUNS_TOO = {"increase", "increases", "decrease", "decreases", "rise", "rises", "fall", "falls"}


# English words that mean what is listed after certain words only; and those that mean something
# else after some or before some.
_ONLY_AFTER = [
    ({"left", "right"}, re.compile(r"\b(?:the|to|his|her|my|your|turn|turned|upper|lower) $")),
    ({"like", "likes", "liked"}, re.compile(r"\b(?:I|you|we|they|he|she|really|who) $")),
    ({"first"}, re.compile(r"\bthe $")),
]
_NOT_BESIDE = [
    (
        {"old", "young", "long", "longer"},
        re.compile(r"(?:year|years|month|months|as|no|how|so|any|all) $"),
        re.compile(r" (?:as|ago|before)\b"),
    ),
    (
        {"early", "late", "earlier", "later"},
        re.compile(r"\b(?:years?|months?|days?|weeks?|hours?|minutes?|or|of|too) $"),
        None,
    ),
    (
        {"good", "high", "day", "man", "best", "start"},
        None,
        re.compile(r" (?:at|school|schools|luck|as|one|court|by|tech|and|in)\b"),
    ),
    (
        "lower raise raised close closed right pass passed fall falls falling end ends open grow "
        "growing grown lost leave leaves".split(),
        re.compile(r"\b(?:the|a|an|in|at|this|that|its) $"),
        re.compile(r" (?:up|in love|to|asleep|apart|off|on|down|out|away|back|with|for|into)\b"),
    ),
    ({"last"}, None, re.compile(r" (?:year|week|month|night|summer|winter|spring)\b")),
]


@dataclass(frozen=True, slots=True)
class Use:
    """A word of one pole in a text, what would stand there for the other pole."""

    entry: int
    pole: int
    span: Span
    now: str | None


@dataclass(frozen=True, slots=True)
class _Opposite:
    entry: int
    pole: int
    other: str
    # A verb in a form that looks like a noun: an attack, to attack.
    is_bare_verb: bool = False


@cache
def _lists() -> tuple[dict[str, list[_Opposite]], dict[str, list[_Opposite]]]:
    """English words with their opposites by surface, Japanese ones by dictionary form."""
    path = Path(__file__).with_name("polarity.toml")
    english_words: dict[str, list[_Opposite]] = {}
    japanese_words: dict[str, list[_Opposite]] = {}
    for number, entry in enumerate(tomllib.loads(path.read_text("utf-8"))["list"]):
        for line in entry["en"]:
            poles = [_forms(side) for side in line.split(" / ")]
            for pole in (0, 1):
                pairs = zip(poles[pole], poles[1 - pole], strict=True)
                for place, (word, other) in enumerate(pairs):
                    is_bare = len(poles[pole]) > 3 and place < 2 and word not in _NOUNS_TOO
                    own = _Opposite(number, pole, other, is_bare)
                    english_words.setdefault(word, []).append(own)
        for line in entry["ja"]:
            words = line.split("/")
            for pole in (0, 1):
                own = _Opposite(number, pole, words[1 - pole])
                japanese_words.setdefault(words[pole], []).append(own)
    return english_words, japanese_words


def _forms(side: str) -> list[str]:
    phrases = {"prior to", "at least", "at most", "more than", "less than", "more expensive"}
    return [side] if side in phrases else side.split()


def reverse(row: Row, lang: Lang, rng: random.Random) -> Plant | None:
    """A word of the target, alone of its kind there and rendered in the source, reversed."""
    uses = {
        Lang.ENGLISH: list(_in_english(row.english)),
        Lang.JAPANESE: list(_in_japanese(row.japanese)),
    }
    ours, theirs = uses[lang], uses[lang.other]
    here = [
        (use, [other for other in theirs if other.entry == use.entry])
        for use in ours
        if use.now
        and sum(other.entry == use.entry for other in ours) == 1
        and sum(other.span == use.span and other.pole != use.pole for other in ours) == 0
    ]
    here = [
        (use, others) for use, others in here if len(others) == 1 and others[0].pole == use.pole
    ]
    if not here or (_NEGATED.search(row.english)):
        return None
    use, others = rng.choice(here)
    text, now = row.text(lang), use.now or ""
    span = use.span
    if lang is Lang.ENGLISH:
        before = text[: span.start]
        mended = english.article_mended(before, now)
        if mended != before:
            start = before.rfind(" ", 0, len(before) - 1) + 1
            now, span = mended[start:] + now, Span(start, span.end)
    return replaced("polarity", row, lang, span, now, others[0].span)


@cache
def _english_pattern() -> re.Pattern[str]:
    ordered = sorted(_lists()[0], key=len, reverse=True)
    return re.compile(
        rf"(?<![\w'’-])(?:{'|'.join(map(re.escape, ordered))})(?![\w'’-])", re.IGNORECASE
    )


def _in_english(text: str) -> Iterator[Use]:
    for match in _english_pattern().finditer(text):
        word = match.group()
        for opposite in _lists()[0][word.lower()]:
            now = opposite.other
            now = now[0].upper() + now[1:] if word[0].isupper() else now
            is_noun = opposite.is_bare_verb and not _VERB_AFTER.search(text[: match.start()])
            if word[1:].isupper() or is_noun or _is_idiom(text, match):
                yield Use(opposite.entry, opposite.pole, Span(*match.span()), None)
            else:
                yield Use(opposite.entry, opposite.pole, Span(*match.span()), now)


def _is_idiom(text: str, match: re.Match[str]) -> bool:
    """Words that are mostly something else: left behind, falls in love, first of all, 5 years old."""
    word, before, after = match.group().lower(), text[: match.start()], text[match.end() :]
    for words, must_precede in _ONLY_AFTER:
        if word in words:
            return not must_precede.search(before)
    if word in {"over", "under"}:
        return not re.match(r" (?:[$€£]?\d|a (?:hundred|thousand|million)|half)", after)
    return after.startswith("-") or any(
        word in words
        and bool((follows and follows.match(after)) or (precedes and precedes.search(before)))
        for words, precedes, follows in _NOT_BESIDE
    )


def _in_japanese(text: str) -> Iterator[Use]:
    listed = _lists()[1]
    morphs = japanese.morphs(text)
    for place, morph in enumerate(morphs):
        key = morph.lemma if morph.is_verb or morph.pos[0] == "形容詞" else morph.surface
        for opposite in listed.get(key, []):
            following = morphs[place + 1] if place + 1 < len(morphs) else None
            preceding = morphs[place - 1] if place else None
            start, (end, now) = morph.start, _turned(morph, following, opposite.other)
            if morph.surface in {"前", "後"} and place > 1:
                made = _time_clause(morphs[place - 2 : place], opposite.other)
                start, now = made or (start, now)
            if _is_in_compound(morph, preceding, following):
                now = None
            yield Use(opposite.entry, opposite.pole, Span(start, end), now)


def _is_in_compound(
    morph: japanese.Morph, preceding: japanese.Morph | None, following: japanese.Morph | None
) -> bool:
    """A kanji alone is a word only between particles: 前に, not 人前 or 前田."""
    if len(morph.surface) > 1 or morph.pos[0] not in {"名詞", "接尾辞", "接頭辞"}:
        return False
    if following is not None and following.pos[0] not in {"助詞", "助動詞", "補助記号"}:
        return True
    return morph.surface in "上下前後高低旧新左右" and (
        preceding is None
        or (preceding.pos[0] not in {"助詞", "動詞", "助動詞"} and morph.surface not in "前後")
        or (morph.surface in "上下" and preceding.surface != "の")
    )


def _time_clause(before: Sequence[japanese.Morph], other: str) -> tuple[int, str | None] | None:
    """する前 as した後 and the other way round: where it begins and what it is, if it can be said.

    `None` where no verb stands before it.
    """
    verb, last = before
    if last.surface in {"た", "だ"} and last.pos[0] == "助動詞":
        return verb.start, verb.lemma + other if verb.is_verb else None
    if last.is_verb:
        past = japanese.past(last)
        return last.start, past + other if past else None
    return (last.start, None) if last.pos[0] == "助動詞" else None


def _turned(
    morph: japanese.Morph, following: japanese.Morph | None, other: str
) -> tuple[int, str | None]:
    """The opposite in the same form, and where it ends: a た after it may become だ."""
    if morph.pos[0] == "形容詞":
        # Endings of adjectives are alike: 高かった, 低かった.
        if not (morph.lemma.endswith("い") and other.endswith("い")):
            return morph.end, None
        kept = morph.lemma[:-1]
        if not morph.surface.startswith(kept):
            return morph.end, None
        return morph.end, other[:-1] + morph.surface[len(kept) :]
    if not morph.is_verb:
        return morph.end, other
    parsed = japanese.morphs(other)
    if len(parsed) == 2 and parsed[1].lemma == "する":
        made = japanese.like(parsed[1], morph, following)
        made = made and (parsed[0].surface + made[0], made[1])
    elif len(parsed) == 1 and parsed[0].is_verb:
        made = japanese.like(parsed[0], morph, following)
    else:
        return morph.end, None
    if made is None:
        return morph.end, None
    surface, is_voiced = made
    if (
        following is not None
        and following.surface[:1] in "ただてで"
        and following.pos[0].startswith("助")
        and morph.form.startswith("連用形")
    ):
        first = following.surface[0]
        sound = {"た": "ただ", "だ": "ただ", "て": "てで", "で": "てで"}[first][is_voiced]
        if sound != first or japanese.voiced(morph) != is_voiced:
            return following.end, surface + sound + following.surface[1:]
    return morph.end, surface
