"""Lines of English and Japanese, no wider than a terminal has cells.

English breaks at spaces. Japanese breaks between any two characters but for kinsoku: no line
begins with 、 or 」, none ends with 「.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

_NEVER_FIRST = frozenset(
    "、。，．・：；？！‼⁇⁈⁉ー―…‥〜～ゝゞヽヾ々〻」』）］｝〕〉》】〗〙〟”’»›⟧℃％‰"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ゛゜｡｣､･ｰﾞﾟｧｨｩｪｫｬｭｮｯ,.!?:;)]}%"
)
# Digits stay with the 億円 after them.
_NEVER_LAST = frozenset("「『（［｛〔〈《【〖〘〝“‘«‹⟦([{￥＄$¥#＃0123456789０１２３４５６７８９")


def wrap(text: Text, width: int) -> list[Text]:
    """The text in lines of at most `width` cells (a character wider than that has its own line).

    Spaces at a line's end are dropped. There is always at least one line.
    """
    plain = text.plain
    lines: list[tuple[int, int]] = []
    line: tuple[int, int] | None = None
    for word in _words(plain):
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
    return [text[start:end] for start, end in lines]


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


def _words(plain: str) -> Iterator[tuple[int, int]]:
    """What stays together on a line: where each piece begins and ends, spaces between left out."""
    pending: tuple[int, int] | None = None
    for start, end in _atoms(plain):
        if pending is None:
            pending = start, end
        elif pending[1] == start and (
            plain[start] in _NEVER_FIRST or plain[pending[1] - 1] in _NEVER_LAST
        ):
            pending = pending[0], end
        else:
            yield pending
            pending = start, end
    if pending is not None:
        yield pending


def _atoms(plain: str) -> Iterator[tuple[int, int]]:
    """A run of narrow characters, or one wide character with its marks."""
    run: int | None = None
    for start, end in _clusters(plain, 0, len(plain)):
        is_space, is_wide = plain[start].isspace(), _breaks_anywhere(plain[start])
        if run is not None and (is_space or is_wide):
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


def _cuts(plain: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    begin = start
    for cluster_start, cluster_end in _clusters(plain, start, end):
        if cluster_start > begin and cell_len(plain[begin:cluster_end]) > width:
            yield begin, cluster_start
            begin = cluster_start
    yield begin, end
