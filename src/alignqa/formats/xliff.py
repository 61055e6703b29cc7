"""XLIFF 1.0–1.2 and 2.x, as translators' tools exchange it.

A pair is a segment where the file is segmented (`<mrk mtype="seg">`, `<segment>`), else a unit.
Units that are not to be translated are left out; so are proposals (`alt-trans`, `matches`), notes
and the header of a PO file. A target that its state calls untranslated and that repeats the source
counts as none. Of plural forms that the translation has fewer of, the last ones go together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from alignqa.bitext import Bitext
from alignqa.errors import MissingLanguage, UnreadableFile
from alignqa.formats.inline_codes import Codes, xliff_text
from alignqa.formats.localised import Entry, Localised, declared_language
from alignqa.formats.own_issues import without_own_issues
from alignqa.formats.pairs import Row
from alignqa.formats.quality_issues import Style, with_issues
from alignqa.formats.xml_file import LANG, SPACE, XmlFile, children, parse_xml
from alignqa.report import Report
from alignqa.safe_xml import local_name
from alignqa.text import Lang

if TYPE_CHECKING:
    from lxml import etree

NAME = "XLIFF"
SUFFIXES = (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff")
OUTPUT = "xliff"

_ROOT = re.compile(
    r"(?:<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>]*>|\s++)*+<(?:\w+:)?xliff[\s>]", re.DOTALL
)
_INDENTED = re.compile(r"(?<![ \t])[ \t]*\n[ \t]+")
_UNTRANSLATED = frozenset({"new", "needs-translation", "initial"})
# What stands for PO in XLIFF 1.2 (OASIS, Representation Guide for Gettext PO).
_PLURALS, _PO_HEADER = "x-gettext-plurals", "x-gettext-domain-header"


def recognises(text: str) -> bool:
    """Its root says so."""
    return _ROOT.match(text[:4000]) is not None


def read_bytes(data: bytes, path: Path) -> Bitext:
    """Its segments, in order.

    Raises:
        UnreadableFile: not well-formed, no XLIFF, or without units.
        MissingLanguage: other languages than English and Japanese, or no target at all.
    """
    return _localised(data, path).bitext(path)


def annotate(data: bytes, path: Path, report: Report) -> bytes:
    """The file with the report's findings as ITS 2.0 quality issues, everything else as it was.

    Raises:
        UnreadableFile, MissingLanguage: as `read_bytes`, or if the report is not on this text.
    """
    localised = _localised(without_own_issues(data, path), path)
    style = Style.MARKED if _is_2(localised.file.root) else Style.ATTRIBUTES
    return with_issues(localised, path, report, style)


def _localised(data: bytes, path: Path) -> Localised:
    file = parse_xml(data, path)
    if local_name(file.root) != "xliff":
        raise UnreadableFile(f"{path} is XML but no XLIFF: its root is <{local_name(file.root)}>.")
    entries: list[Entry] = []
    named: list[str] = []
    directions: set[Lang] = set()
    for source_code, target_code, part in _files(file):
        source, target = declared_language(source_code), declared_language(target_code)
        named.append(f"{source_code or '?'}→{target_code or '?'}")
        if (source_code and source is None) or (target_code and target is None):
            continue
        if source is not None and source is target:
            continue
        found = list(_entries(part))
        entries += found
        direction = source or (target.other if target else None)
        if found and direction:
            directions.add(direction)
    if not named or (not entries and all(_is_ours(code) for code in named)):
        raise UnreadableFile(f"{path} has no units to judge.")
    if not entries:
        raise MissingLanguage(
            f"{path} goes {', '.join(dict.fromkeys(named))}; alignqa judges English and Japanese."
        )
    if len(directions) > 1:
        raise MissingLanguage(
            f"{path} goes from English to Japanese in one part and the other way in another; "
            "split it."
        )
    return Localised(file, entries, next(iter(directions), None))


def _is_ours(code: str) -> bool:
    source, _, target = code.partition("→")
    return {declared_language(source), declared_language(target)} == set(Lang)


def _is_2(root: etree._Element) -> bool:
    return str(root.get("version", "")).startswith("2")


def _files(file: XmlFile) -> Iterator[tuple[str | None, str | None, etree._Element]]:
    """Each `file` with the codes of its languages."""
    for part in children(file.root, "file"):
        if _is_2(file.root):
            yield file.root.get("srcLang"), file.root.get("trgLang"), part
        else:
            yield part.get("source-language"), part.get("target-language"), part


def _entries(element: etree._Element, translate: bool = True) -> Iterator[Entry]:
    """The entries below an element; `translate` is what holds unless a unit says otherwise."""
    own = element.get("translate")
    translate = translate if own is None else own != "no"
    name = local_name(element)
    if name in ("file", "body", "group"):
        within = children(element, "body", "group", "trans-unit", "unit")
        found = (entry for child in within for entry in _entries(child, translate))
        yield from _plural(list(found)) if element.get("restype") == _PLURALS else found
    elif translate and element.get("restype") != _PO_HEADER:
        yield from _segments(element) if name == "unit" else _trans_unit(element)


def _plural(forms: list[Entry]) -> Iterator[Entry]:
    """The forms of a plural message: each where the translation has all of them, or none."""
    translated = [form for form in forms if form.row.target.strip()]
    if not 0 < len(translated) < len(forms):
        yield from forms
        return
    spare = len(forms) - len(translated)
    for form, source in zip(translated, forms[spare:], strict=True):
        row = replace(form.row, source=source.row.source)
        yield replace(form, row=row)


def _trans_unit(unit: etree._Element) -> Iterator[Entry]:
    """The entry of a `trans-unit`, or those of its segments."""
    source = next(children(unit, "source"), None)
    if source is None:
        return
    target = _target(unit, source)
    state = target.get("state") if target is not None else None
    extra = {"id": unit.get("id", ""), "state": state or "", "approved": unit.get("approved", "")}
    segmented = next(children(unit, "seg-source"), None)
    ours = _marked(segmented) if segmented is not None else {}
    theirs = _marked(target) if target is not None else {}
    if ours and theirs.keys() <= ours.keys() and (theirs or _is_empty(target)):
        for mid, segment in ours.items():
            yield _entry(unit, segment, theirs.get(mid), state, {**extra, "segment": mid})
    else:
        yield _entry(unit, source, target, state, extra)


def _is_empty(target: etree._Element | None) -> bool:
    return target is None or not "".join(target.itertext()).strip()


def _target(unit: etree._Element, source: etree._Element) -> etree._Element | None:
    """The target in the other language; of those that do not say theirs, the first."""
    lang = declared_language(source.get(LANG))
    for target in children(unit, "target"):
        code = target.get(LANG)
        if code is None or (declared_language(code) not in (None, lang)):
            return target
    return None


def _marked(element: etree._Element) -> dict[str, etree._Element]:
    """The segments inside, by their `mid`."""
    marks = (mark for mark in element.iter("{*}mrk") if mark.get("mtype") == "seg")
    return {mark.get("mid", ""): mark for mark in marks}


def _segments(unit: etree._Element) -> Iterator[Entry]:
    """The entries of a `unit` of XLIFF 2."""
    for segment in children(unit, "segment"):
        source = next(children(segment, "source"), None)
        if source is None:
            continue
        state = segment.get("state")
        extra = {"id": unit.get("id", ""), "segment": segment.get("id", ""), "state": state or ""}
        yield _entry(unit, source, _target(segment, source), state, extra)


def _entry(
    unit: etree._Element,
    source: etree._Element,
    target: etree._Element | None,
    state: str | None,
    extra: dict[str, str],
) -> Entry:
    codes = Codes()
    text = _laid_out(xliff_text(source, codes), source)
    translation = _laid_out(xliff_text(target, codes), target) if target is not None else ""
    if state in _UNTRANSLATED and translation.strip() == text.strip():
        translation = ""
    carried = {name: value for name, value in extra.items() if value}
    return Entry(Row(text, translation, source.sourceline, carried), unit, source, target)


def _laid_out(text: str, element: etree._Element) -> str:
    """The text without the indented lines that a writer of XML broke it into."""
    if not _INDENTED.search(text):
        return text
    spaces = (around.get(SPACE) for around in (element, *element.iterancestors()))
    if next((space for space in spaces if space is not None), "default") == "preserve":
        return text
    return _INDENTED.sub(" ", text)
