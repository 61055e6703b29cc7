"""Patterns of paths: `docs/en/{path}.md`, `{name}.en.txt`, `memory/**/*.tsv`.

`{path}` stands for one folder or more and a name, `{name}` or any other word in braces for a part of
one name; where it comes again it stands for the same. `*` and `?` are any characters and any one
character of a name, `**` is any number of folders.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from alignqa.errors import SettingsError

_TOKEN = re.compile(
    r"(?P<any>\*\*/?)|(?P<some>\*)|(?P<one>\?)|\{(?P<name>[^{}]*)\}|(?P<brace>[{}])"
)
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class PathPattern:
    """A pattern of paths below a folder. `text` is as it was written, with `/` between folders."""

    text: str
    root: Path

    def __post_init__(self) -> None:
        _regex(self.text)

    @property
    def names(self) -> frozenset[str]:
        """The words in braces."""
        return frozenset(match["name"] for match in _TOKEN.finditer(self.text) if match["name"])

    @property
    def is_literal(self) -> bool:
        """It is the path of one file."""
        return _TOKEN.search(self.text) is None

    @property
    def has_wildcards(self) -> bool:
        """It has a `*` or a `?`, so that a path cannot be made from it."""
        return any(not match["name"] for match in _TOKEN.finditer(self.text))

    @property
    def literal_length(self) -> int:
        """How many characters of it stand for themselves."""
        return len(_TOKEN.sub("", self.text))

    @property
    def folder(self) -> Path:
        """The folder that everything it matches is in."""
        first = _TOKEN.search(self.text)
        fixed = self.text if first is None else self.text[: first.start()]
        return Path(os.path.normpath(self.root / fixed.rpartition("/")[0]))

    def match(self, path: Path) -> dict[str, str] | None:
        """What the words in braces stand for in this path, `None` if the pattern is not its own."""
        try:
            below = os.path.relpath(path, self.root).replace(os.sep, "/")
        except ValueError:  # another drive of Windows'
            return None
        found = re.fullmatch(_regex(_normal(self.text, self.root)), below, re.DOTALL)
        return None if found is None else found.groupdict()

    def covers(self, path: Path) -> bool:
        """It matches this path, or a folder that it is in."""
        return any(self.match(part) is not None for part in (path, *path.parents))

    def fill(self, words: Mapping[str, str]) -> Path:
        """The path that it is with these words for the ones in braces."""
        filled = _TOKEN.sub(lambda match: words[match["name"]], self.text)
        return Path(os.path.normpath(self.root / filled))

    def __str__(self) -> str:
        return self.text


def path_pattern(text: str, root: Path) -> PathPattern:
    """The pattern that is written so, below this folder, given as an absolute path.

    Raises:
        SettingsError: if its braces are wrong.
    """
    return PathPattern(text.replace(os.sep, "/"), root)


def _normal(text: str, root: Path) -> str:
    """The pattern as `os.path.relpath` would give it."""
    joined = os.path.normpath(text).replace(os.sep, "/")
    return (
        os.path.relpath(joined, root).replace(os.sep, "/") if Path(text).is_absolute() else joined
    )


def _regex(text: str) -> str:
    parts, place, seen = [], 0, set()
    for match in _TOKEN.finditer(text):
        parts.append(re.escape(text[place : match.start()]))
        place = match.end()
        name = match["name"]
        if match["any"]:
            parts.append("(?:.*/)?" if match["any"].endswith("/") else ".*")
        elif match["some"]:
            parts.append("[^/]*")
        elif match["one"]:
            parts.append("[^/]")
        elif name is None or not _WORD.fullmatch(name):
            raise SettingsError(
                f"The pattern “{text}” has braces that hold no word; write {{path}} or {{name}}."
            )
        elif name in seen:
            parts.append(f"(?P={name})")
        else:
            seen.add(name)
            parts.append(f"(?P<{name}>{'.+' if name == 'path' else '[^/]+'})")
    return "".join([*parts, re.escape(text[place:])])
