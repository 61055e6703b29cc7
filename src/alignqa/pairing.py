"""Which passages of a bitext belong together, and which sentences inside them."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import replace

import numpy as np

from alignqa import layout
from alignqa.align import Costs, Side, align, with_announcing, with_moved
from alignqa.align.foreign import FOREIGN
from alignqa.bitext import Bead, Bitext, Pair, Part, SentenceBead
from alignqa.encoders import Encoder, Vectors
from alignqa.overlong import cut_overlong
from alignqa.segment import sentences
from alignqa.text import Lang, Segment, Span
from alignqa.words.announcing import announces
from alignqa.words.lengths import translated_length
from alignqa.words.markup import without_markup

Progress = Callable[[str, int, int], None]
_JOINT = "\n"


def pair_up(bitext: Bitext, encoder: Encoder, progress: Progress | None = None) -> list[Pair]:
    """The bitext's pairs: its own where it was read as pairs, else those of the best chain.

    Raises:
        InputError: if a side of a pair is longer than what can be judged at once.
    """
    bitext = cut_overlong(bitext)
    sides = (bitext.source, bitext.target)
    parts: Sequence[Sequence[Part]] = ()
    if bitext.paired:
        # Rows are judged whatever they look like.
        beads = _given_beads(bitext, encoder, progress)
    else:
        parts = bitext.parts or [layout.parts(side) for side in sides]
        asides = [
            {index for index, part in enumerate(side) if part is not Part.BODY} for side in parts
        ]
        beads = find_beads(bitext.source, bitext.target, encoder, progress, asides=asides)
    pairs = []
    for index, bead in enumerate(beads):
        pairs.append(
            Pair(
                index,
                _merged([bitext.source[i] for i in bead.source], bitext.source_lang),
                _merged([bitext.target[j] for j in bead.target], bitext.target_lang),
                bead.similarity,
                _part(bead, parts),
                moved=bead.moved,
                extra=tuple(bitext.extra[index].items()) if bitext.extra else (),
            )
        )
    return with_sentences(pairs, encoder, progress)


def _part(bead: Bead, parts: Sequence[Sequence[Part]]) -> Part:
    """Of the body, if any of its passages is, or nothing is known of them."""
    if not parts:
        return Part.BODY
    members = [parts[0][i] for i in bead.source] + [parts[1][j] for j in bead.target]
    return Part.BODY if Part.BODY in members else members[0]


def find_beads(
    source: Sequence[Segment],
    target: Sequence[Segment],
    encoder: Encoder,
    progress: Progress | None = None,
    costs: Costs | None = None,
    asides: Sequence[Container[int]] = ((), ()),
) -> list[Bead]:
    """The best chain of beads between two texts; every segment is in exactly one.

    `asides` are the indices of source and target segments that may well stand in one language only.
    """
    texts = [[segment.text for segment in side] for side in (source, target)]
    vectors = _vectors([*texts[0], *texts[1]], encoder, progress)
    left, right = (
        _side(own, rows, side[0].lang if side else None, encoder, aside)
        for own, rows, side, aside in zip(
            texts, np.split(vectors, [len(source)]), (source, target), asides, strict=True
        )
    )
    announcing = [
        {i for i, own in enumerate(side) if i not in aside and announces(own.text, own.lang)}
        for side, aside in zip((source, target), asides, strict=True)
    ]
    beads = with_announcing(align(left, right, costs), left, right, announcing)
    return with_moved(beads, left, right)


def with_sentences(
    pairs: Sequence[Pair], encoder: Encoder, progress: Progress | None = None
) -> list[Pair]:
    """The pairs, with the sentences inside each paired; those of all pairs are encoded at once."""
    spans = [
        (
            sentences(pair.source.text, pair.source.lang),
            sentences(pair.target.text, pair.target.lang),
        )
        for pair in pairs
    ]
    several = [
        number
        for number, (left, right) in enumerate(spans)
        if left and right and len(left) + len(right) > 2
    ]
    texts = [
        [
            [span.of(side.text) for span in found]
            for side, found in zip(
                (pairs[number].source, pairs[number].target), spans[number], strict=True
            )
        ]
        for number in several
    ]
    rows = _vectors([text for both in texts for side in both for text in side], encoder, progress)
    inner: dict[int, tuple[SentenceBead, ...]] = {}
    place = 0
    for number, both in zip(several, texts, strict=True):
        sides = []
        for side, own in zip((pairs[number].source, pairs[number].target), both, strict=True):
            sides.append(_side(own, rows[place : place + len(own)], side.lang, encoder))
            place += len(own)
        inner[number] = tuple(
            SentenceBead(
                _around([spans[number][0][i] for i in bead.source]),
                _around([spans[number][1][j] for j in bead.target]),
                bead.similarity,
                (len(bead.source), len(bead.target)),
            )
            for bead in align(sides[0], sides[1])
        )
    return [
        replace(pair, beads=inner.get(number) or _one_bead(pair, spans[number]))
        if pair.is_whole
        else pair
        for number, pair in enumerate(pairs)
    ]


def _one_bead(pair: Pair, spans: tuple[Sequence[Span], Sequence[Span]]) -> tuple[SentenceBead, ...]:
    """The bead of a pair that has one sentence on either side."""
    shape = (len(spans[0]), len(spans[1]))
    return (SentenceBead(_around(spans[0]), _around(spans[1]), pair.similarity, shape),)


def _around(spans: Sequence[Span]) -> Span | None:
    return Span(spans[0].start, spans[-1].end) if spans else None


def _vectors(texts: Sequence[str], encoder: Encoder, progress: Progress | None) -> Vectors:
    """The vectors of what is read aloud of the texts: a long address says nothing about the
    passage that links to it. A text of nothing else is taken as it is."""
    return encoder.encode([without_markup(text) or text for text in texts], progress)


def _side(
    texts: Sequence[str],
    vectors: Vectors,
    lang: Lang | None,
    encoder: Encoder,
    asides: Container[int] = (),
) -> Side:
    lengths = [translated_length(text, lang) if lang else 0.0 for text in texts]
    return Side(vectors, np.array(lengths), _foreign(lang, encoder), asides)


def _foreign(lang: Lang | None, encoder: Encoder) -> Vectors:
    """The mean vector of passages that have nothing to do with the text, as a row, once for each
    encoder; no row without a language."""
    key = (encoder.fingerprint, lang)
    if key not in _FOREIGN:
        rows = encoder.encode(FOREIGN[lang] if lang else ())
        _FOREIGN[key] = rows.mean(axis=0, keepdims=True) if lang else rows
    return _FOREIGN[key]


_FOREIGN: dict[tuple[str, Lang | None], Vectors] = {}


def _given_beads(bitext: Bitext, encoder: Encoder, progress: Progress | None) -> list[Bead]:
    """Row n of the one side with row n of the other."""
    count = len(bitext.source)
    texts = [segment.text for segment in (*bitext.source, *bitext.target)]
    vectors = _vectors(texts, encoder, progress)
    cosines = np.einsum("nd,nd->n", vectors[:count], vectors[count:])
    return [
        Bead(
            () if bitext.source[row].is_empty else (row,),
            () if bitext.target[row].is_empty else (row,),
            float(cosines[row]),
        )
        for row in range(count)
    ]


def _merged(segments: Sequence[Segment], lang: Lang) -> Segment:
    """Neighbouring segments as one, placed where the first begins."""
    if not segments:
        return Segment("", lang)
    first = segments[0]
    silences = dict.fromkeys(silence for segment in segments for silence in segment.silences)
    text = _JOINT.join(segment.text for segment in segments)
    is_listed = all(segment.is_listed for segment in segments)
    return Segment(text, lang, first.line, first.path, tuple(silences), is_listed, first.mark)
