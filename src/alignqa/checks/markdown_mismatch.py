"""Markdown of the source that the translation lost: headings, list items, code, emphasis, links, boxes.

## Why

A lost mark turns a heading into text, a link into words; code that was translated does not run.

## Example

- *Set `timeout` to zero.* → `タイムアウト`を0に設定します。: the code has changed.
- *Press Ctrl+C.* → Ctrl+Vを押します。: the key is another one.
- ## インストール → *Installation*: the heading's mark is lost.

## Limits

Only a text that has such marks is compared, mark by mark and not in order. It is minor, but for code
that became other code where both texts have as many pieces of it, and for a warning that became a
mere note, or a note a warning. Code of one side that stands on the
other without its marks is a loss of marks only. Code that is words of a language or
holds a comment or a quoted text may be translated, and so may words that only stand for the reader's
own, as in `your_file.txt` and `tar xf {{archive}}`. Of a role of Sphinx only the name it shows is
compared. Brackets 「」 that quote nothing do for bold letters. Emphasis with single `*` or `_` is not looked at.
Options, keys and names of programs (--dry-run, Ctrl+C, log_level) are compared without marks, too, where
one of a sort stands for another.

Source: CommonMark 0.31; the error type *markup-tag* of MQM.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.checks.box_kinds import other_box
from alignqa.checks.context import Context
from alignqa.checks.unmarked_code import replaced_code
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import told
from alignqa.text import Lang, Span
from alignqa.words.markup import CODE, TEMPLATED, blanked
from alignqa.words.spelled import spelled_alike

RULE = Rule("AQ705", "markdown-mismatch", MqmCategory.MARKUP, Severity.MAJOR)

_SIGN = re.compile(r"[`*#\[]|^\s*[-+]\s|^\s*\d+[.)]\s", re.MULTILINE)
_HEADING = re.compile(r"^(#{1,6})(?=[ \t]+\S)", re.MULTILINE)
_ITEM = re.compile(r"^[ \t]*([-*+])(?=[ \t]+\S)", re.MULTILINE)
# It may hold what is emphasised with one *.
_STRONG = re.compile(r"\*\*(?=\S)(?:[^*\n]|\*(?!\*))+?\*\*")
# Japanese has no word of its own to embolden for these.
_SMALL_WORDS = re.compile(
    r"(?:an?|the|is|are|was|were|be|do|does|did|has|have|had|and|or|of|to|in|on|at|by|for|from|with)",
    re.IGNORECASE,
)
# What Japanese sets off with, where English uses bold letters.
_SET_OFF = re.compile(r"「[^「」\n]+」|『[^『』\n]+』")
_QUOTED = re.compile(r"“[^“”\n]+”|\"[^\"\n]+\"")
_LINK = re.compile(
    r"(?<!\\)\[[^\[\]\n]+\]"
    rf"(?:\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+\"[^\"\n]*\")?\)|{TEMPLATED})"
)
_WORDS = re.compile(r"[^\x00-\x7f]|['\"#]|//|/\*|^[A-Z]?[a-z]+(?: [a-z]+)+$|<[^>]*>")
# 'cors', "true": a value, and no words.
_LITERAL = re.compile(r"(?P<mark>['\"])[\w.-]+(?P=mark)", re.ASCII)
_PATH_LANGUAGE = re.compile(r"/(?:en|ja)(?:[-_][A-Za-z]{2})?(?=/|$)/?|/")
# `your_file.txt`, `path/to/file`, `Page Title | Site Title`, `tar xf {{archive}}`
_STAND_IN = re.compile(
    r"\byour|\bmy[_-]|path/to|[A-Za-z]{2} (?:\| )?[A-Za-z]{2}|\{\{[^{}]*\}\}", re.IGNORECASE
)
# :class:`date`
_ROLE = re.compile(r":[\w:+.-]+:$", re.ASCII)
_LONGEST_ROLE = 40
_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龯]")
_SHAPES = (
    (told("heading"), _HEADING),
    (told("bold text"), _STRONG),
    (told("link"), _LINK),
    (told("list item"), _ITEM),
)


def check(pair: Pair, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """Yields a finding for each sort of mark that the target has fewer of."""
    source, target = pair.source.text, pair.target.text
    if not pair.is_whole:
        return
    yield from other_box(RULE, pair)
    yield from replaced_code(RULE, source, target)
    if not _SIGN.search(source):
        return
    if "`" in source:
        yield from _code(source, target)
    plain, other = blanked(source, CODE), blanked(target, CODE)
    for name, pattern in _SHAPES:
        ours = [
            Span(*match.span())
            for match in pattern.finditer(plain)
            if not _SMALL_WORDS.fullmatch(match.group().strip("*"))
        ]
        theirs = sum(1 for _ in pattern.finditer(other))
        # In one line a mark of an item may be a dash.
        if name == "list item" and len(ours) < 2 and "\n" not in source.strip():
            continue
        if pattern is _STRONG:
            theirs += _set_off(pair)
        if theirs >= len(ours):
            continue
        yield Finding(
            RULE,
            Severity.MINOR,
            0.8,
            told(
                "A mark for a {mark} is lost: {ours} of the source, {theirs} of the translation.",
                mark=name,
                ours=len(ours),
                theirs=theirs,
            ),
            tuple(ours) if not theirs else (ours[-1],),
            (),
            {"kind": str(name), "in_source": len(ours), "in_target": theirs},
        )


def _set_off(pair: Pair) -> int:
    """How many words the Japanese translation sets off with brackets that quote nothing."""
    if pair.target.lang is Lang.ENGLISH:
        return 0
    quoted = len(_QUOTED.findall(pair.source.text))
    return max(0, len(_SET_OFF.findall(pair.target.text)) - quoted)


def _code(source: str, target: str) -> Iterator[Finding]:
    left, right = list(CODE.finditer(source)), list(CODE.finditer(target))
    ours = {_said(match): Span(*match.span()) for match in left}
    theirs = {_said(match): Span(*match.span()) for match in right}
    said_plainly = blanked(source, CODE)
    new = {c: span for c, span in theirs.items() if c not in ours and c not in said_plainly}
    plain = blanked(target, CODE).lower()
    lost = []
    for code in ours:
        # Longer code may hold it, and words may be set off in another way.
        if code in theirs or code in target or _is_named(code, plain):
            continue
        is_words = _WORDS.search(code) is not None
        own = next((o for o in theirs if _is_localised(code, o, is_words=is_words)), None)
        if own is not None:
            new.pop(own, None)
        if own is None and (not is_words or _LITERAL.fullmatch(code) or _is_command(code, new)):
            lost.append(code)
    are_as_many = len(left) == len(right)
    if not lost and len(new) == 1 and are_as_many:
        # One of several that say the same.
        said = Counter(map(_said, left)) - Counter(map(_said, right))
        is_one = said.total() == 1
        lost = [c for c in said if is_one and c in theirs and not _WORDS.search(c)]
        place = [_said(match) for match in right].index(next(iter(new)))
        if lost and _said(left[place]) == lost[0]:
            ours[lost[0]] = Span(*left[place].span())
    for code in lost:
        rival = max(new, key=lambda other: spelled_alike(code, other), default=None)
        yield _changed(
            (source, ours[code]),
            (target, new.pop(rival)) if rival is not None else None,
            is_sure=are_as_many,
        )


def _changed(ours: tuple[str, Span], theirs: tuple[str, Span] | None, *, is_sure: bool) -> Finding:
    """The finding for code that another one replaces, or none: what is left out may be said
    otherwise."""
    shown = ours[1].of(ours[0])
    if theirs is None:
        message = told("The code {code} is not in the translation.", code=shown)
        return Finding(RULE, Severity.MINOR, 0.7, message, (ours[1],), (), {"kind": "code"})
    other = theirs[1].of(theirs[0])
    is_sure = is_sure and not _JAPANESE.search(other) and _bare(shown) != _bare(other)
    return Finding(
        RULE,
        Severity.MAJOR if is_sure else Severity.MINOR,
        0.8,
        told("The code {code} became {other}.", code=shown, other=other),
        (ours[1],),
        (theirs[1],),
        {"kind": "code"},
        shown,
    )


def _bare(code: str) -> str:
    return re.sub(r"\W", "", code).lower()


def _is_command(code: str, new: dict[str, Span]) -> bool:
    """Whether code of words is a command that became another one of its program: `npm test`."""
    program, _, rest = code.partition(" ")
    return (
        bool(rest)
        and code.isascii()
        # A link's are compared as addresses.
        and "://" not in code
        and any(o.isascii() and o.startswith(f"{program} ") for o in new)
    )


def _is_named(code: str, plain: str) -> bool:
    """The text says the name without the marks of code, as that of a thing: Prettier, `fetch`."""
    name = code.removesuffix("()").lower()
    return (
        len(name) > 2
        and re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", plain, re.ASCII) is not None
    )


def _is_localised(code: str, other: str, *, is_words: bool) -> bool:
    """The same for a Japanese reader: the call without its brackets, the path of the Japanese page,
    words that only show where one's own go."""
    if code.removesuffix("()") == other.removesuffix("()"):
        return True
    if _PATH_LANGUAGE.sub("/", code) == _PATH_LANGUAGE.sub("/", other):
        return True
    may_differ = is_words or _STAND_IN.search(code) is not None
    return may_differ and _JAPANESE.search(other) is not None


def _said(code: re.Match[str]) -> str:
    """The code, in one line; of a role of Sphinx the name, without what says how much of it is
    shown: :class:`~datetime.date` and :class:`.date` are both `date`."""
    said = " ".join(code.group(2).split())
    if _ROLE.search(code.string, max(0, code.start() - _LONGEST_ROLE), code.start()):
        shown = said.lstrip("~!.")
        return shown.rpartition(".")[2] if said[:1] in "~." else shown
    return said
