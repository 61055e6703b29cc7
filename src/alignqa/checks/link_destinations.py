"""Destinations of Markdown links to pages of the same site, by the name of the page."""

from __future__ import annotations

import re

from alignqa.text import Span

_DESTINATION = re.compile(
    r"\]\(<?(?P<to>[^()\s<>#@{][^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?"
    r"(?:\s+[\"'][^\"'\n]*[\"'])?\)"
)
# An address is held against the others as a whole; pictures may be translated, too.
_ELSEWHERE = re.compile(
    r"[A-Za-z][\w+.-]*:|//|www\.|.*\.(?:png|svg|jpe?g|gif|webp|avif|mp4)$", re.IGNORECASE
)
_END = re.compile(r"(?:/(?:index|_index|README))?(?:\.(?:mdx?|html?|adoc|rst))?/*$", re.IGNORECASE)
_LANGUAGE = re.compile(r"(?:^|[._-])(?:en|ja|jp)(?:[-_](?:us|gb|jp))?$", re.IGNORECASE)


def page_links(text: str) -> dict[str, Span]:
    """The first place of each page that a text links to, by its name: the folders on the way there
    differ from one language's pages to the other's, and so do the names of sections."""
    found: dict[str, Span] = {}
    if "](" not in text:
        return found
    for match in _DESTINATION.finditer(text):
        to = match["to"]
        if _ELSEWHERE.match(to):
            continue
        page = _LANGUAGE.sub("", _END.sub("", re.split(r"[?#]", to)[0]))
        if name := page.rpartition("/")[2]:
            found.setdefault(name, Span(*match.span("to")))
    return found
