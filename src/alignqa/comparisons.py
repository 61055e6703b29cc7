"""The flow of a comparison: two translations of one source, judged alike and compared."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alignqa import pipeline
from alignqa.comparing import compare
from alignqa.references import read_reference
from alignqa.revision import Against, Comparison
from alignqa.settings import Settings

if TYPE_CHECKING:
    from alignqa.pipeline import Progress


def compare_revisions(
    source: Path, old: Path, new: Path, settings: Settings, progress: Progress | None = None
) -> Comparison:
    """An earlier and a later state of one translation.

    Raises:
        InputError: if a file cannot be judged.
        EncoderError: if the encoder that the settings name cannot be had.
    """
    earlier = pipeline.run(source, old, settings, progress)
    return compare(earlier, pipeline.run(source, new, settings, progress))


def compare_with_reference(
    file: Path,
    target: Path | None,
    reference: Path,
    settings: Settings,
    progress: Progress | None = None,
) -> Comparison:
    """A translation, in one file with its source or beside it, against another one.

    Args:
        reference: see `references.read_reference`.

    Raises:
        InputError: if a file cannot be judged, or the reference does not fit.
        EncoderError: if the encoder that the settings name cannot be had.
    """
    translation = pipeline.read(file, target)
    given = read_reference(file, target, reference, translation)
    earlier = pipeline.judge(given, settings, progress)
    later = pipeline.judge(translation, settings, progress)
    return compare(earlier, later, Against.REFERENCE)
