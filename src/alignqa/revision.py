"""Two translations of one source beside each other: what differs, and what that did."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from alignqa.finding import Finding
from alignqa.report import JudgedPair, Report
from alignqa.text import Segment, Span


class Against(StrEnum):
    """What the newer translation is compared with."""

    REVISION = "revision"  # an earlier state of itself
    REFERENCE = "reference"  # another translation of the same source


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of the old text and the words of the new one in their place.

    `old` is `None` where words were put in, `new` where words were taken out. With `equal` both
    say the same.
    """

    old: Span | None
    new: Span | None
    equal: bool = False


class Fate(StrEnum):
    """What became of a finding."""

    NEW = "new"
    FIXED = "fixed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finding and its fate. Its spans are places in the old texts if it was fixed, else in the
    new ones."""

    fate: Fate
    finding: Finding


@dataclass(frozen=True, slots=True)
class Change:
    """One passage of the source with its old and its new rendering, changed or not.

    `old` or `new` is `None` where that translation has no such passage. `edits` lead from the old
    target text to the new one, in order. `outcomes`: the new findings first, then the fixed ones.
    """

    index: int
    old: JudgedPair | None
    new: JudgedPair | None
    edits: tuple[Edit, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def is_rewritten(self) -> bool:
        """The words of the two translations differ."""
        return any(not edit.equal for edit in self.edits)

    @property
    def is_news(self) -> bool:
        """There is something to tell: other words, or a finding that came or went."""
        return self.is_rewritten or any(o.fate is not Fate.UNCHANGED for o in self.outcomes)

    @property
    def source(self) -> Segment:
        """The passage of the source; empty if the translations stand alone here."""
        either = self.new or self.old
        assert either is not None, "a change has an old or a new side"
        return either.source

    def count(self, fate: Fate) -> int:
        """How many of its findings met this fate."""
        return sum(outcome.fate is fate for outcome in self.outcomes)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports on translations of one source, passage by passage in the source's order."""

    old: Report
    new: Report
    against: Against
    changes: tuple[Change, ...]

    @property
    def rewritten(self) -> int:
        """How many passages have other words."""
        return sum(change.is_rewritten for change in self.changes)

    def count(self, fate: Fate) -> int:
        """How many findings met this fate."""
        return sum(change.count(fate) for change in self.changes)
