"""A name that the source has in a list and the translation has not.

## Why

A system that a manual no longer names is no longer supported, for whoever reads the translation.
Such lists grow in the original, and the translation stays behind.

## Example

- *It runs on Windows, macOS, and Linux.* → WindowsとLinuxで動作します。: macOS is missing.
- 出力形式はPDF、PNG、SVGです。 → *The output formats are PDF and SVG.*: PNG is missing.

## Limits

Lists of three or more names in Latin letters, of which the translation has at least two as they are.
A name that a word in katakana sounds like, or that the dictionary renders, is not missing; neither
are countries, which are named in many ways, and words of English that are no names.

Source: the error type *omission* of MQM.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.checks.in_stretches import in_stretches
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.lexicon import english_key
from alignqa.message import told
from alignqa.names import sound_likeness
from alignqa.names.known import is_word
from alignqa.text import Lang, Span
from alignqa.words.latin_lists import latin_lists
from alignqa.words.markup import prose

RULE = Rule("AQ407", "missing-item", MqmCategory.OMISSION, Severity.MAJOR)

# So many names of a list as they are show that the list is there.
_FEWEST_KEPT = 2
_KATAKANA = re.compile(r"[ァ-ヺー]{2,}")
_SHORTEST = 2
_BETWEEN = re.compile(r"[\s-]+")
# A word in katakana that sounds so little like a name is another.
_ALIKE = 0.3


@in_stretches
def check(pair: Pair, context: Context) -> Iterator[Finding]:
    """Yields a finding for each name of a list that has no counterpart."""
    if not pair.is_whole:
        return
    source, target = prose(pair.source.text), _letters(pair.target.text)
    for names in latin_lists(source, pair.source.lang):
        missing = [name for name in names if _letters(name.of(source)) not in target]
        if len(names) - len(missing) < _FEWEST_KEPT:
            continue
        for name in missing:
            if _is_rendered(name, pair, context):
                continue
            yield Finding(
                RULE,
                Severity.MAJOR,
                0.8,
                told("The list has lost “{name}”.", name=name.of(source)),
                (name,),
                (),
                {"name": name.of(source)},
            )


def _letters(text: str) -> str:
    """The text without what names are written with or without: Option Alt, Option-Alt."""
    return _BETWEEN.sub("", text).lower()


def _is_rendered(name: Span, pair: Pair, context: Context) -> bool:
    """Whether a word of the name stands in the target, by its letters, its sound or its meaning, or
    may do so: a country, or a word that is no name."""
    source, target = pair.source.text, pair.target.text
    words = [word for word in name.of(source).split() if len(word) >= _SHORTEST]
    if len(words) > 1 and any(word.lower() in target.lower() for word in words):
        return True
    if not words or all(map(_is_common, words)) or _opens_sentence(name, source):
        return True
    entries = context.lexicon.from_english(english_key(name.of(source)))
    if any(entry.kind == "country" for entry in entries):
        return True
    if pair.target.lang is Lang.ENGLISH:
        return False
    runs = _KATAKANA.findall(target)
    if any(sound_likeness(word, run) > _ALIKE for word in words for run in runs):
        return True
    return context.support(pair).rendered(name, Lang.ENGLISH)[0] > 0


def _is_common(word: str) -> bool:
    """A word of English with a capital, as titles and addresses have them."""
    return word[1:].islower() and is_word(word)


def _opens_sentence(name: Span, text: str) -> bool:
    """*Instead, A and B*: what stands first may be no part of the list."""
    before = text[: name.start].rstrip()
    return (not before or before[-1] in ".!?:。！？") and name.of(text)[1:].islower()
