"""A person or a place is rendered by the name of another.

The names of both texts are compared by sound, in the kana or by the readings of the kanji, and by
the dictionary. A name counts as lost when nothing on the other side sounds like it, means it, or is
near it in the encoder's space. A lost name is reported only together with a name on the other side
that is lost, too, and so stands in its place.

## Why

One name for another leaves a sentence that reads well and is false, and no cosine tells it from the
right one. But the two spellings of a name are alike by sound, which can be measured.

## Example

The English text:

    Chancellor Merkel spoke to reporters in Hamburg.

The Japanese text:

    サッチャー首相はハンブルクで記者団に語った。

Nothing in the English sounds like サッチャー, and nothing in the Japanese like "Merkel".

## Limits

A name that is like the right one but not the same is minor: it may be a variant. A name that is
left out, or made a pronoun, is not reported: translators do so all the time. Where
one side has the first name and the other the family name alone, or a nickname, the two are taken
for different names. Chinese and Korean names in kanji are not compared by sound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.lexicon import Entry, Lexicon, Term, english_key
from alignqa.lexicon.support import Support
from alignqa.names import (
    Heard,
    Name,
    Part,
    alike,
    begin_alike,
    begin_or_end_alike,
    folded_romaji,
    is_reading,
    is_romaji,
    names_in,
    romanised,
    sound_likeness,
)
from alignqa.text import Lang, Span
from alignqa.words import japanese_reading, japanese_tokens
from alignqa.words.script import JAPANESE_LETTER

RULE = Rule("AQ102", "wrong-name", MqmCategory.ENTITY, Severity.CRITICAL)

_KATAKANA = re.compile(r"[ァ-ヺー]+")
_SHORTEST = 3
# A short Latin name that is no romanised Japanese may be the Chinese or Korean of a kanji name.
_LONGER_THAN_CHINESE = 5
# What follows a person's name, so that the word before is one.
_TITLES = (
    "氏", "さん", "様", "君", "容疑者", "被告", "大統領", "首相", "外相", "市長", "知事", "議員",
    "選手", "監督", "政権", "教授", "博士", "将軍", "王", "女王", "市", "州", "県", "郡", "島",
)  # fmt: skip
# Names that are this much alike may be one, misspelt: by sound, and by letters in common.
_MISSPELT, _FEW_LETTERS = 0.003, 0.75
# Ranks of the lexicon. A word whose best meaning ranks so well, and is no name, is no name itself.
_ORDINARY = 160
_BY_SOUND = 0.2
# A phrase of the other side that is this near in the encoder's space counts as a rendering, and two
# names that are this near may name one thing.
_NEAR, _RELATED, _NICKNAME = 0.50, 0.40, 0.75
# Where so many names are lost, it is not for being swapped: lists of species, of songs.
_MOST_LOST = 3


@dataclass(frozen=True, slots=True)
class _Lost:
    """A name, or a part of one, without a counterpart, and what the dictionary says of its parts."""

    span: Span
    text: str
    parts: tuple[Part, ...]
    meanings: tuple[Entry, ...]
    is_surely_name: bool


def check(pair: Pair, context: Context) -> Iterator[Finding]:
    """Names lost on one side, each with the lost name that stands in its place."""
    if not pair.is_whole:
        return
    english, japanese = pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text
    theirs, ours = names_in(english, Lang.ENGLISH), names_in(japanese, Lang.JAPANESE)
    if not theirs or not ours:
        return
    sides = _Sides(english, japanese, context)
    rivals = list(sides.lost_japanese(ours))
    lost = list(sides.lost_english(theirs)) if rivals else []
    if lost and len(lost) <= _MOST_LOST and len(rivals) <= _MOST_LOST:
        for name, rival in _in_places(lost, rivals, len(english), len(japanese)):
            if _are_names(name, rival) and sides.are_strangers(name, rival, _RELATED):
                yield _finding(pair, name, rival, context.lexicon, None)
    for name, rival, beside in sides.half_lost(theirs, ours):
        yield _finding(pair, name, rival, context.lexicon, beside)


def _in_places(
    lost: Sequence[_Lost], rivals: Sequence[_Lost], length: int, rival_length: int
) -> Iterator[tuple[_Lost, _Lost]]:
    """Each of the fewer ones with one of the others: in order where there are as many, otherwise
    with the one that stands at about the same place."""
    if len(lost) == len(rivals):
        yield from zip(lost, rivals, strict=True)
        return
    pairs = sorted(
        (abs(one.span.start / length - other.span.start / rival_length), at, place)
        for at, one in enumerate(lost)
        for place, other in enumerate(rivals)
    )
    taken: set[tuple[str, int]] = set()
    for _, at, place in pairs:
        if taken.isdisjoint({("lost", at), ("rival", place)}):
            taken |= {("lost", at), ("rival", place)}
            yield lost[at], rivals[place]


def _are_names(name: _Lost, rival: _Lost) -> bool:
    """Whether one of the two is sure to be a name, or both are words that no dictionary knows."""
    if rival.is_surely_name:
        return True
    if name.is_surely_name:
        # “Viscose” at the beginning of a sentence is a word that Japanese takes over by sound.
        first = name.parts[0]
        is_plain = first.opens_sentence and not first.has_title
        return not is_plain or any(entry.kind == "name" for entry in name.meanings[:1])
    is_unknown = not name.meanings and not rival.meanings
    return is_unknown and min(len(name.text), len(rival.text)) > _SHORTEST


class _Sides:
    """The two texts, with what sounds and dictionary say of their names."""

    def __init__(self, english: str, japanese: str, context: Context) -> None:
        self._english, self._japanese = english, japanese
        self._lexicon, self._vectors = context.lexicon, context.vectors
        self._support = Support(english, japanese, context.lexicon, context.vectors)
        self._heard = Heard(english, japanese)

    def lost_japanese(self, names: Sequence[Name]) -> Iterator[_Lost]:
        """Names of the Japanese text that the English has neither by sound nor by meaning."""
        for name in names:
            text = name.span.of(self._japanese)
            terms = [self._japanese_term(part) for part in name.parts]
            if (
                len(text) < 2
                or _is_country(terms)
                or not any(map(self._may_be_japanese_name, terms))
            ):
                continue
            if any(self._support.known_meaning(term) for term in terms):
                continue
            is_sure = len(terms) > 1 or self._is_surely_japanese_name(terms[0])
            forms = [part.text for part in name.parts]
            if len(forms) > 1:
                forms.append("".join(forms))
            if not any(self._heard.in_english(form, is_surely_name=is_sure) for form in forms):
                yield _Lost(name.span, text, name.parts, _of_one(terms), is_sure)

    def lost_english(self, names: Sequence[Name]) -> Iterator[_Lost]:
        """Names of the English text that the Japanese has neither by sound nor by meaning."""
        for whole in names:
            terms = [self._english_term(part) for part in whole.parts]
            if _is_country(terms):
                continue
            parts = [
                pair
                for pair in zip(whole.parts, terms, strict=True)
                if self._may_be_english_name(*pair)
            ]
            # “Wall” in “Berlin Wall” is no name; alone, between small letters, it may be one.
            parts = [
                pair for pair in parts if not pair[1].entries or self._is_surely_english_name(*pair)
            ] or parts
            heard = [self._is_rendered(*pair) for pair in parts]
            if any(heard):
                # Of “Osaka Toin”, one part may be lost: a place. A first name may be left out.
                runs = [
                    [pair]
                    for pair, is_heard in zip(parts, heard, strict=True)
                    if not is_heard
                    and any(entry.kind != "name" for entry in pair[1].entries[:1])
                    and self._is_surely_english_name(*pair)
                ]
            else:
                runs = [parts]
            for run in runs:
                if run and (lost := self._lost_run(run)):
                    yield lost

    def _is_rendered(self, part: Part, term: Term) -> bool:
        return self._support.known_rendering(term) is not None or self._heard.in_japanese(part.text)

    def _lost_run(self, run: Sequence[tuple[Part, Term]]) -> _Lost | None:
        """These parts of an English name as one lost name; nothing if a term renders them."""
        name = Name(tuple(part for part, _ in run))
        if self._is_part_of_a_rendered_term(name):
            return None
        terms = [term for _, term in run]
        is_sure = any(self._is_surely_english_name(*pair) for pair in run) or (
            len(run) > 1 and not any(term.entries for term in terms)
        )
        return _Lost(name.span, name.span.of(self._english), name.parts, _of_one(terms), is_sure)

    def half_lost(
        self, theirs: Sequence[Name], ours: Sequence[Name]
    ) -> Iterator[tuple[_Lost, _Lost, Part]]:
        """Of names of as many parts, all but one of them alike: the one that is not, on either
        side, and one that is."""
        for rival in ours:
            size = len(rival.parts)
            for window in _windows(theirs, size) if size > 1 else ():
                found = _odd_ones(window, rival.parts) or _odd_ones(window[::-1], rival.parts)
                if found is None:
                    continue
                one, other, beside = found
                lost = _Lost(one.span, one.text, (one,), self._english_term(one).entries, True)
                stranger = _Lost(
                    other.span, other.text, (other,), self._japanese_term(other).entries, True
                )
                if self._stand_alone(one, other) and self.are_strangers(lost, stranger, _NICKNAME):
                    yield lost, stranger, beside

    def _stand_alone(self, one: Part, other: Part) -> bool:
        """Whether both parts are names, do not even begin alike, and have no counterpart
        anywhere."""
        return (
            len(other.text) > 1
            and not begin_alike(one.text, other.text)
            and self._may_be_english_name(one, self._english_term(one))
            and self._may_be_japanese_name(self._japanese_term(other))
            and not self._heard.in_japanese(one.text)
            and not self._heard.in_english(other.text, is_surely_name=True)
            and not self._support.known_rendering(self._english_term(one))
            and not self._support.known_meaning(self._japanese_term(other))
        )

    def _may_be_english_name(self, part: Part, term: Term) -> bool:
        """Whether a capitalised word may be a name; at the beginning of a sentence, only if the
        dictionary has it as one, or does not know it."""
        if len(part.text) < _SHORTEST:
            return False
        return (
            not term.entries or not part.opens_sentence or self._is_surely_english_name(part, term)
        )

    def _is_surely_english_name(self, part: Part, term: Term) -> bool:
        """Whether the dictionary has a capitalised word as a name before it has it as another
        word."""
        if part.has_title:
            return True
        own = [entry.rank for entry in term.entries if _renders_by_sound(part.text, entry)]
        if not own:
            return False
        first = term.entries[0]
        if min(own) <= first.rank or first.rank > _ORDINARY:
            return True
        back = self._lexicon.from_japanese(first.text)
        return bool(back) and back[0].text[0].isupper()

    def _may_be_japanese_name(self, term: Term) -> bool:
        """Whether the dictionaries know a Japanese word as a name, or do not know it."""
        return not term.entries or self._is_surely_japanese_name(term)

    def _is_surely_japanese_name(self, term: Term) -> bool:
        if not _KATAKANA.match(term.text) or (term.entries and _has_capitals(term.entries[0])):
            return True
        is_name = any(
            token.is_name and token.span.overlaps(term.span)
            for token in japanese_tokens(self._japanese)
        )
        if is_name and (not term.entries or any(map(_has_capitals, term.entries))):
            return True
        return self._japanese[term.span.end : term.span.end + 3].startswith(_TITLES)

    def are_strangers(self, lost: _Lost, rival: _Lost, related: float) -> bool:
        """Whether two lost names are sure to name two things: unlike at either end, apart in the
        encoder's space, and each far from every phrase of the other side."""
        is_kanji = not _KATAKANA.match(rival.text)
        for one in lost.parts:
            if is_kanji and not (
                is_romaji(one.text) or (lost.meanings and len(one.text) >= _LONGER_THAN_CHINESE)
            ):
                return False
            if not is_kanji and any(begin_or_end_alike(one.text, p.text) for p in rival.parts):
                return False
        words = {english_key(part.text) for part in lost.parts}
        if any(words & set(english_key(entry.text).split()) for entry in rival.meanings):
            return False
        rows = self._vectors.of([lost.text, rival.text])
        if float(rows[0] @ rows[1]) >= related:
            return False
        return self._support.japanese_phrases.nearest(rows[0], rival.span) < max(
            _NEAR, related
        ) and self._support.english_phrases.nearest(rows[1], lost.span) < max(_NEAR, related)

    def _is_part_of_a_rendered_term(self, name: Name) -> bool:
        """Whether the name is in a longer term that is rendered: “Sydney” in “Sydney Opera House”."""
        return any(
            term.span.overlaps(name.span)
            and len(term.text) > len(name.span.of(self._english))
            and self._support.known_rendering(term) is not None
            for term in self._support.english_terms()
        )

    def _english_term(self, part: Part) -> Term:
        key = english_key(part.text)
        return Term(part.span, part.text, key, self._lexicon.from_english(key))

    def _japanese_term(self, part: Part) -> Term:
        return Term(part.span, part.text, part.text, self._lexicon.from_japanese(part.text))


