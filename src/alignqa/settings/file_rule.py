"""Which files are translations of which."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from alignqa.errors import SettingsError
from alignqa.settings.pattern import PathPattern, path_pattern


@dataclass(frozen=True, slots=True)
class FileRule:
    """A pattern of sources and one of their translations; without the latter, of bilingual files.

    `reference` is one of other translations to compare them with. `origin` says where the rule was
    read: `alignqa.toml:4`.
    """

    source: PathPattern
    target: PathPattern | None
    origin: str
    reference: PathPattern | None = None

    def __str__(self) -> str:
        return ":".join(map(str, filter(None, (self.source, self.target, self.reference))))


def file_rule(
    source: str, target: str | None, root: Path, origin: str, reference: str | None = None
) -> FileRule:
    """The rule that these patterns, sought below `root`, make.

    Raises:
        SettingsError: if they do not have the same words in braces, or two are one and the same.
    """
    written = [text for text in (source, target, reference) if text]
    patterns = [path_pattern(text, root) for text in written]
    others = iter(patterns[1:])
    rule = FileRule(
        patterns[0],
        next(others) if target else None,
        origin,
        next(others) if reference else None,
    )
    if len(patterns) == 1:
        return rule
    if any(pattern.has_wildcards for pattern in patterns):
        raise SettingsError(
            f"“{rule}” ({origin}) has a *, which does not say which file goes with which; "
            "write {name}, or {path} where it may be in a folder."
        )
    if any(pattern.names != rule.source.names for pattern in patterns):
        raise SettingsError(f"“{rule}” ({origin}) has not the same words in braces everywhere.")
    if len({pattern.text for pattern in patterns}) < len(patterns):
        raise SettingsError(f"“{rule}” ({origin}) names the same files twice.")
    return rule


def rule_of_option(option: str, root: Path) -> FileRule:
    """The rule of `--pair 'SOURCE:TARGET'`, of `--pair 'SOURCE:TARGET:REFERENCE'`, or of
    `--pair PATTERN` for bilingual files.

    Raises:
        SettingsError: if it has more colons, or as `file_rule`.
    """
    parts = _parts(option)
    if len(parts) > 3 or not all(parts):
        raise SettingsError(
            f"--pair “{option}” is not SOURCE:TARGET; write 'docs/en/{{path}}.md:docs/ja/{{path}}.md'."
        )
    source, target, reference = (*parts, None, None)[:3]
    assert source is not None
    return file_rule(source, target, root, "--pair", reference)


def _parts(option: str) -> list[str]:
    """What stands between colons, but for the colon of a Windows drive."""
    parts: list[str] = []
    for part in option.split(":"):
        if parts and len(parts[-1]) == 1 and parts[-1].isalpha() and part[:1] in {"\\", "/"}:
            parts[-1] += f":{part}"
        else:
            parts.append(part)
    return parts
