"""A file written whole or not at all."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from alignqa.errors import SettingsError


def refuse_unwritable(path: Path) -> None:
    """Says early, before the work, what would keep `path` from being written.

    Raises:
        SettingsError: if it is a folder, its folder is missing, or either may not be written.
    """
    try:
        if path.is_dir():
            raise SettingsError(f"{path} is a folder; --output needs the name of a file in it.")
        if not path.parent.is_dir():
            raise SettingsError(
                f"{path} cannot be written: there is no folder {path.parent}; make it first."
            )
        if path.exists():
            writable = os.access(path, os.W_OK) and (_is_special(path) or _folder_writable(path))
        else:
            writable = _folder_writable(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    if not writable:
        raise SettingsError(f"{path} cannot be written: permission denied; name another place.")


def refuse_overwriting(path: Path, *inputs: Path | None) -> None:
    """Keeps an output from taking the place of what it was made from.

    Raises:
        SettingsError: if `path` is one of the inputs.
    """
    for given in inputs:
        if given is not None and path.exists() and given.exists() and path.samefile(given):
            raise SettingsError(f"--output {path} is a file to be read; name another one.")


def write_whole(path: Path, content: str | bytes) -> None:
    """Writes a text as UTF-8, or bytes, beside `path`, then renames it: no reader ever sees half of it.

    A link is followed. What is no regular file (`/dev/null`, a pipe) is written straight, as far as
    it is read.

    Raises:
        SettingsError: if it cannot be written; what was there before is then untouched.
    """
    data = content if isinstance(content, bytes) else content.encode()
    try:
        if _is_special(path):
            with suppress(BrokenPipeError):
                path.write_bytes(data)
        else:
            _replace(path.resolve(), data)
    except OSError as error:
        raise _unwritable(path, error) from error


def _replace(path: Path, content: bytes) -> None:
    beside = path.parent / f".alignqa-{secrets.token_hex(8)}.tmp"
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o777)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _is_special(path: Path) -> bool:
    return path.exists() and not path.is_file()


def _folder_writable(path: Path) -> bool:
    return os.access(path.resolve().parent, os.W_OK | os.X_OK)


def _unwritable(path: Path, error: OSError) -> SettingsError:
    return SettingsError(
        f"{path} cannot be written: {(error.strerror or str(error)).lower()}; name another place."
    )
