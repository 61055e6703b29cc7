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
and a passage that its translation follows in parentheses may be kept on purpose, and are passed
over. So is what is held up as words: in quotation marks, or as a noun inside a sentence of the
target (a message on a screen, a title); unless it is long enough to be somebody's speech or a
clause, which is a minor finding. A passage inside a translated target must come from its source:
text in the source's language that the source does not have is not reported. A label or short phrase
is reported only where nothing else stands in the target, as minor.

Source: the error type *untranslated* of MQM.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import Match, SequenceMatcher

from alignqa.bitext import Pair, Part
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.text import Lang, Span
from alignqa.words import japanese_tokens

RULE = Rule("AQ301", "untranslated", MqmCategory.UNTRANSLATED, Severity.MAJOR)

_JAPANESE = "々〆ぁ-ゖァ-ヺー一-鿿㐀-䶿"
_JAPANESE_LETTER = re.compile(f"[{_JAPANESE}]")
# A part of `a0f3` or of `x86_64` is no word.
_LATIN_WORD = re.compile(
    f"(?<![0-9A-Za-z_])[^\\W\\d_{_JAPANESE}]+(?:['’][^\\W\\d_{_JAPANESE}]+)*(?![0-9A-Za-z_])"
)

# What may be kept as it is, wherever it stands: mark-up, addresses, paths, identifiers,
# placeholders, hashtags, command-line options, code between backticks.
_KEPT = re.compile(
    r"""
    `[^`\n]*`
  | </?[A-Za-z][^<>\n]*>
  | \b(?:https?|ftp|file|mailto)\b:[^\s、。）」]+
  | (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+
  | (?<![\w.-])(?:[A-Za-z0-9-]+\.)+(?:com|org|net|jp|io|gov|edu)\b[^\s、。）」]*
  | [#@＃][\w.]+
  | %\(?\w*\)?[sdifgx] | \$?\{\w*\} | \$\w+
  | (?<!\w)--?[A-Za-z][\w-]*
  | \b[^\W_]+(?:_+[^\W_]+)+ | \b\w+(?:::|->|\.)\w+(?:(?:::|->|\.)\w+)*(?:\(\))? | \b\w+\(\)
    """,
    re.VERBOSE | re.ASCII,
)
_ASIDE = re.compile(r"\([^()\n]*\)|（[^（）\n]*）|\[[^\[\]\n]*\]|［[^［］\n]*］|【[^【】\n]*】")
_QUOTED = re.compile(
    r"「[^「」]*」|『[^『』]*』|“[^“”]*”|\"[^\"\n]*\"|《[^《》]*》|〈[^〈〉]*〉"
    r"|(?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w))*'(?!\w)"
)
# A line of code or of shell has these; prose has not.
_CODE_MARK = re.compile(r"[{}=|\\`]|;\s*$|\w ?[<>]|\$\(|\w\(|::|\+\+|^\s*[#%]", re.MULTILINE)

_BEFORE_SENTENCE = re.compile(r"(?:^|[。．！？!?.:：」』）)\]”\"\n\0])\W*$")
_END_MARK = re.compile(r"[.!?。！？]$")
_WORD_CHARACTER = re.compile(r"\w")
_LETTER_NEXT = re.compile(r"[\s\0]*[^\W\d_]")
_ASIDE_NEXT = re.compile(rf"\s*({_ASIDE.pattern})")

# What stands for a blanked code point: no word, no blank, and the end of nothing.
_FILLER = "\0"
# A stretch of English: Latin words with blanks and English marks between them.
_ENGLISH_STRETCH = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9 ,.;:!?'’–—%$&/\0-]*")
# A stretch of Japanese may hold a Latin word or a figure, written without blanks around it.
_JAPANESE_STRETCH = re.compile(
    f"[{_JAPANESE}](?:[A-Za-z0-9.,%\0]*[{_JAPANESE}、。！？・０-９Ａ-Ｚａ-ｚ～]+)*"
)

# English words that only hold others together: a title or a name has few of them, code none.
_GLUE = """
a an the of to in on at by for from with into about after before during under over between
and or but that which who when while if because so as than then there
is are was were be been being has have had do does did will would can could should may might must
not no it its he she they we you i this these those his her their our your my me us them him
"""
_ENGLISH_GLUE = frozenset(_GLUE.split())
_JAPANESE_GLUE = frozenset({"助詞", "助動詞"})

