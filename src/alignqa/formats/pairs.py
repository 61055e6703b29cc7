"""Rows of two cells become a bitext: what all formats of pairs have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from alignqa.bitext import Bitext
from alignqa.errors import InputError, MissingLanguage, UnreadableFile
from alignqa.text import Lang, Segment, Silence
from alignqa.words.script import JAPANESE_LETTER

# The names of the two sides, in order of preference: the first two say which is the source.
SIDE_NAMES = (("source", "target"), ("en", "ja"))

_HERE = "The text"
# A translation may be far from complete and is still a translation.
_DIFFERENT = 0.05
_JAPANESE = 0.3

_SURROGATE = re.compile("[\ud800-\udfff]")
_LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]")


@dataclass(frozen=True, slots=True)
class Row:
    """One pair as read, with its other columns, the 1-based line where it begins, and what comments
    ask for it."""

    source: str
    target: str
    line: int | None
    extra: Mapping[str, str]
    silences: tuple[Silence, ...] = ()


def sides_among(names: Iterable[str]) -> tuple[str, str] | None:
    """Which of these names, lower-cased, are the source's and the target's, if both are there.

    `source` and `target` say so themselves; of `en` and `ja` the source is the one that is first.
    """
    names = list(names)
    for pair in SIDE_NAMES:
        if set(pair) <= set(names):
            first, second = pair if pair == SIDE_NAMES[0] else sorted(pair, key=names.index)
            return first, second
    return None


def of_lists(source: Sequence[str], target: Sequence[str]) -> Bitext:
    """Two lists of segments as pairs.

    Raises:
        InputError: the lists are not of one length, or a text is not Unicode.
        MissingLanguage: both sides are in the same language, or a side is in neither.
    """
    if len(source) != len(target):
        raise InputError(
            f"The source has {len(source)} segments and the target {len(target)}; "
            "give lists of the same length, segment n of one rendering segment n of the other."
        )
    for side, name in ((source, "source"), (target, "target")):
        for index, text in enumerate(side):
            if _SURROGATE.search(text):
                raise InputError(
                    f"Segment {index} of the {name} holds half of a surrogate pair, which is no "
                    "character; decode the text as UTF-16 or leave it out."
                )
    return bitext([Row(*texts, None, {}) for texts in zip(source, target, strict=True)], None)


def bitext(
    rows: Sequence[Row],
    path: Path | None,
    source_lang: Lang | None = None,
    remarks: Sequence[str] = (),
) -> Bitext:
    """The rows as pairs, in order, none dropped. `path` is `None` for rows from no file, and
    `source_lang` for rows whose languages only their script tells. `remarks` are what is to be
    said of the file's comments for alignqa.

    Raises:
        UnreadableFile: no rows.
        MissingLanguage: both sides are in the same language, or a side is in neither.
    """
    if not rows:
        raise UnreadableFile(f"{path or _HERE} has no rows; give at least one pair.")
    name = str(path) if path else None
    source_lang = source_lang or _source_language(rows, name or _HERE)
    return Bitext(
        source=tuple(Segment(r.source, source_lang, r.line, name, r.silences) for r in rows),
        target=tuple(Segment(r.target, source_lang.other, r.line, name, r.silences) for r in rows),
        source_lang=source_lang,
        paired=True,
        extra=tuple(dict(row.extra) for row in rows),
        remarks=tuple(remarks),
    )


def _source_language(rows: Sequence[Row], name: str) -> Lang:
    """By script, for the file as a whole: rows left untranslated do not turn a side's language."""
    source = _japanese_share([row.source for row in rows])
    target = _japanese_share([row.target for row in rows])
    if source is None or target is None:
        side = "source" if source is None else "target"
        raise MissingLanguage(
            f"{name} has no English and no Japanese on its {side} side; "
            "give rows with English on one side and Japanese on the other."
        )
    if abs(source - target) < _DIFFERENT:
        lang = Lang.JAPANESE if min(source, target) > _JAPANESE else Lang.ENGLISH
        raise MissingLanguage(
            f"{name} is in {lang.english_name} on both sides, source and target; "
            f"{lang.other.english_name} is missing. "
            "Give rows with English on one side and Japanese on the other."
        )
    return Lang.JAPANESE if source > target else Lang.ENGLISH


def _japanese_share(cells: Iterable[str]) -> float | None:
    """How much of a cell's letters is Japanese on the average; `None` where there are no letters.

    An average, since Japanese full of Latin names has fewer Japanese letters than Latin ones, and
    English that quotes Japanese has some.
    """
    shares = []
    for cell in cells:
        japanese, latin = len(JAPANESE_LETTER.findall(cell)), len(_LATIN.findall(cell))
        if japanese or latin:
            shares.append(japanese / (japanese + latin))
    return sum(shares) / len(shares) if shares else None
