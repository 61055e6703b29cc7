"""What is in force, and where each value of it came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from alignqa.errors import SettingsError
from alignqa.settings.file_rule import FileRule
from alignqa.settings.keys import KEYS, misfit
from alignqa.settings.pattern import PathPattern

DEFAULT = "default"
COMMAND_LINE = "command line"


@dataclass(frozen=True, slots=True)
class Value:
    """What a key is set to. `origin` is `default`, `command line`, or `alignqa.toml:4`."""

    value: object
    origin: str


Values = Mapping[str, Value]


def _nothing() -> Values:
    return {}


@dataclass(frozen=True, slots=True)
class Override:
    """Other values for the files that one of the patterns covers."""

    paths: tuple[PathPattern, ...]
    values: Values

    def covers(self, path: Path) -> bool:
        """It is for this file."""
        return any(pattern.covers(path) for pattern in self.paths)


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a file says and what the command line says, which goes before it.

    `path` is the file, `None` if there was none.
    """

    path: Path | None = None
    values: Values = field(default_factory=_nothing)
    overrides: tuple[Override, ...] = ()
    files: tuple[FileRule, ...] = ()
    given: Values = field(default_factory=_nothing)

    def with_given(
        self, options: Mapping[str, object], files: Sequence[FileRule] = ()
    ) -> Configuration:
        """The same under a command line whose options are these; those that are `None` were not
        given. File rules that were given replace the file's.

        Raises:
            SettingsError: if a figure is out of its range, or none at all.
        """
        given = {}
        for name, value in options.items():
            if value is None:
                continue
            wanted = None if isinstance(value, tuple) else misfit(value, KEYS[name].schema)
            if wanted is not None:
                raise SettingsError(f"--{name.rpartition('.')[2]} must be {wanted}.")
            given[name] = Value(value, COMMAND_LINE)
        return replace(self, given=given, files=tuple(files) or self.files)

    def for_all_files(self) -> Configuration:
        """The same for every file that is there, whatever changed and whatever is missing."""
        given = dict(self.given) | {"gate.allow-missing": Value(True, COMMAND_LINE)}
        given |= {"gate.changed-since": Value(None, COMMAND_LINE)}
        return replace(self, given=given)

    def in_force(self, *paths: Path | None) -> dict[str, Value]:
        """The value of every key for a document in these files; an override counts that covers one
        of them, a later one more than an earlier one. Tables are joined."""
        values = {key.name: Value(key.default, DEFAULT) for key in KEYS.values()}
        absolute = [path.absolute() for path in paths if path is not None]
        overrides = [
            override.values
            for override in self.overrides
            if any(override.covers(path) for path in absolute)
        ]
        for layer in (self.values, *overrides, self.given):
            values.update({name: _over(value, values[name]) for name, value in layer.items()})
        return values


def _over(value: Value, below: Value) -> Value:
    """What two settings of one key come to: of tables, each name counts by itself."""
    if not (isinstance(value.value, Mapping) and isinstance(below.value, Mapping) and below.value):
        return value
    return Value({**below.value, **value.value}, f"{below.origin}, {value.origin}")
