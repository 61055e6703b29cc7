"""What `wrong-name` says of a name in the place of another: replaced, said too seldom, exchanged,
made anybody's, left out."""

from __future__ import annotations

from dataclasses import replace

from alignqa.bitext import Pair
from alignqa.finding import Finding, Rule, Severity
from alignqa.lexicon import Lexicon
from alignqa.message import Message, told
from alignqa.names import begin_or_end_alike
from alignqa.names.expected import expected_name
from alignqa.names.found import Part
from alignqa.names.known import english_names_of
from alignqa.names.lost import LostNames
from alignqa.names.lost_name import Lost
from alignqa.names.slips import Slip
from alignqa.names.swapped import Swap
from alignqa.text import Lang, Span
from alignqa.words import lemma


def replaced(
    rule: Rule,
    pair: Pair,
    swap: tuple[Lost, Lost],
    names: LostNames,
    lexicon: Lexicon,
    beside: Part | None = None,
) -> Finding:
    """The finding of `rule` that of an English and a Japanese name the one stands in the place of
    the other; `beside` is a part of the same full name that is right."""
    theirs, ours = swap
    lost, rival = swap if pair.source.lang is Lang.ENGLISH else swap[::-1]
    evidence: dict[str, object] = {"source_name": lost.text, "target_name": rival.text}
    if means := english_names_of(rival.meanings) if lost is theirs else []:
        evidence["target_means"] = means
    if beside is not None:
        evidence["same_beside_it"] = beside.text
    if beside is not None:
        severity, confidence = Severity.CRITICAL, 0.92
    elif names.may_be_read_so(theirs, ours) or _may_be_cut(theirs, ours):
        severity, confidence = Severity.MINOR, 0.5
    elif theirs.is_surely_name and ours.is_surely_name:
        severity, confidence = Severity.CRITICAL, 0.85
    # “Rockets” may be anybody's other name, but hardly a person's.
    elif (
        theirs.meanings
        and not theirs.is_surely_name
        and lemma(theirs.text) != theirs.text.lower()
        and not names.is_person(ours)
    ):
        severity, confidence = Severity.MINOR, 0.5
    else:
        severity, confidence = Severity.MAJOR, 0.6
    message = told(
        "Nothing in the translation sounds like “{lost}” or means it; “{rival}” "
        "stands there, which is not in the source.",
        lost=lost.text,
        rival=rival.text,
    )
    if names.may_be_misspelt(theirs, ours):
        is_sure = theirs.is_surely_name or ours.is_surely_name
        is_far = is_sure and names.is_far_from_known(theirs, ours)
        severity, confidence = (Severity.MAJOR, 0.6) if is_far else (Severity.MINOR, 0.5)
        message = told(
            "“{lost}” and “{rival}” are alike, but do not sound the same.",
            lost=lost.text,
            rival=rival.text,
        )
    expected = expected_name(lost.parts, lexicon)
    return Finding(
        rule, severity, confidence, message, (lost.span,), (rival.span,), evidence, expected
    )


def said_less_often(
    rule: Rule,
    pair: Pair,
    swap: tuple[Lost, Lost],
    names: LostNames,
    lexicon: Lexicon,
    *,
    is_japanese: bool,
) -> Finding:
    """The finding of `rule` that a name (the Japanese one, or the English) stands where another is
    said once more."""
    return replace(
        replaced(rule, pair, swap, names, lexicon),
        severity=Severity.MAJOR,
        confidence=0.7,
        message=_of_less_often(pair, *swap, is_japanese=is_japanese),
    )


def misspelt(rule: Rule, slip: Slip) -> Finding:
    """The finding of `rule` that a name is not what it should be by a slip."""
    name, here = slip.name, slip.here
    severity, confidence = (Severity.MAJOR, 0.7) if slip.is_sure else (Severity.MINOR, 0.5)
    message = (
        told("“{here}” looks like a slip for “{name}”.", here=here.text, name=name.text)
        if slip.usual == name.text
        else told(
            "“{name}” is written “{usual}”; “{here}” looks like a slip.",
            name=name.text,
            usual=slip.usual,
            here=here.text,
        )
    )
    evidence = {"source_name": name.text, "target_name": here.text}
    return Finding(
        rule,
        severity,
        confidence,
        message,
        (name.span,),
        (here.span,),
        evidence,
        slip.usual,
    )


def exchanged(rule: Rule, pair: Pair, swap: Swap) -> Finding:
    """The finding of `rule` that two names have changed places."""
    sides = swap.english, swap.japanese
    source, target = sides if pair.source.lang is Lang.ENGLISH else sides[::-1]
    one, other = (span.of(pair.target.text) for span in target)
    return Finding(
        rule,
        Severity.CRITICAL if swap.is_mixed else Severity.MAJOR,
        0.85 if swap.is_mixed else 0.7,
        told("“{one}” and “{other}” have changed places.", one=one, other=other),
        tuple(sorted(source)),
        tuple(sorted(target)),
        {"source_name": source[0].of(pair.source.text), "target_name": other},
    )


def made_anybody(rule: Rule, pair: Pair, name: Lost, there: Span, lexicon: Lexicon) -> Finding:
    """The finding of `rule` that somebody or something without a name stands for a name."""
    return Finding(
        rule,
        Severity.MAJOR,
        0.6,
        told(
            "“{lost}” is not rendered; “{rival}” stands there, which names nobody.",
            lost=name.text,
            rival=there.of(pair.target.text),
        ),
        (name.span,),
        (there,),
        {"source_name": name.text},
        expected_name(name.parts, lexicon),
    )


def left_out(rule: Rule, name: Lost) -> Finding:
    """The finding of `rule` that nothing stands for a name."""
    return Finding(
        rule,
        Severity.MINOR,
        0.5,
        told(
            "“{name}” is not rendered: nothing in the translation of the sentence names a person or speaks of one.",
            name=name.text,
        ),
        (name.span,),
        (),
        {"source_name": name.text},
    )


def _of_less_often(pair: Pair, theirs: Lost, ours: Lost, *, is_japanese: bool) -> Message:
    is_english_source = pair.source.lang is Lang.ENGLISH
    lost, rival = (theirs, ours) if is_english_source else (ours, theirs)
    if is_japanese is is_english_source:
        return told(
            "“{lost}” stands in the translation less often than in the source; “{rival}” stands "
            "there, which is not in the source.",
            lost=lost.text,
            rival=rival.text,
        )
    return told(
        "Nothing in the translation sounds like “{lost}” or means it; “{rival}” stands there, "
        "which the source says less often.",
        lost=lost.text,
        rival=rival.text,
    )


def _may_be_cut(theirs: Lost, ours: Lost) -> bool:
    """Whether the one may be the beginning or the end of the other: Penn, and ペンシルバニア."""
    return ours.is_katakana and begin_or_end_alike(theirs.text, ours.text)
