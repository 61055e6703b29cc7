"""Sentences and clauses left out, and those of another pair added."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator

import numpy as np

from alignqa.bitext import Pair
from alignqa.judging import default_context, embedded_encoder
from alignqa.pairing import with_sentences
from alignqa.segment import sentences
from alignqa.text import Lang, Segment, Span

from . import english, japanese
from .plant import Plant, Row

_FEWEST_WORDS = 4
# A clause after a comma that a sentence can do without.
_SUBORDINATE = (
    "which who whose while whereas although though because since after before unless "
    "as including according despite"
).split()
_COORDINATE = "and but so".split()
_SUBJECTS = r"(?:he|she|it|they|we|I|you|there|this|that|the|his|her|its|their|our|my|many|some)\b"
_TRAILING = re.compile(
    rf", (?:(?:{'|'.join(_SUBORDINATE)})\b|(?:{'|'.join(_COORDINATE)}) {_SUBJECTS})[^,;:()\"“”]+(?=[.!?][\"”]?$)"
)
_LEADING = re.compile(
    r"(?:After|Before|Although|Though|Because|Since|While|When|Despite|According to|If|As)\b"
    r"[^,;:()\"“”.]+, (?=[a-zA-Z])"
)
# What is left after a leading clause is a sentence of its own: a subject, and an end.
_WHOLE = re.compile(r"(?!then\b|please\b)(?:[a-zA-Z][\w'’-]*) [^,]{12,}.*[.!][\"”]?$", re.DOTALL)
_INNER = re.compile(r", (?:which|who|whose)\b[^,;:()\"“”.]+,(?= [a-z])")
_ENDS_CLAUSE = {
    "て",
    "で",
    "が",
    "ため",
    "ので",
    "けれど",
    "けど",
    "ながら",
    "つつ",
    "し",
    "から",
    "ば",
    "と",
    "際",
    "とき",
    "時",
    "後",
    "たら",
}
_OPENING, _CLOSING = '「『（(“"【', '」』）)”"】'


def omit(row: Row, lang: Lang, rng: random.Random) -> Plant | None:
    """A sentence of the target taken out, or a clause that its sentence can do without."""
    text = row.text(lang)
    whole = sentences(text, lang)
    options = [(span, False) for span in whole] if len(whole) > 1 else []
    options += [(span, True) for span in clauses(text, lang)]
    options = [
        (span, inner) for span, inner in options if words(span.of(text), lang) >= _FEWEST_WORDS
    ]
    rest = {span: words(text[: span.start] + text[span.end :], lang) for span, _ in options}
    options = [(span, inner) for span, inner in options if rest[span] >= 3]
    if not options:
        return None
    # Sentences and clauses equally often, where there are both.
    is_clause = rng.choice(sorted({inner for _, inner in options}))
    span = rng.choice([span for span, inner in options if inner is is_clause])
    if not is_clause:
        end = span.end
        while lang is Lang.ENGLISH and end < len(text) and text[end] == " ":
            end += 1
        target = (text[: span.start] + text[end:]).strip()
    else:
        target = _closed(text, span, lang)
    source_span = _counterpart(row, lang, span, is_clause)
    if source_span is None:
        return None
    return Plant(
        "omission", row.text(lang.other), target, lang, span.of(text), "", None, source_span
    )


def add(row: Row, lang: Lang, rng: random.Random) -> Plant | None:
    """A sentence or a clause of another pair put into the target."""
    text, donor = row.text(lang), row.donor[0 if lang is Lang.ENGLISH else 1]
    if words(text, lang) < _FEWEST_WORDS or not text.rstrip().endswith(
        (".", "。", "!", "！", "”", '"')
    ):
        return None
    clause_options = [
        donor[span.start : span.end]
        for span in clauses(donor, lang)
        if words(span.of(donor), lang) >= _FEWEST_WORDS
    ]
    if clause_options and rng.random() < 0.6:
        made = _with_clause(text, rng.choice(clause_options), lang)
        if made:
            target, span = made
            return Plant(
                "addition", row.text(lang.other), target, lang, "", span.of(target), span, None
            )
    options = [
        span.of(donor).strip()
        for span in sentences(donor, lang)
        if words(span.of(donor), lang) >= _FEWEST_WORDS
        and span.of(donor).strip()[-1] in ".。!！"
        and span.of(donor).strip()[0].isalnum()
        and not set(span.of(donor)) & set(_OPENING + _CLOSING)
    ]
    if not options:
        return None
    sentence = rng.choice(options)
    joint = " " if lang is Lang.ENGLISH else ""
    is_first = rng.random() < 0.3
    stripped = text.strip()
    target = sentence + joint + stripped if is_first else stripped + joint + sentence
    start = 0 if is_first else len(stripped) + len(joint)
    span = Span(start, start + len(sentence))
    return Plant("addition", row.text(lang.other), target, lang, "", sentence, span, None)


def words(text: str, lang: Lang) -> int:
    return english.content_words(text) if lang is Lang.ENGLISH else japanese.content_words(text)


def clauses(text: str, lang: Lang) -> list[Span]:
    """Clauses with their comma that can be taken out and leave a sentence."""
    find = _english_clauses if lang is Lang.ENGLISH else _japanese_clauses
    return [
        Span(sentence.start + span.start, sentence.start + span.end)
        for sentence in sentences(text, lang)
        for span in find(sentence.of(text))
    ]


def _english_clauses(sentence: str) -> Iterator[Span]:
    for pattern in (_TRAILING, _INNER):
        yield from (Span(*match.span()) for match in pattern.finditer(sentence))
    match = _LEADING.match(sentence)
    if match and _WHOLE.match(sentence, match.end()):
        yield Span(*match.span())


def _japanese_clauses(sentence: str) -> Iterator[Span]:
    """From the start or a 、 to the 、 after a verb that goes on: …して、 …したが、 …するため、"""
    morphs = japanese.morphs(sentence)
    commas = [0] + [m.end for m in morphs if m.surface in {"、", "，"}]
    ends = {m.end: index for index, m in enumerate(morphs) if m.surface in {"、", "，"}}
    for start, end in itertools.pairwise(commas):
        clause = sentence[start:end]
        if set(clause) & set(_OPENING + _CLOSING) or _is_quoted(sentence, start):
            continue
        if start and not _may_precede(morphs[ends[start] - 1]):
            continue
        last = ends[end] - 1
        before = morphs[last - 1] if last else None
        if last < 1 or before is None:
            continue
        goes_on = morphs[last].form.startswith("連用形") and morphs[last].pos[0] in {
            "動詞",
            "助動詞",
        }
        is_link = morphs[last].pos[1] == "接続助詞" or morphs[last].pos[0] == "名詞"
        links = (
            is_link
            and morphs[last].surface in _ENDS_CLAUSE
            and before.pos[0] in {"動詞", "助動詞", "形容詞"}
        )
        if goes_on or links:
            yield Span(start, end)


def _may_precede(morph: japanese.Morph) -> bool:
    """Whether a sentence goes on after it without the next clause: not after もし、 or in a list."""
    return (
        morph.pos[1] in {"接続助詞", "係助詞"}
        or morph.surface == "が"
        or (morph.form.startswith("連用形") and morph.pos[0] in {"動詞", "助動詞"})
    )


def _is_quoted(text: str, place: int) -> bool:
    before = text[:place]
    return sum(before.count(c) for c in "「『（(“") > sum(before.count(c) for c in "」』）)”")


def _closed(text: str, span: Span, lang: Lang) -> str:
    """The text without the clause, its next word in a capital where it opens the sentence."""
    before, after = text[: span.start], text[span.end :]
    opens = not before.strip() or before.rstrip()[-1:] in {".", "!", "?", '"', "“", "”"}
    if lang is Lang.ENGLISH and opens and after:
        after = after[0].upper() + after[1:]
    return before + after


def _with_clause(text: str, clause: str, lang: Lang) -> tuple[str, Span] | None:
    if lang is Lang.JAPANESE:
        first = next(iter(sentences(text, lang)))
        if set(first.of(text)) & set(_OPENING):
            return None
        return clause + text, Span(0, len(clause))
    if not clause.startswith(", ") or clause.endswith(",") or not text.endswith("."):
        return None
    if re.match(r", (?:which|who|whose)\b", clause) and not re.search(r"[a-z]\.$", text):
        return None
    start = len(text) - 1
    return text[:start] + clause + ".", Span(start + 2, start + len(clause))


def _counterpart(row: Row, lang: Lang, span: Span, is_clause: bool) -> Span | None:
    """Where the source says it: the sentence paired with it, or the clause most like it."""
    source, text = row.text(lang.other), row.text(lang)
    pair = Pair(0, Segment(source, lang.other), Segment(text, lang), 0.6)
    beads = with_sentences([pair], embedded_encoder())[0].beads
    around = [b for b in beads if b.target is not None and b.target.overlaps(span)]
    if len(around) != 1 or around[0].source is None:
        return None
    if not is_clause:
        # A sentence that the source does not say in one of its own is a part of a sentence there.
        if around[0].shape != (1, 1):
            return None
        return around[0].source
    gone, left = span.of(text), text[: span.start] + " " + text[span.end :]
    return _best_stretch(row, lang, around[0].source, gone, left)


def _best_stretch(row: Row, lang: Lang, within: Span, gone: str, left: str) -> Span | None:
    """The stretch of the source whose words are nearest to the words that are gone.

    Each word counts by how much nearer it is to one of those than to one of those that are left;
    the stretch is the one of the greatest sum.
    """
    source = row.text(lang.other)
    places = [place for place in _word_places(source, lang.other) if within.overlaps(place)]
    sides = [[place.of(side) for place in _word_places(side, lang)] for side in (gone, left)]
    if not places or not all(sides):
        return None
    vectors = default_context().vectors
    ours = vectors.of([place.of(source) for place in places])
    nearest = [(ours @ vectors.of(side).T).max(axis=1) for side in sides]
    gains = nearest[0] - nearest[1]
    best, stretch = 0.0, None
    for first in range(len(places)):
        sums = np.cumsum(gains[first:])
        last = int(np.argmax(sums))
        if sums[last] > best:
            best = float(sums[last])
            stretch = Span(places[first].start, places[first + last].end)
    return stretch


def _word_places(text: str, lang: Lang) -> list[Span]:
    if lang is Lang.ENGLISH:
        return [Span(*m.span()) for m in english.content_matches(text)]
    return [Span(m.start, m.end) for m in japanese.morphs(text) if m.is_content]
