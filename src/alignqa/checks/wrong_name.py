"""A person or a place is rendered by the name of another.

The names of both texts are compared by sound, in the kana or by the readings of the kanji, and by
the dictionary. A name counts as lost when nothing on the other side sounds like it, means it, or is
near it in the encoder's space. A lost name is reported only together with a name on the other side
that is lost, too, and so stands in its place; or, as major, with one that the other side says more
often than its own. Names and acronyms that Japanese keeps in Latin
letters (CNN) are compared as they are written; of acronyms, those of bodies that are known.

## Why

One name for another leaves a sentence that reads well and is false, and no cosine tells it from the
right one. But the two spellings of a name are alike by sound, which can be measured.

## Example

The English text:

    Chancellor Merkel spoke to reporters in Hamburg.

The Japanese text:

    サッチャー首相はハンブルクで記者団に語った。

Nothing in the English sounds like サッチャー, and nothing in the Japanese like "Merkel".

## Limits

A name that is like the right one but not the same is minor: it may be a variant; `inconsistent-name`
tells of those that are spelled in two ways. A name that is left out is minor, too, and told only of
a full name in whose sentence nothing speaks of a person: translators put a pronoun or a title for a
name all the time. Where one side has the first name and the other the family name alone, or a
nickname, the two are taken for different names, which is minor for a nickname that is a form of an
ordinary word (*Spurs*). Chinese and Korean names in kanji are not compared by sound, and
a given name in kanji that no list reads so is minor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.checks.in_stretches import in_stretches
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import Message, told
from alignqa.names import begin_or_end_alike, names_in
from alignqa.names.copied import left_in_latin, miscopied
from alignqa.names.dropped import dropped
from alignqa.names.expected import expected_name
from alignqa.names.found import Part
from alignqa.names.known import english_names_of
from alignqa.names.lost import LostNames
from alignqa.names.lost_name import Lost
from alignqa.names.scarce import in_place_of_scarce, says_twice
from alignqa.text import Lang
from alignqa.words import lemma

RULE = Rule("AQ102", "wrong-name", MqmCategory.ENTITY, Severity.CRITICAL)

_SHORTEST = 3
# Where so many names are lost, it is not for being swapped: lists of species, of songs.
_MOST_LOST = 3


@in_stretches
def check(pair: Pair, context: Context) -> Iterator[Finding]:
    """Names lost on one side, each with the lost name that stands in its place; and those that are
    left out."""
    if not pair.is_whole:
        return
    english, japanese = pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text
    theirs = names_in(english, Lang.ENGLISH, in_titles=True)
    ours = names_in(japanese, Lang.JAPANESE)
    support = context.support(pair)
    names = LostNames(english, japanese, support, context.lexicon, context.vectors)
    of_source = theirs if pair.source.lang is Lang.ENGLISH else ours
    yield from map(_not_rendered, dropped(pair, of_source, names, support))
    if strangers_in_latin := left_in_latin(english, japanese, support, context.lexicon):
        lost = list(names.in_english(theirs))
        for name, rival in miscopied(
            strangers_in_latin, lost, (english, japanese), support, context.lexicon
        ):
            yield _finding(pair, name, rival, names, context)
    if not theirs or not ours:
        return
    rivals = _few(names.in_japanese(ours))
    strangers = _few(names.in_english(theirs)) if rivals or says_twice(ours) else []
    length = len(english) / len(japanese)
    if rivals and strangers:
        for name, rival in _in_places(strangers, rivals, names, length):
            yield _finding(pair, name, rival, names, context)
    elif rivals or strangers:
        is_japanese = bool(rivals)
        side = names.scarce.in_japanese if is_japanese else names.scarce.in_english
        for stranger, scarce in in_place_of_scarce(
            rivals or strangers, side(theirs, ours), length if is_japanese else 1 / length
        ):
            if names.stands_for(stranger, scarce):
                two = (scarce, stranger) if is_japanese else (stranger, scarce)
                yield replace(
                    _finding(pair, *two, names, context),
                    severity=Severity.MAJOR,
                    confidence=0.7,
                    message=_said_less_often(pair, *two, is_japanese=is_japanese),
                )
    for name, rival, beside in names.halves(theirs, ours):
        yield _finding(pair, name, rival, names, context, beside)


def _few(found: Iterable[Lost]) -> list[Lost]:
    """The names if they are few, else those that are sure to be names if these are, else none."""
    names = list(found)
    if len(names) > _MOST_LOST:
        names = [name for name in names if name.is_surely_name]
    return names if len(names) <= _MOST_LOST else []


def _in_places(
    lost: Sequence[Lost], rivals: Sequence[Lost], names: LostNames, length: float
) -> Iterator[tuple[Lost, Lost]]:
    """Each of the fewer ones with one of the others that is sure to name another: in order where
    there are as many, otherwise with the one that stands at about the same place (`length` is that
    of the one text for 1 of the other), those that are sure to be names first."""
    are_as_many = [one.is_surely_name for one in lost] == [one.is_surely_name for one in rivals]
    pairs = sorted(
        (
            are_as_many and abs(at - place),
            -one.is_surely_name - other.is_surely_name,
            abs(one.span.start / length - other.span.start),
            at,
            place,
        )
        for at, one in enumerate(lost)
        for place, other in enumerate(rivals)
    )
    taken: set[tuple[str, int]] = set()
    for *_, at, place in pairs:
        name, rival = lost[at], rivals[place]
        if (
            taken.isdisjoint({("lost", at), ("rival", place)})
            and _are_names(name, rival, names)
            and names.are_strangers(name, rival)
        ):
            taken |= {("lost", at), ("rival", place)}
            yield name, rival


def _are_names(name: Lost, rival: Lost, names: LostNames) -> bool:
    """Whether one of the two is sure to be a name, or both are words that no dictionary knows."""
    if rival.is_surely_name:
        # “Source” is a word first of all; “Frost” may be a name as well, but is no Japanese one.
        if not any(part.opens_sentence for part in name.parts) and names.is_person(rival):
            return True
        kinds = [entry.kind for entry in name.meanings[: None if rival.is_katakana else 1]]
        return name.is_surely_name or not kinds or "name" in kinds
    if name.is_surely_name:
        # “Viscose” at the beginning of a sentence is a word that Japanese takes over by sound.
        first = name.parts[0]
        is_person = any(entry.kind == "name" for entry in name.meanings)
        # カーネル may stand for Linux, which is no person.
        if rival.is_everyday_word and (name.is_everyday_word or not is_person):
            return False
        if name.meanings and not is_person and rival.is_word:
            return False
        is_plain = first.opens_sentence and not first.has_title
        # Where no dictionary knows the rival either, any sense that is a name will do: Joel.
        senses = name.meanings[:1] if rival.meanings else name.meanings
        return not is_plain or any(entry.kind == "name" for entry in senses)
    is_unknown = not name.meanings and not rival.meanings
    return is_unknown and min(len(name.text), len(rival.text)) > _SHORTEST


def _finding(
    pair: Pair,
    theirs: Lost,
    ours: Lost,
    names: LostNames,
    context: Context,
    beside: Part | None = None,
) -> Finding:
    lost, rival = (theirs, ours) if pair.source.lang is Lang.ENGLISH else (ours, theirs)
    evidence: dict[str, object] = {"source_name": lost.text, "target_name": rival.text}
    if means := english_names_of(rival.meanings) if lost is theirs else []:
        evidence["target_means"] = means
    if beside is not None:
        evidence["same_beside_it"] = beside.text
    expected = expected_name(lost.parts, context.lexicon)
    message = told(
        "Nothing in the translation sounds like “{lost}” or means it; “{rival}” "
        "stands there, which is not in the source.",
        lost=lost.text,
        rival=rival.text,
    )
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
        and _is_inflected(theirs.text)
        and not names.is_person(ours)
    ):
        severity, confidence = Severity.MINOR, 0.5
    else:
        severity, confidence = Severity.MAJOR, 0.6
    if names.may_be_misspelt(theirs, ours):
        severity, confidence = Severity.MINOR, 0.5
        message = told(
            "“{lost}” and “{rival}” are alike, but do not sound the same.",
            lost=lost.text,
            rival=rival.text,
        )
    return Finding(
        RULE, severity, confidence, message, (lost.span,), (rival.span,), evidence, expected
    )


def _said_less_often(pair: Pair, theirs: Lost, ours: Lost, *, is_japanese: bool) -> Message:
    """What is told of a name (the Japanese one, or the English) that stands where another is said
    once more."""
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


def _not_rendered(name: Lost) -> Finding:
    return Finding(
        RULE,
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


def _is_inflected(text: str) -> bool:
    return lemma(text) != text.lower()
