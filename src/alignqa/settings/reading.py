"""`alignqa.toml`, or the table `[tool.alignqa]` of `pyproject.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from alignqa.errors import SettingsError
from alignqa.settings.configuration import Configuration, Override, Value
from alignqa.settings.file_rule import FileRule, file_rule
from alignqa.settings.keys import FILE_RULE, KEYS, Key, misfit, nearest
from alignqa.settings.lines import lines_of
from alignqa.settings.pattern import path_pattern
from alignqa.settings.shown import shown

OWN, SHARED = "alignqa.toml", "pyproject.toml"
_TABLE = "tool.alignqa."
_TABLES = frozenset(name.partition(".")[0] for name in KEYS if "." in name)


def find_configuration(*starts: Path) -> Path | None:
    """The nearest configuration file in one of these folders or above it, the first start first.

    Raises:
        SettingsError: if a `pyproject.toml` on the way is broken.
    """
    for start in starts:
        for folder in (start.absolute(), *start.absolute().parents):
            if (own := folder / OWN).is_file():
                return own
            if (shared := folder / SHARED).is_file() and _has_table(shared):
                return shared
    return None


def read_configuration(path: Path) -> Configuration:
    """What the file says.

    Raises:
        SettingsError: if it cannot be read, or says something that is not known.
    """
    return _Reader(path).configuration()


def _has_table(path: Path) -> bool:
    text = _text(path)
    return "alignqa" in text and "alignqa" in _parsed(path, text).get("tool", {})


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SettingsError(f"The configuration {shown(path)} cannot be read: {reason}.") from error
    except UnicodeDecodeError as error:
        raise SettingsError(
            f"The configuration {shown(path)} is not in UTF-8; save it as that."
        ) from error


def _parsed(path: Path, text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        said = str(error) or "too deep"
        raise SettingsError(
            f"The configuration {shown(path)} is not TOML: {said}; mend it, or give --no-config."
        ) from error


class _Reader:
    """Reads one file; knows where in it each key stands."""

    def __init__(self, path: Path) -> None:
        self._path = path.absolute()
        text = _text(self._path)
        content = _parsed(self._path, text)
        self._lines = lines_of(text)
        self._prefix = "" if path.name != SHARED else _TABLE
        if self._prefix:
            tool = content.get("tool", {})
            content = tool.get("alignqa", {}) if isinstance(tool, dict) else {}
            if not isinstance(content, dict):
                raise SettingsError(f"{shown(path)}: [tool.alignqa] is no table.")
        self._content = content

    def configuration(self) -> Configuration:
        own = dict(self._content)
        files = self._tables(own.pop("files", []), "files")
        overrides = self._tables(own.pop("overrides", []), "overrides")
        return Configuration(
            path=self._path,
            values=self._values(own, "", by_path=False),
            overrides=tuple(self._override(t, f"overrides[{n}].") for n, t in enumerate(overrides)),
            files=tuple(self._file_rule(t, f"files[{n}].") for n, t in enumerate(files)),
        )

    def _tables(self, value: object, name: str) -> list[dict[str, Any]]:
        if isinstance(value, list) and all(isinstance(table, dict) for table in value):
            return value
        raise self._wrong(name, f"{name} must be tables; write [[{self._prefix}{name}]].")

    def _values(self, table: Mapping[str, Any], at: str, *, by_path: bool) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for name, value in table.items():
            if name in _TABLES and isinstance(value, dict):
                for inner, of in value.items():
                    values |= self._value(f"{name}.{inner}", of, at, by_path)
            else:
                values |= self._value(name, value, at, by_path)
        return values

    def _value(self, name: str, value: object, at: str, by_path: bool) -> dict[str, Value]:
        key = KEYS.get(name)
        if key is None:
            near = nearest(
                name, [*KEYS, *_TABLES, "files", "overrides", *(["paths"] if by_path else [])]
            )
            raise self._wrong(at + name, f"there is no setting “{name}”{near}")
        if by_path and not key.by_path:
            raise self._wrong(
                at + name, f"“{name}” holds for all files, so no override can set it."
            )
        if (wanted := misfit(value, key.schema)) is not None:
            raise self._wrong(at + name, f"“{name}” must be {wanted}.")
        return {name: Value(self._frozen(value, key), self._origin(at + name))}

    def _frozen(self, value: Any, key: Key) -> object:
        if isinstance(value, dict):
            return {name: self._located(of) if key.is_path else of for name, of in value.items()}
        if isinstance(value, list):
            return tuple(self._located(item) if key.is_path else item for item in value)
        return self._located(value) if key.is_path else value

    def _located(self, path: str) -> str:
        return shown(self._path.parent / Path(path).expanduser())

    def _override(self, table: dict[str, Any], at: str) -> Override:
        table = dict(table)
        paths = table.pop("paths", None)
        if (
            not isinstance(paths, list)
            or not paths
            or misfit(paths, {"type": "array", "items": {"type": "string"}})
        ):
            raise self._wrong(f"{at}paths", "an override needs paths, a list of patterns.")
        return Override(
            tuple(path_pattern(path, self._path.parent) for path in paths),
            self._values(table, at, by_path=True),
        )

    def _file_rule(self, table: dict[str, Any], at: str) -> FileRule:
        for name, value in table.items():
            if name not in FILE_RULE:
                raise self._wrong(at + name, f"files have no “{name}”{nearest(name, FILE_RULE)}")
            if (wanted := misfit(value, FILE_RULE[name])) is not None:
                raise self._wrong(at + name, f"“{name}” must be {wanted}.")
        if "source" not in table:
            raise self._wrong(f"{at}source", "files need a source, a pattern of paths.")
        origin = self._origin(f"{at}source")
        patterns = (table["source"], table.get("target"))
        return file_rule(*patterns, self._path.parent, origin, table.get("reference"))

    def _origin(self, key: str) -> str:
        """`alignqa.toml:4`; without a line where the key stands in a way that is seldom seen."""
        wanted = self._prefix + key
        while wanted:
            if wanted in self._lines:
                return f"{shown(self._path)}:{self._lines[wanted]}"
            wanted = wanted.rpartition(".")[0]
        return shown(self._path)

    def _wrong(self, key: str, what: str) -> SettingsError:
        return SettingsError(f"{self._origin(key)}: {what}")
