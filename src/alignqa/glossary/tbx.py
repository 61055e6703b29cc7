"""Glossaries in TBX (ISO 30042): version 2 (`martif`, `termEntry`) and version 3 (`tbx`,
`conceptEntry`), in either of its styles.

Terms whose administrative status or normative authorisation is deprecated, superseded or
not recommended are forbidden ones; all others are allowed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alignqa.errors import GlossaryError, UnreadableFile
from alignqa.glossary.concept import Concept, Term
from alignqa.safe_xml import local_name, xml_root
from alignqa.text import Lang

if TYPE_CHECKING:
    from lxml import etree

_ENTRIES = {"termEntry", "conceptEntry"}
_LANGUAGES = {"langSet", "langSec"}
_SECTIONS = {"tig", "ntig", "termSec"}
_STATUS = {"administrativeStatus", "normativeAuthorization"}
_FORBIDDEN = ("deprecated", "superseded", "notRecommended", "obsolete")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read(text: str, path: Path) -> list[Concept]:
    """The concepts that have an English and a Japanese term.

    Raises:
        GlossaryError: XML that is malformed or declares entities, or a file without such concepts.
    """
    try:
        root = xml_root(text.encode("utf-8"), path)
    except UnreadableFile as error:
        raise GlossaryError(str(error)) from None
    concepts = [
        concept
        for element in root.iter()
        if local_name(element) in _ENTRIES and (concept := _concept(element, path))
    ]
    if not concepts:
        raise GlossaryError(
            f"{path} has no entry with an English and a Japanese term; give a TBX file of this "
            "language pair."
        )
    return concepts


def _concept(entry: etree._Element, path: Path) -> Concept | None:
    terms: list[Term] = []
    for section in entry.iter():
        if local_name(section) not in _LANGUAGES:
            continue
        code = (section.get(_LANG) or section.get("lang") or "").lower().replace("_", "-")
        lang = {"en": Lang.ENGLISH, "ja": Lang.JAPANESE}.get(code.split("-")[0])
        if lang is not None:
            terms += [
                term
                for part in section
                if local_name(part) in _SECTIONS
                for term in _terms(part, lang)
            ]
    if {term.lang for term in terms if term.allowed} != set(Lang):
        return None
    return Concept(tuple(dict.fromkeys(terms)), f"{path}:{entry.sourceline}")


def _terms(section: etree._Element, lang: Lang) -> list[Term]:
    forbidden = any(
        (local_name(note) in _STATUS or note.get("type") in _STATUS)
        and (note.text or "").strip().startswith(_FORBIDDEN)
        for note in section.iter()
    )
    named = ("".join(term.itertext()) for term in section.iter() if local_name(term) == "term")
    return [Term(" ".join(name.split()), lang, not forbidden) for name in named if name.strip()]
