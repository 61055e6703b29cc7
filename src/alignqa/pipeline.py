"""The whole flow, on one screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from alignqa import formats, layout
from alignqa.bitext import Alignment, Bitext, Pair, Part, Unit
from alignqa.code_pairing import with_code
from alignqa.encoders import Encoder, load_encoder
from alignqa.errors import InputError
from alignqa.judging import checks_of, embedded_encoder, judge_pairs, uncollected
from alignqa.pairing import find_beads, pair_up
from alignqa.report import DocumentedRule, Report
from alignqa.scoring import document_score, mqm_figures
from alignqa.segment import in_sentences
from alignqa.settings import Settings
from alignqa.text import Lang, Segment, one_line
from alignqa.words import count_english_words

Progress = Callable[[str, int, int], None]


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


def pairs_of(
    bitext: Bitext, settings: Settings, progress: Progress | None = None
) -> tuple[Pair, ...]:
    """The pairs of a bitext, not judged."""
    return tuple(pair_up(bitext, _encoder(settings), progress))


@uncollected()
def judge(bitext: Bitext, settings: Settings, progress: Progress | None = None) -> Report:
    """Pair the passages, run the checks over the pairs, and count."""
    encoder = _encoder(settings)
    pairs = with_code(pair_up(bitext, encoder, progress), *bitext.code)
    judgement = judge_pairs(
        pairs, settings, lambda done: progress and progress("checking", done, len(pairs))
    )
    return Report(
        pairs=judgement.pairs,
        source_lang=bitext.source_lang,
        encoder=encoder.fingerprint,
        score=document_score(judgement.pairs),
        mqm=mqm_figures(
            (finding for pair in judgement.pairs for finding in pair.findings),
            sum(
                count_english_words(pair.side(Lang.ENGLISH).text)
                for pair in pairs
                if pair.part is not Part.CODE
            ),
        ),
        source_path=_path(bitext.source),
        target_path=_path(bitext.target),
        failures=judgement.failures,
        rules=tuple(
            DocumentedRule(check.rule, check.documentation) for check in checks_of(settings)
        ),
        remarks=(*bitext.remarks, *judgement.remarks),
    )


def align_files(
    source: Path,
    target: Path | None,
    unit: Unit,
    settings: Settings,
    progress: Progress | None = None,
) -> Alignment:
    """The beads between two files, or within one that holds both languages, and nothing else.

    Args:
        unit: what a segment is. A line is any that is not blank.

    Raises:
        InputError: if a file cannot be read, or lines are asked of one file.
        EncoderError: if the encoder that the settings name cannot be had.
    """
    if unit is Unit.LINE:
        if target is None:
            raise InputError(
                "Lines are aligned between two files; give the translation as a second one."
            )
        bitext = layout.join_lines(formats.load_lines(source), formats.load_lines(target))
    else:
        bitext = read(source, target)
    if bitext.paired:
        raise InputError(
            f"{source} is paired already, row by row; `alignqa check` judges its pairs."
        )
    encoder = _encoder(settings)
    left, right = bitext.source, bitext.target
    if unit is Unit.SENTENCE:
        left, right = _in_sentences(left), _in_sentences(right)
    beads = find_beads(left, right, encoder, progress)
    return Alignment(left, right, tuple(beads), bitext.source_lang, encoder.fingerprint, unit)


def paired_files(
    source: Path,
    target: Path | None,
    unit: Unit | None,
    settings: Settings,
    progress: Progress | None = None,
) -> Bitext:
    """The pairs of one file as they are, or those that two texts, or the two in one file, make.

    Args:
        unit: what is paired of texts; paragraphs by default.

    Raises:
        InputError: if a file cannot be read, or a unit is asked of pairs.
        EncoderError: if the encoder that the settings name cannot be had.
    """
    if target is None and unit is None:
        loaded = formats.load(source)
        if isinstance(loaded, Bitext):
            return loaded
    aligned = align_files(source, target, unit or Unit.PARAGRAPH, settings, progress)
    beads = aligned.beads
    return Bitext(
        tuple(_joined(aligned.source, bead.source, aligned.source_lang) for bead in beads),
        tuple(_joined(aligned.target, bead.target, aligned.source_lang.other) for bead in beads),
        aligned.source_lang,
        paired=True,
    )


def _joined(side: Sequence[Segment], members: Sequence[int], lang: Lang) -> Segment:
    """One side of a bead on one line."""
    segments = [side[index] for index in members]
    if not segments:
        return Segment("", lang)
    return replace(segments[0], text=one_line(segments))


def _in_sentences(side: Sequence[Segment]) -> tuple[Segment, ...]:
    return tuple(sentence for segment in side for sentence in in_sentences(segment))


def _encoder(settings: Settings) -> Encoder:
    if not settings.encoder:
        return embedded_encoder()
    return _named_encoder(settings.encoder, settings.batch_size, settings.device, settings.cache)


@cache
def _named_encoder(name: str, batch_size: int | None, device: str | None, keep: bool) -> Encoder:
    """The encoder of this name, loaded once however many documents there are."""
    return load_encoder(name, batch_size=batch_size, device=device, cache=keep)


def _path(side: Sequence[Segment]) -> str | None:
    return next((segment.path for segment in side if segment.path), None)
