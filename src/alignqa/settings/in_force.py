"""Settings and thresholds from the values that are in force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any

from alignqa.finding import Rule, Severity
from alignqa.settings.configuration import Values
from alignqa.settings.run import Settings
from alignqa.settings.thresholds import Thresholds


def settings_of(values: Values, rules: Iterable[Rule]) -> Settings:
    """The settings of a run.

    Args:
        rules: those that are known.

    Raises:
        SettingsError: if a rule is named that is not known, or none is left.
    """
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


def thresholds_of(values: Values) -> Thresholds:
    """What the gate asks of a file."""
    value: Any = {name: known.value for name, known in values.items()}
    names = [field.name for field in fields(Thresholds)]
    return Thresholds(**{name: value[f"gate.{name.replace('_', '-')}"] for name in names})
