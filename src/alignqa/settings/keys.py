"""Every key that a configuration file may hold, with the JSON schema of its value."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from alignqa.bitext import Unit
from alignqa.finding import Severity
from alignqa.text import Lang

_Schema = Mapping[str, Any]

_TEXT: _Schema = {"type": "string", "minLength": 1}
_TEXTS: _Schema = {"type": "array", "items": _TEXT}
_LANGUAGE: _Schema = {"enum": [lang.value for lang in Lang]}
_FLAG: _Schema = {"type": "boolean"}
_COUNT: _Schema = {"type": "integer", "minimum": 0}
_FROM_ONE: _Schema = {"type": "integer", "minimum": 1}
_PERCENT: _Schema = {"type": "number", "minimum": 0, "maximum": 100}
_SHARE: _Schema = {"type": "number", "minimum": 0, "maximum": 1}
_AMOUNT: _Schema = {"type": "number", "minimum": 0}
_OUTPUTS: _Schema = {"type": "object", "additionalProperties": _TEXT}
_UNITS: _Schema = {"enum": [unit.value for unit in Unit]}
_SEVERITIES: _Schema = {
    "type": "object",
    "additionalProperties": {"enum": [severity.value for severity in Severity]},
}


@dataclass(frozen=True, slots=True)
class Key:
    """One key. `name` has a dot where it stands in a table: `gate.max-major`.

    `by_path` says that an override may hold it too, `is_path` that it names files, which are
    sought from the folder of the configuration file.
    """

    name: str
    schema: _Schema
    help: str
    default: object = None
    by_path: bool = False
    is_path: bool = False


KEYS: Mapping[str, Key] = {
    key.name: key
    for key in (
        Key("encoder", _TEXT, "The model to pair with, in place of the embedded one."),
        Key("batch-size", _FROM_ONE, "How many texts that model takes at a time."),
        Key("device", _TEXT, "Where it runs: cpu, cuda, cuda:1, mps."),
        Key("cache", _FLAG, "Keep its vectors, and results of the gate, on disk.", default=True),
        Key("progress", _FLAG, "Show a bar while the work goes on.", default=True),
        Key("lang", _LANGUAGE, "The language of reports for people; the locale's by default."),
        Key("select", _TEXTS, "Only these rules.", default=(), by_path=True),
        Key("ignore", _TEXTS, "All but these rules.", default=(), by_path=True),
        Key("severity", _SEVERITIES, "Other severities for rules.", default={}, by_path=True),
        Key("glossary", _TEXTS, "Files of terms.", default=(), by_path=True, is_path=True),
        Key("reference", _TEXT, "Another translation.", by_path=True, is_path=True),
        Key("check.format", _TEXT, "How `alignqa check` reports.", default="terminal"),
        Key("check.output", _TEXT, "Where `alignqa check` writes.", is_path=True),
        Key("check.jobs", _FROM_ONE, "Processes for a long document; one a core by default."),
        Key("check.explain", _FLAG, "Say what the rules that spoke look for.", default=False),
        Key("diff.format", _TEXT, "How `alignqa diff` shows it.", default="terminal"),
        Key("diff.output", _TEXT, "Where `alignqa diff` writes.", is_path=True),
        Key("diff.context", _COUNT, "Passages shown around each with a finding.", default=0),
        Key("diff.all", _FLAG, "Show every passage, fold none.", default=False),
        Key("align.unit", _UNITS, "What `alignqa align` pairs.", default=Unit.PARAGRAPH.value),
        Key("align.format", _TEXT, "How `alignqa align` writes.", default="terminal"),
        Key("align.output", _TEXT, "Where `alignqa align` writes.", is_path=True),
        Key("gate.min-score", _PERCENT, "The least score of a file.", by_path=True),
        Key("gate.min-pair-score", _PERCENT, "The least score of a pair.", by_path=True),
        Key("gate.max-critical", _COUNT, "Critical findings in a file.", default=0, by_path=True),
        Key("gate.max-major", _COUNT, "Major findings in a file.", by_path=True),
        Key("gate.max-minor", _COUNT, "Minor findings in a file.", by_path=True),
        Key("gate.max-risk", _SHARE, "The greatest risk of a pair.", by_path=True),
        Key("gate.min-coverage", _SHARE, "The share of the source to be paired.", by_path=True),
        Key("gate.max-mqm", _AMOUNT, "MQM's penalty for 1,000 words of English.", by_path=True),
        Key("gate.min-chrf", _PERCENT, "The least chrF against the reference.", by_path=True),
        Key("gate.max-stale", _COUNT, "Translations older than their source's last change."),
        Key("gate.allow-missing", _FLAG, "Files may lack their counterpart.", default=False),
        Key("gate.changed-since", _TEXT, "Only pairs changed since this commit of git's."),
        Key("gate.baseline", _TEXT, "The findings that are known already.", is_path=True),
        Key("gate.exit-zero", _FLAG, "Exit with 0 where the gate fails.", default=False),
        Key("gate.jobs", _FROM_ONE, "How many files to judge at once; every core by default."),
        Key("gate.format", _TEXT, "How `alignqa gate` reports.", default="terminal"),
        Key("gate.output", _TEXT, "Where `alignqa gate` writes.", is_path=True),
        Key("gate.also", _OUTPUTS, "What it writes too: format and file.", {}, is_path=True),
    )
}

FILE_RULE: Mapping[str, _Schema] = {"source": _TEXT, "target": _TEXT, "reference": _TEXT}


def nearest(name: str, known: Iterable[str]) -> str:
    """“; did you mean …?” where a known name is like this one, else “.”."""
    near = difflib.get_close_matches(name, list(known), n=1)
    return f"; did you mean {near[0]}?" if near else "."


def misfit(value: object, schema: _Schema) -> str | None:
    """What the value must be, if it is not that: “a whole number from 0 on”."""
    if "enum" in schema:
        allowed = schema["enum"]
        return None if value in allowed else f"one of {', '.join(allowed)}"
    kind = schema["type"]
    if kind == "array":
        fits = isinstance(value, list) and all(misfit(v, schema["items"]) is None for v in value)
        return None if fits else "a list of texts"
    if kind == "object":
        inner = schema["additionalProperties"]
        wrong = misfit_of_table(value, inner) if isinstance(value, dict) else ""
        return None if wrong is None else f"a table whose values are each {_words(inner)}"
    fits = isinstance(
        value, {"string": str, "boolean": bool, "integer": int}.get(kind, (int, float))
    )
    if kind in {"integer", "number"}:
        fits = fits and not isinstance(value, bool) and _in_range(value, schema)
    if kind == "string":
        fits = fits and bool(value)
    return None if fits else _words(schema)


def misfit_of_table(table: Mapping[str, object], schema: _Schema) -> str | None:
    """What every value of the table must be, if one is not that."""
    wrong = (misfit(value, schema) for value in table.values())
    return next((words for words in wrong if words is not None), None)


def _in_range(value: Any, schema: _Schema) -> bool:
    # NaN, which TOML can write, is in no range.
    return bool(schema["minimum"] <= value <= schema.get("maximum", float("inf")))


def _words(schema: _Schema) -> str:
    if "enum" in schema:
        return f"one of {', '.join(schema['enum'])}"
    kind = {
        "string": "a text that is not empty",
        "boolean": "true or false",
        "integer": "a whole number",
        "number": "a number",
    }[schema["type"]]
    if "maximum" in schema:
        return f"{kind} from {schema['minimum']} to {schema['maximum']}"
    return f"{kind} from {schema['minimum']} on" if "minimum" in schema else kind
