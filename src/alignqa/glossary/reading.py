"""From a glossary file's text to its terms."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from alignqa.errors import GlossaryError
from alignqa.glossary import table, tbx
from alignqa.glossary.concept import Concept, Term
from alignqa.glossary.glossary import Glossary
from alignqa.text import Lang

_READERS = {".csv": table.read_commas, ".tsv": table.read_tabs, ".tbx": tbx.read, ".xml": tbx.read}


def read_glossary(files: Iterable[tuple[str, Path]]) -> Glossary:
    """The terms of one or more glossary files, given as (text, path).

    Raises:
        GlossaryError: a file of another kind, a row or entry that is malformed, or two entries
            that contradict each other.
    """
    concepts: list[Concept] = []
    for text, path in files:
        reader = _READERS.get(path.suffix.lower())
        if reader is None:
            raise GlossaryError(
                f"{path} is no glossary that alignqa reads; give one of {', '.join(_READERS)}."
            )
        concepts.extend(reader(text, path))
    _refuse_contradictions(concepts)
    return Glossary(tuple(dict.fromkeys(concepts)))


def _refuse_contradictions(concepts: Iterable[Concept]) -> None:
    """No rendering may be allowed in one place and forbidden in another for the same term."""
    seen: dict[tuple[str, Lang, str], tuple[bool, str]] = {}
    for concept in concepts:
        for lang in Lang:
            for term in concept.names(lang, allowed=True):
                for other in _others(concept, lang):
                    key = (term.text, other.lang, other.text)
                    before, where = seen.setdefault(key, (other.allowed, concept.where))
                    if before != other.allowed:
                        raise GlossaryError(
                            f"{where} and {concept.where} contradict each other: one allows "
                            f"“{other.text}” for “{term.text}” and one forbids it; keep one of "
                            "them."
                        )


def _others(concept: Concept, lang: Lang) -> Iterable[Term]:
    return (term for term in concept.terms if term.lang is lang.other)
