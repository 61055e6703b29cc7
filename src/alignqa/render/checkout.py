"""Paths as a CI service knows them: from the top of its checkout, wherever the command runs."""

from __future__ import annotations

import os
from pathlib import Path

# GitHub's and GitLab's names for that folder.
_TOPS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


def from_checkout(path: str) -> str:
    """The path from the top of the checkout; as it is, where no service made one, or for a file
    elsewhere."""
    top = next((os.environ[name] for name in _TOPS if os.environ.get(name)), None)
    if top is None:
        return path
    here = Path(os.path.normpath(Path.cwd() / path))
    for folder in (Path(top), Path(os.path.realpath(top))):
        if here.is_relative_to(folder):
            return here.relative_to(folder).as_posix()
    return path
