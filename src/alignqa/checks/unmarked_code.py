"""Options, keys and names of programs that stand in a text without the marks of code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.finding import Finding, Rule, Severity
from alignqa.message import told
from alignqa.text import Span
from alignqa.words.markup import CODE, EMAIL, PLACEHOLDER, TAG, URL, blanked
from alignqa.words.spelled import spelled_alike

_MODIFIER = "Ctrl|Control|Cmd|Command|Alt|Opt|Option|Shift|Win|Windows|Meta|Super|Fn|[⌘⌥⌃⇧]"
# A translation keeps each as it is, and one of a sort is never another of it.
_SORTS = (
    # --dry-run, -f
    re.compile(r"(?<![\w./-])(?:--[A-Za-z][\w-]*[\w]|-[A-Za-z])(?![\w-])", re.ASCII),
    # Ctrl+Shift+P
    re.compile(
        rf"(?<![\w+])(?:(?:{_MODIFIER}) ?[+＋] ?)+(?:[A-Za-z0-9]+(?!\w)|[!-/:-@\[-`{{-~])",
        re.IGNORECASE | re.ASCII,
    ),
    # log_level
    re.compile(r"(?<![\w./*-])[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+(?![\w/*(-])", re.ASCII),
    # maxRetries; macOS and iPhone are names.
    re.compile(r"(?<![\w./-])[a-z]{2,}(?:[A-Z][a-z]+)+(?![\w/(-])", re.ASCII),
)
# All of them hold one of these, or are told at once by a capital amid small letters.
_SIGN = re.compile(r"[-_+＋]|[a-z]{2}[A-Z]")
_ALIKE = str.maketrans({"＋": "+", " ": None})


def replaced_code(rule: Rule, source: str, target: str) -> Iterator[Finding]:
    """A finding for each that another one of its sort replaces in the target."""
    if not (_SIGN.search(source) and _SIGN.search(target)):
        return
    sorts = [sort for sort in _SORTS if sort.search(target) and sort.search(source)]
    if not sorts:
        return
    texts = [blanked(text, CODE, TAG, URL, EMAIL, PLACEHOLDER) for text in (source, target)]
    for sort in sorts:
        ours, theirs = (_found(sort, text) for text in texts)
        lost = [key for key in ours if key not in theirs and key not in _key(target)]
        new = [key for key in theirs if key not in ours and key not in _key(source)]
        for key in lost if len(lost) == len(new) else ():
            rival = max(new, key=lambda other: spelled_alike(key, other))
            new.remove(rival)
            shown = ours[key].of(source)
            yield Finding(
                rule,
                Severity.MAJOR,
                0.8,
                told("The code {code} became {other}.", code=shown, other=theirs[rival].of(target)),
                (ours[key],),
                (theirs[rival],),
                {"kind": "code"},
                shown,
            )


def _found(sort: re.Pattern[str], text: str) -> dict[str, Span]:
    """The first place of each, by its key."""
    found: dict[str, Span] = {}
    for match in sort.finditer(text):
        found.setdefault(_key(match.group()), Span(*match.span()))
    return found


def _key(text: str) -> str:
    """Without blanks, and without the capitals that keys have or have not; -v is not -V."""
    folded = text.translate(_ALIKE)
    return folded if folded.startswith("-") else folded.lower()
