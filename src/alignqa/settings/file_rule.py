"""Which files are translations of which."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from alignqa.errors import SettingsError
from alignqa.settings.pattern import PathPattern, path_pattern


@dataclass(frozen=True, slots=True)
class FileRule:
    """A pattern of sources and one of their translations; without the latter, of bilingual files.

    `origin` says where the rule was read: `alignqa.toml:4`.
    """

    source: PathPattern
    target: PathPattern | None
    origin: str

    def __str__(self) -> str:
        return f"{self.source}:{self.target}" if self.target else str(self.source)


def file_rule(source: str, target: str | None, root: Path, origin: str) -> FileRule:
    """The rule that these patterns, sought below `root`, make.

    Raises:
        SettingsError: if they do not have the same words in braces, or are one and the same.
    """
    rule = FileRule(
        path_pattern(source, root), path_pattern(target, root) if target else None, origin
    )
    if rule.target is None:
        return rule
    if rule.source.has_wildcards or rule.target.has_wildcards:
        raise SettingsError(
            f"“{rule}” ({origin}) has a *, which does not say which file goes with which; "
            "write {name}, or {path} where it may be in a folder."
        )
    if rule.source.names != rule.target.names:
        raise SettingsError(f"“{rule}” ({origin}) has not the same words in braces on both sides.")
    if rule.source.text == rule.target.text:
        raise SettingsError(f"“{rule}” ({origin}) names the same files on both sides.")
    return rule


def rule_of_option(option: str, root: Path) -> FileRule:
    """The rule of `--pair 'SOURCE:TARGET'`, or of `--pair PATTERN` for bilingual files.

    Raises:
        SettingsError: if it has more than one colon, or as `file_rule`.
    """
    source, *others = _halves(option)
    if len(others) > 1 or not source or others == [""]:
        raise SettingsError(
            f"--pair “{option}” is not SOURCE:TARGET; write 'docs/en/{{path}}.md:docs/ja/{{path}}.md'."
        )
    return file_rule(source, others[0] if others else None, root, "--pair")


def _halves(option: str) -> list[str]:
    """What stands between colons, but for the colon of a Windows drive."""
    halves: list[str] = []
    for part in option.split(":"):
        if halves and len(halves[-1]) == 1 and halves[-1].isalpha() and part[:1] in {"\\", "/"}:
            halves[-1] += f":{part}"
        else:
            halves.append(part)
    return halves
