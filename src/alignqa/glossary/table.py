"""Glossaries as tables: comma- or tab-separated, with a header.

    en,ja,forbidden,keep,case
    pull request,プルリクエスト|PR,引き込み要求,,
    Kubernetes,,,yes,yes

`en` and `ja` hold the terms, several with `|` between; `forbidden` what must not be used for them,
in either language; `keep` says that the term stays as it is; `case` that its capitals count.
`source` and `target` may stand for `en` and `ja`, and a table without a header has English and
Japanese in its first two columns, in either order. Other columns are passed over.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from alignqa.errors import GlossaryError
from alignqa.glossary.concept import Concept, Term
from alignqa.text import Lang
from alignqa.words.script import JAPANESE_LETTER

_COLUMNS = {
    "en": "en", "english": "en", "ja": "ja", "japanese": "ja", "source": "source",
    "target": "target", "forbidden": "forbidden", "keep": "keep", "case": "case",
}  # fmt: skip
_YES, _NO = {"yes", "true", "1", "x", "y"}, {"", "no", "false", "0", "n"}


def read_commas(text: str, path: Path) -> list[Concept]:
    """The concepts of a comma-separated table.

    Raises:
        GlossaryError: a row that is malformed, naming its line.
    """
    return list(_concepts(_comma_rows(text, path), path))


def read_tabs(text: str, path: Path) -> list[Concept]:
    """The concepts of a tab-separated table, in which nothing is quoted.

    Raises:
        GlossaryError: a row that is malformed, naming its line.
    """
    rows = ((line.split("\t"), number) for number, line in enumerate(text.split("\n"), start=1))
    return list(_concepts(rows, path))


def _comma_rows(text: str, path: Path) -> Iterator[tuple[Sequence[str], int]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise GlossaryError(
                f"{path}:{line} begins a row whose quotes do not match ({error}); write a quote "
                "inside a cell twice."
            ) from None
        if cells is None:
            return
        yield cells, line


def _concepts(rows: Iterable[tuple[Sequence[str], int]], path: Path) -> Iterator[Concept]:
    columns: dict[str, int] | None = None
    width = 0
    for cells, line in rows:
        if not any(cell.strip() for cell in cells):
            continue
        where = f"{path}:{line}"
        if columns is None:
            columns, width = _header(cells, where), len(cells)
            if columns:
                continue
            if width < 2:
                raise GlossaryError(
                    f"{where} has only one column; put the English and the Japanese terms into two, "
                    "with a comma between them in .csv and a tab in .tsv."
                )
            columns = {"source": 0, "target": 1}
        if any(cell.strip() for cell in cells[width:]):
            raise GlossaryError(
                f"{where} has {len(cells)} columns where the first row has {width}; give every row "
                "the same number, with quotes around a cell that has a comma in it."
            )
        yield _concept(_Row(cells, columns, where))
    if columns is None:
        raise GlossaryError(f"{path} has no rows; give at least one term.")


def _header(cells: Sequence[str], where: str) -> dict[str, int]:
    """Which column holds what, if this row says so."""
    named = [(_COLUMNS.get(cell.strip().lower()), place) for place, cell in enumerate(cells)]
    found = {name: place for name, place in named if name is not None}
    if not ({"en", "ja"} <= set(found) or {"source", "target"} <= set(found)):
        return {}
    for name, place in named:
        if name is not None and found[name] != place:
            raise GlossaryError(
                f"{where} has two columns for “{name}”; write several terms into one cell, with | "
                "between them."
            )
    return found


class _Row:
    """One row's cells by the names of their columns."""

    def __init__(self, cells: Sequence[str], columns: dict[str, int], where: str) -> None:
        self.where = where
        if len(cells) <= max(columns.values()):
            raise GlossaryError(
                f"{where} has {len(cells)} column{'s'[: len(cells) != 1]} where the first row has "
                f"{max(columns.values()) + 1} or more; give every row the same number."
            )
        self._cells = {name: cells[place].strip() for name, place in columns.items()}

    def terms(self, *columns: str) -> list[str]:
        cells = [self._cells.get(column, "") for column in columns]
        return [term.strip() for cell in cells for term in cell.split("|") if term.strip()]

    def says(self, column: str) -> bool:
        cell = self._cells.get(column, "").lower()
        if cell not in _YES | _NO:
            raise GlossaryError(
                f"{self.where} has “{cell}” in the column “{column}”; write yes, or leave it empty."
            )
        return cell in _YES


def _concept(row: _Row) -> Concept:
    exact, kept = row.says("case"), row.says("keep")
    named = row.terms("en", "ja", "source", "target")
    if kept:
        both = [Term(name, lang, True, exact) for name in dict.fromkeys(named) for lang in Lang]
        return Concept(tuple(both), row.where, kept=True)
    terms = [Term(name, Lang.ENGLISH, True, exact) for name in row.terms("en")]
    terms += [Term(name, Lang.JAPANESE, True, exact) for name in row.terms("ja")]
    # Without a language named, the side with Japanese letters is the Japanese one; コード → API
    # has them on one side only.
    sides = [row.terms("source"), row.terms("target")]
    japanese = [any(JAPANESE_LETTER.search(name) for name in side) for side in sides]
    for side, is_japanese, other in zip(sides, japanese, reversed(japanese), strict=True):
        lang = Lang.JAPANESE if is_japanese or (side is sides[1] and not other) else Lang.ENGLISH
        terms += [Term(name, lang, True, exact) for name in side]
    terms += [
        Term(name, Lang.JAPANESE if JAPANESE_LETTER.search(name) else Lang.ENGLISH, False, exact)
        for name in row.terms("forbidden")
    ]
    allowed = {term.lang for term in terms if term.allowed}
    if not allowed:
        raise GlossaryError(f"{row.where} has no term; write one, or delete the row.")
    if len(allowed) == 1 and not any(term.lang not in allowed for term in terms):
        lacking = next(iter(allowed)).other.english_name
        raise GlossaryError(
            f"{row.where} has no {lacking} for “{named[0]}”; write it, or say yes in a column "
            "“keep” if the term stays as it is."
        )
    for term in terms:
        if any(term.text == other.text and term.allowed != other.allowed for other in terms):
            raise GlossaryError(
                f"{row.where} contradicts itself: it allows “{term.text}” and forbids it."
            )
    return Concept(tuple(dict.fromkeys(terms)), row.where)
