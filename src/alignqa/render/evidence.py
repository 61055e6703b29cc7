"""What stands behind a finding, in words for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from alignqa.render.language import word, worded

# What is told in the code's own words, and not in a text's.
KINDS = frozenset({"kind", "negated_side", "language", "rank", "source_asks", "target_asks"})
_UNITS = frozenset({"unit", "unit_of_target"})


def evidence_words(evidence: Mapping[str, object]) -> dict[str, str]:
    """Each thing that is known by its name, in the language of reports."""
    return {
        word(key.replace("_", " ")): _coded(key, value)
        if isinstance(value, str)
        else _in_words(value)
        for key, value in evidence.items()
    }


def _coded(key: str, value: str) -> str:
    """What the code has a word of its own for, in that language; a text's words as they are."""
    if key in KINDS:
        return word(value)
    # By a name of its own: times are a unit, and how often something stands.
    return word(f"unit {value}").removeprefix("unit ") if key in _UNITS else value


def _in_words(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return worded("yes") if value else worded("no")
    if value is None:
        return worded("none")
    if isinstance(value, int):
        return f"{value:,}" if abs(value) >= 10_000 else str(value)
    if isinstance(value, float):
        return f"{value:.3g}"
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_in_words(item)}" for key, item in value.items())
    if isinstance(value, Sequence):
        return ", ".join(_in_words(item) for item in value)
    return str(value)
