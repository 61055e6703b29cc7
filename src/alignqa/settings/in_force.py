"""Settings and thresholds from the values that are in force."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from alignqa.errors import SettingsError
from alignqa.finding import Rule, Severity
from alignqa.settings.configuration import COMMAND_LINE, DEFAULT, Value, Values
from alignqa.settings.run import Settings, names_rule, unknown_rule
from alignqa.settings.thresholds import Thresholds


def settings_of(values: Values, rules: Iterable[Rule]) -> Settings:
    """The settings of a run.

    Args:
        rules: those that are known.

    Raises:
        SettingsError: if a rule is named that is not known, or none is left.
    """
    rules = tuple(rules)
    for name in ("select", "ignore", "severity"):
        _refuse_unknown(values[name], rules)
    value: Any = {name: known.value for name, known in values.items()}
    reference = value["reference"]
    return Settings.checked(
        rules,
        encoder=value["encoder"],
        select=value["select"],
        ignore=value["ignore"],
        batch_size=value["batch-size"],
        device=value["device"],
        cache=value["cache"],
        glossaries=[Path(path) for path in value["glossary"]],
        reference=None if reference is None else Path(reference),
        severities={name: Severity(of) for name, of in value["severity"].items()},
    )


def _refuse_unknown(value: Value, rules: Sequence[Rule]) -> None:
    """Says where the configuration names a rule that is not known."""
    names: Any = value.value
    for name in names:
        if not any(names_rule(name, rule) for rule in rules):
            error = unknown_rule(name, rules)
            if value.origin in (DEFAULT, COMMAND_LINE):
                raise error
            said = str(error)
            raise SettingsError(f"{value.origin}: {said[0].lower()}{said[1:]}")


def thresholds_of(values: Values) -> Thresholds:
    """What the gate asks of a file."""
    value: Any = {name: known.value for name, known in values.items()}
    names = [field.name for field in fields(Thresholds)]
    return Thresholds(**{name: value[f"gate.{name.replace('_', '-')}"] for name in names})
