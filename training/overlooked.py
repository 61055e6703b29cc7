"""Pairs of which one denial is read over, as a slip would leave it.

What is planted into a text has the forms that the planter knows. A denial that stands in a true
translation may have any: 使えない場合, 何も言わずに, *no response*. Taken for undenied, with the word
that denies gone and all else in its place, it shows the model what its loss looks like.
"""

from __future__ import annotations

import random
import re

from alignqa.polarity.denying import Vectors
from alignqa.polarity.evidence import Linked, Setting
from alignqa.polarity.imbalance import Imbalance, Renders, english_denials, weighed
from alignqa.polarity.japanese import japanese_negations
from alignqa.polarity.negation import Negation, surplus
from alignqa.polarity.spoken import Spoken, spoken
from alignqa.text import Lang

_ASKS = re.compile("[?？]|か。")


def overlooked(
    texts: dict[Lang, str],
    lang: Lang,
    links: list[Linked],
    vectors: Vectors,
    renders: Renders,
    chance: random.Random,
) -> Imbalance | None:
    """One denial of the side `lang` taken for undenied; `None` where that leaves no difference.

    Args:
        links: the words of the side `lang.other` first.
    """
    negations = {
        Lang.ENGLISH: english_denials(texts[Lang.ENGLISH], texts[Lang.JAPANESE]),
        Lang.JAPANESE: list(japanese_negations(texts[Lang.JAPANESE])),
    }
    sure = [negation for negation in negations[lang] if not negation.may_be_none]
    if not sure:
        return None
    gone = chance.choice(sure)
    fewer = [negation for negation in negations[lang] if negation is not gone]
    more = negations[lang.other]
    if surplus(more, fewer) != 1:
        return None
    setting = Setting(
        lang.other,
        [negation for negation in more if not negation.may_be_none],
        fewer,
        spoken(texts[lang.other], lang.other),
        [word for word in spoken(texts[lang], lang) if not _goes(word, gone, texts[lang], lang)],
        [
            link
            for link in links
            if not link[1].overlaps(gone.span) or link[1].overlaps(gone.predicate)
        ],
        bool(_ASKS.search(texts[lang])) and not _ASKS.search(texts[lang.other]),
    )
    found = weighed(setting, vectors, renders)
    rows = vectors([texts[Lang.ENGLISH], texts[Lang.JAPANESE]])
    found.features["alike"] = float(rows[0] @ rows[1])
    return found


def _goes(word: Spoken, gone: Negation, text: str, lang: Lang) -> bool:
    """Whether a word would not stand there without the denial: *do* of *do not*, は of ではない."""
    if lang is Lang.JAPANESE:
        return word.span.overlaps(gone.span) or (
            word.span.end == gone.span.start and text[word.span.start - 1 : word.span.end] == "では"
        )
    return word.span.overlaps(gone.span) and (word.key == "do" or word.span.end == gone.span.end)
