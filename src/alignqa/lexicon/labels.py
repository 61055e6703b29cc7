"""What stands on buttons and in menus, and which of two names of it mean different things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from alignqa.lexicon.swaps import Swap, SwapWord
from alignqa.text import Lang, Span

_TABLE = Path(__file__).parent.parent / "data" / "lexicon" / "labels.tsv"
_LONGEST = 24
# What is told of a swap: it is not measured.
_LOG_ODDS = 3.5
# &File, ファイル(&F), Open…, Save:
_LETTER_KEY = re.compile(r"\s?[(（]?[&_](?P<letter>\w)[)）]?(?=$|[.…:：])|[&_](?=[A-Za-z])")
_AROUND = " \t*.…:：。!！[]［］「」『』"
_BOLD = r"\*\*(?P<bold>[^*\n]{2,24})\*\*"
_MARKED = {
    # Click Save, tap the Sign in button
    Lang.ENGLISH: re.compile(
        rf"{_BOLD}|\[(?P<bracketed>[^\[\]\n]{{2,24}})\](?!\()|[“\"](?P<quoted>[^“”\"\n]{{2,24}})[”\"]"
        r"|\b(?:[Cc]lick|[Tt]ap|[Pp]ress|[Ss]elect|[Cc]hoose|[Hh]it)(?: on)?(?: the)? "
        r"(?P<said>[A-Z][a-z]+(?: (?:in|out|up|all|[A-Z][a-z]+))?)\b"
    ),
    Lang.JAPANESE: re.compile(
        rf"{_BOLD}|[\[［](?P<bracketed>[^\[\]［］\n]{{1,24}})[\]］](?!\()"
        r"|[「『“\"](?P<quoted>[^「」『』“”\"\n]{1,24})[」』”\"]"
    ),
}
_SET_OFF = re.compile(r"[「『\[［“\"*]")
_BETWEEN = re.compile("[>＞→➔›]")
_STEP = re.compile(r"\s*[>＞→➔›]\s*")
_ENGLISH_STEP = (
    r"(?:\*\*|[\[“\"])?[A-Z][A-Za-z]*(?: (?:[A-Z][A-Za-z]*|in|out|all))*(?:\*\*|[\]”\"])?"
)
_JAPANESE_STEP = (
    r"(?:\*\*)?(?:[\[［「『][^\[\]［］「」『』\n]{1,24}[\]］」』]|[^\s>＞→➔›、。「」\[\]をにのでへ*]{1,24})"
    r"(?:\*\*)?"
)
_WAY = {
    lang: re.compile(rf"{step}(?:\s*[>＞→➔›]\s*{step})+")
    for lang, step in ((Lang.ENGLISH, _ENGLISH_STEP), (Lang.JAPANESE, _JAPANESE_STEP))
}
# Choose File > Open
_ASKED = re.compile(r"(?:Choose|Select|Click|Open|Use|Press|Tap|Go to|Navigate to) +(?=\S)")


class Label(NamedTuple):
    """A name of the table where it stands, and the rows that it may be of, the likeliest first."""

    span: Span
    key: str
    rows: tuple[int, ...]


def label_swaps(english: str, japanese: str) -> Iterator[tuple[Swap, dict[Lang, str]]]:
    """Two names that stand for one another and mean different things, with the usual names of the
    two in the other's language: texts that are labels, the one label that both set off, or the
    steps of a way through menus."""
    table = _table()
    for left, right in _counterparts(english, japanese, table):
        if not set(left.rows).intersection(right.rows):
            words = (
                SwapWord(left.span, left.span.of(english), left.key),
                SwapWord(right.span, right.span.of(japanese), right.key),
            )
            yield (
                Swap(*words, _LOG_ODDS),
                {
                    Lang.JAPANESE: table.names[Lang.JAPANESE][left.rows[0]],
                    Lang.ENGLISH: table.names[Lang.ENGLISH][right.rows[0]],
                },
            )


class _Table(NamedTuple):
    rows: dict[Lang, dict[str, tuple[int, ...]]]
    names: dict[Lang, list[str]]

    def label(self, text: str, span: Span, lang: Lang) -> Label | None:
        """The name that a part of a text is, if it is one."""
        if span.end - span.start > _LONGEST:
            return None
        key = _key(span.of(text), lang)
        rows = self.rows[lang].get(key)
        return Label(span, key, rows) if rows else None


def _counterparts(english: str, japanese: str, table: _Table) -> Iterator[tuple[Label, Label]]:
    texts = {Lang.ENGLISH: english, Lang.JAPANESE: japanese}
    if len(english) <= _LONGEST and len(japanese) <= _LONGEST:
        whole = {lang: table.label(text, Span(0, len(text)), lang) for lang, text in texts.items()}
        left, right = whole[Lang.ENGLISH], whole[Lang.JAPANESE]
        if left and right:
            yield left, right
            return
    if _BETWEEN.search(japanese) and _BETWEEN.search(english):
        steps = {lang: _steps(text, lang) for lang, text in texts.items()}
        if len(steps[Lang.ENGLISH]) == len(steps[Lang.JAPANESE]) > 1:
            for ours, theirs in zip(steps[Lang.ENGLISH], steps[Lang.JAPANESE], strict=True):
                left = table.label(english, _last_words(english, ours), Lang.ENGLISH)
                right = table.label(japanese, theirs, Lang.JAPANESE)
                if left and right:
                    yield left, right
            return
    if not _SET_OFF.search(japanese):
        return
    right = _marked(japanese, Lang.JAPANESE, table)
    left = _marked(english, Lang.ENGLISH, table) if right else None
    if left and right:
        yield left, right


def _marked(text: str, lang: Lang, table: _Table) -> Label | None:
    """The one thing that a text sets off as the name of something on the screen."""
    found = [Span(*match.span(match.lastgroup or 0)) for match in _MARKED[lang].finditer(text)]
    return table.label(text, found[0], lang) if len(found) == 1 else None


def _steps(text: str, lang: Lang) -> list[Span]:
    """The steps of the first way through menus, File > Open."""
    way = _WAY[lang].search(text)
    if way is None:
        return []
    steps, start = [], way.start()
    for mark in _STEP.finditer(text, *way.span()):
        steps.append(_bare(text, start, mark.start()))
        start = mark.end()
    return [*steps, _bare(text, start, way.end())]


def _bare(text: str, start: int, end: int) -> Span:
    """A part of a text without the brackets around it."""
    part = text[start:end]
    start += len(part) - len(part.lstrip(_AROUND))
    return Span(start, start + max(1, len(part.strip(_AROUND))))


def _last_words(text: str, step: Span) -> Span:
    """The step without the "Choose" or "Go to" before it."""
    said = _ASKED.match(text, step.start, step.end)
    return Span(said.end(), step.end) if said else step


def _key(text: str, lang: Lang) -> str:
    bare = _LETTER_KEY.sub(lambda m: m["letter"] or "" if lang is Lang.ENGLISH else "", text)
    bare = bare.strip(_AROUND)
    if lang is Lang.ENGLISH:
        return " ".join(bare.lower().split())
    return bare.removesuffix("する").removesuffix("します").replace("を", "") or bare


@cache
def _table() -> _Table:
    # By how far to the front it stands in its row.
    rows: dict[Lang, dict[str, list[tuple[int, int]]]] = {lang: {} for lang in Lang}
    names: dict[Lang, list[str]] = {lang: [] for lang in Lang}
    lines = [line for line in _TABLE.read_text("utf-8").splitlines() if line[:1] != "#"]
    for number, line in enumerate(lines):
        for lang, column in zip((Lang.ENGLISH, Lang.JAPANESE), line.split("\t"), strict=True):
            own = column.split("|")
            names[lang].append(own[0])
            for place, name in enumerate(own):
                rows[lang].setdefault(_key(name, lang), []).append((place, number))
    return _Table(
        {
            lang: {key: tuple(number for _, number in sorted(own)) for key, own in keys.items()}
            for lang, keys in rows.items()
        },
        names,
    )
