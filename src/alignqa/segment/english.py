"""Where English sentences end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from alignqa.segment.abbreviations import (
    BEFORE_NUMBER,
    EXCLAIMED,
    NEVER_LAST,
    OFTEN_INSIDE,
    OPENERS,
    REPORTING,
    TIME_GOES_ON,
)
from alignqa.segment.enclosure import Bracket, EndMark, ends, matched, opens_sentence
from alignqa.text import Span

# One mark, several together, or the dots of an ellipsis that was spaced out.
END_MARK = re.compile(r"\.(?:[ \u00a0]\.){2,}|[.!?…‥。｡！？．]+")
_IDEOGRAPHIC = re.compile(r"[。｡！？．]")
_CLOSING = re.compile(r"""(?:["'”’»)\]}」』）】*_]|\[\d{1,3}\])*""")
_QUOTATION_MARK = re.compile(r"""["'”’»」』]""")
_OPENING = re.compile(r"""\s*["'“‘«(\[{<「『（*_#–—-]*\s*""")
_WORD = re.compile(r"[^\W_](?:[\w&]|['’]\w){0,40}")
# The longest word that is looked at before a full stop.
_LONGEST = 40
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’«»()\[\]{}「」『』（）—–/]+$")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_ITEM_NUMBER = re.compile(r"\s*[^\w\s]{0,3}(?:\d{1,2}|[A-Za-z]|[ivx]{2,4}|[IVX]{2,4})\.")
_SENTENCE_IN_SMALL = re.compile(r"[a-z]{1,2}[A-Z]")
_REPORTED = re.compile(
    rf"(?:I|(?!(?:He|She|They|We|It|You)\b)[A-Z][\w.’'-]{{0,30}}(?:\s[A-Z][\w.’'-]{{0,30}}){{0,3}})"
    rf"\s(?:{REPORTING})\b"
)
_BRACKETS = {"(": ")", "[": "]", "{": "}", "“": "”", "「": "」", "『": "』", "（": "）"}
_CLOSES = {closing: opening for opening, closing in _BRACKETS.items()}
_ANY_BRACKET = re.compile(r"""["'()\[\]{}“”‘’「」『』（）]""")
_STRAIGHT = str.maketrans("‘’", "''")
_ENDING = ".,!?…;:"
_BEFORE_OPENING = "([{“\"'‘—–-"
# A quotation that is longer than this was left open.
_REACH = 1_200


def english_ends(text: str) -> Iterator[int]:
    """The offsets at which sentences of a paragraph end, in order, but for that of the last."""
    enclosures = matched(_brackets(text), _REACH)
    marks = []
    closed_by_mark: set[int] = set()
    item = _ITEM_NUMBER.match(text)
    for match in END_MARK.finditer(text):
        if item and item.end() == match.end():
            continue
        end = sentence_end(text, match)
        if end is not None:
            marks.append(EndMark(match.start(), end))
            closed_by_mark.update(range(match.end(), end))
            item = _ITEM_NUMBER.match(text, end)

    def opens_up(enclosure: Span, sentence_start: int) -> bool:
        if enclosure.end - 1 not in closed_by_mark:
            return False
        return text[enclosure.start] in "\"'“‘「『" or opens_sentence(
            text, enclosure, sentence_start
        )

    return ends(marks, enclosures, opens_up)


def sentence_end(text: str, mark: re.Match[str]) -> int | None:
    """Where the sentence of this mark ends, closing brackets included; `None` if it goes on."""
    closing = _CLOSING.match(text, mark.end())
    end = closing.end() if closing else mark.end()
    if end == len(text):
        return end
    if not text[end].isspace() and not _IDEOGRAPHIC.search(mark.group()):
        return None
    opening = _OPENING.match(text, end)
    following = opening.end() if opening else end
    if following < len(text) and not _may_begin(text, following):
        return None
    word = _WORD.match(text, following)
    next_word = word.group().replace("’", "'") if word else ""
    quotation = bool(_QUOTATION_MARK.search(text, mark.end(), end))
    if mark.group() == ".":
        goes_on = _is_abbreviation(text, mark.start(), next_word, quotation)
    elif mark.group()[-1] in "!?！？":
        goes_on = (quotation and bool(_REPORTED.match(text, following))) or (
            mark.group() == "!" and _word_before(text, mark.start()) in EXCLAIMED
            and next_word not in OPENERS
        )  # fmt: skip
    elif mark.group()[-1] in "。｡．":
        goes_on = False
    else:
        # Speech that falters goes on with the speaker as often as not.
        goes_on = next_word == "I" or next_word.startswith("I'")
    return None if goes_on else end


def _may_begin(text: str, at: int) -> bool:
    """A sentence can begin with this character."""
    char = text[at]
    if char.islower():
        return bool(_SENTENCE_IN_SMALL.match(text, at))
    return char in "@#¿¡•" or unicodedata.category(char)[0] != "P"


def _word_before(text: str, at: int) -> str:
    found = _WORD_BEFORE.search(text[max(0, at - _LONGEST) : at])
    return found.group() if found else ""


def _is_abbreviation(text: str, at: int, next_word: str, quotation: bool) -> bool:
    """The full stop at `at` is that of an abbreviation in a sentence that goes on."""
    word = _word_before(text, at)
    if not word:
        return False
    if word in NEVER_LAST:
        return True
    if word in BEFORE_NUMBER:
        return next_word[:1].isdigit() or next_word in TIME_GOES_ON
    if quotation:
        return False
    if _DOTTED.fullmatch(word) and word.islower():
        return next_word in TIME_GOES_ON or next_word[:1].isdigit()
    if word in OFTEN_INSIDE or _DOTTED.fullmatch(word) or (len(word) == 1 and word.isupper()):
        return next_word not in OPENERS
    return False


def _brackets(text: str) -> Iterator[Bracket]:
    for match in _ANY_BRACKET.finditer(text):
        char, at = match.group(), match.start()
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        if char in "\"'‘’":
            # Where it stands tells which it is. A single one that has no stop or comma beside it
            # may be an apostrophe.
            kind = char.translate(_STRAIGHT)
            if before.isspace() or before in _BEFORE_OPENING:
                if not after.isspace():
                    yield Bracket(at, kind, opens=True)
            elif kind == '"' or before in _ENDING or after in _ENDING:
                yield Bracket(at, kind, opens=False)
        elif char in _BRACKETS:
            yield Bracket(at, char, opens=True)
        else:
            yield Bracket(at, _CLOSES[char], opens=False)
