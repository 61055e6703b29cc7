"""From a path to what the file holds."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from alignqa.bitext import Bitext, Blocks, PlainText
from alignqa.errors import UnreadableFile
from alignqa.formats.decoding import decode
from alignqa.formats.registry import DEFAULT, Format, Loaded, format_by_suffix, format_by_text

# A text of this size is a thousand books. What is read takes up to ten times as much memory.
LARGEST = 100 * 2**20
# What holds the messages of a program in one language, by key: as text, keys and marks would be judged.
_CATALOGUES = {
    ".arb": "an ARB file",
    ".json": "a JSON file",
    ".json5": "a JSON file",
    ".properties": "a Java properties file",
    ".resx": "a .NET resource file",
    ".strings": "an Apple strings file",
    ".stringsdict": "an Apple strings file",
    ".toml": "a TOML file",
    ".xcstrings": "an Apple string catalogue",
    ".xml": "an XML file of no known kind",
    ".yaml": "a YAML file",
    ".yml": "a YAML file",
}


def load(path: Path) -> Loaded:
    """What a file holds: plain text, marked blocks of text, or pairs in the order of its rows.

    Raises:
        UnreadableFile: missing, a folder, not permitted, empty, too large, binary, in an unknown
            encoding, or malformed; the message names the line.
        MissingLanguage: a file of pairs whose two sides are in the same language, or that has no
            pairs of English and Japanese.
    """
    data = read_bytes(path)
    return _loaded(data, path, format_of(data, path))


def load_plain(path: Path) -> PlainText | Blocks:
    """One of two files, which must hold a text and no pairs.

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


def load_lines(path: Path) -> PlainText:
    """One of two files as the lines that it has, whatever they mark.

    Raises:
        UnreadableFile: as `load_plain`, or a file that is not made of lines.
        MissingLanguage: as `load`.
    """
    loaded = load_plain(path)
    if isinstance(loaded, PlainText):
        return loaded
    known = format_by_suffix(path)
    if known is not None and known.read is None:
        raise UnreadableFile(f"{path} ({known.name}) has no lines; align its paragraphs instead.")
    return PlainText(read_text(path), str(path))


def read_text(path: Path) -> str:
    """A file's text, decoded, whatever it holds.

    Raises:
        UnreadableFile: missing, a folder, not permitted, empty, too large, binary or in an unknown
            encoding.
    """
    return _text(read_bytes(path), path)


def read_bytes(path: Path) -> bytes:
    """A file's bytes.

    Raises:
        UnreadableFile: missing, a folder, not permitted, or too large.
    """
    try:
        with path.open("rb") as file:
            if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                _refuse_large(os.fstat(file.fileno()).st_size, path)
            # A pipe does not say how much it holds.
            data = file.read(LARGEST + 1)
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
    _refuse_large(len(data), path)
    return data


def format_of(data: bytes, path: Path) -> Format:
    """The format of a file: by its suffix, or by its text where no format has that suffix.

    Raises:
        UnreadableFile: a file without a known suffix that holds no text, or the messages of a
            program in a format that is not read.
    """
    known = format_by_suffix(path) or format_by_text(_text(data, path))
    suffix = path.suffix.lower()
    if suffix in _CATALOGUES and suffix not in known.suffixes and known.name == DEFAULT:
        raise UnreadableFile(
            f"{path} is {_CATALOGUES[suffix]}, which alignqa does not read; give its messages as PO, "
            "XLIFF, TMX or CSV, with both languages in one file."
        )
    return known


def _loaded(data: bytes, path: Path, known: Format) -> Loaded:
    if known.read is not None:
        return known.read(_text(data, path), path)
    if not data.strip():
        raise UnreadableFile(_empty(path))
    assert known.read_bytes is not None
    return known.read_bytes(data, path)


def _text(data: bytes, path: Path) -> str:
    text = decode(data, path)
    if not text.strip():
        raise UnreadableFile(_empty(path))
    return text


def _empty(path: Path) -> str:
    return f"{path} is empty; give a file that holds text."


def _refuse_large(size: int, path: Path) -> None:
    if size > LARGEST:
        raise UnreadableFile(
            f"{path} is larger than {LARGEST // 2**20} MB, which is more than alignqa reads at "
            "once; split it."
        )
