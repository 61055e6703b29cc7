"""What a rule looks for, in the language of the reader."""

from __future__ import annotations

import re
from importlib.resources import files

from alignqa.render.language import spoken
from alignqa.text import Lang

_FIRST_SENTENCE = re.compile(r".+?(?:。|\.(?=\s)|$)", re.DOTALL)
_BETWEEN_JAPANESE = re.compile(r"(?<=[^\x00-\xff]) (?=[^\x00-\xff])")


def rule_text(code: str, english: str) -> str:
    """The rule's documentation, Markdown, by its code; `english` where there is no other."""
    if spoken() is Lang.ENGLISH:
        return english
    page = files("alignqa").joinpath("data", "rules", spoken().value, f"{code}.md")
    return page.read_text(encoding="utf-8").strip() if page.is_file() else english


def summary(documentation: str) -> str:
    """The first sentence of a rule's documentation, on one line."""
    found = _FIRST_SENTENCE.match(documentation.split("\n\n")[0])
    words = " ".join(found.group().split()) if found else ""
    # A line's end is no space in Japanese.
    return _BETWEEN_JAPANESE.sub("", words) if spoken() is Lang.JAPANESE else words
