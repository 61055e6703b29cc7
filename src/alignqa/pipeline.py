"""The whole flow, on one screen."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from alignqa import formats, layout
from alignqa.align import Costs, align, joined, windows
from alignqa.align.foreign import FOREIGN
from alignqa.align.similarity import Similarity
from alignqa.bitext import Bead, Bitext, Pair, Part
from alignqa.checks.context import Context
from alignqa.checks.registry import Check, all_checks
from alignqa.encoders import Encoder, load_encoder
from alignqa.finding import Finding
from alignqa.lexicon import Lexicon
from alignqa.lexicon.vectors import WordVectors
from alignqa.report import Report
from alignqa.scoring import document_score, judge_pair, mqm_figures
from alignqa.settings import Settings
from alignqa.text import Lang, Segment
from alignqa.words import english_words
from alignqa.words.lengths import translated_length

Progress = Callable[[str, int, int], None]
_WIDTHS = (1, 2, 3)


def run(
    source: Path, target: Path | None, settings: Settings, progress: Progress | None = None
) -> Report:
    """Read one bilingual file, or a source and its translation, and judge them.

    Args:
        progress: told (what, done, of how many) as the work goes on.

    Raises:
        InputError: if a file cannot be judged.
        EncoderError: if the encoder that the settings name cannot be had.
    """
    return judge(read(source, target), settings, progress)


def read(source: Path, target: Path | None) -> Bitext:
    """The two texts of one bilingual file or of two files."""
    if target is None:
        loaded = formats.load(source)
        return loaded if isinstance(loaded, Bitext) else layout.split(loaded)
    return layout.join(formats.load_plain(source), formats.load_plain(target))


def judge(bitext: Bitext, settings: Settings, progress: Progress | None = None) -> Report:
    """Pair the passages, run the checks over the pairs, and count."""
    encoder = load_encoder(settings.encoder) if settings.encoder else embedded_encoder()
    pairs = paired(bitext, encoder, progress)
    context = default_context()
    checks = [check for check in all_checks() if settings.selects(check.rule)]
    judged = []
    for done, pair in enumerate(pairs, start=1):
        judged.append(judge_pair(pair, _findings(pair, checks, context)))
        if progress:
            progress("checking", done, len(pairs))
    return Report(
        pairs=tuple(judged),
        source_lang=bitext.source_lang,
        encoder=encoder.fingerprint,
        score=document_score(judged),
        mqm=mqm_figures(
            (finding for pair in judged for finding in pair.findings),
            sum(len(english_words(pair.side(Lang.ENGLISH).text)) for pair in pairs),
        ),
        source_path=_path(bitext.source),
        target_path=_path(bitext.target),
    )


def paired(bitext: Bitext, encoder: Encoder, progress: Progress | None = None) -> list[Pair]:
    """The bitext's pairs: its own where it was read as pairs, else those of the best chain."""
    parts = {
        lang: layout.parts(side)
        for lang, side in (
            (bitext.source_lang, bitext.source),
            (bitext.target_lang, bitext.target),
        )
    }
    if bitext.paired:
        beads = _given_beads(bitext, encoder, progress)
    else:
        asides = [
            {index for index, part in enumerate(parts[lang]) if part is not Part.BODY}
            for lang in (bitext.source_lang, bitext.target_lang)
        ]
        beads = find_beads(bitext.source, bitext.target, encoder, progress, asides=asides)
    pairs = []
    for index, bead in enumerate(beads):
        members = [parts[bitext.source_lang][i] for i in bead.source]
        members += [parts[bitext.target_lang][j] for j in bead.target]
        pairs.append(
            Pair(
                index,
                _merged([bitext.source[i] for i in bead.source], bitext.source_lang),
                _merged([bitext.target[j] for j in bead.target], bitext.target_lang),
                bead.similarity,
                Part.BODY if bitext.paired or Part.BODY in members else members[0],
            )
        )
    return pairs


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
    sides = [[segment.text for segment in side] for side in (source, target)]
    texts = [text for side in sides for width in _WIDTHS for text in windows(side, width)]
    langs = [side[0].lang if side else None for side in (source, target)]
    foreign = [FOREIGN[lang] if lang else () for lang in langs]
    vectors = encoder.encode([*texts, *foreign[0], *foreign[1]], progress)
    rows = iter(vectors)

    def take(count: int) -> np.ndarray:
        return np.array([next(rows) for _ in range(count)]).reshape(count, vectors.shape[1])

    tables = [{width: take(max(0, len(side) - width + 1)) for width in _WIDTHS} for side in sides]
    similarity = Similarity(tables[0], tables[1], take(len(foreign[0])), take(len(foreign[1])))
    lengths = [[translated_length(s.text, s.lang) for s in side] for side in (source, target)]
    return align(similarity, lengths[0], lengths[1], costs, asides[0], asides[1])


def _given_beads(bitext: Bitext, encoder: Encoder, progress: Progress | None) -> list[Bead]:
    count = len(bitext.source)
    texts = [segment.text for segment in (*bitext.source, *bitext.target)]
    vectors = encoder.encode(texts, progress)
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
    return Segment(joined([s.text for s in segments]), lang, first.line, first.path)


@cache
def default_context() -> Context:
    """What checks consult: the shipped lexicon, and the embedded encoder's vectors of words."""
    return Context(Lexicon(), WordVectors(embedded_encoder().encode))


@cache
def embedded_encoder() -> Encoder:
    """The shipped encoder, loaded once."""
    return load_encoder()


def _findings(pair: Pair, checks: Sequence[Check], context: Context) -> list[Finding]:
    return [finding for check in checks for finding in check.run(pair, context)]


def _path(side: Sequence[Segment]) -> str | None:
    return next((segment.path for segment in side if segment.path), None)
