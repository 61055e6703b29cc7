"""The whole tool against `corpora/`: bilingual files with gold beads and gold findings."""

from __future__ import annotations

import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import pytest

import alignqa
from alignqa.finding import Finding, Severity
from alignqa.report import JudgedPair, Report
from alignqa.text import Segment, Span

CORPORA = Path(__file__).parent.parent / "corpora"
GRAVE = Severity.MAJOR.rank


def _gold(name: str) -> dict[str, Any]:
    return tomllib.loads((CORPORA / f"{name}.gold.toml").read_text(encoding="utf-8"))


NAMES = sorted(path.name.removesuffix(".gold.toml") for path in CORPORA.glob("*.gold.toml"))
GOLD = {name: _gold(name) for name in NAMES}
DRIFTS = [
    pytest.param(name, gold, id=f"{name}-{gold['rule']}-{(gold['target'] or gold['source'])[0]}")
    for name in NAMES
    for gold in GOLD[name]["findings"]
]


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    return {name: alignqa.check(CORPORA / f"{name}.txt") for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_beads(name: str, reports: dict[str, Report]) -> None:
    paragraphs = _paragraphs(name)
    found = [
        [_lines(pair.source, paragraphs), _lines(pair.target, paragraphs)]
        for pair in reports[name].pairs
    ]
    gold = GOLD[name]["beads"]
    differing = {
        "found": [bead for bead in found if bead not in gold],
        "gold": [bead for bead in gold if bead not in found],
    }
    assert differing == {"found": [], "gold": []}


@pytest.mark.parametrize(("name", "gold"), DRIFTS)
def test_a_drift_is_found(name: str, gold: dict[str, Any], reports: dict[str, Report]) -> None:
    there = [(pair, finding) for pair, finding in reports[name].findings() if _is_at(gold, pair)]
    marking = [(pair, finding) for pair, finding in there if _marks(gold, pair, finding)]
    assert marking, f"no {gold['rule']} on these words; found there:\n{_listed(there)}"
    severity = max((finding.severity for _, finding in marking), key=lambda s: s.rank)
    assert severity.rank >= Severity(gold["severity"]).rank, _listed(marking)
    if "expected" in gold:
        mended = [_mended(pair.target.text, finding) for pair, finding in marking]
        assert any(_has(text, gold["expected"]) for text in mended), _listed(marking)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_else_is_grave(name: str, reports: dict[str, Report]) -> None:
    alarms = [
        (pair, finding)
        for pair, finding in reports[name].findings()
        if finding.severity.rank >= GRAVE
        and not any(_is_at(g, pair) and _marks(g, pair, finding) for g in GOLD[name]["findings"])
    ]
    assert not alarms, f"false alarms:\n{_listed(alarms)}"


@pytest.mark.parametrize("name", NAMES)
def test_gold_is_of_its_text(name: str) -> None:
    """The gold names every paragraph once, and words that stand where it says."""
    lines = (CORPORA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    named = [line for bead in GOLD[name]["beads"] for side in bead for line in side]
    assert sorted(named) == list(_paragraphs(name))
    for gold in GOLD[name]["findings"]:
        for side in ("source", "target"):
            for words in gold[side]:
                assert words in lines[gold[f"{side}_line"] - 1]
        if "expected" in gold:
            assert not _has(lines[gold["target_line"] - 1], gold["expected"])


def _paragraphs(name: str) -> dict[int, str]:
    """The paragraphs, one line each, by their 1-based lines."""
    lines = (CORPORA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return {number: line for number, line in enumerate(lines, start=1) if line.strip()}


def _lines(side: Segment, paragraphs: dict[int, str]) -> list[int]:
    """The lines of the paragraphs that make up one side of a pair."""
    whole = _folded(side.text)
    return [line for line, paragraph in paragraphs.items() if _folded(paragraph) in whole]


def _is_at(gold: dict[str, Any], pair: JudgedPair) -> bool:
    """The pair holds the gold finding's paragraphs. A side that is empty has no line to hold to."""
    sides = [(gold.get("source_line"), pair.source), (gold.get("target_line"), pair.target)]
    return all(
        segment.is_empty if line is None else segment.line == line for line, segment in sides
    )


def _marks(gold: dict[str, Any], pair: JudgedPair, finding: Finding) -> bool:
    """It is of the gold rule, and its spans touch the gold words on both sides."""
    return (
        finding.rule.code == gold["rule"]
        and _touch(gold["source"], pair.source.text, finding.source_spans)
        and _touch(gold["target"], pair.target.text, finding.target_spans)
    )


def _touch(words: list[str], text: str, spans: tuple[Span, ...]) -> bool:
    for piece in words:
        start = text.find(piece)
        where = Span(start, start + len(piece)) if start >= 0 else None
        if where is None or not any(where.overlaps(span) for span in spans):
            return False
    return True


def _mended(target: str, finding: Finding) -> str:
    """The target with the suggestion put in place of the first marked words."""
    first = finding.target_spans[0]
    return target[: first.start] + (finding.suggestion or "") + target[first.end :]


def _has(text: str, any_of: list[str]) -> bool:
    return any(_folded(words) in _folded(text) for words in any_of)


def _folded(words: str) -> str:
    return "".join(unicodedata.normalize("NFKC", words).casefold().split())


def _listed(findings: list[tuple[JudgedPair, Finding]]) -> str:
    """One line a finding: where, what, and on which words."""
    if not findings:
        return "  nothing"
    return "\n".join(
        f"  {finding.rule.code} {finding.severity} at lines {pair.source.line}/{pair.target.line}: "
        f"{[span.of(pair.source.text) for span in finding.source_spans]} / "
        f"{[span.of(pair.target.text) for span in finding.target_spans]}, "
        f"suggestion {finding.suggestion!r}: {finding.message}"
        for pair, finding in findings
    )
