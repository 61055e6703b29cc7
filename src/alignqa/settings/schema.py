"""The JSON schema of a configuration file, for editors."""

from __future__ import annotations

from typing import Any

from alignqa.settings.keys import FILE_RULE, KEYS, Key


def json_schema() -> dict[str, Any]:
    """The schema of `alignqa.toml`, and of the table `[tool.alignqa]` in `pyproject.toml`."""
    files = {
        "type": "array",
        "description": "Which files are translations of which.",
        "items": _table({name: dict(schema) for name, schema in FILE_RULE.items()}, ["source"]),
    }
    paths = {"type": "array", "items": {"type": "string"}, "minItems": 1}
    overrides = {
        "type": "array",
        "description": "Other settings for some files.",
        "items": _table({"paths": paths} | _properties(by_path=True), ["paths"]),
    }
    schema = _table(_properties() | {"files": files, "overrides": overrides})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "alignqa",
        "description": "Settings of alignqa, a checker of English/Japanese translations.",
        **schema,
    }


def _properties(*, by_path: bool = False) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    for key in KEYS.values():
        if by_path and not key.by_path:
            continue
        table, _, name = key.name.rpartition(".")
        if not table:
            properties[name] = _described(key)
        else:
            properties.setdefault(table, _table({}))["properties"][name] = _described(key)
    return properties


def _described(key: Key) -> dict[str, Any]:
    described = {**key.schema, "description": key.help}
    if key.default is not None:
        described["default"] = list(key.default) if isinstance(key.default, tuple) else key.default
    return described


def _table(properties: dict[str, Any], required: list[str] | None = None) -> dict[str, Any]:
    table = {"type": "object", "properties": properties, "additionalProperties": False}
    return table | {"required": required} if required else table
