"""A version of three parts or more, 2.7.1, in the place of another one: no quantity, but a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.finding import Finding, Rule, Severity
from alignqa.message import told
from alignqa.text import Span
from alignqa.words.markup import CODE, blanked, prose
from alignqa.words.spelled import spelled_alike

# 2.7.1, 192.168.0.1; no date, and nothing out of a path. What follows in 3.2.0-rc1 is read with the
# quantities, and so are the first two parts of v2.7.1.
_VERSION = re.compile(
    r"(?<![\w./-])[vV]?(?P<number>(?!(?:19|20)\d\d\.)\d{1,5}(?:\.\d{1,5}){2,3})(?![\w/]|\.\d)",
    re.ASCII,
)


def replaced_versions(rule: Rule, source: str, target: str) -> Iterator[Finding]:
    """A finding for each version of the source that another one replaces in the target."""
    if source.count(".") < 2 or target.count(".") < 2:
        return
    ours, theirs = _versions(source), _versions(target)
    lost = [version for version in ours if version not in theirs and version not in target]
    new = [version for version in theirs if version not in ours and version not in source]
    # Those of a longer list may have been left out or added.
    for version in lost if len(lost) == len(new) else ():
        rival = max(new, key=lambda other: spelled_alike(version, other))
        new.remove(rival)
        if _is_marked(source, ours[version]) and version.split(".")[:2] != rival.split(".")[:2]:
            continue
        yield Finding(
            rule,
            Severity.MAJOR,
            0.8,
            told(
                "The source says {expected}, the translation {written}.",
                expected=version,
                written=rival,
            ),
            (ours[version],),
            (theirs[rival],),
            {},
            version,
        )


def _is_marked(text: str, version: Span) -> bool:
    return text[max(0, version.start - 1) : version.start] in {"v", "V"}


def _versions(text: str) -> dict[str, Span]:
    """The first place of each version in a text, outside of code."""
    plain = blanked(prose(text), CODE)
    found: dict[str, Span] = {}
    for match in _VERSION.finditer(plain):
        found.setdefault(match["number"], Span(*match.span("number")))
    return found
