"""Whether two terms name two things, by the vectors of what they mean and of what stands there."""

from __future__ import annotations

from collections.abc import Sequence

from alignqa.lexicon.orphan import Orphan
from alignqa.lexicon.support import Phrases, Support
from alignqa.lexicon.vectors import WordVectors
from alignqa.text import Span

# A phrase of the other side that is this near in the encoder's space counts as a rendering.
_NEAR = 0.40
# Lost and rival must be this much further apart than each is from what it is known to mean,
_GAP = 0.08
# or both so far from everything on the other side, taken together.
_FAR = 0.85
# Lost and rival that are so much further apart may both be a little near something.
_SURE_GAP, _SURE_FAR = 0.4, 1.0
# The same of what is doubtful: it must be far, and apart, too.
_DOUBTFUL_NEAR, _DOUBTFUL_GAP = 0.60, 0.15
# What a dictionary's phrase for a term is like says a little less than what the term itself is like.
_AT_ONE_REMOVE = 0.1
_MEANINGS_ASKED = 6


def are_apart(theirs: Orphan, ours: Orphan, support: Support, vectors: WordVectors) -> bool:
    """Whether the vectors agree with the dictionary: neither term is near anything over there."""
    near_theirs = (ours.term.span, *support.japanese_accounted_for)
    near_ours = (theirs.term.span, *support.english_accounted_for)
    lost = _nearness(theirs, support.japanese_phrases, near_theirs, vectors)
    rival = _nearness(ours, support.english_phrases, near_ours, vectors)
    is_far = lost + rival < _FAR
    rows = vectors.of([theirs.term.text, ours.term.text])
    if theirs.is_doubtful or ours.is_doubtful:
        return (
            is_far
            and gap(theirs, ours, vectors) >= _DOUBTFUL_GAP
            and support.japanese_phrases.nearest(rows[0], *near_theirs) < _DOUBTFUL_NEAR
            and support.english_phrases.nearest(rows[1], *near_ours) < _DOUBTFUL_NEAR
        )
    apart = gap(theirs, ours, vectors)
    if apart >= _SURE_GAP and lost + rival < _SURE_FAR:
        return True
    return is_far or (
        apart >= _GAP
        and support.japanese_phrases.nearest(rows[0], ours.term.span) < _NEAR
        and support.english_phrases.nearest(rows[1], theirs.term.span) < _NEAR
    )


def _nearness(
    orphan: Orphan, others: Phrases, apart_from: Sequence[Span], vectors: WordVectors
) -> float:
    """How near the likeliest rendering over there comes to the term or to what it means, as a
    cosine; phrases that overlap one of `apart_from` do not count."""
    meanings = [entry.text for entry in orphan.meanings[:_MEANINGS_ASKED]]
    rows = vectors.of([orphan.term.text, *meanings])
    itself = others.nearest(rows[0], *apart_from)
    said_otherwise = max(others.nearest(row, *apart_from) for row in rows[1:])
    return max(itself, said_otherwise - _AT_ONE_REMOVE)


def gap(theirs: Orphan, ours: Orphan, vectors: WordVectors) -> float:
    """How much nearer each is to what it is known to mean than they are to each other."""
    english = [theirs.term.text, *(entry.text for entry in ours.meanings[:4])]
    japanese = [ours.term.text, *(entry.text for entry in theirs.meanings[:6])]
    cosines = vectors.of(english) @ vectors.of(japanese).T
    return float((cosines[0, 1:].max() + cosines[1:, 0].max()) / 2 - cosines[0, 0])
