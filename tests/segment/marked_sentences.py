"""Cases are written with a bar where a sentence ends and the next begins."""

from __future__ import annotations

from alignqa.segment import sentences
from alignqa.text import Lang


def split(text: str, lang: Lang) -> list[str]:
    return [span.of(text) for span in sentences(text, lang)]


def expected_of(case: str) -> tuple[str, list[str]]:
    """The text without the bars, and its sentences."""
    return case.replace("|", ""), [part.strip() for part in case.split("|")]
