"""Which tool made a report."""

from __future__ import annotations

from functools import cache

NAME = "alignqa"


@cache
def version() -> str:
    """The installed version; `0+unknown` when run from a source tree that is not installed."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed_version

    try:
        return installed_version(NAME)
    except PackageNotFoundError:
        return "0+unknown"
