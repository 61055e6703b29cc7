"""Reports and files made by hand, for the gate and for what it puts out."""

from __future__ import annotations

from pathlib import Path

from alignqa.bitext import Part, SentenceBead
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.gate.breaches import Judged
from alignqa.gate.command import Commands
from alignqa.gate.figures import figures_of
from alignqa.report import JudgedPair, Report, Score
from alignqa.text import Lang, Segment, Span
from alignqa.verdict import JudgedFile

NUMBER = Rule("AQ201", "number-mismatch", MqmCategory.NUMBER, Severity.CRITICAL)
SOURCE, TARGET = "The harbour closed at 9. Nobody was hurt.", "港は8時に閉鎖された。"


def finding(severity: Severity = Severity.CRITICAL, words: str = "8") -> Finding:
    start = TARGET.find(words)
    return Finding(
        NUMBER,
        severity,
        0.9,
        f"The source says 9, the translation {words}.",
        target_spans=(Span(start, start + len(words)),) if start >= 0 else (),
        suggestion="9",
    )


def pair(
    index: int,
    *findings: Finding,
    score: float = 90.0,
    risk: float = 0.1,
    source: str = SOURCE,
    target: str = TARGET,
    beads: tuple[SentenceBead, ...] = (),
    part: Part = Part.BODY,
) -> JudgedPair:
    return JudgedPair(
        index,
        Segment(source, Lang.ENGLISH, 2 * index + 1),
        Segment(target, Lang.JAPANESE, 2 * index + 5),
        0.8,
        part,
        score,
        risk,
        False,
        findings,
        beads,
    )


def report(*pairs: JudgedPair, score: float = 80.0) -> Report:
    return Report(
        pairs,
        Lang.ENGLISH,
        "embedded",
        Score("score", score, "v1"),
        {"evaluation_word_count": 200.0},
        "en.txt",
        "ja.txt",
    )


def judged(made: Report) -> Judged:
    """As judging makes it, where nothing is known."""

    commands = Commands(Path("en.txt"), Path("ja.txt"), ("--select=AQ2", "--no-config"))
    return Judged(made, figures_of(made), "ja.txt", commands)


def unreadable(name: str) -> JudgedFile:
    return JudgedFile(name, None, error=f"{name} is a folder; name a file.")
