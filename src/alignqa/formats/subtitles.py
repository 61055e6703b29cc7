"""Subtitles: SubRip (.srt) and WebVTT (.vtt), a cue being a passage.

A file whose cues say everything in both languages, on lines of their own, holds pairs. A comment of
WebVTT's (`NOTE alignqa: ignore AQ201`) may silence rules for the cue that follows.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from alignqa.bitext import Bitext, Block, Blocks
from alignqa.errors import UnreadableFile
from alignqa.formats.pairs import Row, bitext
from alignqa.formats.silencing import Silencing
from alignqa.text import Lang, Silence
from alignqa.words.script import JAPANESE_LETTER

NAME = "subtitles"
SUFFIXES = (".srt", ".vtt")

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_TIMING = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?")
# How a word is read, beside it or above it.
_READING = re.compile(r"<(rt|rp)>[^<]*(?:</\1>)?")
# <i>, </b>, <c.loud>, <v Ann>, <font color="red">, <00:00:01.000>, {\an8}
_MARK = re.compile(rf"</?[A-Za-z][^<>\n]*>|<{_TIME}>|\{{\\[^{{}}\n]*\}}")
_BLANK = " \t\r\f\v\u200b\u200e\u200f\ufeff\u00a0\u3000"
_LETTER = re.compile(r"[^\W\d_]")
# Of the cues with words, so many must be in both languages.
_BILINGUAL = 0.8
# Live captions roll: of their cues, so many begin with the line that ended the one before.
_ROLLING = 0.4


@dataclass(frozen=True, slots=True)
class _Cue:
    lines: tuple[str, ...]
    line: int
    silences: tuple[Silence, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def recognises(text: str) -> bool:
    """It opens as WebVTT, or with a number and a timing."""
    lines = text[:1000].lstrip().split("\n")
    return _is_web(text) or (
        len(lines) > 1 and lines[0].strip().isdecimal() and bool(_TIMING.fullmatch(lines[1]))
    )


def read(text: str, path: Path) -> Blocks | Bitext:
    """Its cues, in order: as blocks, or as pairs where each has both languages.

    Raises:
        UnreadableFile: no cue has a text.
        MissingLanguage: pairs that are in one language.
    """
    silencing = Silencing(str(path))
    cues = _unrolled([cue for cue in _cues(text, silencing) if cue.lines])
    if not cues:
        raise UnreadableFile(
            f"{path} has no cue with a text; give subtitles with timings such as "
            "00:00:01,000 --> 00:00:02,000."
        )
    spoken = [cue for cue in cues if _LETTER.search(cue.text)]
    both = sum(_halves(cue) is not None for cue in spoken)
    if spoken and both >= _BILINGUAL * len(spoken):
        source_lang = _first_language(cues)
        rows = [
            Row(*(_halves(cue) or _alone(cue, source_lang)), cue.line, {}, cue.silences)
            for cue in cues
        ]
        return bitext(rows, path, source_lang, silencing.remarks())
    blocks = (Block(cue.text, cue.line, silences=cue.silences) for cue in cues)
    return Blocks(tuple(blocks), str(path), silencing.remarks())


def _cues(text: str, silencing: Silencing) -> Iterator[_Cue]:
    """What follows each timing, up to the next cue. A blank line ends a cue."""
    lines = text.split("\n")
    is_web = _is_web(text)
    number = 0
    asked: list[Silence] = []
    while number < len(lines):
        if not _TIMING.fullmatch(lines[number]):
            asked += silencing.take(lines[number].removeprefix("NOTE"), number + 1)
            number += 1
            continue
        start = number = number + 1
        while number < len(lines) and not _TIMING.match(lines[number]):
            if not (lines[number] if is_web else lines[number].strip()):
                break
            number += 1
        said = (_said(line, is_web) for line in lines[start:number])
        spoken = tuple(line for line in said if line)
        yield _Cue(spoken, start + 1, silencing.of_passage(asked) if spoken else ())
        asked = []


def _is_web(text: str) -> bool:
    return text[:1000].split()[:1] == ["WEBVTT"]


def _said(line: str, is_web: bool) -> str:
    """A line without its marks; WebVTT writes &, < and > as pages do."""
    said = _MARK.sub("", _READING.sub("", line))
    return (html.unescape(said) if is_web else said).strip(_BLANK)


def _unrolled(cues: list[_Cue]) -> list[_Cue]:
    """The cues without the lines that are still on the screen, where most of them keep some."""
    kept = [_still_there(before, cue) for before, cue in pairwise(cues)]
    if sum(map(bool, kept)) < _ROLLING * max(1, len(kept)):
        return cues
    rest = [replace(cue, lines=cue.lines[many:]) for cue, many in zip(cues[1:], kept, strict=True)]
    return [cues[0], *(cue for cue in rest if cue.lines)]


def _still_there(before: _Cue, cue: _Cue) -> int:
    """How many lines at the end of one cue the next begins with."""
    for many in range(min(len(before.lines), len(cue.lines)), 0, -1):
        if cue.lines[:many] == before.lines[-many:]:
            return many
    return 0


def _halves(cue: _Cue) -> tuple[str, str] | None:
    """A cue's lines as source and target, where its languages stand one under the other."""
    japanese = [bool(JAPANESE_LETTER.search(line)) for line in cue.lines]
    changes = [place for place in range(1, len(japanese)) if japanese[place] != japanese[place - 1]]
    if len(changes) != 1:
        return None
    return "\n".join(cue.lines[: changes[0]]), "\n".join(cue.lines[changes[0] :])


def _first_language(cues: list[_Cue]) -> Lang:
    """The language of the upper line of most cues."""
    upper = [half[0] for cue in cues if (half := _halves(cue)) is not None]
    japanese = sum(bool(JAPANESE_LETTER.search(text)) for text in upper)
    return Lang.JAPANESE if 2 * japanese > len(upper) else Lang.ENGLISH


def _alone(cue: _Cue, source_lang: Lang) -> tuple[str, str]:
    """The sides of a cue that is in one language; one without words (♪) is on both."""
    if not _LETTER.search(cue.text):
        return cue.text, cue.text
    lang = Lang.JAPANESE if JAPANESE_LETTER.search(cue.text) else Lang.ENGLISH
    return (cue.text, "") if lang is source_lang else ("", cue.text)
