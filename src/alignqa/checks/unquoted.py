"""Sentences that the source quotes and the translation says for itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.text import Lang, Span
from alignqa.words.quotations import quotations

# Single marks too; an apostrophe stands in a word or behind it.
_MARK = re.compile(r"[\"“”〝〟「」『』«»]|(?<!\w)['‘]\w|[.!?]['’]")
# Shorter ones, and those without a full stop, are titles, labels and messages.
_FEWEST_LETTERS = {Lang.ENGLISH: 20, Lang.JAPANESE: 10}
_FULL_STOP = re.compile(r"[.!?。！？][^\w.!?。！？]*\Z")
_LETTER = re.compile(r"[^\W_]")


def unquoted(pair: Pair, reports: re.Pattern[str]) -> Iterator[tuple[Span, Span]]:
    """The places of the sentences that stand in the source's quotation marks whole, and of
    their renderings, where those stand outside the target's and have none of the words that report speech."""
    source, target = pair.source.text, pair.target.text
    quoted = quotations(source)
    if not quoted:
        return
    kept = quotations(target)
    for bead in pair.beads:
        # Where sentences are joined or divided, the marks may stand in the next one.
        if bead.source is None or bead.target is None or bead.shape != (1, 1):
            continue
        if not _is_quoted(bead.source, source, pair.source.lang, quoted):
            continue
        rendering = bead.target.of(target)
        if _MARK.search(rendering) or reports.search(rendering):
            continue
        if not any(bead.target.overlaps(place) for place in kept):
            yield bead.source, bead.target


def _is_quoted(sentence: Span, text: str, lang: Lang, quoted: tuple[Span, ...]) -> bool:
    """Whether all of a sentence but marks stands in one of the quotations."""
    letters = [match.start() for match in _LETTER.finditer(text, sentence.start, sentence.end)]
    return (
        len(letters) >= _FEWEST_LETTERS[lang]
        and _FULL_STOP.search(sentence.of(text)) is not None
        and any(place.start <= letters[0] and letters[-1] < place.end for place in quoted)
    )
