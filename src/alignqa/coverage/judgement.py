"""How much to make of a gap."""

from __future__ import annotations

import math
import re

from alignqa.bitext import Pair
from alignqa.coverage.analysis import Gap
from alignqa.coverage.clauses import content_words
from alignqa.coverage.leaning import leans_on
from alignqa.finding import Severity
from alignqa.quantities import quantities
from alignqa.text import Lang, Span
from alignqa.words import english_words, japanese_tokens

# Log-odds from which a gap on the side of this language is major, chosen on development data:
# `benchmarks/drift.py`. English supplies what Japanese leaves to be understood, and translators put
# in what the reader needs to know more often than they leave out what the author says: a gap in the
# English must be plainer than one in the Japanese, and what is added plainer than what is left out.
_MAJOR = {Lang.ENGLISH: 2.25, Lang.JAPANESE: 2.15}
_MAJOR_ADDED = {Lang.ENGLISH: 3.15, Lang.JAPANESE: 3.0}
# An added sentence needs no such plainness, and a clause that ends an English sentence less: what
# English supplies, a subject or a verb, stands before its end.
_ADDED_SENTENCE, _ADDED_LAST = 1.3, 0.5
# By so much plainer must be what is likely to have another reason, what an acronym or a pronoun may
# stand for, and two words.
_EXCUSED, _SAID_SHORTER, _TWO = 1.5, 3.0, 0.8
# So much below the one for major a gap is minor.
_MINOR, _MINOR_ADDED = 0.6, 0.5
_CRITICAL = 4.5
# The networks saw half of the pairs with a gap; in a translation they are far fewer.
_PRIOR = 3.3
_LENGTHS_AGREE_A_LITTLE, _LENGTHS_AGREE = 0.5, 1.0
# Of fewer words the subject or the place is often put in or left out as the language asks.
_FEWEST, _FEWEST_FOR_MAJOR = 2, 4
_ENDS = re.compile(r"[.!?][\"'”’)]*$")
_GOES_NO_FURTHER = re.compile(r"[\"'”’)]*(?:[.!?]|\s*$)")
_MARKS = " .,;:!?。、！？…"
# Content words that an acronym may stand for.
_MOST_ABBREVIATED = 7
# Of fewer words behind a topic the topic is what is marked.
_FEWEST_BEHIND = 3
_PRONOUNS = frozenset("he she it they him her them his its their this these that those".split())
_ACRONYM = re.compile(r"(?<![A-Za-z])(?:[A-Z]{2,8}|(?:[A-Z]\.){2,})(?![A-Za-z])")
# 欧州中央銀行（ECB）, シークレットサービス（大統領警護隊): the other side may have either name alone.
_SHORT_NAME = re.compile(
    r"[^\S\n]?[(（](?:[A-Z][A-Za-z.]{1,7}|[ァ-ヺー・]{2,}|[\u3400-\u9fff]{2,8})[)）]"
)
# Ctrl+S is Ctrlキーを押しながらSキーを押す.
_KEY = re.compile(r"([A-Za-z0-9]+)キー(?=を?押)")
_PARENTHESIS = re.compile(r"[(（][^()（）]*(?:[)）].?.?)?$")
_NEGATIONS = frozenset("no not never none nothing nobody without neither nor cannot".split())
_NEGATIVE_ENDINGS = frozenset({"ない", "ず", "ぬ", "まい"})


def severity(gap: Gap, pair: Pair) -> Severity | None:
    """The severity of a gap as a finding, or `None` for one better passed over.

    Critical needs two signals that agree: the words and the lengths, of a whole sentence or of a
    clause with a number, a name or a negation.
    """
    text = pair.side(gap.lang).text
    if gap.lang is pair.source.lang:
        major = _MAJOR[gap.lang]
        least = major - _MINOR
    else:
        least = _MAJOR_ADDED[gap.lang] - _MINOR_ADDED
        major = _MAJOR_ADDED[gap.lang] - _readiness(gap, text)
    if gap.log_odds < min(least, major):
        return None
    if _stands_there(gap.span.of(text), pair.side(gap.lang.other).text):
        return None
    if gap.words <= _MOST_ABBREVIATED and _SHORT_NAME.match(text, gap.span.end):
        return None
    if gap.words < _FEWEST_FOR_MAJOR and _names_keys(gap.span.of(text), pair):
        return None
    if gap.log_odds < major + _excuse(gap, pair):
        return Severity.MINOR
    if gap.log_odds < _CRITICAL or gap.excess < _LENGTHS_AGREE or gap.words < _FEWEST_FOR_MAJOR:
        return Severity.MAJOR
    if gap.is_sentence or _is_weighty(gap.span, text, gap.lang):
        return Severity.CRITICAL
    return Severity.MAJOR


