"""What something is given in, without a number: "in seconds", and ミリ秒単位."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignqa.finding import Finding, Rule, Severity
from alignqa.message import told
from alignqa.text import Lang, Span

# Those that are given for another one by mistake, each with how Japanese writes it.
_UNITS = {
    "ns": ("nanoseconds", "ナノ秒"),
    "us": ("microseconds", "マイクロ秒"),
    "ms": ("milliseconds|ms|msec", "ミリ秒|ms"),
    "second": ("seconds", "秒"),
    "minute": ("minutes", "分"),
    "hour": ("hours", "時間"),
    "day": ("days", "日数|日"),
    "week": ("weeks", "週|週間"),
    "byte": ("bytes", "バイト"),
    "bit": ("bits", "ビット"),
    "KB": ("kilobytes|kb|kib", "キロバイト|KB|KiB"),
    "MB": ("megabytes|mb|mib", "メガバイト|MB|MiB"),
    "GB": ("gigabytes|gb|gib", "ギガバイト|GB|GiB"),
    "px": ("pixels|px", "ピクセル|画素|px"),
    "%": ("percent|per cent", "パーセント|％|%"),
    "mm": ("millimetres|millimeters", "ミリメートル|ミリ"),
    "cm": ("centimetres|centimeters", "センチメートル|センチ"),
    "m": ("metres|meters", "メートル"),
    "degree": ("degrees", "度"),
    "radian": ("radians", "ラジアン"),
}
# A cell may be no more than a unit.
_LONGEST = 8
_SIGN = re.compile("単位|[(（]")
_NAMES = {
    lang: {name.lower(): unit for unit, names in _UNITS.items() for name in names[place].split("|")}
    for place, lang in enumerate((Lang.ENGLISH, Lang.JAPANESE))
}
_NAME = {
    lang: "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    for lang, names in _NAMES.items()
}
_GIVEN = {
    Lang.ENGLISH: re.compile(
        rf"\b(?:in|number of) (?P<unit>{_NAME[Lang.ENGLISH]})\b(?! \w+ing\b)"
        rf"|\((?:in )?(?P<bracketed>{_NAME[Lang.ENGLISH]})\)|\A(?P<all>{_NAME[Lang.ENGLISH]})\Z",
        re.IGNORECASE,
    ),
    Lang.JAPANESE: re.compile(
        rf"(?P<unit>{_NAME[Lang.JAPANESE]})(?=単位)"
        rf"|[(（](?:単位[:：は]? ?)?(?P<bracketed>{_NAME[Lang.JAPANESE]})(?:単位)?[)）]"
        rf"|\A(?P<all>{_NAME[Lang.JAPANESE]})\Z",
        re.IGNORECASE,
    ),
}


def replaced_units(rule: Rule, source: str, target: str, source_lang: Lang) -> Iterator[Finding]:
    """A finding for the one unit that something is given in, if it is another one over there."""
    texts = {source_lang: source, source_lang.other: target}
    if len(texts[Lang.JAPANESE]) > _LONGEST and not _SIGN.search(texts[Lang.JAPANESE]):
        return
    found = {}
    for lang in (Lang.JAPANESE, Lang.ENGLISH):
        matches = list(_GIVEN[lang].finditer(texts[lang]))
        if len(matches) != 1:
            return
        found[lang] = matches[0]
    ours, theirs = found[source_lang], found[source_lang.other]
    units = [
        _NAMES[lang][match[match.lastgroup or 0].lower()]
        for lang, match in ((source_lang, ours), (source_lang.other, theirs))
    ]
    if units[0] == units[1] or _says(units[0], target, source_lang.other):
        return
    spans = [Span(*match.span(match.lastgroup or 0)) for match in (ours, theirs)]
    expected = _UNITS[units[0]][source_lang is Lang.ENGLISH].split("|")[0]
    yield Finding(
        rule,
        Severity.MAJOR,
        0.8,
        told(
            "The source says “{expected}”, the translation “{written}”: another unit.",
            expected=spans[0].of(source),
            written=spans[1].of(target),
        ),
        (spans[0],),
        (spans[1],),
        {},
        expected,
    )


def _says(unit: str, text: str, lang: Lang) -> bool:
    """Whether a unit is said somewhere in a text; 秒 within ミリ秒 is not."""
    names = [name for name, its in _NAMES[lang].items() if its == unit]
    return any(
        re.search(rf"(?<![ァ-ヶー]){re.escape(name)}", text, re.IGNORECASE) for name in names
    )