def _of_one(terms: Sequence[Term]) -> tuple[Entry, ...]:
    """What a name of one part means; a name of several is not in the dictionary."""
    return terms[0].entries if len(terms) == 1 else ()


def _has_capitals(entry: Entry) -> bool:
    """Whether an English phrase is written as a name: “New York”, not “Welsh onion”."""
    return entry.text[0].isupper() and not entry.text.split()[-1][0].islower()


def _is_country(terms: Sequence[Term]) -> bool:
    """Whether one is a country, or its people: Swede, スウェーデン人."""
    return any(
        entry.kind == "country" or (entry.text[-1] == "人" and _KATAKANA.match(entry.text))
        for term in terms
        for entry in term.entries
    )


def _windows(names: Sequence[Name], size: int) -> Iterator[tuple[Part, ...]]:
    """Parts of names in a row, so many at a time: a role may stand before a name."""
    for name in names:
        for start in range(len(name.parts) - size + 1):
            yield name.parts[start : start + size]


def _odd_ones(names: Sequence[Part], others: Sequence[Part]) -> tuple[Part, Part, Part] | None:
    """Of two names, part against part: the two that are not alike, if these are the only ones, and
    one that is."""
    parts = list(zip(names, others, strict=True))
    unlike = [(one, other) for one, other in parts if not alike(one.text, other.text)]
    if len(unlike) != 1:
        return None
    one, other = unlike[0]
    return one, other, next(part for part in names if part != one)


