"""A person or a place is rendered by the name of another.

The names of both texts are compared by sound, in the kana or by the readings of the kanji, and by
the dictionary. A name counts as lost when nothing on the other side sounds like it, means it, or is
near it in the encoder's space. A lost name is reported only together with a name on the other side
that is lost, too, and so stands in its place; with a country that is; as major, with words that
name nobody (a man, ある町), or with a name that the other side says more often than its own. Names
and acronyms that Japanese keeps in Latin letters (CNN) are compared as they are written.

A word of the translation that no dictionary has, and that is a letter or a kana or two away from how
a name of the source is written, is a slip, and major, if it sounds worse than the right form: トルコ
as トルケ, Nagoya as *Nagyoa*.

Two names that both texts have may have changed places. That is told where a full name has the given
name of one and the family name of the other, and, as major, where the words beside either are those
that stand beside the other name in the source.

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
tells of those that are spelled in two ways. It is major where the dictionaries know how the name is
spelled, and it is not nearly so. A slip that is another word or another name (ランス for フランス), or
that sounds as the right form does (*Mikelson*), is passed over, as is one in a name that no
dictionary has; a foreign spelling that they lack may be taken for a slip (*Gaddafi*, where カダフィ
is known as *Qaddafi*). A name that is left out is minor, too, and told only of a full name in whose
sentence nothing speaks of a person: translators put a pronoun or a title for a name all the time.
Where one side has the first name and the other the family name alone, or a
nickname, the two are taken for different names, which is minor for a nickname that is a form of an
ordinary word (*Spurs*). Chinese and Korean names in kanji are not compared by sound, and
a given name in kanji that no list reads so is minor. A country's capital may stand for the country.
Names that have changed places are told only if each is said once, and not of the members of a list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.checks.in_stretches import in_stretches
from alignqa.checks.replaced_names import (
    exchanged,
    left_out,
    made_anybody,
    misspelt,
    replaced,
    said_less_often,
)
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.names import Name, names_in
from alignqa.names.copied import Copied
from alignqa.names.countries import LostCountries, in_place_of_country
from alignqa.names.dropped import dropped
from alignqa.names.generic import generic_nouns, means_country, unrendered
from alignqa.names.known import KnownNames
from alignqa.names.lost import LostNames
from alignqa.names.scarce import in_place_of_scarce, says_twice
from alignqa.names.slips import Slips
from alignqa.names.standing import few, in_places
from alignqa.names.swapped import swapped
from alignqa.text import Lang

RULE = Rule("AQ102", "wrong-name", MqmCategory.ENTITY, Severity.CRITICAL)


def check(pair: Pair, context: Context) -> Iterator[Finding]:
    """Names lost on one side, each with the lost name that stands in its place; names that are left
    out; and names that have changed places."""
    if not pair.is_whole:
        return
    yield from _lost(pair, context)
    yield from _exchanged(pair, context)


@in_stretches
def _lost(pair: Pair, context: Context) -> Iterator[Finding]:
    english, japanese = pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text
    theirs = names_in(english, Lang.ENGLISH, in_titles=True)
    ours = names_in(japanese, Lang.JAPANESE)
    support, lexicon = context.support(pair), context.lexicon
    names = LostNames(english, japanese, support, lexicon, context.vectors)
    of_source = theirs if pair.source.lang is Lang.ENGLISH else ours
    for name in dropped(pair, of_source, names, support):
        yield left_out(RULE, name)
    yield from _made_anybody(pair, of_source, names, context)
    for swap in Copied(english, japanese, support, lexicon).miscopied():
        yield replaced(RULE, pair, swap, names, lexicon)
    slips = list(Slips(english, japanese, pair.target.lang, support, lexicon).of(theirs, ours))
    for slip in slips:
        yield misspelt(RULE, slip)
    for finding in _replaced(pair, theirs, ours, names, context):
        if not any(
            span.overlaps(slip.here.span) for slip in slips for span in finding.target_spans
        ):
            yield finding


def _replaced(
    pair: Pair, theirs: Sequence[Name], ours: Sequence[Name], names: LostNames, context: Context
) -> Iterator[Finding]:
    """Lost names and what stands in their places: lost names, a country, a name that is said more
    often than it should be; and full names of which one word is another."""
    english, japanese = pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text
    support, lexicon = context.support(pair), context.lexicon
    rivals = few(names.in_japanese(ours))
    countries = LostCountries(english, japanese, support, lexicon)
    may_be_strange = rivals or says_twice(ours) or countries.in_japanese[0]
    strangers = few(names.in_english(theirs)) if may_be_strange else []
    length = len(english) / len(japanese)
    swaps = list(in_places(strangers, rivals, names, length))
    if not swaps and (swap := in_place_of_country(strangers, rivals, countries, names)):
        swaps = [swap]
    for swap in swaps:
        yield replaced(RULE, pair, swap, names, lexicon)
    if not swaps and bool(rivals) != bool(strangers):
        is_japanese = bool(rivals)
        side = names.scarce.in_japanese if is_japanese else names.scarce.in_english
        for stranger, scarce in in_place_of_scarce(
            rivals or strangers, side(theirs, ours), length if is_japanese else 1 / length
        ):
            if names.strangers.stands_for(stranger, scarce):
                two = (scarce, stranger) if is_japanese else (stranger, scarce)
                yield said_less_often(RULE, pair, two, names, lexicon, is_japanese=is_japanese)
    for name, rival, beside in names.halves(theirs, ours):
        yield replaced(RULE, pair, (name, rival), names, lexicon, beside)


def _exchanged(pair: Pair, context: Context) -> Iterator[Finding]:
    texts = pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text
    ours = names_in(texts[1], Lang.JAPANESE)
    # In a title every word looks like a name.
    theirs = names_in(texts[0], Lang.ENGLISH)
    known = KnownNames(*texts, context.lexicon)
    for swap in swapped(theirs, ours, texts, lambda: context.linker.of_pair(pair), known):
        yield exchanged(RULE, pair, swap)


def _made_anybody(
    pair: Pair, of_source: Sequence[Name], names: LostNames, context: Context
) -> Iterator[Finding]:
    """The one name that is lost where the target speaks, once, of somebody or something that the
    source does not speak of."""
    lang = pair.target.lang
    nouns = generic_nouns(pair.target.text, lang)
    if not nouns:
        return
    there = unrendered(nouns, lang, context.linker.of_pair(pair), of_source)
    if len(there) != 1:
        return
    lost = names.in_english(of_source) if lang is Lang.JAPANESE else names.in_japanese(of_source)
    sure = [name for name in lost if name.is_surely_name]
    noun = next(noun for whole, noun in nouns if whole == there[0])
    if not sure and means_country(noun.of(pair.target.text)):
        texts = pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text
        countries = LostCountries(*texts, context.support(pair), context.lexicon)
        sure = (countries.in_english if lang is Lang.JAPANESE else countries.in_japanese)[0]
    if len(sure) == 1:
        yield made_anybody(RULE, pair, sure[0], there[0], context.lexicon)
