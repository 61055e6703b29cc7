"""The few words that say when without a number: "yesterday", 翌年, "this spring", 数週間.

Each stands on a scale and says one of its places, or leaves the choice between two of them: "last
Friday" is in this week or in the last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from alignqa.text import Lang, Span


@dataclass(frozen=True, slots=True)
class TimeWord:
    """Words of a text that say one of these places on a scale."""

    places: frozenset[int]
    span: Span


class _Point(NamedTuple):
    """The patterns that say a place, or one of two, and the plainest words for it, if there are."""

    places: frozenset[int]
    english: str
    japanese: str
    plain_english: str
    plain_japanese: str


def _at(places: str, english: str, japanese: str, plain: str = " ") -> _Point:
    """`plain`: the English and the Japanese word, with a slash between them."""
    plain_english, _, plain_japanese = plain.strip().partition("/")
    numbers = frozenset(map(int, places.split()))
    return _Point(numbers, english, japanese, plain_english, plain_japanese)


_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SEASON = "(?:spring|summer|autumn|fall|winter)"
_YEAR = "(?:(?:fiscal|financial|school|academic) )?year"
_BEFORE = "(?:previous|prior|preceding)"
_AFTER = "(?:next|following)"
# "in the last year" is a length of time that ends now.
_LAST = "(?<!the )last"
_FEW = "(?:few|several|couple of|matter of|within|recent)"
_SPANS = "(?:seconds|minutes|hours|days|weeks|months|years|decades|centuries)"
_OFTEN = r"(?:every|each|per|once a|twice a|times a|\d an?)"
_HOW_MANY = r"[\d一二三四五六七八九十数何]+"
_MONTHS = "[かカヶヵケ箇]月"
# What is looked at behind the first letter, where it is found quickly: 十数年 is no 数年, and a kanji
# beside one of these makes another word of it, as in 王朝, 通夜, 春日.
_SOME = "(?:数(?<![十百千]数)|何(?=[^のも]{1,2}か))"
_ALONE = "(?![一-龯])"


def _apart(kanji: str, unless: str) -> str:
    """The kanji with no other before it, except for these."""
    return f"{kanji}(?:(?<![一-龯]{kanji})|(?<=[{unless}]{kanji}))"


def _season(kanji: str, kana: str) -> str:
    apart = _apart(kanji, "今昨来翌同初晩早真毎一年月春夏秋冬")
    # 今秋 stands before any word: 今秋発売.
    alone = f"{apart}(?:{_ALONE}|(?=[季期先頃休学場春夏秋冬]))"
    return f"{alone}|{kanji}(?<=[今昨来翌]{kanji})|{kana}"


def _part_of_day(kanji: str) -> str:
    return _apart(kanji, "今昨翌毎明日曜前") + _ALONE


def _each(unit: str, span: str) -> str:
    return rf"毎{unit}|[1１一](?<![\d十百].){span}(?:に|あたり|当たり)"


_SCALES = {
    "day": (
        _at(
            "-2",
            "the day before yesterday",
            "一昨日|おととい",
            "the day before yesterday/一昨日",
        ),
        _at(
            "-1",
            f"yesterday|last night|{_BEFORE} (?:day|night|evening|morning)|the (?:day|night) before",
            "昨日|前日(?!比)|昨[夜晩夕朝]|前夜|ゆうべ",
            "yesterday/昨日",
        ),
        _at(
            "0",
            "today|tonight|this (?:morning|afternoon|evening)",
            "今日|本日|今[夜晩朝夕]",
            "today/今日",
        ),
        _at(
            "2",
            "the day after tomorrow",
            "明後日|あさって|翌々日",
            "the day after tomorrow/明後日",
        ),
        _at(
            "1",
            f"tomorrow|{_AFTER} (?:day|morning|afternoon|evening|night)|the day after",
            "明日|翌[日朝晩]|明[朝晩]|次の日",
            "tomorrow/明日",
        ),
        _at("9", "the (?:last|final) day", "最終日|最後の日", "the last day/最終日"),
    ),
    "week": (
        _at("-1 0", f"{_LAST} (?:{_WEEKDAY}|weekend)", ""),
        _at("0 1", f"next (?:{_WEEKDAY}|weekend)", ""),
        _at(
            "-1",
            f"{_LAST} week|{_BEFORE} week|the week before",
            "先週|前週(?!比)",
            "last week/先週",
        ),
        _at("0", "this week", "今週", "this week/今週"),
        _at("1", f"{_AFTER} week|the week after", "来週|翌週|次週", "next week/来週"),
    ),
    "month": (
        _at("-1", f"{_LAST} month|{_BEFORE} month", "先月|前月(?!比)", "last month/先月"),
        _at("0", "this month", "今月", "this month/今月"),
        _at("1", f"{_AFTER} month", "来月|翌月", "next month/来月"),
    ),
    "year": (
        _at("-2", "the year before last|two years ago", "一昨年|おととし", "/一昨年"),
        _at("-1 0", f"{_LAST} {_SEASON}", "昨[春夏秋冬]"),
        _at("0 1", f"next {_SEASON}", "年明け|来[春夏秋冬]"),
        _at(
            "-1",
            f"{_LAST} {_YEAR}|{_BEFORE} {_YEAR}|the year before|a year (?:ago|earlier)",
            "昨年|去年|前年(?![比同割並])",
            "last year/昨年",
        ),
        _at(
            "0",
            f"(?:this|current) {_YEAR}|this {_SEASON}",
            "今年|本年|今[春夏秋冬]",
            "this year/今年",
        ),
        _at("1", f"{_AFTER} {_YEAR}|the year after", "来年|翌年|明年", "next year/来年"),
    ),
    "season": (
        _at("-1", f"(?:last|{_BEFORE}) season", "昨季|[昨前]シーズン", "last season/昨季"),
        _at("0", "this season", "今季|今シーズン", "this season/今季"),
        _at("1", f"{_AFTER} season", "来季|[来翌]シーズン", "next season/来季"),
    ),
    "time of the year": (
        _at("1", "spring(?:time)?", _season("春", "スプリング|(?i:spring)"), "spring/春"),
        _at("2", "summer(?:time)?", _season("夏", "サマー|(?i:summer)"), "summer/夏"),
        _at("3", "autumn|fall", _season("秋", "オータム|(?i:autumn)"), "autumn/秋"),
        _at(
            "4", "winter(?:time)?", _season("冬", "ウインター|ウィンター|(?i:winter)"), "winter/冬"
        ),
    ),
    "part of the day": (
        _at(
            "1",
            "mornings?",
            _part_of_day("朝") + r"|早朝|午前(?![\d一二三四五六七八九十中])",
            "morning/朝",
        ),
        _at("2", "afternoons?", _part_of_day("昼") + "|昼過ぎ|昼下がり", "afternoon/午後"),
        _at("2 3", "", r"午後(?![\d一二三四五六七八九十])|夕方|夕刻"),
        _at("3 4", "evenings?", "今夕|昨夕", "evening/夕方"),
        # At two in the morning, it is night.
        _at("1 4 5", "", "深夜|夜中|未明"),
        _at(
            "4 5",
            "(?:to|over)?nights?",
            _part_of_day("夜") + "|夜間|[今昨翌]晩",
            "night/夜",
        ),
    ),
    "a length of time": (
        _at(
            "-1",
            rf"(?:last|past|previous|recent) (?:\w+ ){{0,2}}{_SPANS}",
            rf"(?:ここ|この|過去|直近){_HOW_MANY}(?=[年か日週時分])",
        ),
        _at(
            "1",
            rf"(?:next|coming|following) (?:\w+ ){{0,2}}{_SPANS}",
            rf"(?:今後|この先|これから|向こう){_HOW_MANY}(?=[年か日週時分])",
        ),
    ),
    "a few": (
        _at("1", f"{_FEW} seconds", f"{_SOME}秒", "a few seconds/数秒"),
        _at("2", f"{_FEW} minutes", f"{_SOME}分", "a few minutes/数分"),
        _at("3", f"{_FEW} hours", f"{_SOME}時間", "a few hours/数時間"),
        _at("4", f"{_FEW} days", f"{_SOME}日", "a few days/数日"),
        _at("5", f"{_FEW} weeks", f"{_SOME}週間?", "a few weeks/数週間"),
        _at("6", f"{_FEW} months", f"{_SOME}{_MONTHS}", "a few months/数か月"),
        _at("7", f"{_FEW} years", f"{_SOME}年", "a few years/数年"),
    ),
    "how often": (
        _at("1", f"{_OFTEN} day|daily", _each("日", "日"), "every day/毎日"),
        _at(
            "2",
            f"{_OFTEN} (?:week|{_WEEKDAY})|weekly",
            _each("週", "週間?"),
            "every week/毎週",
        ),
        _at("3", f"{_OFTEN} month|monthly", _each("月", _MONTHS), "every month/毎月"),
        _at("4", f"{_OFTEN} year|yearly|annual(?:ly)?", _each("年", "年"), "every year/毎年"),
    ),
}

SCALES = tuple(_SCALES)


def time_words(text: str, lang: Lang, scale: str) -> list[TimeWord]:
    """The words of a text that say a place on this scale."""
    return [
        TimeWord(_SCALES[scale][(match.lastindex or 1) - 1].places, Span(*match.span()))
        for match in _pattern(scale, lang).finditer(text)
    ]


def plainest(scale: str, places: frozenset[int], lang: Lang) -> str | None:
    """The plainest word that says these places, `None` where there is none."""
    for point in _SCALES[scale]:
        if point.places == places:
            english = lang is Lang.ENGLISH
            return (point.plain_english if english else point.plain_japanese) or None
    return None


def may_say_when(japanese: str) -> bool:
    """Whether a Japanese text has a word of any scale: few do, and this is quickly seen."""
    return _any_pattern().search(japanese) is not None


@cache
def _any_pattern() -> re.Pattern[str]:
    points = (point.japanese for scale in SCALES for point in _SCALES[scale])
    return re.compile("|".join(filter(None, points)))


@cache
def _pattern(scale: str, lang: Lang) -> re.Pattern[str]:
    """The patterns of a scale's places, in groups of their order."""
    never = r"(?!)"
    if lang is Lang.ENGLISH:
        groups = "|".join(f"({point.english or never})" for point in _SCALES[scale])
        # "the next-day delivery"
        groups = groups.replace(" ", "[ -]")
        return re.compile(rf"\b(?:{groups})\b", re.IGNORECASE)
    return re.compile("|".join(f"({point.japanese or never})" for point in _SCALES[scale]))
