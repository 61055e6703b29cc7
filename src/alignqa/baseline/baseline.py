"""What is known, and what became of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Entry:
    """A known finding. `path` is its translation's file, from the baseline's folder, with `/`.

    Only `path` and `fingerprint` count; the rest is for people.
    """

    path: str
    fingerprint: str
    rule: str = ""
    severity: str = ""
    message: str = ""
    reason: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What makes it this entry and no other."""
        return self.path, self.fingerprint


@dataclass(frozen=True, slots=True)
class Baseline:
    """Known findings, each of them once, by path and fingerprint."""

    entries: tuple[Entry, ...] = ()

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Baseline:
        """The baseline of these entries; of two for the same finding, one with a reason stays."""
        kept: dict[tuple[str, str], Entry] = {}
        for entry in entries:
            known = kept.get(entry.key)
            if known is None or (known.reason is None and entry.reason is not None):
                kept[entry.key] = entry
        return cls(tuple(kept[key] for key in sorted(kept)))

    def known(self, path: str, there: Collection[str]) -> frozenset[str]:
        """The fingerprints that are known of a file.

        They live on where a file was renamed: those of a file that is not there any more hold for
        every file.

        Args:
            there: the files that are there.
        """
        return frozenset(
            entry.fingerprint
            for entry in self.entries
            if entry.path == path or entry.path not in there
        )

    def fixed(self, found: Mapping[str, Collection[str]]) -> tuple[Entry, ...]:
        """The entries whose file was judged, and does not have the finding any more.

        Args:
            found: the fingerprints of every file that was judged.
        """
        return tuple(
            entry
            for entry in self.entries
            if entry.path in found and entry.fingerprint not in found[entry.path]
        )

    def stale(self, there: Collection[str]) -> tuple[Entry, ...]:
        """The entries whose file is not there any more."""
        return tuple(entry for entry in self.entries if entry.path not in there)

    def without(self, entries: Iterable[Entry]) -> Baseline:
        """The baseline without these."""
        gone = {entry.key for entry in entries}
        return Baseline(tuple(entry for entry in self.entries if entry.key not in gone))

    def renewed(
        self, entries: Iterable[Entry], judged: Collection[str], reason: str | None = None
    ) -> Baseline:
        """What these findings make of it.

        Args:
            entries: today's findings. One that was known keeps its reason.
            judged: the files that they are all the findings of; what is known of others stays.
            reason: for those that have none yet.
        """
        reasons = {entry.key: entry.reason for entry in self.entries}
        today = (replace(entry, reason=reasons.get(entry.key) or reason) for entry in entries)
        others = (entry for entry in self.entries if entry.path not in judged)
        return Baseline.of([*today, *others])
