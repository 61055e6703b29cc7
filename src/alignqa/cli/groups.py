"""Groups of options, and what a configuration holds for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from alignqa.cli import options
from alignqa.cli.choice import chosen
from alignqa.cli.configured import configured
from alignqa.errors import SettingsError

if TYPE_CHECKING:
    from alignqa.settings import Configuration


@dataclass(frozen=True, slots=True)
class RuleOptions:
    """Which rules are checked, how grave they are, and by which terms."""

    select: options.Select = None
    ignore: options.Ignore = None
    severity: options.Severities = None
    glossary: options.Glossary = None

    def given(self) -> dict[str, object]:
        """By the names of keys; `None` for one that was not given.

        Raises:
            SettingsError: if a severity is not told as RULE=LEVEL.
        """
        return {
            "select": _listed(self.select) or None,
            "ignore": _listed(self.ignore) or None,
            "severity": dict(map(_severity, _listed(self.severity))) or None,
            "glossary": options.paths(self.glossary),
        }


@dataclass(frozen=True, slots=True)
class EncoderOptions:
    """What pairs the passages."""

    encoder: options.Encoder = None
    batch_size: options.BatchSize = None
    device: options.Device = None

    def given(self) -> dict[str, object]:
        """By the names of keys; `None` for one that was not given."""
        return {"encoder": self.encoder, "batch-size": self.batch_size, "device": self.device}


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What is read and kept besides the texts."""

    config: options.Config = None
    no_config: options.NoConfig = False
    no_cache: options.NoCache = False
    no_progress: options.NoProgress = False

    def given(self) -> dict[str, object]:
        """By the names of keys; `None` for one that was not given."""
        return {
            "cache": False if self.no_cache else None,
            "progress": False if self.no_progress else None,
        }

    def configured(
        self,
        files: Sequence[Path | None],
        given: Mapping[str, object],
        pairs: Sequence[str] | None = None,
    ) -> Configuration:
        """What is in force for a command on these files whose other options are given; see
        `alignqa.cli.configured`."""
        return configured(
            self.config,
            none=self.no_config,
            files=files,
            given={**self.given(), **given},
            pairs=pairs or (),
        )


def _listed(options: list[str] | None) -> list[str]:
    """`["AQ1,AQ2", "AQ3"]` → `["AQ1", "AQ2", "AQ3"]`."""
    return [name.strip() for option in options or [] for name in option.split(",") if name.strip()]


def _severity(option: str) -> tuple[str, str]:
    from alignqa.finding import Severity

    rule, sign, level = (part.strip() for part in option.partition("="))
    if not (rule and sign):
        raise SettingsError(f"--severity “{option}” is not RULE=LEVEL; write AQ104=minor.")
    return rule, chosen("severity", level, {known.value: known for known in Severity}).value
