"""A passage of the target that is in a third language: Chinese or Korean for Japanese, say.

## Why

A passage in a language that the reader was not promised is lost, and at a glance Chinese passes
for Japanese among people who read neither.

## Example

- *The shop opens at nine.* → 商店九点开门。: Chinese.
- 注文は受け付けました。 → *Su pedido ha sido recibido por la tienda.*: Spanish.

## Limits

What the source has in that script or wording, what is quoted or in brackets, and single foreign
words are passed over. A lone character that only China's simplified script has is minor: it may be
a slip of the keyboard. Text in the source's own language is the matter of *untranslated*. Among
languages in Latin letters it knows Spanish, French, German, Italian, Portuguese, Dutch and
Indonesian.

Source: the error type *untranslated* of MQM.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import Message, language_name, told
from alignqa.text import Lang, Span
from alignqa.words.markup import CODE, EMAIL, TAG, URL, blanked

RULE = Rule("AQ304", "wrong-language", MqmCategory.UNTRANSLATED, Severity.MAJOR)

_SCRIPTS = {
    told("Korean"): re.compile(r"[\uac00-\ud7a3]+(?:[\s,.!?]+[\uac00-\ud7a3]+)*"),
    told("Cyrillic script"): re.compile(r"[\u0400-\u04ff]{3,}(?:[\s,.!?]+[\u0400-\u04ff]+)*"),
    told("Arabic script"): re.compile(r"[\u0600-\u06ff]{3,}(?:[\s,.!?،]+[\u0600-\u06ff]+)*"),
    told("Hebrew"): re.compile(r"[\u05d0-\u05ea]{3,}(?:[\s,.!?]+[\u05d0-\u05ea]+)*"),
    told("Thai"): re.compile(r"[\u0e01-\u0e4e]{3,}(?:\s+[\u0e01-\u0e4e]+)*"),
    told("an Indian script"): re.compile(r"[\u0900-\u0dff]{3,}(?:\s+[\u0900-\u0dff]+)*"),
    told("Greek"): re.compile(r"[\u0370-\u03ff]{4,}(?:\s+[\u0370-\u03ff]+)*"),
}
_FOREIGN_LETTER = re.compile(r"[\u0370-\u0dff\u0e01-\u0e4e\uac00-\ud7a3]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_HAN_RUN = re.compile(r"[\u4e00-\u9fff，、]{8,}")
_KANA = re.compile(r"[ぁ-んァ-ヶ]")
# Chinese function words whose characters Japanese sentences do without, unsimplified ones, too.
_CHINESE_WORD = re.compile(
    "[们們这這说說你她没沒吗嗎很让讓还過谁您呢吧哪怎么么]|的(?=[^、。])|了(?=[，。 ]|$)"
)
_HELD_UP = re.compile(
    r"「[^「」\n]*」|『[^『』\n]*』|“[^“”\n]*”|\"[^\"\n]*\"|《[^《》\n]*》|\([^()\n]*\)"
    r"|（[^（）\n]*）|\[[^\[\]\n]*\]|【[^【】\n]*】"
)
_FEW = 3
_SENTENCE_OF_HAN = 6

_FUNCTION_WORDS = {
    told(
        "Spanish"
    ): """el los las del que y en un una por con para es se no su sus al lo más pero fue
        como está han ha sido""",
    told(
        "French"
    ): """le la les des du et est que qui dans pour une sur avec pas au aux ce cette nous vous il
        elle sont été sera""",
    told(
        "German"
    ): """der die das und ist nicht ein eine einen mit von für auf zu den dem sich auch wird
        wurde werden im bei nach sind""",
    told(
        "Italian"
    ): """il gli di che non per una sono della nel con alla è del dei anche più le ha stato""",
    told(
        "Portuguese"
    ): """o os uma não para com do da dos das em que no na por mais foi seu sua são é""",
    told("Dutch"): "de het een en van is niet op te dat voor met zijn aan wordt werd ook naar bij",
    told(
        "Indonesian"
    ): "yang dan di untuk dengan dari pada ini itu tidak adalah akan ke dalam telah oleh",
}
_FUNCTION = {language: frozenset(words.split()) for language, words in _FUNCTION_WORDS.items()}
_ENGLISH = frozenset(
    """the of and to in is was that for it with as on be at by this are from or an have not they
    which you were has had he she his her their its will would can but we my your our""".split()
)
_LATIN_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN_STRETCH = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ ,.;:!?'’¿¡-]{15,}")
_FEWEST_WORDS = 5
_FUNCTION_AT_LEAST = 3


def check(pair: Pair, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """Yields a finding for each passage of the target that is in a third language."""
    if not pair.is_whole:
        return
    target = pair.target.text
    if _FOREIGN_LETTER.search(target):
        yield from _in_other_script(pair)
    if _HAN.search(target):
        yield from _in_chinese(pair)
    yield from _in_latin(pair)


def _sentences(pair: Pair) -> list[Span]:
    """The places of the target's sentences."""
    found = [bead.target for bead in pair.beads if bead.target]
    return found or [Span(0, len(pair.target.text))]


