"""A term of the user's glossary is not rendered as the glossary says.

Wherever the source has a term of the glossary (`--glossary FILE`), one of its allowed renderings
must stand in the translation, and none that is forbidden for it. A term that is to be kept must
stand there as it is.

## Why

A product has one name for each of its parts, and a contract one for each party. A translation that
calls them otherwise may be right word by word, and its reader still looks for another button.

## Example

With the row `pull request,プルリクエスト|PR,引き込み要求` under the header `en,ja,forbidden`:

- *Open a pull request.* rendered as 引き込み要求を作成します。: forbidden, プルリクエスト was expected.
- プルリクエストを閉じた。 rendered as *The merge proposal was closed.*: *pull request* was expected.

## Limits

It looks for each term once in a pair: a term that comes three times in the source may come once in
the translation. English is compared by dictionary form, so that *pull requests* counts; Japanese by
Sudachi's normal forms, so that サーバ counts where the glossary says サーバー. A term of two concepts may
be rendered as either. Terms of more than twelve words are not found.
"""

from __future__ import annotations

from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.glossary import Concept, Glossary, Match, Term
from alignqa.message import Message, told
from alignqa.text import Lang, Segment, Span

RULE = Rule("AQ103", "glossary-term", MqmCategory.GLOSSARY, Severity.MAJOR)


def check(pair: Pair, context: Context) -> Iterator[Finding]:
    """Source terms of the glossary, each with what stands or does not stand for it."""
    glossary = context.glossary
    if not glossary or not pair.is_whole:
        return
    done: set[tuple[Concept, ...]] = set()
    for match in glossary.find(pair.source.text, pair.source.lang):
        if match.concepts in done:
            continue
        done.add(match.concepts)
        wanted = _names(match, pair.target.lang, allowed=True)
        spans = [span for term in wanted if (span := glossary.stands(term, pair.target.text))]
        yield from _forbidden(match, wanted, spans, pair.target, glossary)
        if wanted and not spans:
            yield from _missing(match, wanted, pair, glossary)


def _names(match: Match, lang: Lang, *, allowed: bool) -> list[Term]:
    return [term for concept in match.concepts for term in concept.names(lang, allowed=allowed)]


def _forbidden(
    match: Match, wanted: list[Term], rendered: list[Span], target: Segment, glossary: Glossary
) -> Iterator[Finding]:
    for term in _names(match, target.lang, allowed=False):
        span = glossary.stands(term, target.text)
        # サーバ is forbidden where サーバー is meant, and stands inside it.
        if span is None or any(span.overlaps(right) for right in rendered):
            continue
        yield Finding(
            RULE,
            Severity.MAJOR,
            0.95,
            told(
                "The glossary forbids “{forbidden}” for “{term}”.",
                forbidden=span.of(target.text),
                term=match.text,
            ),
            (match.span,),
            (span,),
            _evidence(match, wanted),
            wanted[0].text if wanted else None,
        )


def _missing(match: Match, wanted: list[Term], pair: Pair, glossary: Glossary) -> Iterator[Finding]:
    if any(
        glossary.stands(term, pair.target.text)
        for term in _names(match, pair.target.lang, allowed=False)
    ):
        return
    if all(concept.kept for concept in match.concepts):
        message = told(
            "The glossary keeps “{term}” as it is; the translation does not have it.",
            term=match.text,
        )
    else:
        message = told(
            "The glossary renders “{term}” as {wanted}, which the translation does not have.",
            term=match.text,
            wanted=_listed(wanted),
        )
    yield Finding(
        RULE,
        Severity.MAJOR,
        0.85,
        message,
        (match.span,),
        (),
        _evidence(match, wanted),
    )


def _evidence(match: Match, wanted: list[Term]) -> dict[str, object]:
    return {"glossary": match.concepts[0].where, "allowed": [term.text for term in wanted]}


def _listed(terms: list[Term]) -> Message:
    first, *rest = [told("“{term}”", term=term.text) for term in terms[:3]] or [
        told("another term")
    ]
    for term in rest:
        first = told("{first} or {other}", first=first, other=term)
    return first
