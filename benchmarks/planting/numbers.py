"""Numbers with one digit changed, and numbers of another magnitude."""

from __future__ import annotations

import random
import re
import unicodedata
from decimal import Decimal

from alignqa.text import Lang, Span

from .plant import Plant, Row, replaced

_DIGITS = re.compile(r"(?<![\w.,/:#_+-])[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?")
_UNFIT_AFTER = re.compile(r"st\b|nd\b|rd\b|th\b|[-–/:_a-zA-Z]|月|[.,，][0-9０-９]")
_WORDS = "two three four five six seven eight nine ten eleven twelve".split()
_KANJI_DIGITS = "二三四五六七八九"
# What is counted, so that the kanji is a number and no piece of a word.
_COUNTERS = "人名つ回年日本件社カヶか軒台枚個歳匹頭冊点時分度倍番週階票議"
_ENGLISH_SCALE = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_JAPANESE_SCALE = {"千": 10**3, "万": 10**4, "億": 10**8, "兆": 10**12}
_ENGLISH_SCALED = re.compile(
    r"(?<![\w.,])([0-9][0-9,]*(?:\.[0-9]+)?)[ -](thousand|million|billion|trillion)\b"
)
_JAPANESE_SCALED = re.compile(
    r"(?<![0-9０-９.,．，])([0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?)([千万億兆])(?![0-9０-９千万億兆])"
)
_HIGHER = {"thousand": "million", "million": "billion", "billion": "million", "trillion": "billion"}
_JAPANESE_OTHER = {"千": "万", "万": "億", "億": "万", "兆": "億"}


def _plain(digits: str) -> str:
    return unicodedata.normalize("NFKC", digits).replace(",", "")


def _runs(text: str) -> list[str]:
    """Every run of digits with what belongs to it, wherever it stands."""
    return re.findall(r"\d+(?:\.\d+)?", unicodedata.normalize("NFKC", text).replace(",", ""))


def change_number(row: Row, lang: Lang, rng: random.Random) -> Plant | None:
    """One digit of a number that both sides have changed into another; or a small number's word."""
    places = _shared_numbers(row, lang)
    rng.shuffle(places)
    for span, source_span in places:
        text = row.text(lang)
        if text[span.end : span.end + 1] in {")", "）"} and not text[: span.start].strip():
            continue
        now = _another(span.of(text), text[span.end : span.end + 1], text[: span.start], rng)
        if now and _plain(now) not in _runs(row.english) + _runs(row.japanese):
            return replaced(
                "numbers", row, lang, span, now, source_span, frozenset({span.of(text)})
            )
    return _change_word(row, lang, rng)


def _shared_numbers(row: Row, lang: Lang) -> list[tuple[Span, Span]]:
    """Numbers written in digits on both sides, once on either, and their places."""
    ours, theirs = (
        [m for m in _DIGITS.finditer(text) if not _UNFIT_AFTER.match(text, m.end())]
        for text in (row.text(lang), row.text(lang.other))
    )
    counts = [_runs(row.text(side)) for side in (lang, lang.other)]
    return [
        (Span(*one.span()), Span(*other.span()))
        for one in ours
        for other in theirs
        if _plain(one.group()) == _plain(other.group())
        and all(count.count(_plain(one.group())) == 1 for count in counts)
    ]


def _another(digits: str, after: str, before: str, rng: random.Random) -> str | None:
    """The number with one digit changed, still possible where it is a day, an hour or a year."""
    plain = _plain(digits)
    if plain in {"0", "1"}:
        return None
    options = []
    for place, digit in enumerate(digits):
        if not digit.isdecimal():
            continue
        for new in "0123456789":
            changed = digits[:place] + _in_width(new, digit) + digits[place + 1 :]
            value = _plain(changed)
            if value == plain or (value.startswith("0") and not plain.startswith("0")):
                continue
            if Decimal(value) == Decimal(plain) or Decimal(value) == 1:
                continue
            if "." not in plain and not _is_possible(int(plain), int(value), after, before):
                continue
            options.append(changed)
    return rng.choice(options) if options else None


def _is_possible(old: int, new: int, after: str, before: str) -> bool:
    is_month = re.search(
        r"(?:January|February|March|April|May|June|July|August|September|October|November|December|[月]) ?$",
        before,
    )
    if (is_month or after == "日") and old <= 31:
        return 1 <= new <= 28
    if after == "時" and old <= 24:
        return 1 <= new <= 12 if old <= 12 else new <= 24
    if after in {"分", "秒"} and old < 60:
        return new < 60
    if 1900 <= old <= 2030 and len(str(old)) == 4:
        return 1900 <= new <= 2030
    return True


def _in_width(new: str, digit: str) -> str:
    return chr(ord(new) + 0xFEE0) if ord(digit) > 0xFF else new


