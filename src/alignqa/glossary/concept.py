"""One entry of a glossary."""

from __future__ import annotations

from dataclasses import dataclass

from alignqa.text import Lang


@dataclass(frozen=True, slots=True)
class Term:
    """A name of a concept in one language. One that is not `allowed` must not be used for it.

    With `exact_case`, capitals count: Go is not go.
    """

    text: str
    lang: Lang
    allowed: bool = True
    exact_case: bool = False


@dataclass(frozen=True, slots=True)
class Concept:
    """What the terms of both languages stand for. `where` is its place in the glossary, for
    messages: `terms.csv:12`.

    A concept that is `kept` has terms that stay as they are in either language.
    """

    terms: tuple[Term, ...]
    where: str
    kept: bool = False

    def names(self, lang: Lang, *, allowed: bool) -> tuple[Term, ...]:
        """Its terms in one language that may be used, or that must not."""
        return tuple(term for term in self.terms if (term.lang, term.allowed) == (lang, allowed))
