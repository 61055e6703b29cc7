"""Blocks of code as what runs: without comments, prose in quotes, and how it is laid out.

A translator may translate comments, texts that are shown, and names that stand for the reader's own;
a line is compared only up to where it turns Japanese.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from alignqa.text import Span
from alignqa.words.script import JAPANESE_LETTER

_COMMENT = re.compile(
    r"/\*.*?\*/|<!--.*?-->|\{#.*?#\}"
    r"|(?:^[ \t]*|(?<=\s))(?://|\#(?=[ \t\n]|$)|;;|<--? )[^\n]*|^[ \t]*(?:--|%|\*)[ \t][^\n]*",
    re.DOTALL | re.MULTILINE,
)
# "Saved your changes.", >Welcome back<: words that are shown, and no code.
_SHOWN = re.compile(
    r"(?<!\w)(?P<mark>[\"'])(?=[^\"'\n]*[A-Za-z] [A-Za-z])[\w ,.!?:;()&’%-]*(?P=mark)"
    r"|(?<=>)(?=[^<>\n]*[A-Za-z] [A-Za-z])[\w ,.!?:;()'’&-]+(?=<)"
)
# What opens that which turns Japanese: a quotation, a comment, the text of an element.
_OPENER = re.compile(r"[\"'`>#%;(\[{|:]|//|/\*|--| {2,}|\t")
_TOKEN = re.compile(r"[\w$@.~/\\-]*\w[\w$]*|[^\s\w]")
# A prompt is no more than that, either.
_PUNCTUATION = re.compile(r"\W*")
# Stands for words in the other language, whatever they are.
_TRANSLATED = "\0"
# The matching of sequences takes the square of their lengths.
_LONGEST = 4_000
# A shorter line may stand anywhere.
_LONG = 8


@dataclass(frozen=True, slots=True)
class Code:
    """What runs of a block of code: its tokens, and where in its text they stand."""

    tokens: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class CodeChange:
    """What stands otherwise in two blocks: on one side there may be nothing. `line` is the line of
    the target where it stands or should stand."""

    source: Span | None
    target: Span | None
    line: Span


@lru_cache(maxsize=512)
def code_of(text: str) -> Code:
    """The tokens of a block of code, those that are translated or comments left out."""
    blank = _SHOWN.sub(_blanked, _COMMENT.sub(_blanked, text))
    tokens, spans = [], []
    start = 0
    for line in blank.splitlines(keepends=True):
        japanese = JAPANESE_LETTER.search(line)
        ends = japanese.start() if japanese else len(line)
        if japanese:
            openers = [match.end() for match in _OPENER.finditer(line, 0, ends)]
            ends = openers[-1] if openers else 0
        for match in _TOKEN.finditer(line, 0, ends):
            tokens.append(match.group())
            spans.append(Span(start + match.start(), start + match.end()))
        if japanese:
            tokens.append(_TRANSLATED)
            spans.append(Span(start + japanese.start(), start + japanese.end()))
        start += len(line)
    return Code(tuple(tokens), tuple(spans))


def changes(source: str, target: str) -> tuple[CodeChange, ...]:
    """What differs between two blocks of code, in order, besides punctuation and layout."""
    ours, theirs = code_of(source), code_of(target)
    if ours.tokens == theirs.tokens or len(ours.tokens) + len(theirs.tokens) > _LONGEST:
        return ()
    matcher = SequenceMatcher(None, ours.tokens, theirs.tokens, autojunk=False)
    found = []
    for kind, left, left_end, right, right_end in matcher.get_opcodes():
        both = ours.tokens[left:left_end] + theirs.tokens[right:right_end]
        if kind == "equal" or _TRANSLATED in both:
            continue
        if all(_PUNCTUATION.fullmatch(token) for token in both):
            continue
        found.append(
            CodeChange(
                _around(ours.spans[left:left_end]),
                _around(theirs.spans[right:right_end]),
                _line_of(target, theirs.spans[max(right - 1, 0) : right_end]),
            )
        )
    return tuple(found)


def stands_in(code: str, text: str) -> bool:
    """Half of what can be told apart of a block of code is in a text, however that is laid out; or
    nothing can be told apart."""
    lines = [" ".join(line.split()) for line in _COMMENT.sub(_blanked, code).splitlines()]
    long = [line for line in lines if len(line) >= _LONG and not JAPANESE_LETTER.search(line)]
    folded = " ".join(text.split())
    return 2 * sum(line in folded for line in long) >= len(long)


def code_likeness(source: str, target: str) -> float:
    """How much of two blocks of code is the same, from 0 to 1."""
    ours, theirs = code_of(source).tokens, code_of(target).tokens
    if ours == theirs:
        return 1.0
    return SequenceMatcher(None, ours[:_LONGEST], theirs[:_LONGEST], autojunk=False).ratio()


def _around(spans: tuple[Span, ...]) -> Span | None:
    return Span(spans[0].start, spans[-1].end) if spans else None


def _line_of(text: str, spans: tuple[Span, ...]) -> Span:
    """The line that the first of some tokens stands in; the first one without any."""
    place = spans[0].start if spans else len(text) - len(text.lstrip())
    start = text.rfind("\n", 0, place) + 1
    line = text[start:].partition("\n")[0]
    indent = len(line) - len(line.lstrip())
    return Span(start + indent, start + len(line.rstrip()))


def _blanked(match: re.Match[str]) -> str:
    """As many blanks, with the line ends where they were."""
    return "".join(letter if letter == "\n" else " " for letter in match.group())
