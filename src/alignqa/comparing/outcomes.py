"""What became of the findings between two states of a document."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from alignqa.finding import Finding
from alignqa.report import JudgedPair
from alignqa.revision import Fate, Outcome

Versions = tuple[JudgedPair | None, JudgedPair | None]


@dataclass(slots=True)
class _Found:
    """A finding, the passage it stands in, and what it says: the rule and the words it marks."""

    passage: int
    finding: Finding
    says: Hashable
    fate: Fate


def outcomes(passages: Sequence[Versions]) -> list[tuple[Outcome, ...]]:
    """For each passage, old and new, what became of its findings.

    A finding is unchanged if the same rule marks the same words, whatever else was rewritten: in
    its own passage first, then anywhere, since what is said of a document may have moved.
    """
    before = list(_found([old for old, _ in passages], Fate.FIXED))
    after = list(_found([new for _, new in passages], Fate.NEW))
    for anywhere in (False, True):
        waiting: defaultdict[Hashable, list[_Found]] = defaultdict(list)
        for found in before:
            if found.fate is Fate.FIXED:
                waiting[(None if anywhere else found.passage, found.says)].append(found)
        for found in after:
            same = waiting[(None if anywhere else found.passage, found.says)]
            if found.fate is Fate.NEW and same:
                same.pop(0).fate = found.fate = Fate.UNCHANGED
    told: list[list[Outcome]] = [[] for _ in passages]
    for fate, side in ((Fate.NEW, after), (Fate.FIXED, before), (Fate.UNCHANGED, after)):
        for found in side:
            if found.fate is fate:
                told[found.passage].append(Outcome(fate, found.finding))
    return [tuple(each) for each in told]


def _found(versions: Sequence[JudgedPair | None], fate: Fate) -> Iterator[_Found]:
    for passage, pair in enumerate(versions):
        if pair is not None:
            for finding in pair.findings:
                yield _Found(passage, finding, _says(finding, pair), fate)


def _says(finding: Finding, pair: JudgedPair) -> Hashable:
    return (
        finding.rule.code,
        tuple(_folded(span.of(pair.source.text)) for span in finding.source_spans),
        tuple(_folded(span.of(pair.target.text)) for span in finding.target_spans),
    )


def _folded(words: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", words).split())
