"""Another translation of the same source: how to read it, and the figures against it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from alignqa import formats, layout, pipeline
from alignqa.bitext import Bitext
from alignqa.comparing import passages
from alignqa.errors import InputError, MissingLanguage
from alignqa.report import JudgedPair, Report
from alignqa.scoring.reference import reference_scores
from alignqa.settings import Settings
from alignqa.text import Segment

if TYPE_CHECKING:
    from alignqa.bitext import Pair
    from alignqa.pipeline import Progress


def run(
    file: Path, target: Path | None, settings: Settings, progress: Progress | None = None
) -> Report:
    """As `pipeline.run`, with chrF, BLEU and TER if the settings name a reference.

    Raises:
        InputError: if a file cannot be judged, or the reference does not fit.
        EncoderError: if the encoder that the settings name cannot be had.
    """
    report = pipeline.run(file, target, settings, progress)
    if settings.reference is None:
        return report
    given = read_reference(file, target, settings.reference, pipeline.read(file, target))
    return _compared(report, pipeline.pairs_of(given, settings, progress))


def read_reference(file: Path, target: Path | None, reference: Path, translation: Bitext) -> Bitext:
    """The source with the reference for its translation.

    Args:
        reference: of the same shape as `target`; or, where `file` holds the translation, a file
            like it, or one with the reference alone. If `file` is made of pairs, such a one has a
            line for each of them.

    Raises:
        InputError: if the reference cannot be read or does not fit.
    """
    given = pipeline.read(file, reference) if target else _alone(reference, translation)
    if given.source_lang is not translation.source_lang:
        raise InputError(
            f"{reference} translates from {given.source_lang.english_name}, the translation from "
            f"{translation.source_lang.english_name}; give a reference of the same direction."
        )
    return given


def _compared(report: Report, reference: tuple[Pair, ...]) -> Report:
    """The report with the figures of its pairs and of the document.

    What the reference renders by one passage and the translation by two, or the other way round,
    counts for the document and not for the pairs.
    """
    others = replace(report, pairs=tuple(_unjudged(pair) for pair in reference))
    both = [
        (old, new)
        for old, new in passages(others, report)
        if old and new and old.is_whole and new.is_whole
    ]
    scores = reference_scores(
        [new.target.text for _, new in both],
        [old.target.text for old, _ in both],
        report.target_lang,
    )
    figures = dict(zip((id(new) for _, new in both), scores.segments, strict=True))
    return replace(
        report,
        pairs=tuple(replace(p, reference=figures.get(id(p), ())) for p in report.pairs),
        reference=scores.document,
    )


def _unjudged(pair: Pair) -> JudgedPair:
    return JudgedPair(
        pair.index, pair.source, pair.target, pair.similarity, pair.part, 100.0, 0.0, False, ()
    )


def _alone(path: Path, translation: Bitext) -> Bitext:
    """A file that holds both languages, or the reference alone beside the translation's source."""
    try:
        return pipeline.read(path, None)
    except MissingLanguage:
        segments = (
            _lines(path, translation) if translation.paired else _paragraphs(path, translation)
        )
    _refuse_source_language(path, segments, translation)
    return Bitext(translation.source, segments, translation.source_lang, translation.paired)


def _lines(path: Path, translation: Bitext) -> tuple[Segment, ...]:
    """The file's lines, one for each pair; blank ones count only if it then has as many."""
    lines = list(enumerate(formats.read_text(path).split("\n"), 1))
    if lines and not lines[-1][1]:
        del lines[-1]
    wanted = len(translation.source)
    if len(lines) != wanted:
        lines = [(number, line) for number, line in lines if line.strip()]
    if len(lines) != wanted:
        raise InputError(
            f"{path} has {len(lines)} lines of text and the translation {wanted} pairs; give a "
            "reference with a line for each pair."
        )
    return tuple(Segment(line, translation.target_lang, n, str(path)) for n, line in lines)


def _paragraphs(path: Path, translation: Bitext) -> tuple[Segment, ...]:
    found = layout.paragraphs_of(formats.load_plain(path))
    return tuple(Segment(p.text, translation.target_lang, p.line, str(path)) for p in found)


def _refuse_source_language(path: Path, segments: tuple[Segment, ...], translation: Bitext) -> None:
    lang = layout.language_of("\n".join(segment.text for segment in segments))
    if lang is not translation.target_lang:
        found = "neither English nor Japanese" if lang is None else lang.english_name
        raise MissingLanguage(
            f"{path} is in {found}; a reference for this translation is in "
            f"{translation.target_lang.english_name}."
        )
