"""What is page furniture by itself, wherever it stands: dates, addresses, notices, rules."""

from __future__ import annotations

import re

from alignqa.layout.language import without_addresses

_LETTER = re.compile(r"[^\W\d_]")
_NOTICE = re.compile(
    r"©|\(c\)\s*\d{4}|\bcopyright\s+(?:\(c\)|\d{4}|by\b)|\ball rights reserved\b|無断.{0,12}禁",
    re.IGNORECASE,
)
# [name key="value"]: what a content manager left unexpanded.
_SHORTCODE = re.compile(r"\[/?\w+(?:\s+\w+=(?:\"[^\"]*\"|\S+))+\s*/?\]")
_DATE_WORD = re.compile(
    r"""
    \b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?
      |sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b
  | \b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b
  | \b(?:a\.?m|p\.?m|gmt|utc|jst|e[sd]t|p[sd]t)\b | (?<=\d)(?:st|nd|rd|th)\b
  | \b(?:at|on|updated|published|posted)\b
  | 令和 | 平成 | 昭和 | 午前 | 午後 | 更新 | 公開 | 掲載 | 配信
  | (?<=[\d０-９])[年月日時分秒号](?:付|頃)? | [月火水木金土日]曜日? | [(（][月火水木金土日][)）]
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DIGIT = re.compile(r"\d")
# A notice or a date line is short; a paragraph that speaks of copyright is not.
_LONGEST = 200
_END = re.compile(r"[。!?！？」』”\"]|\.(?=\s)")


def is_furniture(text: str) -> bool:
    """No text of the document's own: without words, or a date, an address, a copyright notice."""
    if len(text) > _LONGEST:
        return _LETTER.search(text) is None
    core = without_addresses(text)
    return (
        not _LETTER.search(core)
        or is_date(core)
        or _NOTICE.search(core) is not None
        or not _LETTER.search(_SHORTCODE.sub("", core))
    )


def is_date(text: str) -> bool:
    """A date or a time, and nothing else."""
    return bool(_DIGIT.search(text)) and not _LETTER.search(_DATE_WORD.sub("", text))


def ends_with_date(text: str) -> bool:
    """A date stands after its last sentence, as in the headline of an archive."""
    return is_date(_END.split(text[-_LONGEST:])[-1])
