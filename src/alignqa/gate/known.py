"""A baseline and the documents that it knows findings of, by their paths from its folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from alignqa.baseline import Baseline
from alignqa.files import Document


def baseline_path(path: Path, folder: Path) -> str:
    """How a baseline in this folder calls a file."""
    try:
        return Path(os.path.relpath(path.absolute(), folder.absolute())).as_posix()
    except ValueError:  # another drive of Windows'
        return path.absolute().as_posix()


def files_there(baseline: Baseline, folder: Path) -> frozenset[str]:
    """The files of a baseline, which is in this folder, that are still there."""
    paths = {entry.path for entry in baseline.entries}
    return frozenset(path for path in paths if (folder / path).is_file())


def known_of(
    documents: Sequence[Document], baseline: Baseline | None, folder: Path | None
) -> dict[Document, frozenset[str]]:
    """The fingerprints that a baseline in this folder knows of each document."""
    if baseline is None or folder is None:
        return dict.fromkeys(documents, frozenset[str]())
    there = files_there(baseline, folder)
    return {
        document: baseline.known(baseline_path(document.paths[-1], folder), there)
        for document in documents
    }
