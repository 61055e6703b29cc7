"""Traces of a machine in a translation: loops, model tokens, a reply's opening words.

## Why

A text that says the same words over and over, or that opens with *Here is the translation:*, was
read by nobody before it was sent.

## Example

- *The bus was late.* → バスはバスはバスはバスは遅れた。: バスは is repeated.
- 会議は延期された。 → *Here is the translation: The meeting was postponed.*: the source says
  nothing of a translation.

## Limits

Words that the source repeats as well, and laughter, cheers and rows of signs, are passed over. A
pair that itself speaks of translating is not searched for a reply's opening words.

Source: the error type *unintelligible* of MQM.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.message import told
from alignqa.text import Lang, Span
from alignqa.words.markup import PLACEHOLDER, blanked

RULE = Rule("AQ302", "machine-artefact", MqmCategory.UNINTELLIGIBLE, Severity.MAJOR)

# A unit of up to forty code points, four times or more; a long one, three times.
_LOOP = re.compile(r"(?=(\S[^\n]{1,39}?)\1\1)(?:(\S[^\n]{1,39}?)\2{3,}|(\S[^\n]{9,39}?)\3{2,})")
_ANY_REPEAT = re.compile(r"(\S[^\n]{0,39}?)[\W_]*\1[\W_]*\1")
# A sentence twice in a row.
_TWICE = re.compile(
    r"(?:(?<=[。！？.!?\n\s])|^)([^。！？\n]{12,300}?[。！？]|[^.!?\n]{25,300}?[.!?])\s*\1"
)
_LETTER = re.compile(r"[^\W\d_]")
_SOUND = re.compile(
    r"(.)\1+|(?:ha|he|hi|ho|hu|la|na|ハ|ﾊ|は|わ|ワ|ドン|ガン|ゴ|オ|ラ)+", re.IGNORECASE
)

_TOKEN = re.compile(
    r"<(?:unk|pad|s|/s|bos|eos|mask)>|\[(?:UNK|PAD|MASK|SEP|CLS|EOS|BOS)\]|<\|[a-z_]{2,30}\|>|▁"
    r"|\[/?INST\]|(?<=\w)@@(?= \w)|(?<= )##(?=[a-z])|(?<= )⁇(?= )"
    r"|&(?:amp|quot|apos|lt|gt|nbsp|#\d{2,5});"
)
_ENTITY = re.compile(r"&")
_TRANSLATING = re.compile(
    r"translat|render|version|interpret|japanese|english|訳|翻|バージョン|版|日本語|英語|英文|和文",
    re.IGNORECASE,
)
_REPLY = {
    Lang.ENGLISH: re.compile(
        r"\s*(?:(?:sure|certainly|of course|okay|ok)[,.!]\s*)?(?:here(?:['’]s| is"
        r"| are)\b[^.:\n]{0,40}\btranslat\w+[^.:\n]{0,40}[:.\n]|(?:the )?(?:english "
        r"|japanese )?translation\s*:|(?:as an|i(?:['’]m| am) an) ai\b[^.\n]{0,80}"
        r"|translated (?:text|version)\s*:)",
        re.IGNORECASE,
    ),
    Lang.JAPANESE: re.compile(
        r"\s*(?:(?:はい|もちろん|承知しました"
        r"|かしこまりました)[、。！]\s*)?(?:以下[はにが][^。：:\n]{0,20}?[翻和邦]?訳[^。：:\n]{0,16}[。：:\n]"
        r"|(?:日本語)?(?:[翻和邦]訳|訳文?)(?:文|結果)?\s*[：:]|日本語[：:]"
        r"|(?:私は)?AI(?:言語モデル|アシスタント)?として[^。\n]{0,60})",
        re.IGNORECASE,
    ),
}
_NOTE = re.compile(
    r"\(?(?:translator['’]s note|note: (?:the|this|i) [^.\n]{0,60}translat\w+|i(?:['’]m sorry"
    r"| cannot| can['’]t)[^.\n]{0,40}translat\w+)[^\n]{0,80}|(?:申し訳(?:ありません"
    r"|ございません)が、)?[^。\n]{0,30}翻訳(?:することはできません|できません)",
    re.IGNORECASE,
)

# What repeats has so many runs of three characters that stood there before.
_FEWEST_AGAIN = 4


def check(pair: Pair, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """Yields a finding for each trace that the source does not account for."""
    if not pair.is_whole:
        return
    yield from _loops(pair)
    yield from _tokens(pair)
    yield from _residue(pair)


def _loops(pair: Pair) -> Iterator[Finding]:
    source, target = pair.source.text, pair.target.text
    if not _may_repeat(target):
        return
    for match in _LOOP.finditer(blanked(target, PLACEHOLDER)):
        unit = match.group(2) or match.group(3)
        if not _LETTER.search(unit) or _SOUND.fullmatch(unit.strip()) or len(set(unit)) < 2:
            continue
        if _ANY_REPEAT.search(source):
            return
        times = len(match.group()) // len(unit)
        yield Finding(
            RULE,
            Severity.MAJOR,
            0.9,
            told("“{words}” is said {times} times in a row.", words=unit.strip(), times=times),
            (),
            (_trimmed(match, target),),
            {"kind": "loop", "words": unit.strip(), "times": times},
        )
        return
    if (twice := _TWICE.search(target)) and not _TWICE.search(source):
        words = twice.group(1).strip()
        if source.count(words) < 2:
            yield Finding(
                RULE,
                Severity.MAJOR,
                0.8,
                told("The sentence “{words}” stands twice.", words=words[:60]),
                (),
                (Span(twice.end() - len(twice.group(1)), twice.end()),),
                {"kind": "loop", "words": words, "times": 2},
            )


def _may_repeat(text: str) -> bool:
    """Whether a stretch stands again right behind itself: a cheap test before the search."""
    threes = set(zip(text, text[1:], text[2:], strict=False))
    if len(text) - 2 - len(threes) < _FEWEST_AGAIN:
        return False
    seen: dict[str, int] = {}
    distance = length = 0
    for place in range(len(text) - 2):
        three = text[place : place + 3]
        before = seen.get(three)
        seen[three] = place
        if before is None:
            length = 0
            continue
        length = length + 1 if place - before == distance else 1
        distance = place - before
        is_all = length >= max(_FEWEST_AGAIN, 2 * distance - 2)
        if is_all or (distance >= 12 and length >= distance - 4):
            return True
    return False


def _trimmed(match: re.Match[str], text: str) -> Span:
    return Span(match.start(), match.start() + len(match.group().rstrip()) or len(text))


def _tokens(pair: Pair) -> Iterator[Finding]:
    source, target = pair.source.text, pair.target.text
    found = [m for m in _TOKEN.finditer(target) if m.group() not in source]
    # In a text of mark-up, entities are at home.
    if "<" in source or "&" in source.replace("& ", ""):
        found = [m for m in found if not _ENTITY.match(m.group())]
    if not found:
        return
    token = found[0].group()
    yield Finding(
        RULE,
        Severity.MINOR if _ENTITY.match(token) else Severity.MAJOR,
        0.9,
        told("“{token}” is a program's token, no text.", token=token),
        (),
        tuple(Span(*match.span()) for match in found),
        {"kind": "token", "token": token},
    )


def _residue(pair: Pair) -> Iterator[Finding]:
    target = pair.target.text
    match = _REPLY[pair.target.lang].match(target) or _NOTE.search(target)
    if match is None or _TRANSLATING.search(pair.source.text):
        return
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    words = target[start : match.end()].rstrip()
    yield Finding(
        RULE,
        Severity.MAJOR,
        0.9,
        told("“{words}” is about the translation, and not in the source.", words=words),
        (),
        (Span(start, start + len(words)),),
        {"kind": "reply", "words": words},
    )
