"""Passages too long to be judged at once: cut where that is sound, refused where it is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from alignqa.bitext import Bitext, Part
from alignqa.errors import InputError
from alignqa.segment import in_sentences
from alignqa.text import Lang, Segment

# A passage of more characters takes gigabytes and minutes to judge.
_LONGEST = {Lang.ENGLISH: 30_000, Lang.JAPANESE: 20_000}
# As shares of that: a text with a passage longer than the first was saved without its paragraphs, and
# its passages longer than the second are cut into sentences.
_WITHOUT_PARAGRAPHS, _LONG = 0.5, 0.05


def cut_overlong(bitext: Bitext) -> Bitext:
    """The bitext, its long passages cut into sentences where one is too long to be judged.

    Raises:
        InputError: if a side of a pair is; what belongs together is known there, and stays so.
    """
    sides = (bitext.source, bitext.target)
    most = 1.0 if bitext.paired else _WITHOUT_PARAGRAPHS
    overlong = next((s for side in sides for s in side if _is_over(s, most)), None)
    if overlong is None:
        return bitext
    if bitext.paired:
        line = f":{overlong.line}" if overlong.line else ""
        raise InputError(
            f"{overlong.path or 'The text'}{line} has a passage of {len(overlong.text):,} characters, "
            "more than can be judged at once; cut it into paragraphs."
        )
    cut = [[in_sentences(s) if _is_over(s, _LONG) else (s,) for s in side] for side in sides]
    parts = bitext.parts and (
        _repeated(bitext.parts[0], cut[0]),
        _repeated(bitext.parts[1], cut[1]),
    )
    source, target = (tuple(piece for pieces in side for piece in pieces) for side in cut)
    return replace(bitext, source=source, target=target, parts=parts)


def _repeated(parts: Sequence[Part], cut: Sequence[Sequence[Segment]]) -> tuple[Part, ...]:
    """What each piece is: what the passage was."""
    return tuple(part for part, pieces in zip(parts, cut, strict=True) for _ in pieces)


def _is_over(segment: Segment, share: float) -> bool:
    return len(segment.text) > share * _LONGEST[segment.lang]
