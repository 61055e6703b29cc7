"""Standard output: a console of the right width, and text written whole."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable

from rich.console import Console

from alignqa.errors import SettingsError
from alignqa.render.report.terminal import PLAIN_WIDTH

_TRAILING_SPACES = re.compile(r" +$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n{3,}")


def emit(content: str | bytes | Callable[[Console], None]) -> None:
    """Writes a text to standard output as UTF-8, bytes as they are, or what is printed on a
    console for it. A reader that has seen enough, `head` say, changes nothing.

    Raises:
        SettingsError: if standard output cannot take it, a full disk say.
    """
    if sys.stdout is None:
        raise SettingsError("Standard output is closed, so the report has nowhere to go.")
    try:
        if callable(content):
            _reconfigure(errors="backslashreplace")
            content = _drawn(content)
        else:
            _reconfigure(encoding="utf-8")
        if isinstance(content, bytes):
            sys.stdout.buffer.write(content)
        else:
            sys.stdout.write(content)
        sys.stdout.flush()
    except OSError as error:
        # What is left in the buffer would fail again, and loudly, when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise SettingsError(f"Standard output cannot be written: {error.strerror}.") from error


def _drawn(draw: Callable[[Console], None]) -> str:
    console = Console(width=None if sys.stdout.isatty() else _piped_width())
    with console.capture() as capture:
        draw(console)
    # Rich pads what it has wrapped, which shows when the terminal is made narrower, and puts
    # padded lines round a code block.
    return _BLANK_LINES.sub("\n\n", _TRAILING_SPACES.sub("", capture.get()))


def _piped_width() -> int:
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isdecimal() and int(columns) else PLAIN_WIDTH


def _reconfigure(*, encoding: str | None = None, errors: str | None = None) -> None:
    # Tests put other streams in its place.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=encoding, errors=errors)
