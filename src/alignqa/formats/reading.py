"""From a path to what the file holds."""

from __future__ import annotations

from pathlib import Path

from alignqa.bitext import Bitext, PlainText
from alignqa.errors import UnreadableFile
from alignqa.formats.decoding import decode
from alignqa.formats.registry import format_of


def load(path: Path) -> PlainText | Bitext:
    """What a file holds: plain text, or pairs in the order of its rows.

    Raises:
        UnreadableFile: missing, a folder, not permitted, empty, binary, in an unknown encoding, or
            malformed; the message names the line.
        MissingLanguage: a file of pairs whose two sides are in the same language.
    """
    text = read_text(path)
    return format_of(path, text).read(text, path)


def load_plain(path: Path) -> PlainText:
    """One of two files, which must hold plain text.

    Raises:
        UnreadableFile: as `load`, or a file of pairs, which needs no second file.
        MissingLanguage: as `load`.
    """
    loaded = load(path)
    if isinstance(loaded, Bitext):
        raise UnreadableFile(
            f"{path} holds pairs already, source and target; give it alone, without a second file."
        )
    return loaded


def read_text(path: Path) -> str:
    """A file's text, decoded, whatever it holds.

    Raises:
        UnreadableFile: missing, a folder, not permitted, empty, binary or in an unknown encoding.
    """
    text = decode(_bytes(path), path)
    if not text.strip():
        raise UnreadableFile(f"{path} is empty; give a file that holds text.")
    return text


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile(f"{path} does not exist; check the name.") from None
    except IsADirectoryError:
        raise UnreadableFile(f"{path} is a folder; give a file.") from None
    except PermissionError:
        # Windows says this of a folder, too.
        if path.is_dir():
            raise UnreadableFile(f"{path} is a folder; give a file.") from None
        raise UnreadableFile(f"{path} may not be read; change its permissions.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise UnreadableFile(f"{str(path)!r} cannot be read: {reason}.") from None
