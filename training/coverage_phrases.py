"""Examples for `coverage_second_look.py`: short clauses and phrases left out of a text or put in.

`benchmarks/planting` takes out whole clauses of four words and more. People also leave out, and put
in, less: a relative or a participial clause, half of a coordination, a reason or a condition, who
said it, where, when and how. A piece is found by its joints (a comma, a conjunction, a preposition,
the form that a Japanese verb goes on in); what is put in is such a piece of another text.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import pairwise

from alignqa.coverage.clauses import content_words
from alignqa.text import Lang, Span
from alignqa.words import japanese_tokens
from planting import coverage as planting
from planting.plant import Plant, Row

FEWEST, MOST, LEFT = 2, 7, 3
# Of a sentence that something was taken from so much is left, counted in characters.
KEPT = 0.35
_INSIDE = r"[^,.;:()?!\"“”\n]"
_PREPOSITIONS = (
    "in|on|at|for|with|from|by|under|during|through|into|among|between|without|across|against|near"
)
_SUBORDINATE = "because|although|though|while|when|after|before|since|if|unless|until|as|where"
_END = r"(?=[.;!?,])"
# With its comma, up to the next mark, that included if it is a comma.
_TRAILING = (
    re.compile(rf", (?:which|who|whose|whom|where|when)\b{_INSIDE}{{8,}}(?:,|(?=[.;!?]))"),
    re.compile(rf", (?:\w+ing|\w+ed|including|despite|except|\w+ said)\b{_INSIDE}{{6,}}(?:,|(?=[.;!?]))"),
    re.compile(rf",? (?:{_SUBORDINATE}) {_INSIDE}{{8,}}{_END}"),
    re.compile(rf",? (?:and|but|so|or) {_INSIDE}{{10,}}{_END}"),
    re.compile(
        r"(?<=[a-z]) (?:that|who|which) (?:is|are|was|were|ha[sd]|have|can|will|would|\w+ed) "
        rf"{_INSIDE}{{4,}}{_END}"
    ),
    re.compile(rf"(?<=[a-z]) (?:{_PREPOSITIONS}) {_INSIDE}{{6,50}}{_END}"),
    re.compile(rf"(?<=[a-z]) to [a-z]+ {_INSIDE}{{6,60}}{_END}"),
    re.compile(r" \([^()]{4,}\)"),
)  # fmt: skip
_LEADING = re.compile(
    rf"(?:{_SUBORDINATE}|{_PREPOSITIONS}|despite|according to) {_INSIDE}{{6,}}, (?=\w)",
    re.IGNORECASE,
)
_OPENS = re.compile(r"(?:^|(?<=[.!?] ))(?=[A-Z])")
_JAPANESE_MARKS = "、。「」『』（）()！？!?・…―"
_GOES_ON = re.compile(
    r"(?:て|で|が|けれど|けど|ものの|ので|ため|ことから|から|のに|し|ながら|つつ|ずに?|れば|たら|なら|場合|と|とき|時|際"
    r"|後|前に|まま|うえ|中|に|では|まで|として|とともに|について|により|によって|によれば|り|き|み|げ|え|れ|せ|け|め|び|ち|い)、$"
)
_NO_HEAD = frozenset(
    "こと もの の ため とき 時 よう ところ わけ はず 後 前 際 場合 方 人 中 うち ほう 以上".split()
)
_PARENTHESIS = re.compile(r"（[^（）]{4,}）")


def omit(row: Row, lang: Lang, rng: random.Random) -> Plant | None:
    """A piece of the target taken out, with the stretch of the source that is nearest to it."""
    text = row.text(lang)
    options = [span for span in pieces(text, lang) if _may_go(text, span, lang)]
    if not options:
        return None
    span = rng.choice(options)
    left = planting._closed(text, span, lang)
    source = row.text(lang.other)
    place = planting._best_stretch(row, lang, Span(0, len(source)), span.of(text), left)
    if place is None:
        return None
    return Plant("omission", source, left, lang, span.of(text), "", None, place)


def add(row: Row, lang: Lang, rng: random.Random) -> Plant | None:
    """A piece of the other text put into the target, where such a piece may stand."""
    text, donor = row.text(lang), row.donor[0 if lang is Lang.ENGLISH else 1]
    options = [span.of(donor) for span in pieces(donor, lang)]
    options = [piece for piece in options if FEWEST <= len(content_words(piece, lang)) <= MOST]
    if not options or len(content_words(text, lang)) < LEFT:
        return None
    made = (_put_english if lang is Lang.ENGLISH else _put_japanese)(text, rng.choice(options), rng)
    if made is None:
        return None
    target, span = made
    return Plant("addition", row.text(lang.other), target, lang, "", span.of(target), span, None)


def pieces(text: str, lang: Lang) -> list[Span]:
    """Clauses and phrases, with the comma that joins them, in text order."""
    return sorted(set(_english(text) if lang is Lang.ENGLISH else _japanese(text)))


def _may_go(text: str, span: Span, lang: Lang) -> bool:
    count, rest = (
        len(content_words(words, lang))
        for words in (span.of(text), text[: span.start] + " " + text[span.end :])
    )
    is_small = span.end - span.start < (1 - KEPT) * len(text)
    return FEWEST <= count <= MOST and rest >= LEFT and is_small


def _english(text: str) -> Iterator[Span]:
    for pattern in _TRAILING:
        yield from (Span(*match.span()) for match in pattern.finditer(text))
    for opening in _OPENS.finditer(text):
        match = _LEADING.match(text, opening.end())
        if match:
            yield Span(*match.span())


def _japanese(text: str) -> Iterator[Span]:
    commas = [0, *(m.end() for m in re.finditer(r"[、。」]", text))]
    for start, end in pairwise(commas):
        if _GOES_ON.search(text[start:end]) and not set(text[start : end - 1]) & set(
            _JAPANESE_MARKS
        ):
            yield Span(start, end)
    yield from (Span(*match.span()) for match in _PARENTHESIS.finditer(text))
    yield from _relative(text)


def _relative(text: str) -> Iterator[Span]:
    """From behind a mark or a topic to the noun that a verb stands before."""
    tokens = japanese_tokens(text)
    for place in range(3, len(tokens)):
        before, head = tokens[place - 1], tokens[place]
        if not head.is_noun or head.surface in _NO_HEAD:
            continue
        if before.pos[0] not in {"動詞", "助動詞", "形容詞"} or before.surface.endswith("な"):
            continue
        first = place - 1
        while first > 0 and not _parts(tokens[first - 1].surface):
            first -= 1
        if place - first >= 2:
            yield Span(tokens[first].span.start, head.span.start)


def _parts(surface: str) -> bool:
    return surface in _JAPANESE_MARKS or surface in {"は", "が", "も"}


def _put_english(text: str, piece: str, rng: random.Random) -> tuple[str, Span] | None:
    if piece.endswith(" "):
        openings = list(_OPENS.finditer(text))
        if not openings:
            return None
        place = rng.choice(openings).end()
        after = text[place:]
        if not after.startswith(("I ", "I'")) and rng.random() < 0.9:
            after = after[0].lower() + after[1:]
        return text[:place] + piece + after, Span(place, place + len(piece))
    is_inner = piece.endswith(",")
    places = [m.end() for m in re.finditer(r"[a-z](?=[.;,])", text)]
    if is_inner or rng.random() < 0.2:
        places = [
            m.end()
            for m in re.finditer(
                r"[a-z] [a-z]{4,}(?= (?:is|was|has|had|will|are|were|of|in|to)\b)", text
            )
        ]
    if not places:
        return None
    place = rng.choice(places)
    if not is_inner or text[place] in ".;,":
        piece = piece.rstrip(",")
    return text[:place] + piece + text[place:], Span(place, place + len(piece))


def _put_japanese(text: str, piece: str, rng: random.Random) -> tuple[str, Span] | None:
    tokens = japanese_tokens(text)
    ends = {"を", "が", "は", "に"}
    if piece.startswith("（"):
        places = [a.span.end for a, b in pairwise(tokens) if a.is_noun and b.surface in ends]
    elif piece.endswith("、"):
        places = [0, *(m.end() for m in re.finditer(r"[。、](?=[^」』）\s])", text))]
        places += [t.span.end for t in tokens if t.surface == "は" and t.pos[1] == "係助詞"]
    else:
        places = [b.span.start for a, b in pairwise(tokens) if b.is_noun and _joins(a.surface)]
    if not places:
        return None
    place = rng.choice(places)
    return text[:place] + piece + text[place:], Span(place, place + len(piece))


def _joins(surface: str) -> bool:
    return surface in {"は", "、", "を", "に", "が"}
