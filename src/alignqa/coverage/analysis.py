"""What one pair leaves unrendered on either side: worked out once for all checks that ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from alignqa.bitext import Pair
from alignqa.coverage.clauses import ContentWord, content_words
from alignqa.coverage.gaps import Floats, excess, log_odds, overlength, runs
from alignqa.coverage.linked import Read, linked, matched
from alignqa.coverage.model import embedded_model
from alignqa.coverage.run_features import Doubt, Look, Words
from alignqa.coverage.run_span import run_span
from alignqa.coverage.second_look import embedded_look
from alignqa.coverage.stretches import judged_stretches
from alignqa.coverage.verbatim import is_kept
from alignqa.lexicon.links import Linker, WordLinks
from alignqa.lexicon.vectors import WordVectors
from alignqa.text import Lang, Span
from alignqa.words.lengths import translated_length

_SENTENCE_END = re.compile(r"""[.!?。！？][\s"'”’」』)）]*$""")
# A stretch whose likeliest run the first look gives less than this, in log-odds, is passed; what
# renders a sentence that stays alone may have been paired with the next one.
_DOUBT, _DOUBT_NEXT_DOOR = -2.5, 0.0
# A stretch that is longer by so many standard deviations than what renders it leaves a doubt, too.
_TOO_LONG = 0.8
# Of two runs about as likely, a clause is the one with marks at its ends, and without words that are
# rendered.
_MARKED, _CLEAN = 0.5, 0.25
_ABOUT_AS_LIKELY, _SURELY_RENDERED = 1.0, -2.5
# A gap less likely than this, in log-odds, is not worth telling anybody about.
_LEAST = 1.5


@dataclass(frozen=True, slots=True)
class Gap:
    """Words of one side that the other side does not seem to render.

    `log_odds` says how likely that is. `words` counts its content words, `unrendered` those of
    them that are more likely unrendered than not. `excess` is how much better the two lengths agree
    without it, as the logarithm of a likelihood ratio. `is_sentence`: it is a sentence or more, not
    a part of one.
    """

    lang: Lang
    span: Span
    log_odds: float
    words: int
    unrendered: int
    excess: float
    is_sentence: bool


@dataclass(frozen=True, slots=True)
class _Run:
    """The places of a run's words in `Stretch.words`, half-open, and its log-odds of being a gap."""

    first: int
    last: int
    odds: float


def look_up(pairs: Iterable[Pair], vectors: WordVectors) -> None:
    """Looks up the words of pairs whose gaps will be asked for, all together."""
    whole = [pair for pair in pairs if pair.is_whole]
    for lang in Lang:
        words = (word for pair in whole for word in content_words(pair.side(lang).text, lang))
        embedded_model().look_up(lang, (word.text for word in words), vectors)


def gaps(pair: Pair, vectors: WordVectors, linker: Linker) -> tuple[Gap, ...]:
    """The likeliest gap of each side of each bead, where it is more likely one than not, but for
    those whose code the other side has."""
    if not pair.is_whole:
        return ()
    return tuple(
        gap
        for gap in _gaps(_Asked(pair, vectors, linker))
        if not is_kept(gap.span, pair.side(gap.lang).text, pair.side(gap.lang.other).text)
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """What several checks ask of one pair: the same where all is the same object."""

    pair: Pair
    vectors: WordVectors
    linker: Linker

    def __hash__(self) -> int:
        return id(self.pair)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Asked)
            and other.pair is self.pair
            and other.vectors is self.vectors
            and other.linker is self.linker
        )


@lru_cache(maxsize=64)
def _gaps(asked: _Asked) -> tuple[Gap, ...]:
    found = []
    model = embedded_look()
    for doubt in doubts(asked.pair, asked.vectors, asked.linker):
        missing = model.word_odds(doubt.own)
        looked = model.look(doubt, asked.vectors)
        if looked is not None and (run := _likeliest(doubt, missing, *looked)) is not None:
            found.append(_gap(doubt, run, missing))
    return tuple(found)