def _change_word(row: Row, lang: Lang, rng: random.Random) -> Plant | None:
    """three over 3 or 三: another small number in the target."""
    english = [
        (m, _WORDS.index(m.group().lower()) + 2)
        for m in re.finditer(
            rf"(?<![\w-])(?:{'|'.join(_WORDS)})(?![\w-])", row.english, re.IGNORECASE
        )
    ]
    japanese = [
        (m, int(unicodedata.normalize("NFKC", m.group())))
        for m in re.finditer(rf"(?<![\d.,，．/:])\d{{1,2}}(?=[{_COUNTERS}])(?!月)", row.japanese)
    ]
    japanese += [
        (m, _KANJI_DIGITS.index(m.group()) + 2)
        for m in re.finditer(
            rf"(?<![一-鿿])[{_KANJI_DIGITS}](?=[{_COUNTERS}])(?!日|人称|つの)", row.japanese
        )
    ]
    ours, theirs = (english, japanese) if lang is Lang.ENGLISH else (japanese, english)
    for one, value in ours:
        matching = [other for other, same in theirs if same == value]
        if len(matching) != 1 or [same for _, same in ours].count(value) != 1 or value > 10:
            continue
        values = {same for _, same in english + japanese}
        new = rng.choice([n for n in range(3, 10) if n not in values])
        if lang is Lang.ENGLISH:
            now = _WORDS[new - 2]
            now = now.title() if one.group()[0].isupper() else now
        elif one.group() in _KANJI_DIGITS:
            now = _KANJI_DIGITS[new - 2]
        else:
            now = _in_width(str(new), one.group()[0])
        if lang is Lang.JAPANESE and row.japanese[one.end()] == "日":
            continue
        expected = frozenset({one.group(), str(value)})
        return replaced(
            "numbers", row, lang, Span(*one.span()), now, Span(*matching[0].span()), expected
        )
    return None


def change_magnitude(row: Row, lang: Lang, rng: random.Random) -> Plant | None:
    """万 for 億, million for billion, or ten times as much."""
    english = [
        (m, Decimal(_plain(m.group(1))) * _ENGLISH_SCALE[m.group(2)])
        for m in _ENGLISH_SCALED.finditer(row.english)
    ]
    japanese = [
        (m, Decimal(_plain(m.group(1))) * _JAPANESE_SCALE[m.group(2)])
        for m in _JAPANESE_SCALED.finditer(row.japanese)
    ]
    plain_english = [
        (m, Decimal(_plain(m.group())))
        for m in _DIGITS.finditer(row.english)
        if not re.match(r" ?(?:thousand|million|billion|trillion)", row.english[m.end() :])
    ]
    ours, theirs = (
        (english, japanese + _large(row.japanese))
        if lang is Lang.ENGLISH
        else (japanese, english + plain_english)
    )
    for one, value in ours:
        matching = [other for other, same in theirs if same == value]
        if len(matching) != 1 or [same for _, same in ours].count(value) != 1:
            continue
        span, source_span = Span(*one.span()), Span(*matching[0].span())
        if rng.random() < 0.5:
            other = (_HIGHER if lang is Lang.ENGLISH else _JAPANESE_OTHER)[one.group(2)]
            now = one.group().replace(one.group(2), other)
        else:
            shifted = _ten_times(one.group(1), rng)
            now = one.group().replace(one.group(1), shifted)
        return replaced("magnitudes", row, lang, span, now, source_span, frozenset({one.group()}))
    places = _shared_numbers(row, lang)
    rng.shuffle(places)
    text = row.text(lang)
    for span, source_span in places:
        digits = span.of(text)
        value = Decimal(_plain(digits))
        after = text[span.end : span.end + 1]
        if (
            value < 20
            or 1800 <= value <= 2100
            or after in {"日", "時", "分", "年", "代", "度", "位", "歳"}
        ):
            continue
        is_telephone = text[: span.start].endswith(("(", "（")) and after in {")", "）"}
        if (
            is_telephone
            or "." in _plain(digits)
            or (re.search(r"[a-zA-Z] $", text[: span.start]) and after in {"", "."})
        ):
            continue
        now = _ten_times(digits, rng)
        if _plain(now) not in _runs(row.english) + _runs(row.japanese):
            return replaced("magnitudes", row, lang, span, now, source_span, frozenset({digits}))
    return None


def _large(japanese: str) -> list[tuple[re.Match[str], Decimal]]:
    return [
        (m, Decimal(_plain(m.group())))
        for m in _DIGITS.finditer(japanese)
        if not re.match("[千万億兆]", japanese[m.end() :]) and len(_plain(m.group())) > 3
    ]


def _ten_times(digits: str, rng: random.Random) -> str:
    """Ten times the number, or a tenth of it where that is whole, written as it was."""
    value = Decimal(_plain(digits))
    new = value / 10 if value % 10 == 0 and value >= 100 and rng.random() < 0.5 else value * 10
    comma = "," if re.search("[,，]", digits) or (new >= 10_000 and digits.isascii()) else ""
    written = f"{new.normalize():{comma}f}"
    return "".join(_in_width(c, digits[0]) if c.isdecimal() else c for c in written)
