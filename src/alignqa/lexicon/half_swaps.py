"""One half of a compound put for another: 新聞広告 for a newspaper article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from alignqa.lexicon.compound_halves import Beads, Half, halves
from alignqa.lexicon.left_over import renderings
from alignqa.lexicon.link_evidence import Sources
from alignqa.lexicon.links import Linker, WordLinks
from alignqa.lexicon.swap_weights import HALF
from alignqa.lexicon.swaps import Swap, SwapWord, logit
from alignqa.text import Lang

# What `weighed_halves` gives for two halves, in this order.
HALF_KINDS = (
    "english_rendered",
    "japanese_rendered",
    "english_likeness",
    "japanese_likeness",
    "english_expected",
    "japanese_expected",
)
_MEANINGS = 8
# How likely a word without a link is to be rendered, at most.
_UNLINKED = 0.2


def half_swaps(english: str, japanese: str, beads: Beads, linker: Linker) -> tuple[Swap, ...]:
    """The wrong halves that a pair may hold, in the order of the Japanese text, with the log-odds
    that they do not mean the same. Words are linked only where there may be one."""
    found = halves(english, japanese, beads, linker.sources)
    if not found:
        return ()
    rows = weighed_halves(found, linker.link(english, japanese, beads))
    odds = (rows @ HALF.weights + HALF.intercept).tolist()
    return tuple(
        Swap(
            SwapWord(half.english.span, half.english.text, half.english_key),
            SwapWord(half.japanese.span, half.japanese.text, half.japanese.base),
            log_odds,
            half.is_spent,
        )
        for half, log_odds in zip(found, odds, strict=True)
    )


def weighed_halves(found: Sequence[Half], links: WordLinks) -> NDArray[np.float64]:
    """What speaks for each two halves not meaning the same, a row each."""
    return np.array([_features(half, links) for half in found]).reshape(-1, len(HALF_KINDS))


def _features(half: Half, links: WordLinks) -> list[float]:
    sources = links.sources
    ours = renderings(half.english_key, sources)[:_MEANINGS]
    theirs = _meanings(half.japanese.base, sources)[:_MEANINGS]
    rows = sources.vectors.of([half.english.text, half.japanese.text, *ours, *theirs])
    return [
        logit(links.chance(half.english.span, Lang.ENGLISH)),
        logit(_japanese_chance(half, links)),
        float((rows[2 + len(ours) :] @ rows[0]).max(initial=0)),
        float((rows[2 : 2 + len(ours)] @ rows[1]).max(initial=0)),
        sources.expected(half.english_key, Lang.ENGLISH),
        sources.expected(half.japanese.base, Lang.JAPANESE),
    ]


def _japanese_chance(half: Half, links: WordLinks) -> float:
    """How likely the Japanese half is to be rendered: where the source says it less often than the
    translation, by a word of its own."""
    chance = links.chance(half.japanese.span, Lang.JAPANESE)
    if half.is_spent and not links.of(half.japanese.span, Lang.JAPANESE):
        return min(chance, _UNLINKED)
    return chance


@lru_cache(maxsize=50_000)
def _meanings(base: str, sources: Sources) -> tuple[str, ...]:
    """What the dictionary says that a Japanese word means, then what translators wrote."""
    listed = [entry.text for entry in sources.lexicon.from_japanese(base)]
    seen = [key for key, _ in sources.associations.meanings(base)]
    return tuple(dict.fromkeys(listed + seen))
