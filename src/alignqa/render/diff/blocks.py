"""Blocks of lines, some shown and the rest folded to a line that says how many there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from rich.text import Text

from alignqa.render.flow import flow
from alignqa.render.look import QUIET, Look
from alignqa.render.wrap import wrap

_Item = TypeVar("_Item")


def blocks(
    items: Sequence[_Item],
    news: Callable[[_Item], bool],
    draw: Callable[[_Item], Iterator[Text]],
    folded: Callable[[Sequence[_Item]], str],
    context: int | None,
    look: Look,
) -> Iterator[Text]:
    """The items that are news, each a block after an empty line, with `context` others around them.

    `folded` says what is left out at a place. With no `context` everything is shown.
    """
    shown = _shown([news(item) for item in items], context)
    hidden: list[_Item] = []
    for item, visible in zip((*items, None), (*shown, True), strict=True):
        if not visible and item is not None:
            hidden.append(item)
            continue
        if hidden:
            yield Text()
            yield from wrap(Text(f"{look.gap} {folded(hidden)}", QUIET), look.width)
            hidden = []
        if item is not None:
            yield Text()
            yield from draw(item)


def _shown(news: Sequence[bool], context: int | None) -> list[bool]:
    if context is None:
        return [True] * len(news)
    shown = [False] * len(news)
    for place, is_news in enumerate(news):
        if is_news:
            start, end = max(0, place - context), min(len(news), place + context + 1)
            shown[start:end] = [True] * (end - start)
    return shown


def headed(facts: Sequence[tuple[str, str]], look: Look) -> Iterator[Text]:
    """What a block is about, as words and their styles, then a rule to the page's edge."""
    *full, last = flow([Text(words, style) for words, style in facts], look)
    yield from full
    room = look.width - last.cell_len - 1
    if room > 0:
        last.append(" " + ("─" if look.gutter == "│" else "-") * room, QUIET)
    yield last
