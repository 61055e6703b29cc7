"""The configuration that a command runs under: a file's, and its own options before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alignqa.errors import SettingsError

if TYPE_CHECKING:
    from alignqa.settings import Configuration, Value


def configured(
    path: Path | None,
    *,
    none: bool,
    files: Sequence[Path | None] = (),
    given: Mapping[str, object] | None = None,
    pairs: Sequence[str] = (),
) -> Configuration:
    """What is in force for a command.

    Args:
        path: `--config`. Without it, the nearest file is sought from the first of `files` upward,
            then from the working folder.
        none: `--no-config`.
        given: the command line's options by the names of `alignqa.settings.keys`; `None` for one
            that was not given.
        pairs: `--pair`, below the working folder.

    Raises:
        SettingsError: if the file is missing, or says something that is not known.
    """
    from alignqa.settings import Configuration, find_configuration, read_configuration
    from alignqa.settings.file_rule import rule_of_option

    if path is not None and none:
        raise SettingsError("--config and --no-config cannot both be meant.")
    if path is None and not none:
        first = next((file for file in files if file is not None), None)
        starts = [Path.cwd()] if first is None else [_folder(first), Path.cwd()]
        path = find_configuration(*starts)
    configuration = Configuration() if path is None else read_configuration(path)
    rules = [rule_of_option(pair, Path.cwd()) for pair in pairs]
    return configuration.with_given(given or {}, rules)


def read_besides(configuration: Configuration, values: Mapping[str, Value]) -> Iterator[Path]:
    """What a command reads besides its files: the configuration, and glossaries and references that
    it or the command line names."""
    if configuration.path is not None:
        yield configuration.path
    for name in ("glossary", "reference"):
        named: Any = values[name].value or ()
        yield from map(Path, (named,) if isinstance(named, str) else named)


def check_options(given: Mapping[str, Any], config: Path | None, *, none: bool) -> list[str]:
    """The options that `alignqa check` needs to judge as a command with these options did."""
    again = [f"--select={','.join(given['select'])}"] if given["select"] else []
    again += [f"--glossary={path}" for path in given["glossary"] or ()]
    again += [f"--ignore={','.join(given['ignore'])}"] if given["ignore"] else []
    again += [f"--severity={rule}={level}" for rule, level in (given["severity"] or {}).items()]
    again += [
        f"--{name}={given[name]}" for name in ("encoder", "batch-size", "device") if given[name]
    ]
    again += ["--no-cache"] if given["cache"] is False else []
    again += [f"--reference={given['reference']}"] if given["reference"] else []
    again += [f"--config={config}"] if config is not None else []
    return [*again, "--no-config"] if none else again


def _folder(file: Path) -> Path:
    return file if file.is_dir() else file.parent
