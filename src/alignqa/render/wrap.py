"""Lines of English and Japanese, no wider than a terminal has cells.

English breaks at spaces. Japanese breaks between any two characters but for kinsoku: no line
begins with 、 or 」, none ends with 「. Where its phrases are known it breaks between them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

_NEVER_FIRST = frozenset(
    "、。，．・：；？！‼⁇⁈⁉ー―…‥〜～ゝゞヽヾ々〻」』）］｝〕〉》】〗〙〟”’»›⟧℃％‰"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ゛゜｡｣､･ｰﾞﾟｧｨｩｪｫｬｭｮｯ,.!?:;)]}%"
)
# Digits stay with the 億円 after them.
_NEVER_LAST = frozenset("「『（［｛〔〈《【〖〘〝“‘«‹⟦([{￥＄$¥#＃0123456789０１２３４５６７８９")
# A phrase that takes more than this part of a line is broken like any other Japanese.
_WHOLE_PHRASE = 0.5


@dataclass(frozen=True, slots=True)
class Breaks:
    """Places in a text: where its phrases begin, and where no line may break at all."""

    phrases: frozenset[int]
    never: frozenset[int] = frozenset()


def wrap(text: Text, width: int, breaks: Breaks | None = None) -> list[Text]:
    """The text in lines of at most `width` cells (a character wider than that has its own line).

    Spaces at a line's end are dropped. There is always at least one line.
    """
    plain = text.plain
    lines: list[tuple[int, int]] = []
    line: tuple[int, int] | None = None
    words = _words(plain) if breaks is None else _phrases(plain, width, breaks)
    for word in words:
        if line is None:
            line = word
        elif cell_len(plain[line[0] : word[1]]) <= width:
            line = line[0], word[1]
        else:
            lines.append(line)
            line = word
        # A word that no line holds is cut anywhere.
        *full, line = _cuts(plain, *line, width)
        lines.extend(full)
    lines.append(line or (0, 0))
    return _cut_out(text, [_without_spaces(plain, start, end) for start, end in lines])


def fold(text: str, width: int) -> str:
    """The beginning of a text that fits into `width` cells, with … where it was cut."""
    if cell_len(text) <= width:
        return text
    room, kept = max(width - 1, 0), ""
    for cluster in _clusters(text, 0, len(text)):
        piece = text[slice(*cluster)]
        if cell_len(kept + piece) > room:
            break
        kept += piece
    return kept.rstrip() + "…"


def _phrases(plain: str, width: int, breaks: Breaks) -> Iterator[tuple[int, int]]:
    """The words, those of a phrase as one unless it is long."""
    words = list(_words(plain, breaks))
    start = 0
    for number, word in enumerate(words, 1):
        following = words[number] if number < len(words) else None
        if following and following[0] == word[1] and following[0] not in breaks.phrases:
            continue
        phrase = words[start][0], word[1]
        short = cell_len(plain[slice(*phrase)]) <= width * _WHOLE_PHRASE
        yield from [phrase] if short else words[start:number]
        start = number


def _words(plain: str, breaks: Breaks | None = None) -> Iterator[tuple[int, int]]:
    """What stays together on a line: where each piece begins and ends, spaces between left out."""
    pending: tuple[int, int] | None = None
    never = breaks.never if breaks else ()
    for start, end in _atoms(plain, breaks.phrases if breaks else ()):
        if pending is None:
            pending = start, end
        elif start in never or (
            pending[1] == start
            and (plain[start] in _NEVER_FIRST or plain[pending[1] - 1] in _NEVER_LAST)
        ):
            pending = pending[0], end
        else:
            yield pending
            pending = start, end
    if pending is not None:
        yield pending


def _atoms(plain: str, phrases: Container[int]) -> Iterator[tuple[int, int]]:
    """A run of narrow characters in one phrase, or one wide character with its marks."""
    run: int | None = None
    for start, end in _clusters(plain, 0, len(plain)):
        is_space, is_wide = plain[start].isspace(), _breaks_anywhere(plain[start])
        if run is not None and (is_space or is_wide or start in phrases):
            yield run, start
            run = None
        if is_wide and not is_space:
            yield start, end
        elif not is_space and run is None:
            run = start
    if run is not None:
        yield run, len(plain)


def _breaks_anywhere(char: str) -> bool:
    # H: halfwidth katakana, narrow and yet Japanese.
    return char > "\u2e7f" and unicodedata.east_asian_width(char) in "WFH"


def _clusters(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Characters, each with the zero-width marks that follow it."""
    begin = start
    for place in range(start + 1, end):
        if cell_len(plain[place]):
            yield begin, place
            begin = place
    if begin < end:
        yield begin, end


def _without_spaces(plain: str, start: int, end: int) -> tuple[int, int]:
    """What is left of a line that was cut beside a space."""
    line = plain[start:end]
    if not line.strip():
        return start, start
    return end - len(line.lstrip()), start + len(line.rstrip())


def _cut_out(text: Text, lines: list[tuple[int, int]]) -> list[Text]:
    """These parts, in order and apart from each other. Slices would each copy the whole text."""
    bounds = sorted({place for line in lines for place in line})
    parts = dict(zip([0, *bounds], text.divide(bounds), strict=False))
    return [parts[start] if start < end else Text() for start, end in lines]


def _cuts(plain: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    begin = start
    for cluster_start, cluster_end in _clusters(plain, start, end):
        if cluster_start > begin and cell_len(plain[begin:cluster_end]) > width:
            yield begin, cluster_start
            begin = cluster_start
    yield begin, end
