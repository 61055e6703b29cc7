"""Past and present as the forms of both languages say, and begun and done."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from alignqa.words import Token, Word, english_words, japanese_tokens

_PAST_ALONE = frozenset(
    """was were did had went took gave saw knew wrote spoke broke chose rose drove flew grew threw
    drew wore bore tore fell ate began drank sang sank swam rang sprang shook forgot hid froze stole
    woke arose withdrew undertook overtook mistook foresaw oversaw underwent became came ran
    overcame""".split()
)
_PAST_OR_PARTICIPLE = frozenset(
    """said made got found told left felt kept held stood heard met paid sat led lost sent built
    spent won taught caught bought fought thought brought meant dealt slept swept wept crept leapt
    lent bent sold shot stuck struck hung swung dug bound fed fled bred sped lit laid understood
    sought shone spun clung flung slid withheld upheld rebuilt""".split()
)
_PRESENT = frozenset(
    """is are am has have does do says goes
    it's that's he's she's there's i'm we're they're you're""".split()
)
_FUTURE = frozenset("will shall won't won’t".split())
_MODAL = frozenset("will wo shall can ca could may might must should would to cannot".split())
_AUXILIARY = frozenset(
    "be been being is are am was were has have had having get gets got getting become".split()
)
# Behind these a form in -ed describes; behind a noun or a pronoun it tells.
_BEFORE_ADJECTIVE = frozenset(
    """a an the this that these those its his her their our my your of in on at by with from for as
    into no any some all more most very so too than between under""".split()
)
_BEFORE_PLAIN = frozenset({"i", "we", "they", "you"})
_AFTER_VERB = frozenset("a an the this that his her their its it them".split())
_BETWEEN = frozenset("not never also already still just only even always often ever now".split())

_SENTENCE_END = frozenset("。！？!?")
# What a verb or an i-adjective ends in that nothing follows.
_DICTIONARY_END = frozenset("うくぐすつぬぶむる")
_PREDICATES = frozenset({"動詞", "形容詞", "助動詞"})


def tense(english: str, japanese: str) -> dict[str, float]:
    """Named figures of a pair: how often either side is past or present, and where they differ.

    `past_more_…` is by how much the past's share of the predicates is greater on that side,
    `past_main_…` the same of what carries a sentence: its first verb in English, its last predicate
    in Japanese.
    """
    words = english_words(english)
    tokens = japanese_tokens(japanese)
    verbs = list(_english_verbs(english, words))
    predicates = list(_japanese_predicates(tokens))
    future = sum(word.text.lower() in _FUTURE for word in words)
    past = sum(is_past for is_past, _ in verbs)
    present = len(verbs) - past
    past_there = sum(token.base == "た" for token in tokens)
    present_there = sum(not is_past for is_past, _ in predicates)
    more = (past + 0.5) / (past + present + future + 1)
    more -= (past_there + 0.5) / (past_there + present_there + 1)
    mains = [[is_past for is_past, is_main in side if is_main] for side in (verbs, predicates)]
    apart = _share(mains[0]) - _share(mains[1]) if all(mains) else 0.0
    return {
        "past_en": math.log1p(past),
        "past_ja": math.log1p(past_there),
        "present_en": math.log1p(present),
        "present_ja": math.log1p(present_there),
        "past_more_en": max(more, 0.0),
        "past_more_ja": max(-more, 0.0),
        "past_main_en": max(apart, 0.0),
        "past_main_ja": max(-apart, 0.0),
        "both_en": math.log1p(min(past, present)),
        "both_ja": math.log1p(min(past_there, present_there)),
        "future_en": math.log1p(future),
        "future_past": float(future > 0 and _share(mains[1]) > 0.5),
        **_aspect(words, tokens),
    }


def _share(of: Sequence[bool]) -> float:
    return sum(of) / len(of) if of else 0.5


def _aspect(words: Sequence[Word], tokens: Sequence[Token]) -> dict[str, float]:
    going_on = sum(
        word.lemma == "be" and following.text.lower().endswith("ing")
        for word, following in pairwise(words)
    )
    going_on_there = sum(
        (token.surface in {"て", "で"} and following.base == "居る") or token.base == "てる"
        for token, following in pairwise(tokens)
    )
    return {
        "going_on_en": math.log1p(max(going_on - going_on_there, 0)),
        "going_on_ja": math.log1p(max(going_on_there - going_on, 0)),
        "done_en": math.log1p(sum(word.lemma == "have" for word in words)),
    }


def _english_verbs(text: str, words: Sequence[Word]) -> Iterator[tuple[bool, bool]]:
    """The finite verbs that are surely past or present: whether past, and whether the first of
    their sentence."""
    forms = [word.text.lower().replace("’", "'").removesuffix("n't") for word in words]
    is_first, before = True, ""
    for place, (word, form) in enumerate(zip(words, forms, strict=True)):
        if word.opens_sentence:
            is_first, before = True, ""
        if form in _BETWEEN or form.endswith("ly"):
            continue
        # The second half of a compound, "year-related", is no verb.
        is_joined = text[word.span.start - 1 : word.span.start] == "-"
        after = forms[place + 1] if place + 1 < len(forms) else ""
        is_past = None if is_joined else _is_past(form, word.lemma, before, after)
        if is_past is not None:
            yield is_past, is_first
        if is_past is not None or (form in _MODAL and form != "to"):
            is_first = False
        before = form


def _is_past(form: str, lemma: str, before: str, after: str) -> bool | None:
    """`None` for what is no finite verb, or may be none."""
    if form in _PRESENT:
        # In "to have" and "will do" the word before has the tense.
        return None if before in _MODAL else False
    if form in _PAST_ALONE:
        return True
    if form in _PAST_OR_PARTICIPLE or (form.endswith("ed") and form != lemma):
        is_participle = (
            not before
            or after == "by"
            or before in _AUXILIARY
            or before in _BEFORE_ADJECTIVE
            or before in _MODAL
        )
        return None if is_participle else True
    if before in _BEFORE_PLAIN and form == lemma and form not in _MODAL and form.isalpha():
        return False
    if form.endswith("s") and form != lemma and after in _AFTER_VERB and before not in _MODAL:
        return False
    return None


def _japanese_predicates(tokens: Sequence[Token]) -> Iterator[tuple[bool, bool]]:
    """The predicates that end in a form of their own: whether past, and whether they end a sentence.

    One that goes on to the next, 開いて or 開き, has the tense of that.
    """
    last: bool | None = None
    place = 0
    while place < len(tokens):
        token = tokens[place]
        stop = place + 1
        if token.surface in _SENTENCE_END:
            if last is not None:
                yield last, True
            last = None
        elif token.pos[0] in _PREDICATES:
            while stop < len(tokens) and _goes_with(tokens[stop]):
                stop += 1
            is_past = _ends_past(tokens[place:stop])
            if is_past is not None:
                if last is not None:
                    yield last, False
                last = is_past
        place = stop
    if last is not None:
        yield last, True


def _goes_with(token: Token) -> bool:
    return token.pos[0] == "助動詞" or token.pos[1] == "非自立可能" or token.surface in {"て", "で"}


def _ends_past(group: Sequence[Token]) -> bool | None:
    if any(token.base == "た" for token in group[-3:]):
        return True
    last = group[-1]
    end = last.surface[-1]
    if last.pos[0] == "形容詞":
        ends = end == "い"
    elif last.pos[0] == "動詞":
        ends = end in _DICTIONARY_END
    else:
        ends = end in _DICTIONARY_END or end in "いだ" or last.surface in {"ん", "ず"}
    return False if ends else None
