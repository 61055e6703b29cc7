"""Lists of names in Latin letters, which both languages write alike: Windows, macOS, and Linux."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.text import Lang, Span

# A name has a capital, at its head or within: Linux, macOS, UTF-8, Node.js.
_WORD = r"(?:[A-Z]|[a-z]+[A-Z])[A-Za-z0-9]*(?:[.+#_/-]+[A-Za-z0-9]+)*[+#]*"
_NAME = rf"{_WORD}(?: {_WORD}){{0,2}}"
_JOINTS = {
    Lang.ENGLISH: r",?\s+(?:and|or|&)\s+|,\s+",
    Lang.JAPANESE: (
        r"\s*(?:(?:[、，,]\s*)?(?:および|及び|ならびに|または|又は|もしくは|あるいは|そして|それに)|[、，,・]|や|と|か)\s*"
    ),
}
_NAMES = re.compile(_NAME)
_LISTS = {
    lang: re.compile(
        rf"(?<![A-Za-z0-9.$@/_-]){_NAME}(?:(?:{joint}){_NAME}){{2,}}(?![A-Za-z0-9_(/]|['’]\w|\s[a-z]*[A-Z])"
    )
    for lang, joint in _JOINTS.items()
}
_SPLITS = {lang: re.compile(joint) for lang, joint in _JOINTS.items()}


def latin_lists(text: str, lang: Lang) -> Iterator[tuple[Span, ...]]:
    """The lists of a text, each as the places of its names, at least three."""
    for found in _LISTS[lang].finditer(text):
        places: list[Span] = []
        start = found.start()
        for joint in _SPLITS[lang].finditer(text, found.start(), found.end()):
            places.append(Span(start, joint.start()))
            start = joint.end()
        places.append(Span(start, found.end()))
        yield tuple(places)