def _likeliest(doubt: Doubt, missing: Floats, seen: Look, odds: Floats) -> _Run | None:
    """The likeliest run, if it is likely enough."""
    best = int((odds + _MARKED * seen.marks + _CLEAN * seen.means).argmax())
    if odds[best] < _LEAST:
        return None
    best = _up_to_the_marks(seen, odds, missing, best, doubt.stretch.first)
    return _Run(int(seen.begin[best]), int(seen.end[best]), float(odds[best]))


def _up_to_the_marks(seen: Look, odds: Floats, missing: Floats, best: int, offset: int) -> int:
    """The run that takes in one more word at an end and so reaches a mark, if it is about as likely
    and that word is not surely rendered: 壊れたため、 is one clause."""
    first, last = int(seen.begin[best]), int(seen.end[best])
    for run in (-odds).argsort(kind="stable").tolist():
        begin, end = int(seen.begin[run]), int(seen.end[run])
        if (
            odds[run] >= odds[best] - _ABOUT_AS_LIKELY
            and 0 < (first - begin) + (end - last) <= 1
            and begin <= first
            and end >= last
            and seen.marks[run] > seen.marks[best]
            and missing[begin - offset : end - offset].min() > _SURELY_RENDERED
        ):
            return int(run)
    return best


def _gap(doubt: Doubt, run: _Run, missing: Floats) -> Gap:
    stretch = doubt.stretch
    first, last = run.first, run.last
    span = run_span(stretch, first, last)
    before = stretch.text[: span.start].rstrip()
    taken = translated_length(span.of(stretch.text), stretch.lang)
    return Gap(
        stretch.lang,
        span,
        run.odds,
        last - first,
        int((missing[first - stretch.first : last - stretch.first] > 0).sum()),
        float(excess(stretch, np.array([taken]))[0]),
        (not before or bool(_SENTENCE_END.search(before)))
        and bool(_SENTENCE_END.search(span.of(stretch.text))),
    )


def doubts(pair: Pair, vectors: WordVectors, linker: Linker) -> Iterator[Doubt]:
    """The stretches of which the first look leaves a doubt, with what the second reads."""
    joined: WordLinks | None = None
    links: dict[Lang, Floats] = {}
    texts = {lang: pair.side(lang).text for lang in Lang}
    reads: dict[tuple[Span, Span], dict[Lang, Read] | None] = {}
    for judged in judged_stretches(pair, vectors):
        stretch = judged.stretch
        seen = runs(stretch, judged.missing)
        doubt = _DOUBT_NEXT_DOOR if stretch.alone and stretch.next_door else _DOUBT
        is_doubtful = seen is not None and log_odds(seen).max() >= doubt
        if not is_doubtful and (stretch.alone or overlength(stretch) < _TOO_LONG):
            continue
        if joined is None:
            joined = linker.of_pair(pair)
            links = {
                lang: linked(joined, lang, content_words(pair.side(lang).text, lang))
                for lang in Lang
            }
        lang = stretch.lang
        near = {lang: judged.own_span, lang.other: judged.other_span}
        # Both sides of a bead are read at once.
        places = near[Lang.ENGLISH], near[Lang.JAPANESE]
        if places not in reads:
            reads[places] = matched(joined, near, texts, vectors)
        if (read := reads[places]) is None:
            continue
        first, last = judged.other
        other = texts[lang.other]
        yield Doubt(
            stretch,
            _words(stretch.words, (stretch.first, stretch.last), judged.missing, links, read, lang),
            _words(
                content_words(other, lang.other),
                (first, last),
                judged.other_missing,
                links,
                read,
                lang.other,
            ),
            judged.other_span.of(other),
        )


def _words(
    words: tuple[ContentWord, ...],
    places: tuple[int, int],
    missing: Floats,
    links: dict[Lang, Floats],
    read: dict[Lang, Read],
    lang: Lang,
) -> Words:
    chosen = words[places[0] : places[1]]
    return Words(
        lang,
        chosen,
        missing,
        links[lang][places[0] : places[1]],
        read[lang].of_words(chosen),
        read[lang],
    )
