"""From rules such as `docs/en/{path}.md` ↔ `docs/ja/{path}.md` to the documents that there are."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from alignqa.errors import SettingsError
from alignqa.files.document import Document, places_of, with_folders
from alignqa.settings import FileRule
from alignqa.settings.pattern import PathPattern
from alignqa.settings.shown import shown


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """Documents whose files are there; those whose translation is missing; and those whose source
    is, so that their translation is an orphan. All in order, by the translation's path."""

    documents: tuple[Document, ...]
    missing: tuple[Document, ...] = ()
    orphans: tuple[Document, ...] = ()

    def touching(
        self,
        paths: Iterable[Path],
        held_against: Callable[[Document], Iterable[Path]] = lambda _: (),
    ) -> FoundFiles:
        """Only the documents that one of these files or folders belongs to, or that are held
        against one of them."""
        wanted = {place for path in paths for place in places_of(path)}

        def touched(document: Document) -> bool:
            belonging = (*document.paths, *held_against(document))
            return any(wanted & with_folders(path) for path in belonging)

        return FoundFiles(
            tuple(filter(touched, self.documents)),
            tuple(filter(touched, self.missing)),
            tuple(filter(touched, self.orphans)),
        )


def find_documents(rules: Sequence[FileRule], *, allow_missing: bool = False) -> FoundFiles:
    """What the rules find.

    Args:
        allow_missing: a pattern of translations may match nothing.

    Raises:
        SettingsError: if a pattern matches nothing, or two rules claim one file.
    """
    documents: list[Document] = []
    missing: list[Document] = []
    orphans: list[Document] = []
    claimed: dict[Path, FileRule] = {}
    for rule in rules:
        for document in _documents(rule, allow_missing):
            for path in document.paths:
                if (other := claimed.setdefault(path, rule)) is not rule:
                    raise SettingsError(
                        f"{shown(path)} is claimed by two rules, “{other}” ({other.origin}) and "
                        f"“{rule}” ({rule.origin}); make one of them narrower."
                    )
            if not document.source.is_file():
                orphans.append(document)
            elif document.target is not None and not document.target.is_file():
                missing.append(document)
            else:
                documents.append(document)
    in_order = (sorted(found, key=_in_order) for found in (documents, missing, orphans))
    return FoundFiles(*(tuple(found) for found in in_order))


def _in_order(document: Document) -> tuple[str, str]:
    return document.name, str(document.source)


def _documents(rule: FileRule, allow_missing: bool) -> Iterator[Document]:
    if rule.target is None:
        sources = list(_files(rule.source))
        _refuse_nothing(rule, rule.source, bool(sources))
        for path in sources:
            yield Document(path, None, _reference(rule, rule.source.match(path) or {}))
        return
    of_source, of_target = _captured(rule, rule.source), _captured(rule, rule.target)
    _refuse_nothing(rule, rule.source, bool(of_source))
    if not (allow_missing or rule.target.is_literal):
        _refuse_nothing(rule, rule.target, bool(of_target))
    seen = set()
    for words in (*of_source.values(), *of_target.values()):
        document = Document(
            rule.source.fill(words), rule.target.fill(words), _reference(rule, words)
        )
        if document not in seen:
            seen.add(document)
            yield document


def _reference(rule: FileRule, words: Mapping[str, str]) -> Path | None:
    return None if rule.reference is None else rule.reference.fill(words)


def _captured(rule: FileRule, pattern: PathPattern) -> dict[Path, dict[str, str]]:
    """The files of one side of a rule, with what its words in braces stand for.

    Where both sides match a file (`{name}.txt` and `{name}.ja.txt`), the one that says more about
    it has it.
    """
    other = rule.target if pattern is rule.source else rule.source
    captured = {}
    for path in _files(pattern):
        words = pattern.match(path)
        if words is None:
            continue
        if other is not None and other.match(path) is not None:
            if other.literal_length == pattern.literal_length:
                raise SettingsError(
                    f"{shown(path)} is source and translation at once by “{rule}” "
                    f"({rule.origin}); make its patterns narrower."
                )
            if other.literal_length > pattern.literal_length:
                continue
        captured[path] = words
    return captured


def _files(pattern: PathPattern) -> Iterator[Path]:
    """The files that match, in order. What begins with a dot is passed over unless it is named."""
    if pattern.is_literal:
        path = pattern.fill({})
        if path.is_file():
            yield path
        return
    hidden = "/." in f"/{pattern.text}".replace("/..", "")
    for folder, folders, names in os.walk(pattern.folder):
        folders[:] = sorted(name for name in folders if hidden or not name.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            if (hidden or not name.startswith(".")) and pattern.match(path) is not None:
                yield path


def _refuse_nothing(rule: FileRule, pattern: PathPattern, found: bool) -> None:
    if not found:
        kind = "file" if pattern.is_literal else "pattern"
        there = "is not there" if pattern.is_literal else "matches no file"
        hint = " Write / between folders." if "\\" in pattern.text else ""
        raise SettingsError(
            f"The {kind} “{pattern}” ({rule.origin}) {there}; it was sought in {pattern.folder}.{hint}"
        )