def _readiness(gap: Gap, text: str) -> float:
    """By how much less plain what is added may be."""
    if gap.is_sentence:
        return _ADDED_SENTENCE
    ends = _ENDS.search(gap.span.of(text)) or _GOES_NO_FURTHER.match(text, gap.span.end)
    return _ADDED_LAST if gap.lang is Lang.ENGLISH and ends else 0.0


def _excuse(gap: Gap, pair: Pair) -> float:
    """How much plainer it must be for what else it may be."""
    behind = _behind_topic(gap, pair)
    if behind == 0 or _may_be_abbreviated(gap, pair):
        return _SAID_SHORTER
    is_excused = (
        _is_short(gap)
        or _in_parentheses(gap.span, pair.side(gap.lang).text)
        or _is_leant_on(gap, pair)
    )
    if is_excused:
        return _EXCUSED
    return _TWO if gap.words == _FEWEST else 0.0


def confidence(gap: Gap) -> float:
    """From the log-odds, in [0, 1]."""
    return round(min(0.97, 1 / (1 + math.exp(_PRIOR - gap.log_odds))), 2)


def evidence(gap: Gap, kind: str) -> dict[str, object]:
    """What a finding about it rests on, in JSON's types."""
    return {
        "kind": kind,
        "words": gap.words,
        "words_unrendered": gap.unrendered,
        "length_log_likelihood": round(gap.excess, 2),
        "log_odds": round(gap.log_odds, 2),
    }


def _stands_there(words: str, other: str) -> bool:
    """Whether the other side has the same letters: an example in English in a Japanese manual."""
    return words.strip(_MARKS).casefold() in other.casefold()


def _names_keys(words: str, pair: Pair) -> bool:
    """Whether Japanese words say to press keys that the English names."""
    keys = _KEY.findall(words)
    named = {word.text.lower() for word in english_words(pair.side(Lang.ENGLISH).text)}
    return bool(keys) and all(key.lower() in named for key in keys)


def _is_short(gap: Gap) -> bool:
    """A few words of a sentence without which the lengths hardly agree better."""
    return (
        not gap.is_sentence
        and gap.words < _FEWEST_FOR_MAJOR
        and gap.excess < _LENGTHS_AGREE_A_LITTLE
    )


def _may_be_abbreviated(gap: Gap, pair: Pair) -> bool:
    """Whether the other side has an acronym that this side has not: CBN may be a whole 中央銀行."""
    own, other = pair.side(gap.lang).text, pair.side(gap.lang.other).text
    return gap.words <= _MOST_ABBREVIATED and any(
        found not in own for found in _ACRONYM.findall(other)
    )


def _behind_topic(gap: Gap, pair: Pair) -> int | None:
    """How many words stand behind a topic with no clause before it, where the English has a pronoun:
    it may be the factory that 工場は names. `None` where there is no such topic."""
    if gap.lang is not Lang.JAPANESE or not any(
        word.text.lower() in _PRONOUNS for word in english_words(pair.side(Lang.ENGLISH).text)
    ):
        return None
    text = pair.side(gap.lang).text
    topics = [
        token.span.end
        for token in japanese_tokens(text)
        if token.span.overlaps(gap.span) and token.surface == "は" and token.pos[1] == "係助詞"
    ]
    if not topics or "、" in text[gap.span.start : topics[0]]:
        return None
    rest = [word for word in content_words(text, gap.lang) if gap.span.overlaps(word.span)]
    return sum(word.span.start >= topics[0] for word in rest)


def _in_parentheses(span: Span, text: str) -> bool:
    """An explanation for the reader, which translators put in or leave out as it is needed."""
    words = text[max(0, span.start - 1) : span.end + 1].strip()
    return bool(_PARENTHESIS.match(words))


def _is_leant_on(gap: Gap, pair: Pair) -> bool:
    """Whether the rest of the gap's sentence could not stand without it."""
    sides = (bead.source if gap.lang is pair.source.lang else bead.target for bead in pair.beads)
    text = pair.side(gap.lang).text
    return any(
        leans_on(gap.span, text, side, gap.lang)
        for side in sides
        if side is not None and side.start <= gap.span.start < side.end
    )


def _is_weighty(span: Span, text: str, lang: Lang) -> bool:
    """Whether a number, a name or a negation stands in a span."""
    if any(
        quantity.span.overlaps(span) and not quantity.is_weak for quantity in quantities(text, lang)
    ):
        return True
    if lang is Lang.ENGLISH:
        return any(
            word.is_capital or word.lemma in _NEGATIONS or word.text.lower().endswith("n't")
            for word in english_words(text)
            if word.span.overlaps(span)
        )
    return any(
        token.is_name or (token.pos[0] in {"助動詞", "形容詞"} and token.base in _NEGATIVE_ENDINGS)
        for token in japanese_tokens(text)
        if token.span.overlaps(span)
    )
