"""One side says *not* where the other, sentence against sentence, says nothing of the kind.

Both sides are searched for what denies: *not*, *never*, *no*, *without* on one hand; ない, ず, まい,
なし on the other. Forms that only look like it are passed over, such as なければならない (*must*),
かもしれない (*may*), しか…ない (*only*) or *not only*; others may go without a counterpart or stand
for one, such as めったに…ない (*rarely*), Aではなく、B, *not until*, *rather than* or *reluctant to*.
Where one side of a sentence has a negation more, what else is there is weighed: words that deny by
themselves (*fail*, *few*, 未公開), turns of phrase that are negative in one language only, and whether
the denied word stands, undenied, on the other side. A Japanese translation with words that ask for a
denial (しか, 決して, 申し訳) and has none is told, whatever the source says; and so is *failed to*,
*refused to* and *forgot to* where nothing in the Japanese says that it was left undone.

## Why

One ない turns a statement round, and nothing else in the sentence changes. Neither a reader of the
translation alone nor any cosine notices.

## Example

The English text:

    The committee did not approve the budget on Friday.

The Japanese text:

    委員会は金曜日、予算案を承認した。

"did not approve" is denied, 承認した is not.

## Limits

A negation moved from one clause to another leaves the counts equal and is not seen, nor is one lost
where another of the same sentence stands for nothing. A free rendering by an opposite (*did not
stay* as 立ち去った) is told from a slip by learned weights (`data/polarity`), which err; where they
are not sure the finding is minor, or there is none. What is rendered very freely, or in other words that
deny (off, left out, too many to show), is looked past, and so is a slip in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.checks.in_stretches import in_stretches
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import Message, told
from alignqa.polarity.already import is_already_denied
from alignqa.polarity.asserted import asserted, clause_of
from alignqa.polarity.imbalance import Imbalance, imbalance, surplus_of
from alignqa.polarity.model import probability, slip_logit
from alignqa.polarity.quoted import denial
from alignqa.polarity.refused import refused
from alignqa.polarity.renderings import dictionary
from alignqa.polarity.undenied import undenied
from alignqa.text import Lang, Span
from alignqa.words.markup import is_code, prose
from alignqa.words.notes import blanked_notes

RULE = Rule("AQ501", "negation-mismatch", MqmCategory.MISTRANSLATION, Severity.CRITICAL)

# Log-odds of the model, with what is taken off below; chosen by `benchmarks/drift.py` on references
# of WMT22, WMT23 and NTREX.
_MINOR, _MAJOR, _CRITICAL = -0.3, 0.35, 2.6
# Taken off where the other side has a word that may deny (avoid, なくす); and more where the denied
# word denies itself (不満はない, *happy*), and where what denies over there is the counterpart (停電,
# *without power*) or has a denying prefix that nothing else renders (*insufficient* as 十分…ない).
_IF_DENYING, _IF_DERIVED = 0.8, 1.6
_MAY_DENY, _IS_DERIVED = 0.3, 0.5
# Taken off where both sides deny something, so that the denials may be paired wrongly, and no word
# renders what is denied.
_IF_MANY, _RENDERED, _RENDERED_LINK = 1.2, 0.45, 0.5
_SURE_LINK = 0.5
# Where the dictionary has a word that surely renders what is denied, or one is much like it, and nothing
# over there denies, a free rendering is rare: so much is added.
_IF_ANCHORED, _ANCHORED_LINK, _ANCHORED_LIKENESS = 1.5, 0.75, 0.35
_QUIET = 0.25
# Taken off for each sign of a rendering so free that a denial may be lost in it: the words beside it
# have no links, one side is half as long again as its wont, much of the other side renders nothing.
_IF_FREE, _HARDLY_LINKED, _MUCH_LONGER, _UNEXPLAINED = 0.4, 0.4, 0.7, 1.8
# Hardly a Japanese sentence has such words without their denial, unless it has lost it.
_OF_INCOMPLETE = 0.95
_WORD = re.compile(r"\w+")
# Nor does one go without any when the English says that it failed.
_OF_REFUSED = 0.85


@in_stretches
def check(pair: Pair, context: Context) -> Iterator[Finding]:
    """Yields a finding where the two sides differ by a negation, and one for each turn of phrase of a
    Japanese translation that has lost its own."""
    found = _differing(pair, context) if pair.is_whole else None
    if found:
        yield found
    if pair.target.lang is Lang.JAPANESE:
        taken = found.target_spans if found else ()
        for words in undenied(prose(pair.target.text)):
            if not any(words.overlaps(span) for span in taken):
                yield _incomplete(pair, words)
    if pair.is_whole and found is None:
        yield from _done(pair, context)


def _done(pair: Pair, context: Context) -> Iterator[Finding]:
    """What is refused on the English side only."""
    english, japanese = (_said(pair, lang) for lang in (Lang.ENGLISH, Lang.JAPANESE))
    for words in refused(english, japanese):
        said = words.of(english)
        done = _rendering(pair, context, _word_behind(words, english), japanese)
        is_lost = pair.source.lang is Lang.ENGLISH
        yield Finding(
            RULE,
            Severity.MAJOR,
            _OF_REFUSED,
            told(
                "“{words}” says that it was not done; the translation says that it was.", words=said
            )
            if is_lost
            else told(
                "“{words}” says that it was not done; the source says that it was.", words=said
            ),
            (words,) if is_lost else done,
            done if is_lost else (words,),
            {"refused": said},
        )


def _word_behind(words: Span, english: str) -> Span:
    found = _WORD.search(english, words.end)
    return Span(*found.span()) if found else words


def _rendering(pair: Pair, context: Context, word: Span, japanese: str) -> tuple[Span, ...]:
    """The Japanese predicate that surely renders an English word, if any does."""
    links = context.linker.of_pair(pair).of(word, Lang.ENGLISH)[:1]
    return tuple(
        asserted(link.japanese, japanese, Lang.JAPANESE)
        for link in links
        if link.confidence >= _SURE_LINK
    )


def _differing(pair: Pair, context: Context) -> Finding | None:
    english, japanese = (_said(pair, lang) for lang in (Lang.ENGLISH, Lang.JAPANESE))
    if not surplus_of(english, japanese):
        return None
    links = [
        (link.english, link.japanese, link.confidence)
        for link in context.linker.of_pair(pair).links
    ]
    found = imbalance(english, japanese, context.vectors.of, dictionary(context.lexicon), links)
    if found is None or (found.features.get("counterpart denied") and found.is_sure):
        return None
    texts = {Lang.ENGLISH: english, Lang.JAPANESE: japanese}
    if is_code(texts[found.lang], found.negation.span):
        return None
    there = found.lang.other
    counterpart = found.counterpart if found.is_sure else None
    if counterpart and is_already_denied(counterpart, texts[there], there):
        return None
    logit = _logit(found)
    return _finding(pair, found, logit, _where(found, texts, links)) if logit >= _MINOR else None


def _said(pair: Pair, lang: Lang) -> str:
    """The prose of one side, without what its translator noted."""
    return blanked_notes(prose(pair.side(lang).text))


def _incomplete(pair: Pair, words: Span) -> Finding:
    said = words.of(pair.target.text)
    return Finding(
        RULE,
        Severity.MAJOR,
        _OF_INCOMPLETE,
        told("“{words}” is only said with a denial, and there is none.", words=said),
        target_spans=(words,),
        evidence={"undenied": said},
    )


def _logit(found: Imbalance) -> float:
    logit = slip_logit(found) - _IF_FREE * _freedom(found)
    is_rendered = found.likeness >= _RENDERED or found.linked >= _RENDERED_LINK
    if found.features["some there"] and not is_rendered:
        logit -= _IF_MANY
    if _is_anchored(found) and found.features["denying"] < _QUIET:
        logit += _IF_ANCHORED
    denies_there = bool(found.features.get("counterpart denies")) and found.linked >= _SURE_LINK
    denies_here = "denied denial within" in found.features
    if denies_there or denies_here or found.features["derived denial"] >= _IS_DERIVED:
        return logit - _IF_DERIVED
    return logit - _IF_DENYING if found.features["denying"] >= _MAY_DENY else logit


def _freedom(found: Imbalance) -> int:
    """How many signs there are of a free rendering."""
    features = found.features
    return (
        (features.get("clause linked", 1.0) < _HARDLY_LINKED)
        + (abs(features["longer"]) > _MUCH_LONGER)
        + (features["unexplained"] > _UNEXPLAINED)
    )


def _is_anchored(found: Imbalance) -> bool:
    is_rendered = found.is_known and found.linked >= _ANCHORED_LINK
    return is_rendered or found.likeness >= _ANCHORED_LIKENESS


def _where(
    found: Imbalance, texts: dict[Lang, str], links: Sequence[tuple[Span, Span, float]]
) -> Span | None:
    """What the other side asserts: the predicate where a word of it is known, or else its clause."""
    if found.counterpart and found.is_sure:
        return asserted(found.counterpart, texts[found.lang.other], found.lang.other)
    if found.lang is Lang.JAPANESE:
        links = [(right, left, sure) for left, right, sure in links]
    return clause_of(found.negation, texts, found.lang, links)


def _finding(pair: Pair, found: Imbalance, logit: float, where: Span | None) -> Finding:
    is_in_source = pair.source.lang is found.lang
    there, other = (pair.source, pair.target) if is_in_source else (pair.target, pair.source)
    denied = denial(found.negation, there.text, there.lang)
    counterpart = where if found.is_sure else None
    severity = Severity.MINOR
    if logit >= _MAJOR:
        severity = Severity.CRITICAL if logit >= _CRITICAL and found.is_sure else Severity.MAJOR
    says = "source" if is_in_source else "translation"
    message = _message(
        denied.of(there.text),
        counterpart.of(other.text) if counterpart else None,
        is_in_source=is_in_source,
    )
    here, over_there = (denied,), (where,) if where else ()
    return Finding(
        RULE,
        severity,
        round(min(0.97, probability(logit)), 2),
        message,
        here if is_in_source else over_there,
        over_there if is_in_source else here,
        {
            "negated_side": says,
            "cue": found.negation.cue,
            "predicate": found.negation.key,
            "likeness": round(found.likeness, 2),
            "in_dictionary": found.is_known,
            "log_odds": round(logit, 2),
        },
    )


def _message(words: str, counterpart: str | None, *, is_in_source: bool) -> Message:
    if counterpart is None and is_in_source:
        return told("The source denies with “{words}”; the translation does not.", words=words)
    if counterpart is None:
        return told("The translation denies with “{words}”; the source does not.", words=words)
    if is_in_source:
        return told(
            "The source denies with “{words}”; the translation, which has “{counterpart}”, does not.",
            words=words,
            counterpart=counterpart,
        )
    return told(
        "The translation denies with “{words}”; the source, which has “{counterpart}”, does not.",
        words=words,
        counterpart=counterpart,
    )