def _renders_by_sound(latin: str, entry: Entry) -> bool:
    if _KATAKANA.fullmatch(entry.text):
        return sound_likeness(latin, entry.text) >= _BY_SOUND or entry.kind == "name"
    return is_reading(latin, entry.text)


def _finding(
    pair: Pair, theirs: _Lost, ours: _Lost, lexicon: Lexicon, beside: Part | None
) -> Finding:
    lost, rival = (theirs, ours) if pair.source.lang is Lang.ENGLISH else (ours, theirs)
    is_sure = beside is not None or (theirs.is_surely_name and ours.is_surely_name)
    evidence: dict[str, object] = {"source_name": lost.text, "target_name": rival.text}
    if means := _english_names_of(rival.meanings) if lost is theirs else []:
        evidence["target_means"] = means
    if beside is not None:
        evidence["same_beside_it"] = beside.text
    if _may_be_misspelt(theirs, ours):
        return Finding(
            RULE,
            Severity.MINOR,
            0.5,
            f"“{lost.text}” and “{rival.text}” are alike, but do not sound the same.",
            (lost.span,),
            (rival.span,),
            evidence,
            _expected(lost, lexicon),
        )
    return Finding(
        RULE,
        Severity.CRITICAL if is_sure else Severity.MAJOR,
        0.92 if beside is not None else 0.85 if is_sure else 0.6,
        f"Nothing in the translation sounds like “{lost.text}” or means it; “{rival.text}” stands "
        "there, which is not in the source.",
        (lost.span,),
        (rival.span,),
        evidence,
        _expected(lost, lexicon),
    )


