"""One name of the source that the translation spells in two ways: メルケル and マルケル.

## Why

A name that is a letter off still sounds right, and no comparison with the source tells it from
another way of spelling the name. But a translation that spells it right five times and otherwise
once has spelled it wrong once, or at least looks as if it spoke of two people.

## Example

- *Merkel* is メルケル three times and マルケル once: the one is marked.
- カリンニコフ is *Kalinnikov* twice and *Kalinikov* once.

## Limits

The two spellings must differ in no more than two morae or letters, and one must sound like the
name. A short form is none (スミス for ジョン・スミス), nor is what English makes of a name (*Korea*,
*Korean*). Where two people of the source share a first or a family name, that name alone is passed
over. The rarer spelling is marked; between equals, the later.

Source: the error type *inconsistent-use-of-terminology* of MQM.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import told
from alignqa.names.spellings import NameWords, are_variants, spellings
from alignqa.text import Span

_KANJI = re.compile(r"[\u3400-\u9fff]")

RULE = Rule("AQ603", "inconsistent-name", MqmCategory.INCONSISTENT_TERMS, Severity.MINOR)


def gather(pair: Pair, context: Context) -> NameWords | None:  # noqa: ARG001
    """The words of the names on both sides."""
    return NameWords.of(pair) if pair.is_whole else None


def check_gathered(
    pairs: Sequence[Pair],  # noqa: ARG001
    gathered: Sequence[NameWords | None],
    context: Context,
) -> Iterator[tuple[int, Finding]]:
    """Yields a finding for each place where a name is not spelled as it usually is."""
    done: set[tuple[int, Span]] = set()
    named = {place: words for place, words in enumerate(gathered) if words is not None}
    for word, found in spellings(named):
        # An ordinary word is rendered as its sentence wants.
        if _is_ordinary(word, context):
            continue
        times = Counter(spelling.text for spelling in found)
        usual = max(times, key=times.__getitem__)
        for spelling in found:
            marked = (spelling.place, spelling.target)
            if not are_variants(spelling.text, usual) or marked in done:
                continue
            # “Game” is a word, and no spelling of “Gamle”.
            if spelling.text.isascii() and _is_ordinary(spelling.text, context):
                continue
            done.add(marked)
            how_often = told("once") if times[usual] == 1 else told("{n} times", n=times[usual])
            yield (
                spelling.place,
                Finding(
                    RULE,
                    Severity.MINOR,
                    0.75,
                    told(
                        "“{name}” is “{usual}” elsewhere in the document ({how_often}), and “{here}” here.",
                        name=word,
                        usual=usual,
                        how_often=how_often,
                        here=spelling.text,
                    ),
                    (spelling.source,),
                    (spelling.target,),
                    {"usual": usual, "times": times[usual]},
                    usual,
                ),
            )


def _is_ordinary(word: str, context: Context) -> bool:
    """Whether the dictionary has a word for something else than a name, or for a country, which
    English gives two words: *France*, *French*."""
    entries = context.lexicon.other_side(word)
    if _KANJI.search(word) or not entries or entries[0].kind == "name":
        return False
    if not word.isascii() and entries[0].kind == "country":
        return True
    if word.isascii():
        back = context.lexicon.from_japanese(entries[0].text)
        return not (back and back[0].text[0].isupper())
    return not entries[0].text[0].isupper()
