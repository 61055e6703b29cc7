"""A pipeline and checks to put in place of the real ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from alignqa.bitext import Part
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.report import JudgedPair, Report, Score
from alignqa.settings import Settings
from alignqa.text import Lang, Segment, Span

RULES = (
    Rule("AQ101", "wrong-office", MqmCategory.ENTITY, Severity.CRITICAL),
    Rule("AQ102", "wrong-place", MqmCategory.ENTITY, Severity.MAJOR),
    Rule("AQ201", "number", MqmCategory.NUMBER, Severity.CRITICAL),
)
DOCUMENTATION = """An office is rendered as another one. The rest is detail.

## Why

A reader of 財務省 cannot know that `Foreign Ministry` stood there.

- one *point*
- another

    外務省は発表した。
"""


def report_on(path: str = "article.txt") -> Report:
    finding = Finding(
        RULES[0],
        Severity.CRITICAL,
        0.9,
        "“Foreign Ministry” is rendered as 財務省.",
        source_spans=(Span(4, 20),),
        target_spans=(Span(0, 3),),
        suggestion="外務省",
    )
    pair = JudgedPair(
        0,
        Segment("The Foreign Ministry spoke.", Lang.ENGLISH, 1, path),
        Segment("財務省が語った。", Lang.JAPANESE, 3, path),
        0.8,
        Part.BODY,
        40.0,
        0.9,
        True,
        (finding,),
    )
    score = Score("mqm", 40.0, "mqm|v:1")
    return Report((pair,), Lang.ENGLISH, "encoder", score, {"penalty": 25.0}, path, path)


class FakePipeline:
    """Remembers what it was asked, and answers with a report or whatever `answer` does."""

    def __init__(self) -> None:
        self.asked: list[tuple[Path, Path | None, Settings]] = []
        self.answer: Callable[..., Report] = lambda source, *_: report_on(str(source))

    def run(self, source: Path, target: Path | None, settings: Settings, progress: Any) -> Report:
        self.asked.append((source, target, settings))
        progress("encoding", 1, 2)
        return self.answer(source, target, settings, progress)
