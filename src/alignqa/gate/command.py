"""The commands that show a breach again, as a shell reads them and as a terminal may show them."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from alignqa.render.inert import inert
from alignqa.settings.shown import shown


@dataclass(frozen=True, slots=True)
class Commands:
    """Commands on one document. `options` are those of the command line that are needed to come to
    the same findings."""

    source: Path
    target: Path | None = None
    options: tuple[str, ...] = ()

    def check(self, codes: Sequence[str] = ()) -> str:
        """Reports on the document, for these rules or for all of them."""
        options = self.options
        selected: list[str] = []
        if codes:
            selected = ["--select", ",".join(codes)]
            options = tuple(o for o in options if not o.startswith("--select="))
        # A path may begin with a hyphen.
        files = [f"./{name}" if name.startswith("-") else name for name in self._files]
        return command(["alignqa", "check", *files, *selected, *options])

    def gate(self, *threshold: str | float) -> str:
        """Judges the document by a threshold, such as `--min-coverage`, 0.9."""
        files = [":".join(self._files)]
        asked = [part if isinstance(part, str) else f"{part:g}" for part in threshold]
        return command(["alignqa", "gate", "--pair", *files, *asked, *self.options])

    @property
    def _files(self) -> list[str]:
        return [shown(path) for path in (self.source, self.target) if path is not None]


def command(words: Iterable[str]) -> str:
    """The words with quotation marks where a shell wants them."""
    return " ".join(map(_quoted, words))


def _quoted(word: str) -> str:
    if inert(word) == word:
        return shlex.quote(word)
    # Bash's and zsh's way to write a line end, or what a terminal would obey.
    return f"$'{''.join(map(_escaped, word))}'"


def _escaped(char: str) -> str:
    if char in "\\'":
        return f"\\{char}"
    if inert(char) == char:
        return char
    return "".join(f"\\x{byte:02x}" for byte in os.fsencode(char))
