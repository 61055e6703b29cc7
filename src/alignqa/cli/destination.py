"""Where a report goes: into a file, or onto standard output."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from alignqa.cli.page import emit
from alignqa.cli.whole_file import refuse_overwriting, refuse_unwritable, write_whole

if TYPE_CHECKING:
    from rich.console import Console


def destination(named: object, *inputs: Path | None) -> Path | None:
    """The file that an option or a configuration names, looked at before the work begins; `None`
    for standard output.

    Raises:
        SettingsError: if it cannot be written, or is one of the inputs.
    """
    if named is None:
        return None
    path = Path(str(named))
    refuse_overwriting(path, *inputs)
    refuse_unwritable(path)
    return path


def deliver(
    path: Path | None,
    render: Callable[[], str | bytes],
    show: Callable[[Console], None] | None = None,
) -> None:
    """Puts a report there: what `render` gives, or, on standard output, what `show` prints, where
    the format has that.

    Raises:
        SettingsError: if it cannot be written.
    """
    if path is None:
        emit(show or render())
    else:
        write_whole(path, render())
