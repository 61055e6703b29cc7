"""A baseline as JSON: one finding a line, each with a comma, so that two branches can add lines.

    {"schema_version": 1, "findings": [
    {"path": "docs/ja/guide.md", "fingerprint": "…", "rule": "AQ101", …, "reason": "house style"},
    null]}

The closing `null` is there for that comma.
"""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

from alignqa.baseline.baseline import Baseline, Entry
from alignqa.errors import SettingsError
from alignqa.render.json_record import dumps
from alignqa.settings.shown import shown

SCHEMA_VERSION = 1

_FIELDS = tuple(field.name for field in fields(Entry))
_NEEDED = ("path", "fingerprint")


def as_text(baseline: Baseline) -> str:
    """The file's text, the same for the same entries."""
    lines = [f'{{"schema_version": {SCHEMA_VERSION}, "findings": [']
    lines += [f"{_line(entry)}," for entry in baseline.entries]
    return "".join(f"{line}\n" for line in [*lines, "null]}"])


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file.

    Raises:
        SettingsError: if it is missing, or malformed.
    """
    try:
        content = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SettingsError(
            f"The baseline {shown(path)} cannot be read: {reason}; `alignqa baseline` makes one."
        ) from error
    except json.JSONDecodeError as error:
        raise SettingsError(
            f"{shown(path)}:{error.lineno}: the baseline is not JSON ({error.msg}); mend the line, "
            "a merge that was left unfinished perhaps."
        ) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise SettingsError(f"The baseline {shown(path)} is not JSON in UTF-8.") from error
    return Baseline.of(_entries(path, content))


def _entries(path: Path, content: Any) -> list[Entry]:
    version = content.get("schema_version") if isinstance(content, dict) else None
    if version != SCHEMA_VERSION or not isinstance(content.get("findings"), list):
        raise SettingsError(
            f"{shown(path)} is no baseline of this version of alignqa; `alignqa baseline` makes one."
        )
    return [_entry(path, record) for record in content["findings"] if record is not None]


def _entry(path: Path, record: Any) -> Entry:
    if not isinstance(record, dict) or not all(isinstance(record.get(k), str) for k in _NEEDED):
        raise SettingsError(
            f"{shown(path)} has a finding without a path or a fingerprint: {json.dumps(record)[:80]}."
        )
    if not all(isinstance(record.get(name, ""), str | None) for name in _FIELDS):
        raise SettingsError(
            f"{shown(path)} has a finding with something else than text in it: "
            f"{json.dumps(record)[:80]}."
        )
    known = {name: record[name] for name in _FIELDS if record.get(name) is not None}
    return Entry(**known)


def _line(entry: Entry) -> str:
    record = {name: getattr(entry, name) for name in _FIELDS}
    if entry.reason is None:
        del record["reason"]
    # Also what an editor takes for a line end, a terminal obeys, or UTF-8 cannot hold is escaped.
    return dumps(record)
