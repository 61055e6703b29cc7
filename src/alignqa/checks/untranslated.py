"""Running text that was left in the source's language, or copied from it.

## Why

A sentence nobody translated is the one drift that every reader of the target notices, and that
a comparison of meanings never sees: a copied sentence means exactly what its source means.

## Example

- *The bridge reopened on Monday. Drivers are asked to keep to one lane.* →
  橋は月曜日に再開した。Drivers are asked to keep to one lane. — the second sentence was left in
  English.
- 雨のため試合は中止になりました。払い戻しは来週から始めます。 →
  *The game was called off because of rain.* 払い戻しは来週から始めます。 — left in Japanese.

## Limits

Only running text counts: words held together by articles, prepositions and pronouns, or by
particles and verb endings. Names, titles, labels, code, addresses, whatever stands in parentheses,
a text that is the title of a page elsewhere, linked to it, and a passage that its translation
follows in parentheses may be kept on purpose, and are passed over. So is what is held up as words:
in quotation marks, or as a noun inside a sentence of the target (a message on a screen, a title);
unless it is long enough to be somebody's speech or a clause, which is a minor finding; a message of
a program that both texts quote is none. One that stands by itself below a sentence that announces
it, as an error or the like, or that is in quotation marks as a whole, as in a program's code, is a
minor finding. A passage inside a translated target must come from its source: text in the source's
language that the source does not have is not reported. A label or short phrase is reported only
where nothing else stands in the target, as minor.

Source: the error type *untranslated* of MQM.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import Match, SequenceMatcher

from alignqa.bitext import Pair, Part
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import language_name, told
from alignqa.text import Lang, Span
from alignqa.words import japanese_tokens
from alignqa.words.kept import ASIDE, CITED, CODE_MARK, KEPT, QUOTED
from alignqa.words.markup import blanked, prose
from alignqa.words.messages import is_shown_message, speaks_of_message
from alignqa.words.passages import (
    ENGLISH_GLUE,
    FEWEST_MENTIONED,
    JAPANESE_LETTER,
    LATIN_WORD,
    Passage,
    is_running,
    passages,
    unit,
)

RULE = Rule("AQ301", "untranslated", MqmCategory.UNTRANSLATED, Severity.MAJOR)

# What a program says, as its code has it.
_LITERAL = re.compile(r'\s*"[^"]*"\s*')
# Of a command: --template, -v
_OPTION = re.compile(r"(?<!\S)--?[A-Za-z]")
_FEWEST_WHOLE = {Lang.ENGLISH: 5, Lang.JAPANESE: 6}
_COPIED_AT_LEAST = 0.8
# Words that may be changed between two copied ones.
_NEAR = 2
# Beyond this many comparisons only an exact copy is looked for.
_MOST_COMPARISONS = 4_000_000


def gather(pair: Pair, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001
    """One finding for the whole target, or one for each passage left in it."""
    if not pair.is_whole or pair.part is Part.FURNITURE:
        return ()
    whole = _whole_target(pair)
    if whole is not None:
        return (whole,)
    found = (_left_in(pair, passage) for passage in passages(pair.target.text, pair.source.lang))
    return tuple(finding for finding in found if finding is not None)


def check_gathered(
    pairs: Sequence[Pair],
    gathered: Sequence[tuple[Finding, ...] | None],
    context: Context,  # noqa: ARG001
) -> Iterator[tuple[int, Finding]]:
    """Yields what was gathered, where it stands; a message that is shown as it is as minor."""
    copied = {place for place, found in enumerate(gathered) if found and _is_copy(pairs[place])}
    for place, found in enumerate(gathered):
        is_message = place in copied and (
            _is_titled(pairs[place])
            or _LITERAL.fullmatch(pairs[place].target.text)
            or is_shown_message(pairs, place, copied)
        )
        for finding in found or ():
            yield place, replace(finding, severity=Severity.MINOR) if is_message else finding


def _is_copy(pair: Pair) -> bool:
    return _folded(pair.source.text) == _folded(pair.target.text)


def _is_titled(pair: Pair) -> bool:
    """A page that has a message for its title: a title of its own has no full stop."""
    return pair.part is Part.TITLE and pair.target.text.rstrip().endswith((".", "。"))


def _whole_target(pair: Pair) -> Finding | None:
    """The finding for a target that has nothing in its own language."""
    source, target, lang = pair.source.text, pair.target.text, pair.source.lang
    if not _is_all_foreign(target, lang) or _is_cited(target):
        return None
    said = prose(target)
    if is_running(said, lang, _FEWEST_WHOLE[lang]):
        severity = Severity.MAJOR
    elif _is_copy(pair) and "\n" not in target.strip() and _is_label(said, lang, target):
        severity = Severity.MINOR
    else:
        return None
    return Finding(
        RULE,
        severity,
        0.95,
        told("The whole text is left in {language}.", language=language_name(lang)),
        (_stripped(source),),
        (_stripped(target),),
        {"language": lang.value, "whole": True, "copied": _folded(source) == _folded(target)},
    )


def _is_all_foreign(target: str, lang: Lang) -> bool:
    """Nothing of the text, but what may be kept, is in the target's own language."""
    if lang is Lang.ENGLISH:
        # Hiragana makes a text Japanese; a name in other characters does not.
        return not re.search("[ぁ-ゖ]", target) and not _has_japanese_words(target)
    return not LATIN_WORD.search(blanked(target, KEPT)) and bool(JAPANESE_LETTER.search(target))


