"""Tags of HTML or XML that the translation lost, changed or added.

## Why

A lost tag takes a link, a picture or an emphasis with it; one that is opened and not closed can
spoil the rest of the page.

## Example

- *Press <b>Save</b> to go on.* → <b>保存</d>を押して続けます。: </b> has become </d>.
- 詳細は<a href="help.html">ヘルプ</a>を見てください。 → *See the help for details.*: the link's tags
  are lost.

## Limits

A name in angle brackets is a tag if HTML knows it, if it has attributes, or if it is closed
somewhere; `<stdio.h>` and `<file name>` are not. Tags inside code are not compared. Line breaks
(`<br>`, `<wbr>`) may come and go, and so may an empty anchor (`<a name="top"></a>`). Tags must be
the same set; how often each stands is compared only where the translation's tags do not match among
themselves.

Source: the error type *markup-tag* of MQM.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import told
from alignqa.text import Span
from alignqa.words.markup import CODE, TAG, blanked

RULE = Rule("AQ703", "tag-mismatch", MqmCategory.MARKUP, Severity.MAJOR)

_PARTS = re.compile(r"<(/?)([A-Za-z][\w:.-]*)(\s[^<>]*?)?(/?)>", re.ASCII)
_HTML = frozenset(
    """a abbr address article aside audio b blockquote body button caption cite code col colgroup dd
    del details dfn dialog div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head
    header hr html i iframe img input ins kbd label legend li link main map mark menu meta nav ol
    optgroup option p picture pre q rp rt ruby s samp script section select small source span strike
    strong style sub summary sup svg table tbody td textarea tfoot th thead time title tr tt u ul var
    video font center""".split()
)
_VOID = frozenset({"br", "wbr", "img", "hr", "input", "link", "meta", "source", "col"})
# Nobody sees it; a heading that is translated needs it, to be found under its old address.
_ANCHOR = re.compile(
    r"<(a|span)\s+(?:name|id)=[\"']?[^\s<>\"']+[\"']?\s*>\s*</\1>|<a\s+(?:name|id)=[^\s<>]+\s*/>"
)
_FREE = frozenset({"br", "wbr", "ruby", "rt", "rp"})


@dataclass(frozen=True, slots=True)
class _Tag:
    span: Span
    name: str
    is_closing: bool
    is_empty: bool
    has_attributes: bool

    @property
    def key(self) -> str:
        return f"/{self.name}" if self.is_closing else self.name


def check(pair: Pair, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """Yields a finding for each sort of tag that only one side has, or that is left open."""
    source, target = pair.source.text, pair.target.text
    if not pair.is_whole or not ("<" in source or "<" in target):
        return
    ours, theirs = _tags(source), _tags(target)
    names = [{tag.key for tag in side} for side in (ours, theirs)]
    lost = [tag for tag in ours if tag.key not in names[1]]
    new = [tag for tag in theirs if tag.key not in names[0]]
    # A name written without its brackets is still there to read: it was a mention.
    lost = [tag for tag in lost if f"<{tag.name}" not in target or tag.is_closing]
    if lost:
        spelled = ", ".join(dict.fromkeys(tag.span.of(source) for tag in lost))
        became = ", ".join(dict.fromkeys(tag.span.of(target) for tag in new))
        yield Finding(
            RULE,
            Severity.MAJOR,
            0.9,
            told("“{tags}” became “{others}”.", tags=spelled, others=became)
            if new
            else told("“{tags}” is lost.", tags=spelled),
            tuple(tag.span for tag in lost),
            tuple(tag.span for tag in new),
            {"lost": sorted({tag.key for tag in lost}), "added": sorted({tag.key for tag in new})},
            lost[0].span.of(source) if len(lost) == len(new) == 1 else None,
        )
    elif new:
        yield Finding(
            RULE,
            Severity.MAJOR,
            0.8,
            told("“{tag}” is not in the source.", tag=new[0].span.of(target)),
            (),
            tuple(tag.span for tag in new),
            {"lost": [], "added": sorted({tag.key for tag in new})},
        )
    elif (odd := _unmatched(theirs)) and not _unmatched(ours):
        yield Finding(
            RULE,
            Severity.MINOR,
            0.8,
            told("“{tag}” has no partner.", tag=odd[0].span.of(target)),
            (),
            tuple(tag.span for tag in odd),
            {"unmatched": sorted({tag.key for tag in odd})},
        )


def _tags(text: str) -> list[_Tag]:
    found = []
    for match in TAG.finditer(blanked(text, CODE, _ANCHOR)):
        parts = _PARTS.fullmatch(match.group())
        if parts is None:
            continue
        closing, name, attributes, empty = parts.groups()
        found.append(
            _Tag(
                Span(*match.span()),
                name.lower(),
                bool(closing),
                bool(empty) or name.lower() in _VOID,
                "=" in (attributes or ""),
            )
        )
    closed = {tag.name for tag in found if tag.is_closing}
    return [
        tag
        for tag in found
        if tag.name not in _FREE
        and (tag.name in _HTML or tag.name in closed or tag.is_empty or tag.has_attributes)
    ]


def _unmatched(tags: list[_Tag]) -> list[_Tag]:
    open_tags: list[_Tag] = []
    odd = []
    for tag in tags:
        if tag.is_empty:
            continue
        if not tag.is_closing:
            open_tags.append(tag)
        elif partner := next((t for t in reversed(open_tags) if t.name == tag.name), None):
            open_tags.remove(partner)
        else:
            odd.append(tag)
    return sorted([*odd, *open_tags], key=lambda tag: tag.span)