def _may_be_misspelt(theirs: _Lost, ours: _Lost) -> bool:
    """Whether two names sound less unlike than two at random: one may be the other, misspelt."""
    return any(
        sound_likeness(one.text, other.text) >= _MISSPELT
        if _KATAKANA.fullmatch(other.text)
        else _ratio(folded_romaji(one.text), romanised(japanese_reading(other.text)))
        >= _FEW_LETTERS
        for one in theirs.parts
        for other in ours.parts
    )


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _english_names_of(entries: Sequence[Entry]) -> list[str]:
    return [entry.text for entry in entries if entry.text[0].isupper()][:3]


def _expected(lost: _Lost, lexicon: Lexicon) -> str | None:
    """The dictionary's name for the lost one, part by part; nothing where it does not know them
    all."""
    found = []
    for part in lost.parts:
        if not _is_japanese(part.text):
            entries = lexicon.from_english(english_key(part.text))
            first = entries[0].rank if entries else 0
            known = [
                entry
                for entry in entries
                if _renders_by_sound(part.text, entry)
                and (entry.rank <= first or first > _ORDINARY)
            ]
            known.sort(
                key=lambda entry: (entry.rank, -sound_likeness(part.text, entry.text), entry.text)
            )
            found.append(known[0].text if known else "")
        else:
            found.append(next(iter(_english_names_of(lexicon.from_japanese(part.text))), ""))
    separator = "・" if not _is_japanese(lost.text) else " "
    return separator.join(found) if all(found) else None


def _is_japanese(text: str) -> bool:
    return bool(JAPANESE_LETTER.match(text))