def _plain(text: str) -> str:
    return blanked(text, CODE, TAG, URL, EMAIL, _HELD_UP)


def _in_other_script(pair: Pair) -> Iterator[Finding]:
    plain = _plain(pair.target.text)
    for language, pattern in _SCRIPTS.items():
        if pattern.search(pair.source.text):
            continue
        for match in pattern.finditer(plain):
            few = sum(char.isalpha() for char in match.group()) <= _FEW
            yield _finding(pair, Span(*match.span()), language, is_sure=not few)


def _in_chinese(pair: Pair) -> Iterator[Finding]:
    target, source = pair.target.text, pair.source.text
    # Seen at once of most texts.
    may_have = not _has(target, "cp932")
    simplified = {c for c in set(target) if may_have and _is_simplified(c) and c not in source}
    if pair.target.lang is Lang.JAPANESE and not simplified and not _CHINESE_WORD.search(target):
        return
    plain = _plain(target)
    for span in _sentences(pair):
        words = span.of(plain)
        only = [i for i, char in enumerate(words, span.start) if char in simplified]
        runs = [match.group() for match in _HAN_RUN.finditer(words)] if not only else []
        kana, han = len(_KANA.findall(words)), len(_HAN.findall(words))
        few = 2 if not kana and han >= _SENTENCE_OF_HAN else _FEW
        is_chinese = len(only) >= few or any(
            len(set(_CHINESE_WORD.findall(run))) >= 2 for run in runs
        )
        if is_chinese and kana * 4 <= han:
            if not _is_in(words, source):
                yield _finding(pair, span, told("Chinese"), is_sure=True)
        elif only and pair.target.lang is Lang.JAPANESE:
            yield Finding(
                RULE,
                Severity.MINOR,
                0.7,
                told(
                    "“{character}” is a character of simplified Chinese, not of Japanese.",
                    character=target[only[0]],
                ),
                (),
                tuple(Span(i, i + 1) for i in only),
                {"language": "Chinese", "characters": [target[i] for i in only]},
            )


@lru_cache(maxsize=20_000)
def _is_simplified(char: str) -> bool:
    """China's character set has it; Japan's usual one has not, nor Taiwan's."""
    return (
        "\u4e00" <= char <= "\u9fff"
        and _has(char, "gb2312")
        and not any(_has(char, encoding) for encoding in ("cp932", "big5"))
    )


def _has(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _in_latin(pair: Pair) -> Iterator[Finding]:
    target = pair.target.text
    if pair.target.lang is Lang.JAPANESE:
        stretches = [Span(*m.span()) for m in _LATIN_STRETCH.finditer(target)]
    elif not _may_be_foreign(target):
        return
    else:
        stretches = _sentences(pair)
    if not stretches:
        return
    plain = _plain(target)
    for span in stretches:
        words = [word.lower() for word in _LATIN_WORD.findall(span.of(plain))]
        language = _language(words)
        if language and not _is_in(span.of(target), pair.source.text):
            text = span.of(target).rstrip()
            yield _finding(pair, Span(span.start, span.start + len(text)), language, is_sure=True)


def _may_be_foreign(text: str) -> bool:
    """A cheap test: some function words of another language are there."""
    words = set(text.lower().split())
    return any(len(words & known) >= _FUNCTION_AT_LEAST for known in _FUNCTION.values())


def _language(words: list[str]) -> Message | None:
    if len(words) < _FEWEST_WORDS:
        return None
    english = sum(word in _ENGLISH for word in words)
    counts = {
        name: len({word for word in words if word in known}) for name, known in _FUNCTION.items()
    }
    best = max(counts, key=lambda name: counts[name])
    share = sum(word in _FUNCTION[best] for word in words) / len(words)
    return (
        best
        if counts[best] >= _FUNCTION_AT_LEAST and counts[best] > 2 * english and share >= 0.25
        else None
    )


def _is_in(words: str, source: str) -> bool:
    """The source has these words itself."""
    return " ".join(words.split()) in " ".join(source.split())


def _finding(pair: Pair, span: Span, other: Message, *, is_sure: bool) -> Finding:
    words = span.of(pair.target.text)
    shown = words if len(words) <= 60 else words[:59] + "…"
    return Finding(
        RULE,
        Severity.MAJOR if is_sure else Severity.MINOR,
        0.9 if is_sure else 0.6,
        told(
            "“{words}” is in {other}, not in {language}.",
            words=shown,
            other=other,
            language=language_name(pair.target.lang),
        ),
        (),
        (span,),
        {"language": str(other)},
    )
