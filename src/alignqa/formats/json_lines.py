"""JSON Lines: one object a line, with `source` and `target`, or `en` and `ja`."""

from __future__ import annotations

import json
from pathlib import Path

from alignqa.bitext import Bitext
from alignqa.errors import UnreadableFile
from alignqa.formats.pairs import Row, bitext, sides_among

NAME = "JSON Lines"
SUFFIXES = (".jsonl", ".ndjson")


def recognises(text: str) -> bool:
    """The first line is an object that names both sides."""
    first = text.partition("\n")[0]
    if not first.startswith("{"):
        return False
    try:
        value = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and sides_among(key.lower() for key in value) is not None


def read(text: str, path: Path) -> Bitext:
    """Row n is pair n.

    Raises:
        UnreadableFile: broken JSON, no object, a missing key, or a side that is not a string.
        MissingLanguage: both sides are in the same language, or a side is in neither.
    """
    rows: list[Row] = []
    sides: tuple[str, str] | None = None
    for number, line in enumerate(text.rstrip().split("\n"), start=1):
        where = f"{path}:{number}"
        row = _object(line, where)
        sides = sides or sides_among(key.lower() for key in row)
        if sides is None:
            raise UnreadableFile(
                f'{where} has no pair; give each object the keys "source" and "target", '
                'or "en" and "ja".'
            )
        source, target = (_side(row, name, where) for name in sides)
        extra = {
            key: _carried(value, where) for key, value in row.items() if key.lower() not in sides
        }
        rows.append(Row(source, target, number, extra))
    return bitext(rows, path)


def _object(line: str, where: str) -> dict[str, object]:
    if not line.strip():
        raise UnreadableFile(f"{where} is blank but rows follow; delete the line.")
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        raise UnreadableFile(
            f"{where} is not JSON at column {error.colno} ({error.msg}); write one object a line."
        ) from None
    except (ValueError, RecursionError):
        # A number of thousands of digits, or thousands of brackets one inside the other.
        raise UnreadableFile(_too_much(where)) from None
    if not isinstance(value, dict):
        raise UnreadableFile(f"{where} is JSON but no object; write one object a line.")
    for key in value:
        _well_formed(key, where)
    return value


def _side(row: dict[str, object], name: str, where: str) -> str:
    for key, value in row.items():
        if key.lower() == name:
            if not isinstance(value, str):
                raise UnreadableFile(
                    f'{where} has a "{key}" that is not a string; write "" where there is no text.'
                )
            return _well_formed(value, where)
    raise UnreadableFile(f'{where} lacks the key "{name}"; write "" where there is no text.')


def _carried(value: object, where: str) -> str:
    """What is no side: strings as they are, anything else as the JSON it was."""
    if isinstance(value, str):
        return _well_formed(value, where)
    try:
        return _well_formed(json.dumps(value, ensure_ascii=False), where)
    except RecursionError:
        raise UnreadableFile(_too_much(where)) from None


def _too_much(where: str) -> str:
    return f"{where} has a JSON value too deep or too long to read; leave it out."


def _well_formed(text: str, where: str) -> str:
    """The text, unless it holds half a character, which no encoding can write."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UnreadableFile(
            f"{where} has an escape (\\ud800 to \\udfff) that is half a character; "
            "write the character itself."
        ) from None
    return text
