"""A sentence that the source repeats word for word, and the translation renders in two ways.

## Why

Where the author says the same thing again, the reader of the translation should be able to see
that it is the same: a warning, a button, a refrain.

## Example

- *Keep this door closed at all times.* is once このドアは常に閉めてください。 and once
  このドアを開け放しにしないこと。
- 詳しくは窓口でお尋ねください。 is once *Ask at the desk for details.* and once *Please inquire at
  the counter.*

## Limits

Sentences of fewer than four English words or eight Japanese letters may mean different things each
time and are passed over, as are differences in punctuation, width, capitals and numbers. Which
rendering is the odd one is decided by their count; between equals it is the later one.

Source: the error type *inconsistent-style* of MQM.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence

from alignqa.bitext import Pair, Part
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import told
from alignqa.text import Lang, Span

RULE = Rule("AQ602", "inconsistent-sentence", MqmCategory.INCONSISTENT_STYLE, Severity.MINOR)

_FEWEST = {Lang.ENGLISH: 4, Lang.JAPANESE: 8}
_UNIT = {Lang.ENGLISH: re.compile(r"[^\W\d_]+"), Lang.JAPANESE: re.compile(r"[^\W\d_]")}
_IGNORED = re.compile(r"[\W\d_]+")


def check_document(pairs: Sequence[Pair], context: Context) -> Iterator[tuple[int, Finding]]:  # noqa: ARG001
    """Yields a finding for each rendering that is not the usual one of its sentence."""
    places: dict[str, list[tuple[int, Span, Span]]] = defaultdict(list)
    for place, pair in enumerate(pairs):
        if not pair.is_whole or pair.part is Part.FURNITURE:
            continue
        for bead in pair.beads:
            if bead.source and bead.target and bead.shape == (1, 1):
                words = bead.source.of(pair.source.text)
                if len(_UNIT[pair.source.lang].findall(words)) >= _FEWEST[pair.source.lang]:
                    places[_spelled(words)].append((place, bead.source, bead.target))
    for repeated in places.values():
        if len(repeated) > 1:
            yield from _odd_ones(pairs, repeated)


def _odd_ones(
    pairs: Sequence[Pair], repeated: list[tuple[int, Span, Span]]
) -> Iterator[tuple[int, Finding]]:
    renderings: dict[str, list[tuple[int, Span, Span]]] = defaultdict(list)
    for place, source, target in repeated:
        renderings[_folded(target.of(pairs[place].target.text))].append((place, source, target))
    if len(renderings) < 2:
        return
    usual = max(renderings, key=lambda key: len(renderings[key]))
    first, _, span = renderings[usual][0]
    expected = span.of(pairs[first].target.text).strip()
    for key, found in renderings.items():
        for place, source, target in found if key != usual else ():
            words = target.of(pairs[place].target.text).strip()
            start = target.start + target.of(pairs[place].target.text).index(words)
            line = pairs[first].target.line
            where = told(" (line {line})", line=line) if line else ""
            yield (
                place,
                Finding(
                    RULE,
                    Severity.MINOR,
                    0.6,
                    told(
                        "The same sentence is “{there}” elsewhere{where}, and “{here}” here.",
                        there=_short(expected),
                        where=where,
                        here=_short(words),
                    ),
                    (source,),
                    (Span(start, start + len(words)),),
                    {"elsewhere": expected, "times": len(renderings[usual])},
                    expected,
                ),
            )


def _spelled(text: str) -> str:
    """A source sentence as it is compared: width, white space and end marks folded."""
    return " ".join(unicodedata.normalize("NFKC", text).lower().split()).rstrip(".。!！ ")


def _folded(text: str) -> str:
    """A rendering without what is no word."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text).lower())


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
