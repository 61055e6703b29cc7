"""A name that the translation spells by sound elsewhere is translated word by word here.

## Why

A paper that is シルバー・ランタン in one paragraph and 銀の灯 in the next looks like two papers. A
reader who searches for either never finds both; and who translates a name by its words has often
not seen that it is one.

## Example

- *Silver Lantern* is シルバー・ランタン in one paragraph; later 銀色の手提げ灯 stands for it: that one is
  marked.
- 青空文庫 is *Aozora Bunko*; later it is *the Blue Sky Library*.

## Limits

Only names of two words or more are compared, in Japanese those written as one, in kanji. All of the name must
be heard in one paragraph, and none of it in the other, where the meaning of a word of it must
stand, which no other word of the source calls for. A translator may have had a reason.

Source: the error type *inconsistent-use-of-terminology* of MQM.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.lexicon import english_key
from alignqa.lexicon.associations import shipped_associations
from alignqa.lexicon.compounds import compounds
from alignqa.message import told
from alignqa.names import Heard, names_in
from alignqa.text import Lang, Span
from alignqa.words import english_words
from alignqa.words.markup import CODE, FILLER, blanked, prose

RULE = Rule("AQ605", "calqued-name", MqmCategory.INCONSISTENT_TERMS, Severity.MINOR)

_KATAKANA = re.compile(r"[ァ-ヺ]")
_FEWEST, _LONGEST = 2, 6
_EXCERPT = 60
# Share of a word's occurrences that a counterpart renders, to be one that translators know.
_KNOWN_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class _Named:
    """A name of the source in one paragraph."""

    place: int
    pair: Pair
    span: Span
    words: tuple[str, ...]


_Names = list[tuple[Span, tuple[str, ...]]]


def gather(pair: Pair, context: Context) -> _Names:  # noqa: ARG001
    """The names of two words or more of the source."""
    return list(_names(pair)) if pair.is_whole else []


def check_gathered(
    pairs: Sequence[Pair], gathered: Sequence[_Names | None], context: Context
) -> Iterator[tuple[int, Finding]]:
    """Yields a finding for each place where a name is translated by its words."""
    heard = _Ears()
    done: dict[int, list[Span]] = defaultdict(list)
    for named in _repeated(pairs, gathered):
        silent = [one for one in named if not any(heard.words(one))]
        sounded = next((one for one in named if all(heard.words(one))), None) if silent else None
        for one in silent if sounded else ():
            if any(one.span.overlaps(span) for span in done[one.place]):
                continue
            if (calque := _calque(one, context)) and sounded:
                done[one.place].append(one.span)
                yield one.place, _finding(one, calque, sounded)


class _Ears:
    """Which words of a name are heard in its translation, with the ears of each pair kept."""

    def __init__(self) -> None:
        self._of_pair: dict[int, Heard] = {}

    def words(self, named: _Named) -> Iterator[bool]:
        """For each word of a name whether it is; those that nobody asks for are not listened to."""
        pair = named.pair
        if named.place not in self._of_pair:
            # An address or code that holds the name is not what the reader hears.
            english, japanese = (
                blanked(prose(pair.side(lang).text), CODE).replace(FILLER, " ")
                for lang in (Lang.ENGLISH, Lang.JAPANESE)
            )
            self._of_pair[named.place] = Heard(english, japanese)
        heard = self._of_pair[named.place]
        if pair.source.lang is Lang.ENGLISH:
            return map(heard.in_japanese, named.words)
        return (heard.in_english(word, is_surely_name=True) for word in named.words)


def _repeated(pairs: Sequence[Pair], gathered: Sequence[_Names | None]) -> list[list[_Named]]:
    """The names of two words or more that stand in two paragraphs or more, the longest first."""
    found: dict[tuple[str, ...], list[_Named]] = defaultdict(list)
    for place, (pair, names) in enumerate(zip(pairs, gathered, strict=True)):
        for span, words in names or ():
            found[words].append(_Named(place, pair, span, words))
    longest = sorted(found, key=lambda words: -sum(map(len, words)))
    return [found[words] for words in longest if len({one.place for one in found[words]}) > 1]


def _names(pair: Pair) -> Iterator[tuple[Span, tuple[str, ...]]]:
    if pair.source.lang is Lang.JAPANESE:
        for compound in compounds(pair.source.text, Lang.JAPANESE):
            # オープンソース is open source, and sounds like it.
            if not _KATAKANA.search(compound.text):
                yield compound.span, (compound.text,)
        return
    for name in names_in(pair.source.text, Lang.ENGLISH):
        parts = name.parts
        for start in range(len(parts) - 1):
            for end in range(start + _FEWEST, min(len(parts), start + _LONGEST) + 1):
                run = parts[start:end]
                span = Span(run[0].span.start, run[-1].span.end)
                yield span, tuple(part.text for part in run)


def _calque(named: _Named, context: Context) -> Span | None:
    """Where the translation has the meaning of a word of a name, and no other word calls for it."""
    if named.pair.source.lang is Lang.JAPANESE:
        return _english_calque(named, context)
    english, japanese = named.pair.source.text, named.pair.target.text
    keys = [word.lemma for word in english_words(english)]
    for word in map(english_key, named.words):
        if keys.count(word) > 1:
            continue
        for text in _renderings(word, context):
            if (start := japanese.find(text)) >= 0:
                return _whole_noun(Span(start, start + len(text)), japanese)
    return None


def _renderings(word: str, context: Context) -> list[str]:
    """What renders an English word by its meaning."""
    known = [entry.text for entry in context.lexicon.from_english(word) if entry.kind != "name"]
    seen = shipped_associations().renderings(word)
    texts = known + [text for text, share in seen if share >= _KNOWN_SHARE]
    return [text for text in texts if len(text) > 1 and not _KATAKANA.search(text)]


def _whole_noun(span: Span, japanese: str) -> Span:
    """The run of nouns that a word is part of."""
    runs = (compound.span for compound in compounds(japanese, Lang.JAPANESE))
    return next((run for run in runs if run.overlaps(span)), span)


def _english_calque(named: _Named, context: Context) -> Span | None:
    """Where the English has the meanings of all words of a Japanese name, near together."""
    text = named.pair.target.text
    spans = []
    for compound in compounds(named.words[0], Lang.JAPANESE):
        for word in sorted(compound.words):
            if (span := _meaning(word, text, context)) is None:
                return None
            spans.append(span)
    if len(spans) < _FEWEST:
        return None
    whole = Span(min(s.start for s in spans), max(s.end for s in spans))
    return whole if len(whole.of(text).split()) <= _LONGEST else None


def _meaning(word: str, text: str, context: Context) -> Span | None:
    for entry in context.lexicon.from_japanese(word):
        if entry.kind == "name":
            continue
        if match := re.search(rf"\b{re.escape(entry.text)}\b", text, re.IGNORECASE):
            return Span(*match.span())
    return None


def _finding(named: _Named, calque: Span, sounded: _Named) -> Finding:
    name = named.span.of(named.pair.source.text)
    return Finding(
        RULE,
        Severity.MINOR,
        0.7,
        told(
            "“{name}” is rendered by its sound elsewhere in the document, and by “{here}” here.",
            name=name,
            here=calque.of(named.pair.target.text),
        ),
        (named.span,),
        (calque,),
        {"elsewhere": sounded.pair.target.text[:_EXCERPT], "name": name},
        None,
    )
