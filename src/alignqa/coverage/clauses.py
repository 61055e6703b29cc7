"""The words of a text that a translation should render, and where its clauses may be parted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from alignqa.text import Lang, Span
from alignqa.words import FUNCTION_WORDS, Token, english_words, japanese_tokens

# Before these an English sentence may be parted: conjunctions, relatives, prepositions.
_OPENERS = frozenset(
    """and but or nor so yet because although though while whereas if unless until till since when
    whenever where wherever after before once as than that which who whom whose what how why whether
    in on at by with without from for about into onto over under during through across against among
    between within toward towards upon despite amid like per via to including following according
    due""".split()
)
_ENGLISH_MARK = re.compile(
    r"[,;:()\[\]“”\"—–…!?\n]|[.](?=\W|$)|(?<=\s)[-–](?=\s)|(?<=\s)['‘]|['’](?=\s)"
)
_ENGLISH_PARTING = re.compile(rf"(?:{_ENGLISH_MARK.pattern})+")
_JAPANESE_MARK = re.compile(r"[、。，．；：（）()「」『』【】〈〉《》“”\"！？!?…―—\n　]")
_JAPANESE_PARTING = re.compile(r"[、。，．；：;:！？!?…―—\n　]+[」』】〉》）)”]*")
_SMALL_WORD = re.compile(r"[A-Za-z'’]+")
_AFFIX = {"接頭辞", "接尾辞"}


class ContentWord(NamedTuple):
    """A word with a meaning of its own.

    `opens` says that a phrase begins with it (a clause may be parted before it), `breaks` that a
    mark of punctuation stands before it. `is_number` is a numeral: its value is compared, not its
    form.
    """

    span: Span
    text: str
    opens: bool
    breaks: bool
    is_number: bool


def parting(between: str, lang: Lang) -> int:
    """Of what stands between two content words: how much of it goes with the first.

    Up to the first mark and those that follow it at once; in Japanese a bracket alone parts nothing,
    since a particle may follow it. Where there is no mark, Japanese particles go with the word before
    them, and an English conjunction, relative or preposition with the next.
    """
    if lang is Lang.JAPANESE:
        found = _JAPANESE_PARTING.search(between)
        return found.end() if found else len(between)
    if (found := _ENGLISH_PARTING.search(between)) is not None:
        return found.end()
    opener = next((m for m in _SMALL_WORD.finditer(between) if m.group().lower() in _OPENERS), None)
    return opener.start() if opener else len(between)


@lru_cache(maxsize=4096)
def content_words(text: str, lang: Lang) -> tuple[ContentWord, ...]:
    """The content words of a text, in order."""
    return tuple(_english(text) if lang is Lang.ENGLISH else _japanese(text))


def _english(text: str) -> Iterator[ContentWord]:
    opens = breaks = True
    end = 0
    for word in english_words(text):
        if _ENGLISH_MARK.search(text, end, min(len(text), word.span.start)):
            breaks = True
        end = word.span.end
        if word.text.lower() in _OPENERS:
            opens = True
        is_number = word.text[0].isdigit()
        is_small = word.lemma in FUNCTION_WORDS or word.lemma in _OPENERS or len(word.text) < 2
        if is_small and not is_number:
            continue
        yield ContentWord(word.span, word.text, opens or breaks, breaks, is_number)
        opens = breaks = False


def _japanese(text: str) -> Iterator[ContentWord]:
    opens = breaks = True
    pending: list[Token] = []
    end = 0
    before: Token | None = None
    for token in japanese_tokens(text):
        marked = token.pos[0] in {"補助記号", "空白"} and bool(_JAPANESE_MARK.search(token.surface))
        affix = token.pos[0] in _AFFIX
        joined = bool(pending) and end == token.span.start
        if pending and not (
            joined and (token.pos[0] == "接尾辞" or pending[-1].pos[0] == "接頭辞")
        ):
            yield from _word(text, pending, opens, breaks)
            pending, opens, breaks = [], False, False
        if marked:
            breaks = True
        elif token.pos[0] in {"助詞", "助動詞", "接続詞"}:
            # A noun stays with the one that の ties to it.
            opens = opens or token.surface != "の"
        elif token.is_content or affix:
            if before is not None and before.pos[0] in {"動詞", "形容詞"} and token.is_noun:
                opens = True
            pending.append(token)
            end = token.span.end
        before = token
    if pending:
        yield from _word(text, pending, opens, breaks)


def _word(text: str, tokens: list[Token], opens: bool, breaks: bool) -> Iterator[ContentWord]:
    if all(token.pos[0] in _AFFIX for token in tokens):
        return
    span = Span(tokens[0].span.start, tokens[-1].span.end)
    number = any(token.is_number for token in tokens)
    yield ContentWord(span, span.of(text), opens or breaks, breaks, number)
