"""What a translation says in the place of a name that names nobody: a man, ある町."""

from __future__ import annotations

import re
from collections.abc import Sequence

from alignqa.lexicon.links import WordLinks
from alignqa.names.found import Name
from alignqa.text import Lang, Span

_ENGLISH = re.compile(
    r"""\b(?:an?|some)[ ](?:certain[ ])?
    (man|woman|person|guy|boy|girl|city|town|village|place|country|region|company|firm|maker
    |business|organi[sz]ation|team|club|player|politician|official|actor|actress|singer|writer
    |university|school|newspaper|store|product)\b(?!-)
    |\b(someone|somebody)\b(?![ ]else)""",
    re.VERBOSE | re.IGNORECASE,
)
# Not the verb of 駅前にある町, nor of 経験のある人.
_JAPANESE = re.compile(
    r"""(?:とある|(?<![ぁ-ゑん-ゖ])ある|某)
    (人物|人|男性|女性|男|女|少年|少女|町|街|都市|市|村|場所|国|地域|企業|会社|メーカー|団体|組織|チーム
    |クラブ|選手|政治家|俳優|女優|歌手|作家|大学|学校|新聞|店|製品)(?![\u3400-\u9fff々])""",
    re.VERBOSE,
)
_OF_COUNTRIES = frozenset({"country", "region", "place", "国", "地域", "場所"})
# What links two words less surely than so may be chance, of a word that nothing renders.
_LINKED = 0.65


def generic_nouns(text: str, lang: Lang) -> list[tuple[Span, Span]]:
    """The places where a text in a language speaks of any person, place or body, each with that of
    the noun."""
    pattern = _ENGLISH if lang is Lang.ENGLISH else _JAPANESE
    return [
        (Span(*match.span()), Span(*match.span(match.lastindex or 0)))
        for match in pattern.finditer(text)
    ]


def means_country(noun: str) -> bool:
    """Whether a noun may speak of a country: 国, a region."""
    return noun.lower() in _OF_COUNTRIES


def unrendered(
    nouns: Sequence[tuple[Span, Span]], lang: Lang, links: WordLinks, names: Sequence[Name]
) -> list[Span]:
    """Of such places in the text in a language, those whose noun renders no word of the other text
    but one of its `names`."""
    found = []
    for whole, noun in nouns:
        others = [
            link.japanese if lang is Lang.ENGLISH else link.english
            for link in links.of(noun, lang)
            if link.confidence >= _LINKED
        ]
        if all(any(name.span.overlaps(other) for name in names) for other in others):
            found.append(whole)
    return found