# Shorter passages are more often a name or a phrase kept on purpose than a lapse.
_FEWEST = {Lang.ENGLISH: 5, Lang.JAPANESE: 10}
_FEWEST_WHOLE = {Lang.ENGLISH: 5, Lang.JAPANESE: 6}
_FEWEST_MENTIONED = {Lang.ENGLISH: 8, Lang.JAPANESE: 20}
_COPIED_AT_LEAST = 0.8
# Words that may be changed between two copied ones.
_NEAR = 2
# Beyond this many comparisons only an exact copy is looked for.
_MOST_COMPARISONS = 4_000_000


@dataclass(frozen=True, slots=True)
class _Passage:
    """A stretch of the target that is written in the source's language.

    `is_mentioned` says that the target speaks of it as of words: it is quoted, or a noun.
    """

    span: Span
    is_mentioned: bool


def check(pair: Pair, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """Yields one finding for the whole target, or one for each passage left in it."""
    if not pair.is_whole or pair.part is Part.FURNITURE:
        return
    whole = _whole_target(pair)
    if whole is not None:
        yield whole
        return
    for passage in _passages(pair.target.text, pair.source.lang):
        finding = _left_in(pair, passage)
        if finding is not None:
            yield finding


def _whole_target(pair: Pair) -> Finding | None:
    """The finding for a target that has nothing in its own language."""
    source, target, lang = pair.source.text, pair.target.text, pair.source.lang
    if not _is_all_foreign(target, lang):
        return None
    if _is_running(target, lang, _FEWEST_WHOLE[lang]):
        severity = Severity.MAJOR
    elif _is_copied_label(source, target, lang):
        severity = Severity.MINOR
    else:
        return None
    return Finding(
        RULE,
        severity,
        0.95,
        f"The whole text is left in {lang.english_name}.",
        (_stripped(source),),
        (_stripped(target),),
        {"language": lang.value, "whole": True, "copied": _folded(source) == _folded(target)},
    )


def _is_all_foreign(target: str, lang: Lang) -> bool:
    """Nothing of the text, but what may be kept, is in the target's own language."""
    if lang is Lang.ENGLISH:
        # Hiragana makes a text Japanese; a name in other characters does not.
        return not re.search("[ぁ-ゖ]", target) and not _has_japanese_words(target)
    return not _LATIN_WORD.search(_blanked(target, _KEPT)) and bool(_JAPANESE_LETTER.search(target))


def _has_japanese_words(target: str) -> bool:
    """Kanji or katakana that is more than a name inside English running text."""
    letters = len(_JAPANESE_LETTER.findall(target))
    return letters > 0 and letters >= len(_LATIN_WORD.findall(target))


def _is_copied_label(source: str, target: str, lang: Lang) -> bool:
    """A copy that is surely a phrase: not a name, an acronym, a title or code."""
    if _folded(source) != _folded(target) or _CODE_MARK.search(target):
        return False
    plain = _blanked(target, _KEPT)
    if lang is Lang.JAPANESE:
        tokens = [t for t in japanese_tokens(plain) if t.pos[0] not in {"補助記号", "記号", "空白"}]
        letters = len(_JAPANESE_LETTER.findall(plain))
        return letters >= 2 and not any(token.is_name for token in tokens)
    words = _LATIN_WORD.findall(plain)
    glue = [word for word in words if word.lower() in _ENGLISH_GLUE]
    lower = [word for word in words if word.islower() and word not in _ENGLISH_GLUE]
    # A command is all in lower case, without an end mark.
    is_prose = bool(glue) or words[:1] != lower[:1] or target.rstrip().endswith((".", "!", "?"))
    return is_prose and len(words) >= 2 and bool(lower)


def _passages(target: str, lang: Lang) -> Iterator[_Passage]:
    """Stretches of running text in `lang`, in order."""
    prose = _blanked(target, _KEPT)
    plain = _blanked(prose, _ASIDE)
    outside = _blanked(plain, _QUOTED)
    found = [
        _Passage(span, not _stands_alone(outside, span))
        for span in _stretches(outside, lang, _FEWEST[lang])
        if not _CODE_MARK.search(span.of(prose)) and not _is_glossed(target, span, lang)
    ]
    for quotation in _QUOTED.finditer(plain):
        offset = quotation.start() + 1
        found += [
            _Passage(Span(offset + span.start, offset + span.end), True)
            for span in _stretches(quotation.group()[1:-1], lang, _FEWEST_MENTIONED[lang])
        ]
    found.sort(key=lambda passage: (passage.span.start, -passage.span.end))
    reached = 0
    for passage in found:
        # A sentence in which something is quoted is one passage, not two.
        if passage.span.end > reached:
            yield passage
            reached = passage.span.end


def _stands_alone(target: str, span: Span) -> bool:
    """It is a sentence, or the end of one: not a noun of the sentence around it.

    `target` has filler for what is quoted or kept.
    """
    if not _WORD_CHARACTER.search(target, span.end):
        return True
    opens = _BEFORE_SENTENCE.search(target[max(0, span.start - 8) : span.start])
    ends = _END_MARK.search(span.of(target)) or not _LETTER_NEXT.match(target, span.end)
    return bool(opens and ends)


def _is_glossed(target: str, span: Span, lang: Lang) -> bool:
    """Its translation follows in parentheses."""
    aside = _ASIDE_NEXT.match(target, span.end)
    return bool(aside and _unit(lang.other).search(aside.group()))


def _stretches(text: str, lang: Lang, least: int) -> Iterator[Span]:
    pattern = _ENGLISH_STRETCH if lang is Lang.ENGLISH else _JAPANESE_STRETCH
    for match in pattern.finditer(text):
        words = match.group().rstrip(" ,;:–—-/&\0")
        if words and _is_running(words, lang, least):
            yield Span(match.start(), match.start() + len(words))


def _is_running(text: str, lang: Lang, least: int) -> bool:
    """Words that make a sentence or a clause, not a name, a title, a label or code.

    `least` counts English words or Japanese letters.
    """
    plain = _blanked(text, _KEPT)
    if lang is Lang.JAPANESE:
        if len(_JAPANESE_LETTER.findall(plain)) < least:
            return False
        tokens = japanese_tokens(plain)
        # の joins nouns in any title; a verb or an ending makes a clause.
        glue = [t for t in tokens if t.pos[0] in _JAPANESE_GLUE and t.surface != "の"]
        return len(glue) >= 2 and any(t.pos[0] in {"動詞", "助動詞"} for t in tokens)
    words = _LATIN_WORD.findall(plain)
    glued = [word for word in words if word.lower() in _ENGLISH_GLUE]
    lower = [word for word in words if word.islower() and word not in _ENGLISH_GLUE]
    return (
        len(words) >= least
        and len(glued) >= (1 if _END_MARK.search(text.rstrip()) else 2)
        and len(lower) >= 2
        # A title capitalises its words, running text does not.
        and len(lower) * 2 >= len(words) - len(glued)
        and not _CODE_MARK.search(plain)
    )


def _left_in(pair: Pair, passage: _Passage) -> Finding | None:
    """The finding for a passage, if the source has it and does not itself hold it up as a quote."""
    source, lang = pair.source.text, pair.source.lang
    words = passage.span.of(pair.target.text)
    origin, copied = _origin(source, words, lang)
    if origin is None or copied < _COPIED_AT_LEAST:
        return None
    if passage.is_mentioned:
        if len(_unit(lang).findall(words)) < _FEWEST_MENTIONED[lang]:
            return None
    elif _is_inside_quotation(source, origin):
        return None
    return Finding(
        RULE,
        Severity.MINOR if passage.is_mentioned else Severity.MAJOR,
        0.5 if passage.is_mentioned else round(copied, 2),
        f"A passage is left in {lang.english_name}: “{_shortened(words)}”.",
        (origin,),
        (passage.span,),
        {"language": lang.value, "whole": False, "copied": round(copied, 2)},
    )


def _unit(lang: Lang) -> re.Pattern[str]:
    """What a passage is measured in. Japanese has no blanks: its letters stand in for words."""
    return _LATIN_WORD if lang is Lang.ENGLISH else _JAPANESE_LETTER


def _origin(source: str, words: str, lang: Lang) -> tuple[Span | None, float]:
    """Where in the source the words stand, and what share of them does."""
    exact = source.find(words)
    if exact >= 0:
        return Span(exact, exact + len(words)), 1.0
    ours = [word.lower() for word in _unit(lang).findall(words)]
    theirs = list(_unit(lang).finditer(source))
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
        for pattern in (_QUOTED, _ASIDE)
        for match in pattern.finditer(source)
    )


def _blanked(text: str, pattern: re.Pattern[str]) -> str:
    """The text with every match replaced by as much filler, so that positions stay."""
    return pattern.sub(lambda match: _FILLER * len(match.group()), text)


def _stripped(text: str) -> Span:
    """All of a text but the white space around it."""
    start = len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()))


def _folded(text: str) -> str:
    return " ".join(text.split())


def _shortened(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"
