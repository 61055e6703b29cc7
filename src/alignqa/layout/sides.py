"""Paragraphs to a source and a target."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from alignqa.bitext import Bitext, Blocks, Part, PlainText
from alignqa.errors import MissingLanguage, NotTranslated
from alignqa.layout.furniture import is_furniture
from alignqa.layout.language import language_of, words_in
from alignqa.layout.page import parts
from alignqa.layout.paragraphs import Paragraph, by_language, lines_of, paragraphs_of
from alignqa.layout.presence import is_there, require_both
from alignqa.layout.sentences import is_sentence
from alignqa.text import Lang, Segment

_HERE = "The text"
# A block is one run of paragraphs that holds so much of all there is in its language.
_MOST = 0.6
# What the other language has above the first block is a title or a lead if it is shorter than
# this share of the block; else it is the block that renders what stands above it.
_LEAD = 0.5


def split(plain: PlainText | Blocks) -> Bitext:
    """One text that holds both languages: block after block, or paragraph under paragraph.

    The source is the language whose block comes first; a title or a lead in the other language
    above it does not count. Paragraphs in neither language go with the one before them.

    Raises:
        MissingLanguage: it holds one language only, or neither.
    """
    found = [piece for paragraph in paragraphs_of(plain) for piece in _pieces(paragraph)]
    langs = [language_of(paragraph.text) for paragraph in found]
    written = [
        (paragraph.text, lang)
        for paragraph, lang in zip(found, langs, strict=True)
        if lang is not None
    ]
    require_both(written, plain.path or _HERE)
    source_lang = _first_language(written)
    sides: dict[Lang, list[Paragraph]] = {lang: [] for lang in Lang}
    current = written[0][1]
    for paragraph, lang in zip(found, langs, strict=True):
        current = lang or current
        sides[current].append(paragraph)
    return _bitext(sides, (plain, plain), source_lang)


def join(source: PlainText | Blocks, target: PlainText | Blocks) -> Bitext:
    """The paragraphs of two texts, each in one language: bits of the other language in it are part
    of it.

    Raises:
        NotTranslated: both are in the same language.
        MissingLanguage: one is in neither.
    """
    return _joined(source, target, [paragraphs_of(text) for text in (source, target)])


def join_lines(source: PlainText, target: PlainText) -> Bitext:
    """The lines of two texts that are not blank; otherwise as `join`."""
    return _joined(source, target, [lines_of(text) for text in (source, target)])


def _pieces(paragraph: Paragraph) -> list[Paragraph]:
    """A marked paragraph may hold a line of each language; those of plain text are cut already."""
    return [paragraph] if paragraph.part is None else by_language(paragraph)


def _joined(
    source: PlainText | Blocks,
    target: PlainText | Blocks,
    sides: Sequence[Sequence[Paragraph]],
) -> Bitext:
    if not any(sides) and isinstance(source, Blocks) and isinstance(target, Blocks):
        # Pages of nothing but code or marks are in no language.
        langs = list(Lang)
    else:
        langs = [
            _main_language(side, plain) for side, plain in zip(sides, (source, target), strict=True)
        ]
    if langs[0] is langs[1]:
        langs = _languages_apart(sides, langs[0])
    if langs[0] is langs[1]:
        names = " and ".join(plain.path or "a text" for plain in (source, target))
        raise NotTranslated(
            f"{names} are both in {langs[0].english_name}; "
            f"{langs[0].other.english_name} is missing. Give a text and its translation."
        )
    bitext = _bitext(dict(zip(langs, sides, strict=True)), (source, target), langs[0])
    return replace(bitext, code=(_code_of(source, langs[0]), _code_of(target, langs[1])))


def _code_of(text: PlainText | Blocks, lang: Lang) -> tuple[Segment, ...]:
    if isinstance(text, PlainText):
        return ()
    return tuple(
        Segment(block.text, lang, block.line, text.path, block.silences) for block in text.code
    )


def _languages_apart(sides: Sequence[Sequence[Paragraph]], main: Lang) -> list[Lang]:
    """The languages of two texts that seem to be in one: a table of commands, or a page half
    translated, has more words of that than of its own; but the other text has none of its own."""
    holds_other = []
    for side in sides:
        by_lang: dict[Lang | None, list[str]] = {lang: [] for lang in (*Lang, None)}
        for paragraph in side:
            by_lang[language_of(paragraph.text)].append(paragraph.text)
        holds_other.append(is_there(by_lang[main.other], main.other, by_lang[main]))
    if holds_other[0] is holds_other[1]:
        return [main, main]
    return [main.other if holds else main for holds in holds_other]


def _bitext(
    sides: Mapping[Lang, Sequence[Paragraph]],
    texts: tuple[PlainText | Blocks, PlainText | Blocks],
    source_lang: Lang,
) -> Bitext:
    langs = (source_lang, source_lang.other)
    segments = [
        tuple(
            Segment(p.text, lang, p.line, text.path, p.silences, p.is_listed, p.mark)
            for p in sides[lang]
        )
        for lang, text in zip(langs, texts, strict=True)
    ]
    marked = None
    if any(isinstance(text, Blocks) for text in texts):
        marked = (
            _parts(sides[langs[0]], segments[0]),
            _parts(sides[langs[1]], segments[1]),
        )
    remarks = [r for text in texts if isinstance(text, Blocks) for r in text.remarks]
    return Bitext(
        segments[0],
        segments[1],
        source_lang,
        parts=marked,
        remarks=tuple(dict.fromkeys(remarks)),
    )


def _parts(side: Sequence[Paragraph], segments: Sequence[Segment]) -> tuple[Part, ...]:
    """What each passage is: as its format says, and by its looks where that says nothing."""
    if any(paragraph.part is None for paragraph in side):
        return parts(segments)
    return tuple(
        Part.FURNITURE
        if paragraph.part is None or (paragraph.part is Part.BODY and is_furniture(paragraph.text))
        else paragraph.part
        for paragraph in side
    )


def _first_language(written: Sequence[tuple[str, Lang]]) -> Lang:
    """The language of the first block, or of the first of the pairs where there are no blocks."""
    total = dict.fromkeys(Lang, 0.0)
    longest = dict.fromkeys(Lang, 0.0)
    # Where the longest run begins, and how much of the other language stands above it.
    place, above = dict.fromkeys(Lang, 0), dict.fromkeys(Lang, 0.0)
    runs = [(lang, [text for text, _ in run]) for lang, run in groupby(written, key=_lang)]
    for number, (lang, run) in enumerate(runs):
        words = sum(words_in(text, lang) for text in run)
        total[lang] += words
        # Of two runs alike in length the first one counts.
        if words > longest[lang]:
            longest[lang], place[lang], above[lang] = words, number, total[lang.other]
    first = min(Lang, key=lambda lang: place[lang])
    are_blocks = all(longest[lang] >= _MOST * total[lang] for lang in Lang)
    if are_blocks and above[first] < _LEAD * longest[first]:
        return first
    if len(runs) % 2 == 0:
        # All in pairs; otherwise a title stands above them, or the last is not translated.
        return runs[0][0]
    return next((lang for text, lang in written if is_sentence(text, lang)), written[0][1])


def _lang(paragraph: tuple[str, Lang]) -> Lang:
    return paragraph[1]


def _main_language(side: Sequence[Paragraph], plain: PlainText | Blocks) -> Lang:
    words = dict.fromkeys(Lang, 0.0)
    for paragraph in side:
        lang = language_of(paragraph.text)
        if lang is not None:
            words[lang] += words_in(paragraph.text, lang)
    if not any(words.values()):
        raise MissingLanguage(
            f"{plain.path or _HERE} holds neither English nor Japanese; "
            "give a text and its translation."
        )
    return max(Lang, key=lambda lang: words[lang])
