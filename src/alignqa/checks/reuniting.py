"""What is left out of one pair and added to another was moved: it is told once, as that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignqa.bitext import Pair, SentenceBead
from alignqa.checks import moved_passage
from alignqa.checks.context import Context
from alignqa.coverage import gaps
from alignqa.finding import Finding
from alignqa.text import Segment, Span
from alignqa.words.markup import without_markup

# Cosine from which two passages may render each other, if there is no gap between them: most
# sentences are as near to their renderings, and hardly one to those of its neighbours.
_ALIKE = 0.45


@dataclass(frozen=True, slots=True)
class _OneSided:
    """A passage that the finding of this number, of the pair at this place, says stands on one side
    only."""

    place: int
    number: int
    passage: Segment


def reunited(
    pairs: Sequence[Pair], findings: Sequence[Sequence[Finding]], context: Context
) -> list[tuple[Finding, ...]]:
    """The findings of each pair; but where one says that a passage is left out, and one of another
    pair that what renders it is added, a single one says, where it was left out, that it was moved.

    Two passages render each other if each is the other's nearest, and if nothing would be left out
    or added in a pair of just the two. Of two that stand alone the pairing has said that they don't.
    """
    left_out = list(_one_sided(pairs, findings, "omission"))
    added = list(_one_sided(pairs, findings, "addition"))
    told = [list[Finding | None](of_pair) for of_pair in findings]
    for lost, found in _matches(left_out, added, context):
        if not (pairs[lost.place].is_whole or pairs[found.place].is_whole):
            continue
        finding = findings[lost.place][lost.number]
        told[lost.place][lost.number] = moved_passage.told_elsewhere(finding, found.passage.line)
        told[found.place][found.number] = None
    return [tuple(finding for finding in of_pair if finding) for of_pair in told]


def _one_sided(
    pairs: Sequence[Pair], findings: Sequence[Sequence[Finding]], kind: str
) -> Iterator[_OneSided]:
    """Passages that are left out or added, by the `kind` of the findings that say so."""
    for place, (pair, of_pair) in enumerate(zip(pairs, findings, strict=True)):
        for number, finding in enumerate(of_pair):
            spans = (finding.source_spans, finding.target_spans)
            if finding.evidence.get("kind") != kind or all(spans):
                continue
            segment = pair.source if spans[0] else pair.target
            for span in (spans[0] or spans[1])[:1]:
                text = span.of(segment.text)
                yield _OneSided(place, number, Segment(text, segment.lang, segment.line))


def _matches(
    left_out: Sequence[_OneSided], added: Sequence[_OneSided], context: Context
) -> Iterator[tuple[_OneSided, _OneSided]]:
    """Which of the added passages renders which of those that are left out."""
    if not left_out or not added:
        return
    ours, theirs = (
        context.vectors.encode([without_markup(one.passage.text) for one in side])
        for side in (left_out, added)
    )
    likeness = ours @ theirs.T
    for row, one in enumerate(left_out):
        column = int(likeness[row].argmax())
        other, cosine = added[column], float(likeness[row, column])
        if (
            cosine >= _ALIKE
            and int(likeness[:, column].argmax()) == row
            and one.place != other.place
            and not gaps(_pair(one.passage, other.passage, cosine), context.vectors, context.linker)
        ):
            yield one, other


def _pair(source: Segment, target: Segment, similarity: float) -> Pair:
    spans = (Span(0, len(source.text)), Span(0, len(target.text)))
    bead = SentenceBead(*spans, similarity, (1, 1))
    return Pair(0, source, target, similarity, beads=(bead,))
