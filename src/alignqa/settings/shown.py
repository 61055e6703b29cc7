"""A path as a person would write it."""

from __future__ import annotations

import os
from pathlib import Path


def shown(path: Path) -> str:
    """Relative to the working folder if it is below that, else absolute; `/` between folders."""
    absolute = Path(os.path.normpath(path.absolute()))
    here = Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()
