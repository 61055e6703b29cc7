"""The blocks of code of two documents, set among the pairs of their passages.

Only those of which there may be something to say: a block that both documents have is no pair.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from alignqa.align.code_blocks import matched_code
from alignqa.bitext import Pair, Part
from alignqa.text import Segment
from alignqa.words.code import changes, code_likeness, stands_in


def with_code(
    pairs: Sequence[Pair], source: Sequence[Segment], target: Sequence[Segment]
) -> list[Pair]:
    """The pairs, with each pair of blocks of code that differ behind the passage that it follows."""
    if not source and not target:
        return list(pairs)
    sides = (source, target)
    places = (_places(pairs, source, 0), _places(pairs, target, 1))
    texts = [[block.text for block in side] for side in sides]
    lang = source[0].lang if source else target[0].lang.other
    empty = (Segment("", lang), Segment("", lang.other))
    behind: dict[int, list[Pair]] = {}
    for left, right in matched_code(texts[0], texts[1], places):
        if left is not None and right is not None:
            place, both = places[0][left], (source[left], target[right])
            if not changes(both[0].text, both[1].text):
                continue
        else:
            side = 0 if left is not None else 1
            number = (left if left is not None else right) or 0
            place, block = places[side][number], sides[side][number]
            # What is left out or added with its passage, or stands elsewhere, is told of there.
            is_alone = place < len(pairs) and not pairs[place].is_whole
            if is_alone or _is_elsewhere(block, pairs, texts[1 - side], 1 - side):
                continue
            both = (block, empty[1]) if side == 0 else (empty[0], block)
        behind.setdefault(place, []).append(
            Pair(0, *both, code_likeness(both[0].text, both[1].text), Part.CODE)
        )
    found = [one for place, pair in enumerate(pairs) for one in (pair, *behind.pop(place, ()))]
    # Nothing but code.
    found += behind.get(0, ())
    return [replace(pair, index=index) for index, pair in enumerate(found)]


def _is_elsewhere(block: Segment, pairs: Sequence[Pair], code: Sequence[str], side: int) -> bool:
    """The document on that side has it in another place, or not marked as code."""
    texts = ((pair.source, pair.target)[side].text for pair in pairs)
    return stands_in(block.text, "\n".join([*code, *texts]))


def _places(pairs: Sequence[Pair], blocks: Sequence[Segment], side: int) -> list[int]:
    """For each block the place of the pair that it follows in its document."""
    sides = [(pair.source, pair.target)[side] for pair in pairs]
    lines = sorted(
        (segment.line, place)
        for place, segment in enumerate(sides)
        if segment.line is not None and not segment.is_empty
    )
    found = []
    for block in blocks:
        before = bisect_right(lines, (block.line or 0, len(pairs))) - 1
        found.append(lines[before][1] if before >= 0 else 0)
    return found
