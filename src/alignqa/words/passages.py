"""Passages of running text in one language inside a text of the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from alignqa.text import Lang, Span
from alignqa.words.japanese import japanese_tokens
from alignqa.words.kept import ASIDE, CITED, CODE_MARK, KEPT, QUOTED
from alignqa.words.markup import blanked

_JAPANESE = "々〆ぁ-ゖァ-ヺー一-鿿㐀-䶿"
JAPANESE_LETTER = re.compile(f"[{_JAPANESE}]")
# A part of `a0f3` or of `x86_64` is no word.
LATIN_WORD = re.compile(
    f"(?<![0-9A-Za-z_])[^\\W\\d_{_JAPANESE}]+(?:['’][^\\W\\d_{_JAPANESE}]+)*(?![0-9A-Za-z_])"
)
_BEFORE_SENTENCE = re.compile(r"(?:^|[。．！？!?.:：」』）)\]”\"\n\0])\W*$")
_END_MARK = re.compile(r"[.!?。！？]$")
_WORD_CHARACTER = re.compile(r"\w")
_LETTER_NEXT = re.compile(r"[\s\0]*[^\W\d_]")
_ASIDE_NEXT = re.compile(rf"\s*({ASIDE.pattern})")
# A stretch of English: Latin words with blanks and English marks between them.
_ENGLISH_STRETCH = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9 ,.;:!?'’–—%$&/\0-]*")
# A stretch of Japanese may hold a Latin word or a figure, written without blanks around it.
_JAPANESE_STRETCH = re.compile(
    f"[{_JAPANESE}](?:[A-Za-z0-9.,%\0]*[{_JAPANESE}、。！？・０-９Ａ-Ｚａ-ｚ～]+)*"
)

# English words that only hold others together: a title or a name has few of them, code none.
_GLUE = """
a an the of to in on at by for from with into about after before during under over between
and or but that which who when while if because so as than then there
is are was were be been being has have had do does did will would can could should may might must
not no it its he she they we you i this these those his her their our your my me us them him
"""
ENGLISH_GLUE = frozenset(_GLUE.split())
_JAPANESE_GLUE = frozenset({"助詞", "助動詞"})

# Shorter passages are more often a name or a phrase kept on purpose than a lapse: so many English
# words or Japanese letters.
_FEWEST = {Lang.ENGLISH: 5, Lang.JAPANESE: 10}
_LETTERS = {Lang.ENGLISH: re.compile("[A-Za-zÀ-ɏ]+"), Lang.JAPANESE: JAPANESE_LETTER}
FEWEST_MENTIONED = {Lang.ENGLISH: 8, Lang.JAPANESE: 20}


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the target that is written in the source's language.

    `is_mentioned` says that the target speaks of it as of words: it is quoted, or a noun.
    """

    span: Span
    is_mentioned: bool


def passages(target: str, lang: Lang) -> Iterator[Passage]:
    """Stretches of running text in `lang`, in order."""
    if len(_LETTERS[lang].findall(target)) < _FEWEST[lang]:
        return
    prose = blanked(target, CITED, KEPT)
    plain = blanked(prose, ASIDE)
    outside = blanked(plain, QUOTED)
    found = [
        Passage(span, not _stands_alone(outside, span))
        for span in _stretches(outside, lang, _FEWEST[lang])
        if not CODE_MARK.search(span.of(prose)) and not _is_glossed(target, span, lang)
    ]
    for quotation in QUOTED.finditer(plain):
        offset = quotation.start() + 1
        found += [
            Passage(Span(offset + span.start, offset + span.end), True)
            for span in _stretches(quotation.group()[1:-1], lang, FEWEST_MENTIONED[lang])
        ]
    found.sort(key=lambda passage: (passage.span.start, -passage.span.end))
    reached = 0
    for passage in found:
        # A sentence in which something is quoted is one passage, not two.
        if passage.span.end > reached:
            yield passage
            reached = passage.span.end


def is_running(text: str, lang: Lang, least: int) -> bool:
    """Words that make a sentence or a clause, not a name, a title, a label or code.

    `least` counts English words or Japanese letters.
    """
    plain = blanked(text, KEPT)
    if lang is Lang.JAPANESE:
        if len(JAPANESE_LETTER.findall(plain)) < least:
            return False
        tokens = japanese_tokens(plain)
        # の joins nouns in any title; a verb or an ending makes a clause.
        glue = [t for t in tokens if t.pos[0] in _JAPANESE_GLUE and t.surface != "の"]
        return len(glue) >= 2 and any(t.pos[0] in {"動詞", "助動詞"} for t in tokens)
    words = LATIN_WORD.findall(plain)
    glued = [word for word in words if word.lower() in ENGLISH_GLUE]
    lower = [word for word in words if word.islower() and word not in ENGLISH_GLUE]
    return (
        len(words) >= least
        and len(glued) >= (1 if _END_MARK.search(text.rstrip()) else 2)
        and len(lower) >= 2
        # A title capitalises its words, running text does not.
        and len(lower) * 2 >= len(words) - len(glued)
        and not CODE_MARK.search(plain)
    )


def unit(lang: Lang) -> re.Pattern[str]:
    """What a passage is measured in. Japanese has no blanks: its letters stand in for words."""
    return LATIN_WORD if lang is Lang.ENGLISH else JAPANESE_LETTER


def _stands_alone(target: str, span: Span) -> bool:
    """It is a sentence, or the end of one: not a noun of the sentence around it.

    `target` has filler for what is quoted or kept.
    """
    if not _WORD_CHARACTER.search(target, span.end):
        return True
    opens = _BEFORE_SENTENCE.search(target[max(0, span.start - 8) : span.start])
    ends = _END_MARK.search(span.of(target)) or not _LETTER_NEXT.match(target, span.end)
    return bool(opens and ends)


def _is_glossed(target: str, span: Span, lang: Lang) -> bool:
    """Its translation follows in parentheses."""
    aside = _ASIDE_NEXT.match(target, span.end)
    return bool(aside and unit(lang.other).search(aside.group()))


def _stretches(text: str, lang: Lang, least: int) -> Iterator[Span]:
    pattern = _ENGLISH_STRETCH if lang is Lang.ENGLISH else _JAPANESE_STRETCH
    for match in pattern.finditer(text):
        words = match.group().rstrip(" ,;:–—-/&\0")
        if words and is_running(words, lang, least):
            yield Span(match.start(), match.start() + len(words))
