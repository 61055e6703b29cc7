"""What stands in a text and is no prose: links, tags, placeholders, code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.text import Span
from alignqa.words.signs import has_any

# An address ends before anything that is not printable ASCII: Japanese goes on without a blank.
URL = re.compile(r"(?:https?|ftp)://[!#-&(-;=?-_a-z{|}~]+|(?<![\w.@/])www\.[\w-]+\.[!#-;=?-_a-z~]+")
EMAIL = re.compile(r"(?<![\w.+/:-])[A-Za-z0-9][\w.+-]*@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.ASCII)
# Capitals without a value are no attributes: <Tea House Aoki> is a name between brackets.
TAG = re.compile(
    r"</?[A-Za-z][\w:.-]*(?:\s+(?:(?![A-Z][^=<>{]*>)[^\s<>][^<>\n]*)?)?/?>|</?\d{1,2}/?>", re.ASCII
)
CODE = re.compile(r"(?<!`)(`{1,3})(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)

PLACEHOLDER = re.compile(
    r"""
    \{\{\s*(?!(?:and|or|to)\s)[\w.$-]+\s*\}\}     # {{ name }}, but not "between {{ and }}"
  | [$%#]\{[\w.:-]+\}                             # ${name}, %{name}, #{name}
  | (?<![\\{\w])\{(?:[A-Za-z_$][\w.$-]*|\d+)?(?:[:!][^{}\s.][^{}\s]{0,11})?\}(?!\})   # {name}, {0}, {:>10}
  | %\([A-Za-z_]\w*\)[-+#0]*\d*(?:\.\d+)?[sdiufgxXrc]               # %(name)s
  | (?<![\d%\w])%(?:\d+\$)?[-+#0]*\d*(?:\.(?:\d+|\*))?(?:hh|h|ll|l|z|j|t)?[sdiufgxXc@](?![A-Za-z0-9_])
  | </?\d{1,2}/?>                           # <0>, </0>
    """,
    re.VERBOSE | re.ASCII,
)

# [this way]({{ "/there/" | relative_url }}#here), ({{< ref "there.md" >}}), ({% link there.md %})
TEMPLATED = r"\(\s*(?:\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\})[^()\s]*\s*\)"
# What follows the bracketed words of a Markdown link, and attributes behind a link or a heading.
_DESTINATION = re.compile(
    r"""(?<=\])(?:\((?:<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)"""
    rf"""(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\)|{TEMPLATED})"""
)
# [the timetable][7]
_LABEL = re.compile(r"(?<=\])\[[^\[\]\n]{1,60}\]")
_ATTRIBUTES = re.compile(r"(?<=[)\s])\{[.#:][\w.#:=\"' -]*\}")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,6});")
# The marks around _one or more_ words; the _ within snake_case and around __init__ are letters.
_EMPHASIS = re.compile(r"(?<![\w`])_(?=[^\W_][^_\n`]*_(?!\w))|(?<=[^\W_])_(?!\w)")
_NO_PROSE = (TAG, URL, EMAIL, _ATTRIBUTES, _DESTINATION, _LABEL, _ENTITY, _EMPHASIS)
# A text without any of these, which most are, has nothing of the kind.
_SIGNS = ("<", "@", "&", "{", "](", "][", "://", "www.", "_")
_URL_SIGNS = ("://", "www.")
_SIGN_OF = {
    id(pattern): sign
    for pattern, sign in (
        (CODE, "`"),
        (TAG, "<"),
        (EMAIL, "@"),
        (_ATTRIBUTES, "{"),
        (_DESTINATION, "]("),
        (_LABEL, "]["),
        (_ENTITY, "&"),
        (_EMPHASIS, "_"),
    )
}

# What stands for a blanked code point: no word, no blank, no mark.
FILLER = "\0"
_OPENING = {")": "(", "]": "[", "}": "{"}
_CLOSING = {opening: closing for closing, opening in _OPENING.items()}
_TRAILING = ".,;:!?'\"*_`|"


def blanked(text: str, *patterns: re.Pattern[str]) -> str:
    """The text with every match replaced by as much filler, so that positions stay."""
    for pattern in patterns:
        if pattern is URL:
            text = _without_addresses(text)
        # By identity: the hash of a pattern is worked out anew each time.
        elif _SIGN_OF.get(id(pattern), "") in text:
            text = pattern.sub(_filler, text)
    return text


def prose(text: str) -> str:
    """The text with spaces for whatever nobody reads aloud: tags, addresses, the destinations and
    labels of links, entities, the marks of _emphasis_. It is as long as before, so that positions
    stay; code stays as well."""
    if not has_any(text, _SIGNS):
        return text
    return blanked(text, *_NO_PROSE).replace(FILLER, " ")


def without_markup(text: str) -> str:
    """What is read aloud of a text, in one line, for lengths and for quoting it."""
    plain = prose(text)
    return text if plain is text else " ".join(plain.split())


def is_code(text: str, span: Span) -> bool:
    """Whether inline code holds the span: what it says belongs to a program, not to the text."""
    return "`" in text and any(span.overlaps(Span(*match.span())) for match in CODE.finditer(text))


def _filler(match: re.Match[str]) -> str:
    return FILLER * len(match.group())


def addresses(text: str) -> Iterator[Span]:
    """The web addresses in a text, in order."""
    found = URL.search(text) if has_any(text, _URL_SIGNS) else None
    while found is not None:
        end = found.start() + (len(trimmed_url(found.group())) or len(found.group()))
        yield Span(found.start(), end)
        # What the pattern took in beyond the address may hold another one.
        found = URL.search(text, end)


def _without_addresses(text: str) -> str:
    for span in addresses(text):
        text = text[: span.start] + FILLER * (span.end - span.start) + text[span.end :]
    return text


def trimmed_url(url: str) -> str:
    """An address without what stands behind it: a bracket that it did not open and all that follows
    that, and the sentence's punctuation."""
    url = url[: _first_unopened(url)]
    while url and url[-1] in _TRAILING:
        url = url[:-1]
    return url


def _first_unopened(url: str) -> int | None:
    """Where a bracket closes that the address did not open."""
    opened: dict[str, int] = {}
    for place, sign in enumerate(url):
        if sign in _CLOSING:
            opened[_CLOSING[sign]] = opened.get(_CLOSING[sign], 0) + 1
        elif sign in _OPENING:
            opened[sign] = opened.get(sign, 0) - 1
            if opened[sign] < 0:
                return place
    return None
