"""The one function that most Python callers need."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from alignqa.errors import InputError
from alignqa.report import Report

if TYPE_CHECKING:
    from alignqa.settings import Settings


def check(
    source: str | Path | Sequence[str],
    target: str | Path | Sequence[str] | None = None,
    settings: Settings | None = None,
) -> Report:
    """Judge a translation.

    Args:
        source: the path of a bilingual file or of the source text; or a list of source segments.
        target: the path of the translation; or a list as long as `source`, whose segment n
            renders segment n.
        settings: which checks to run and which encoder to pair with.

    Raises:
        InputError: if a file cannot be judged, or lists of unlike length are given.
        EncoderError: if the encoder that the settings name cannot be had.
    """
    from alignqa import formats, pipeline
    from alignqa.settings import Settings

    settings = settings or Settings()
    if isinstance(source, str | Path):
        if target is not None and not isinstance(target, str | Path):
            raise InputError("The source is a path, so the target must be one too.")
        return pipeline.run(Path(source), None if target is None else Path(target), settings)
    if target is None or isinstance(target, str | Path):
        raise InputError("The source is a list of segments, so the target must be one too.")
    return pipeline.judge(formats.of_lists(source, target), settings)
