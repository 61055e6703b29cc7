"""TMX 1.1–1.4: translation memories, of any number of languages.

A pair is a unit that has both English and Japanese; others are left out.

Issues are written as ITS has them, in a namespace of their own. The document type of TMX knows no
other namespace, so that a reader that validates against it refuses them; OmegaT and Translate
Toolkit read them as if they were not there.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from alignqa.bitext import Bitext
from alignqa.errors import MissingLanguage, UnreadableFile
from alignqa.formats.inline_codes import Codes, tmx_text
from alignqa.formats.localised import Entry, Localised, declared_language
from alignqa.formats.own_issues import without_own_issues
from alignqa.formats.pairs import Row
from alignqa.formats.quality_issues import Style, with_issues
from alignqa.formats.xml_file import LANG, children, parse_xml
from alignqa.report import Report
from alignqa.safe_xml import local_name
from alignqa.text import Lang

if TYPE_CHECKING:
    from lxml import etree

NAME = "TMX"
SUFFIXES = (".tmx",)
OUTPUT = "tmx"

_ROOT = re.compile(r"(?:<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>]*>|\s++)*+<tmx[\s>]", re.DOTALL)


def recognises(text: str) -> bool:
    """Its root says so."""
    return _ROOT.match(text[:4000]) is not None


def read_bytes(data: bytes, path: Path) -> Bitext:
    """Its units in English and Japanese, in order.

    The source is the language that the header names; where it names neither, the first of the two
    in the first unit. Of several variants in one language, such as en-US and en-GB, the one that
    the header names counts, else the first.

    Raises:
        UnreadableFile: not well-formed, no TMX, or without units.
        MissingLanguage: no unit has both languages.
    """
    return _localised(data, path).bitext(path)


def annotate(data: bytes, path: Path, report: Report) -> bytes:
    """The file with the report's findings as ITS 2.0 quality issues, everything else as it was.

    Raises:
        UnreadableFile, MissingLanguage: as `read_bytes`, or if the report is not on this text.
    """
    return with_issues(
        _localised(without_own_issues(data, path), path), path, report, Style.ATTRIBUTES
    )


def _localised(data: bytes, path: Path) -> Localised:
    file = parse_xml(data, path)
    if local_name(file.root) != "tmx":
        raise UnreadableFile(f"{path} is XML but no TMX: its root is <{local_name(file.root)}>.")
    header = next(children(file.root, "header"), None)
    source_code = header.get("srclang", "") if header is not None else ""
    units = [unit for body in children(file.root, "body") for unit in children(body, "tu")]
    if not units:
        raise UnreadableFile(f"{path} has no units; give a memory that has some.")
    both = [(unit, sides) for unit in units if len(sides := _sides(unit, source_code)) == 2]
    if not both:
        counts = Counter(_code(variant) for unit in units for variant in children(unit, "tuv"))
        codes = [code for code, _ in counts.most_common(8)]
        raise MissingLanguage(
            f"{path} has no unit in both English and Japanese; its languages are "
            f"{', '.join(codes) or 'not given'}."
        )
    source_lang = declared_language(source_code) or next(iter(both[0][1]))
    entries = [_entry(unit, sides, source_lang) for unit, sides in both]
    return Localised(file, entries, source_lang)


def _code(variant: etree._Element) -> str:
    return variant.get(LANG) or variant.get("lang") or "?"


def _sides(unit: etree._Element, source_code: str) -> dict[Lang, etree._Element]:
    """The variants in our languages, in the unit's order."""
    found: dict[Lang, etree._Element] = {}
    wanted = {(unit.get("srclang") or "").lower(), source_code.lower()}
    for variant in children(unit, "tuv"):
        lang = declared_language(_code(variant))
        if lang is None or next(children(variant, "seg"), None) is None:
            continue
        if lang not in found or (
            _code(variant).lower() in wanted and _code(found[lang]).lower() not in wanted
        ):
            found[lang] = variant
    return found


def _entry(unit: etree._Element, sides: dict[Lang, etree._Element], source_lang: Lang) -> Entry:
    codes = Codes()
    source, target = (
        tmx_text(next(children(sides[lang], "seg")), codes)
        for lang in (source_lang, source_lang.other)
    )
    extra = {"id": unit.get("tuid", "")} if unit.get("tuid") else {}
    row = Row(source, target, unit.sourceline, extra)
    return Entry(row, unit, sides[source_lang], sides[source_lang.other])
