"""Sentences of a report in lines: those in Japanese break between phrases."""

from __future__ import annotations

from rich.text import Text

from alignqa.render.language import spoken
from alignqa.render.phrases import phrase_starts
from alignqa.render.wrap import Breaks, wrap
from alignqa.text import Lang


def phrased(text: Text, width: int) -> list[Text]:
    """The text, in the language of the report, in lines of at most `width` cells."""
    if spoken() is Lang.ENGLISH:
        return wrap(text, width)
    return wrap(text, width, Breaks(phrase_starts(text.plain, spoken())))