def _has_japanese_words(target: str) -> bool:
    """Kanji or katakana that is more than a name inside English running text."""
    letters = len(JAPANESE_LETTER.findall(target))
    return letters > 0 and letters >= len(LATIN_WORD.findall(target))


def _is_cited(target: str) -> bool:
    """It is the title of a page elsewhere, or some of them, with hardly a word of its own but the
    names of who wrote it."""
    own, titles = CITED.subn(" ", target)
    said = [word for word in LATIN_WORD.findall(prose(own)) if not word.istitle()]
    return bool(titles) and len(said) <= titles


def _is_label(said: str, lang: Lang, target: str) -> bool:
    """Surely a phrase: not a name, an acronym, a title or code. `said` is the target without its
    markup."""
    if CODE_MARK.search(target) or _OPTION.search(target):
        return False
    plain = blanked(said, KEPT)
    if lang is Lang.JAPANESE:
        tokens = [t for t in japanese_tokens(plain) if t.pos[0] not in {"補助記号", "記号", "空白"}]
        letters = len(JAPANESE_LETTER.findall(plain))
        return letters >= 2 and not any(token.is_name for token in tokens)
    words = LATIN_WORD.findall(plain)
    glue = [word for word in words if word.lower() in ENGLISH_GLUE]
    lower = [word for word in words if word.islower() and word not in ENGLISH_GLUE]
    # A command is all in lower case, without an end mark.
    is_prose = bool(glue) or words[:1] != lower[:1] or target.rstrip().endswith((".", "!", "?"))
    return is_prose and len(words) >= 2 and bool(lower)


def _left_in(pair: Pair, passage: Passage) -> Finding | None:
    """The finding for a passage, if the source has it and does not itself hold it up as a quote."""
    source, lang = pair.source.text, pair.source.lang
    words = passage.span.of(pair.target.text)
    origin, copied = _origin(source, words, lang)
    if origin is None or copied < _COPIED_AT_LEAST:
        return None
    if passage.is_mentioned:
        if len(unit(lang).findall(words)) < FEWEST_MENTIONED[lang]:
            return None
        if _is_inside_quotation(source, origin) and speaks_of_message(pair):
            return None
    elif _is_inside_quotation(source, origin):
        return None
    return Finding(
        RULE,
        Severity.MINOR if passage.is_mentioned else Severity.MAJOR,
        0.5 if passage.is_mentioned else round(copied, 2),
        told(
            "A passage is left in {language}: “{words}”.",
            language=language_name(lang),
            words=_shortened(words),
        ),
        (origin,),
        (passage.span,),
        {"language": lang.value, "whole": False, "copied": round(copied, 2)},
    )


def _origin(source: str, words: str, lang: Lang) -> tuple[Span | None, float]:
    """Where in the source the words stand, and what share of them does."""
    exact = source.find(words)
    if exact >= 0:
        return Span(exact, exact + len(words)), 1.0
    ours = [word.lower() for word in unit(lang).findall(words)]
    theirs = list(unit(lang).finditer(source))
    if len(ours) * len(theirs) > _MOST_COMPARISONS:
        return None, 0.0
    matcher = SequenceMatcher(None, ours, [m.group().lower() for m in theirs], autojunk=False)
    blocks: list[Match] = []
    for block in matcher.get_matching_blocks():
        # A lone common word elsewhere in the source says nothing of where the passage comes from.
        is_near = bool(blocks) and block.b - blocks[-1].b - blocks[-1].size <= _NEAR
        if block.size > 1 or (block.size == 1 and is_near):
            blocks.append(block)
    if not blocks:
        return None, 0.0
    first, last = theirs[blocks[0].b], theirs[blocks[-1].b + blocks[-1].size - 1]
    return Span(first.start(), last.end()), sum(block.size for block in blocks) / len(ours)


def _is_inside_quotation(source: str, span: Span) -> bool:
    return any(
        match.start() < span.start and span.end < match.end()
        for pattern in (QUOTED, ASIDE)
        for match in pattern.finditer(source)
    )


def _stripped(text: str) -> Span:
    """All of a text but the white space around it."""
    start = len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()))


def _folded(text: str) -> str:
    return " ".join(text.split())


def _shortened(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"
